//! What somebody wants built.

use std::path::Path;

use crate::Bounds;

/// What is to be built.
#[derive(Debug, Clone, Copy)]
pub struct BuildRequest<'a> {
    /// The extract, `FILE.osm.pbf`.
    pub file: &'a Path,
    /// What the map covers.
    pub bounds: Bounds,
    /// The closest zoom, at most 16.
    pub maxzoom: u8,
    /// Who made the map, as HTML with links at most; OpenStreetMap's contributors when nobody is named.
    pub attribution: Option<&'a str>,
    /// The archive to write.
    pub out: &'a Path,
}
