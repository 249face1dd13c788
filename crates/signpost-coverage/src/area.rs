//! Polygons: joined, cut, measured.

use geo::{
    BooleanOps as _, BoundingRect as _, GeodesicArea as _, InteriorPoint as _, Intersects as _,
    LineString, MultiPolygon, Polygon, unary_union,
};
use signpost_domain::LonLat;

use crate::Area;

/// The area on the WGS 84 ellipsoid.
///
/// # Units
/// Square metres.
#[must_use]
pub fn square_metres(area: &Area) -> f64 {
    area.iter().map(polygon_square_metres).sum()
}

fn polygon_square_metres(polygon: &Polygon) -> f64 {
    // Ring by ring and without sign: the library takes a ring of the wrong turn for the rest of the earth.
    let ring = |ring: &LineString| {
        Polygon::new(ring.clone(), Vec::new())
            .geodesic_area_signed()
            .abs()
    };
    let holes: f64 = polygon.interiors().iter().map(ring).sum();
    (ring(polygon.exterior()) - holes).max(0.0)
}

/// A place in the middle of some ground, on it; `None` of nothing.
#[must_use]
pub fn middle(area: &Area) -> Option<LonLat> {
    let inside = area.interior_point()?;
    LonLat::new(inside.x(), inside.y()).ok()
}

/// A ring of places as a polygon.
pub(crate) fn outline(ring: &[LonLat]) -> Polygon {
    let line: LineString = ring
        .iter()
        .map(|place| (place.lon(), place.lat()))
        .collect();
    Polygon::new(line, Vec::new())
}

/// All of them as one area.
pub(crate) fn joined(polygons: &[Polygon]) -> Area {
    match polygons {
        [] => MultiPolygon::new(Vec::new()),
        [one] => MultiPolygon::new(vec![one.clone()]),
        many => unary_union(many),
    }
}

/// What two areas have in common.
pub(crate) fn common(a: &Area, b: &Area) -> Area {
    if apart(a, b) {
        return MultiPolygon::new(Vec::new());
    }
    a.intersection(b)
}

/// What is in the first and not in the second.
pub(crate) fn without(a: &Area, b: &Area) -> Area {
    if apart(a, b) {
        return a.clone();
    }
    a.difference(b)
}

/// Whether their boxes have nothing in common, which spares most of the work.
fn apart(a: &Area, b: &Area) -> bool {
    match (a.bounding_rect(), b.bounding_rect()) {
        (Some(a), Some(b)) => !a.intersects(&b),
        _ => true,
    }
}
