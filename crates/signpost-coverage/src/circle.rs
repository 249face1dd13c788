//! Circles on the ellipsoid as polygons.

use std::f64::consts::TAU;

use geo::{Destination as _, Geodesic, LineString, Point, Polygon};
use signpost_domain::LonLat;

/// How many corners a circle has.
const CORNERS: u16 = 64;

/// A circle around a place, as a polygon of the true circle's area: its corners lie a little outside of the circle, the middles of its
/// sides a little inside.
///
/// # Units
/// Metres.
pub(crate) fn circle(centre: LonLat, metres: f64) -> Polygon {
    polygon(centre, metres, CORNERS)
}

/// The same with as many corners as asked for.
pub(crate) fn polygon(centre: LonLat, metres: f64, corners: u16) -> Polygon {
    let step = TAU / f64::from(corners);
    // A regular polygon of corner radius R has n/2 · R² · sin(2π/n); the circle has π r².
    let corner = metres * (step / step.sin()).sqrt();
    let centre = Point::new(centre.lon(), centre.lat());
    // North, west, south, east: against the clock, as RFC 7946 wants it.
    let ring: LineString = (0..corners)
        .map(|ix| Geodesic.destination(centre, -f64::from(ix) * step.to_degrees(), corner))
        .collect();
    Polygon::new(ring, Vec::new())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::square_metres;

    proptest! {
        #[test]
        fn a_circle_has_the_area_of_a_circle(lon in -179.0..179.0, lat in -70.0..70.0, metres in 10.0..5000.0) {
            let centre = LonLat::new(lon, lat).unwrap();
            let circle = square_metres(&vec![circle(centre, metres)].into());
            let exact = std::f64::consts::PI * metres * metres;
            // The ellipsoid is curved: a circle of 5 km on it has a few millionths less.
            prop_assert!((circle / exact - 1.0).abs() < 1e-5, "{circle} for {exact}");
        }
    }
}
