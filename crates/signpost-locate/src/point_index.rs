//! Points on the unit sphere, each with the row it stands for, in an R-tree.

use rstar::{AABB, PointDistance, RTree, RTreeObject};
use signpost_domain::LonLat;

use crate::BBox;

/// One indexed point. Our own struct, because an index of degrees would measure in degrees.
#[derive(Debug, Clone, Copy)]
pub(crate) struct IndexedPoint {
    at: [f64; 3],
    row: u32,
}

impl RTreeObject for IndexedPoint {
    type Envelope = AABB<[f64; 3]>;

    fn envelope(&self) -> Self::Envelope {
        AABB::from_point(self.at)
    }
}

impl PointDistance for IndexedPoint {
    fn distance_2(&self, point: &[f64; 3]) -> f64 {
        chord_squared(self.at, *point)
    }
}

/// The squared straight line between two points, in squared Earth radii.
pub(crate) fn chord_squared([ax, ay, az]: [f64; 3], [bx, by, bz]: [f64; 3]) -> f64 {
    let (x, y, z) = (ax - bx, ay - by, az - bz);
    x * x + y * y + z * z
}

/// A tree of rows by where they are.
#[derive(Debug)]
pub(crate) struct PointIndex(RTree<IndexedPoint>);

impl PointIndex {
    /// Bulk loads rows.
    pub fn new(rows: impl Iterator<Item = (u32, LonLat)>) -> Self {
        let points = rows
            .map(|(row, place)| IndexedPoint {
                at: place.on_unit_sphere(),
                row,
            })
            .collect();
        Self(RTree::bulk_load(points))
    }

    /// Every row with its squared chord to `near`, shortest chord first, found as it is asked for.
    pub fn by_chord(&self, near: LonLat) -> impl Iterator<Item = (u32, f64)> + use<'_> {
        self.0
            .nearest_neighbor_iter_with_distance_2(near.on_unit_sphere())
            .map(|(point, chord_squared)| (point.row, chord_squared))
    }

    /// Every row that may be in the box, in no order. Some are outside: the caller looks.
    pub fn within(&self, bbox: &BBox) -> impl Iterator<Item = u32> + use<'_> {
        self.0
            .locate_in_envelope(bbox.on_unit_sphere())
            .map(|point| point.row)
    }
}
