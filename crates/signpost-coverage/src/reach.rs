//! What is within reach, however one gets there.

use signpost_domain::LonLat;

use crate::{Area, Standing};

/// How ways are measured, to stand beside every figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Straight over land, and over the open crossings where water lies between.
    OverLand,
    /// Straight; nobody drew the water here.
    Straight,
    /// Along the streets of a file.
    Streets,
}

impl Method {
    /// Its name in the API and in files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::OverLand => "straight_over_land",
            Self::Straight => "straight",
            Self::Streets => "along_streets",
        }
    }
}

/// The nearest of some points, by its place among them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Nearest {
    /// Its place among the points.
    pub point: usize,
    /// The way to it.
    ///
    /// # Units
    /// Metres.
    pub metres: f64,
}

/// How one gets about. Distances are in metres, areas in degrees.
pub trait Reach: Send + Sync {
    /// How it measures.
    fn method(&self) -> Method;

    /// What a place stands on.
    fn standing(&self, place: LonLat) -> Standing;

    /// Whether nobody drew the ground where a place is, nor near it.
    fn is_elsewhere(&self, place: LonLat) -> bool;

    /// The ground from which one gets to one of these points within `metres`, joined, without water.
    fn area(&self, points: &[LonLat], metres: f64) -> Area;

    /// The nearest point to each place; `None` where no way leads to any.
    fn nearest(&self, points: &[LonLat], places: &[LonLat]) -> Vec<Option<Nearest>>;

    /// For each point, which of these places have their way to it within `metres`.
    fn within(&self, points: &[LonLat], metres: f64, places: &[LonLat]) -> Vec<Vec<usize>>;

    /// The dry part of an area.
    fn dry(&self, area: &Area) -> Area;
}
