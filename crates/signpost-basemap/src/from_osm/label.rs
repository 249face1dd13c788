//! Where the name of an area is written.

use geo::{Area as _, BooleanOps as _, Coord, InteriorPoint as _, MultiPolygon, Polygon, Rect};
use geojson::Geometry;

use crate::Bounds;

/// A point well inside the part of an area that lies in the box, `[longitude, latitude]`; a point stays where it is.
pub(super) fn point(geometry: &Geometry, bounds: Bounds) -> Option<[f64; 2]> {
    let shape = geo::Geometry::try_from(geometry.value.clone()).ok()?;
    let area: MultiPolygon = match shape {
        geo::Geometry::Point(point) => return Some([point.x(), point.y()]),
        geo::Geometry::Polygon(polygon) => polygon.into(),
        geo::Geometry::MultiPolygon(polygons) => polygons,
        _ => return None,
    };
    let [west, south, east, north] = bounds.sides();
    let frame = Rect::new(Coord { x: west, y: south }, Coord { x: east, y: north });
    let seen = area.intersection(&frame.to_polygon());
    let by_size =
        |one: &&Polygon, other: &&Polygon| one.unsigned_area().total_cmp(&other.unsigned_area());
    let largest = seen.iter().max_by(by_size)?;
    let inside = largest.interior_point()?;
    Some([inside.x(), inside.y()])
}
