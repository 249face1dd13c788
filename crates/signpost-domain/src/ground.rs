//! The lie of the land: which side of the water a place is on, where one can cross, and landmarks people know.

use serde::{Deserialize, Serialize};

use crate::{LandmarkId, LonLat, Source, Text};

/// A place people know, to sort the list by without telling anyone where one is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Landmark {
    /// Its id, in `?near=`.
    pub id: LandmarkId,
    /// Its name.
    pub name: Text,
    /// Where it is.
    pub point: LonLat,
    /// Where this came from.
    pub source: Source,
}

/// A town or a settlement that addresses name, and its middle: where a place stands whose own point nobody knows.
///
/// It puts places in order and tells other towns from this one; no distance on foot is worked out from it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Locality {
    /// Its name, as the `locality` of sites has it.
    pub name: String,
    /// Its middle: where its people would say it is.
    pub point: LonLat,
    /// Where this came from.
    pub source: Source,
}

/// Banks and crossings. Empty when nobody has drawn them: then no answer speaks of water.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Ground {
    /// The dry sides, as rough outlines that do not overlap. They are for telling sides apart, never for drawing a shore.
    pub banks: Vec<Bank>,
    /// The ways from one bank to another.
    pub crossings: Vec<Crossing>,
}

/// One side of the water.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Bank {
    /// Its id within the ground.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// Outer ring of its outline; the last point repeats the first (RFC 7946 §3.1.6).
    pub ring: Vec<LonLat>,
}

/// A bridge or another way over the water on foot.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Crossing {
    /// Its id within the ground.
    pub id: String,
    /// Its name, as people call it.
    pub name: Text,
    /// The two banks it joins.
    pub joins: [String; 2],
    /// Its two ends, the first on the first bank.
    pub ends: [LonLat; 2],
    /// Whether one can walk over it now.
    pub open: bool,
    /// Where this came from.
    pub source: Source,
}
