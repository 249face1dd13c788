//! Points that cannot be meant: a sign was lost, two numbers were swapped, or it is another part of the world.

use crate::LonLat;

/// How wide the district is, from any place in it to any other.
///
/// # Units
/// Kilometres. Kenora District, the largest of Ontario, is some 500 km wide.
const DISTRICT_KM: f64 = 500.0;

/// The Earth's mean radius, in kilometres.
const EARTH_KM: f64 = 6_371.0;

/// Why a point cannot be meant. Who asked has words of their own for it; these are for people who read English.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Misplaced {
    /// What programs write when there is no point.
    #[error("0, 0 is no place here: leave the point out when it is not known")]
    Zero,
    /// Read the other way round it would be here.
    #[error("latitude and longitude are swapped")]
    Swapped,
    /// With a minus it would be here.
    #[error("the longitude has the wrong sign: west is negative")]
    East,
    /// Without a minus it would be here.
    #[error("the latitude has the wrong sign: north is positive")]
    South,
    /// Farther away than the district is wide.
    #[error("this is {km} km from the middle of the directory, farther than the district is wide")]
    Far {
        /// How far from the middle of the directory.
        km: u32,
    },
}

/// Why a point cannot be meant in a directory around this centre; `None` when it can.
///
/// # Examples
/// ```
/// use signpost_domain::{LonLat, Misplaced, misplaced};
/// let centre = LonLat::new(-94.49, 49.77).unwrap();
/// let dryden = LonLat::new(-92.84, 49.78).unwrap();
/// assert_eq!(misplaced(dryden, centre), None);
/// assert_eq!(misplaced(LonLat::new(94.49, 49.77).unwrap(), centre), Some(Misplaced::East));
/// ```
#[must_use]
pub fn misplaced(point: LonLat, centre: LonLat) -> Option<Misplaced> {
    let is_here = |point: LonLat| km_between(point, centre) <= DISTRICT_KM;
    if is_here(point) {
        return None;
    }
    let (lon, lat) = (point.lon(), point.lat());
    let would_be_here = |lon: f64, lat: f64| LonLat::new(lon, lat).is_ok_and(is_here);
    Some(if lon.abs() < f64::EPSILON && lat.abs() < f64::EPSILON {
        Misplaced::Zero
    } else if would_be_here(lat, lon) {
        Misplaced::Swapped
    } else if would_be_here(-lon, lat) {
        Misplaced::East
    } else if would_be_here(lon, -lat) {
        Misplaced::South
    } else {
        Misplaced::Far {
            km: whole(km_between(point, centre)),
        }
    })
}

fn km_between(one: LonLat, other: LonLat) -> f64 {
    let pairs = one.on_unit_sphere().into_iter().zip(other.on_unit_sphere());
    let cosine: f64 = pairs.map(|(one, other)| one * other).sum();
    EARTH_KM * cosine.clamp(-1.0, 1.0).acos()
}

/// Half the Earth's girth fits.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "between 0 and 20,016"
)]
fn whole(km: f64) -> u32 {
    km.round() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(lon: f64, lat: f64) -> Option<Misplaced> {
        let kenora = LonLat::new(-94.489_85, 49.767_41).unwrap();
        misplaced(LonLat::new(lon, lat).unwrap(), kenora)
    }

    #[test]
    fn slips_are_named_and_what_is_in_the_district_is_fine() {
        for (lon, lat) in [
            (-94.49, 49.77),
            (-91.62, 48.76),
            (-89.5, 51.9),
            (-93.4, 48.6),
        ] {
            assert_eq!(at(lon, lat), None, "{lon} {lat}");
        }
        assert_eq!(at(0.0, 0.0), Some(Misplaced::Zero));
        assert_eq!(at(94.49, 49.77), Some(Misplaced::East));
        assert_eq!(at(-94.49, -49.77), Some(Misplaced::South));
        let toronto = at(-79.38, 43.65);
        assert!(
            matches!(toronto, Some(Misplaced::Far { km: 1_200..=1_400 })),
            "{toronto:?}"
        );
        // Where both can be latitudes, swapping is seen; in Kenora the other way round is no place on Earth at all.
        let equator = LonLat::new(36.8, -1.3).unwrap();
        let swapped = LonLat::new(-1.3, 36.8).unwrap();
        assert_eq!(misplaced(swapped, equator), Some(Misplaced::Swapped));
        let null_island = LonLat::new(0.1, 0.1).unwrap();
        assert_eq!(misplaced(LonLat::new(0.0, 0.0).unwrap(), null_island), None);
    }
}
