//! Lengths on the ellipsoid, and what a chord of the unit sphere says about them.

use geo::{Distance, Geodesic, Point};
use signpost_domain::{LonLat, Metres};

/// The smallest radius of curvature of the WGS 84 ellipsoid: along the meridian at the equator, `a (1 - e²)`.
///
/// # Units
/// Metres a radian.
const LEAST_CURVATURE_M: f64 = 6_335_439.327;

/// Rounding in the chord and in the geodesic, both below a tenth of a micrometre.
///
/// # Units
/// Metres.
const ROUNDING_M: f64 = 1e-6;

/// The length of the shortest line between two places on the WGS 84 ellipsoid.
#[must_use]
pub fn metres_between(a: LonLat, b: LonLat) -> Metres {
    Metres(Geodesic.distance(Point::new(a.lon(), a.lat()), Point::new(b.lon(), b.lat())))
}

/// A length that the geodesic between two points is never below, from the squared chord between them on the unit sphere.
///
/// The sphere carries the same latitudes and longitudes as the ellipsoid. Along any line, a step on the ellipsoid is between the least and
/// the greatest radius of curvature times the step on the sphere, so the same holds for whole lines.
pub(crate) fn least_metres(chord_squared: f64) -> f64 {
    let angle = 2.0 * (chord_squared.sqrt() / 2.0).min(1.0).asin();
    (LEAST_CURVATURE_M * angle).mul_add(1.0 - 1e-9, -ROUNDING_M)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn chord_squared(a: LonLat, b: LonLat) -> f64 {
        a.on_unit_sphere()
            .iter()
            .zip(b.on_unit_sphere())
            .map(|(x, y)| (x - y) * (x - y))
            .sum()
    }

    proptest! {
        #[test]
        fn no_geodesic_is_shorter_than_its_chord_allows(
            a in (-180.0..=180.0, -90.0..=90.0),
            step in (-1.0..=1.0, -1.0..=1.0),
            scale in prop::sample::select(vec![0.0, 1e-9, 1e-6, 1e-3, 0.1, 10.0, 90.0, 180.0]),
        ) {
            let (lon, lat): (f64, f64) = a;
            let (east, north): (f64, f64) = step;
            let from = LonLat::new(lon, lat).unwrap();
            let to = LonLat::new(
                east.mul_add(scale, lon).clamp(-180.0, 180.0),
                north.mul_add(scale, lat).clamp(-90.0, 90.0),
            ).unwrap();
            let metres = metres_between(from, to).0;
            let least = least_metres(chord_squared(from, to));
            prop_assert!(least <= metres, "{least} > {metres}");
            prop_assert!(metres <= least.mul_add(1.0102, 1e-4), "{least} is too careful for {metres}");
        }
    }

    #[test]
    fn the_bound_holds_where_the_ellipsoid_bends_most() {
        let at = |lon, lat| LonLat::new(lon, lat).unwrap();
        for (a, b) in [
            (at(0.0, -0.001), at(0.0, 0.001)),
            (at(10.0, -0.5), at(10.0, 0.5)),
            (at(0.0, 0.0), at(180.0, 0.0)),
            (at(0.0, 90.0), at(0.0, -90.0)),
            (at(0.0, 0.0), at(179.7, 0.3)),
        ] {
            assert!(least_metres(chord_squared(a, b)) <= metres_between(a, b).0);
        }
    }
}
