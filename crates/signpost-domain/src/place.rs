//! Places on the Earth: a longitude and latitude that are always in range, and metres.

use std::{borrow::Cow, fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{ArrayBuilder, ObjectBuilder, RefOr, Schema, schema::ArrayItems, schema::Type},
};

/// A point on the WGS 84 ellipsoid, in degrees.
///
/// # Units
/// Degrees; longitude -180 to 180 (east positive), latitude -90 to 90 (north positive). Serialized as RFC 7946 §3.1.1 says: `[lon, lat]`.
///
/// # Examples
/// ```
/// use signpost_domain::LonLat;
/// let counter = LonLat::new(-94.48821, 49.76955).unwrap();
/// assert_eq!(counter.lat(), 49.76955);
/// assert!(LonLat::new(49.76955, -94.48821).is_err(), "swapped");
/// assert!(LonLat::new(f64::NAN, 0.0).is_err());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(into = "[f64; 2]", try_from = "[f64; 2]")]
pub struct LonLat {
    lon: f64,
    lat: f64,
}

/// Why two numbers are not a place.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum LonLatError {
    /// NaN or an infinity.
    #[error("{name} is not a finite number")]
    NotFinite {
        /// `longitude` or `latitude`.
        name: &'static str,
    },
    /// Longitude outside -180 to 180.
    #[error("longitude {lon} is outside -180 to 180")]
    Longitude {
        /// What was given.
        lon: f64,
    },
    /// Latitude outside -90 to 90.
    #[error(
        "latitude {lat} is outside -90 to 90; latitude comes first in addresses, longitude first in GeoJSON: are they swapped?"
    )]
    Latitude {
        /// What was given.
        lat: f64,
    },
    /// Not two numbers with a comma between.
    #[error("expected LAT,LON such as 49.7696,-94.4882, got {text:?}")]
    Shape {
        /// What was given, cut to 40 characters.
        text: String,
    },
}

impl LonLat {
    /// A place from degrees, longitude first.
    ///
    /// # Errors
    /// When a number is not finite or out of range.
    pub fn new(lon: f64, lat: f64) -> Result<Self, LonLatError> {
        if !lon.is_finite() {
            return Err(LonLatError::NotFinite { name: "longitude" });
        }
        if !lat.is_finite() {
            return Err(LonLatError::NotFinite { name: "latitude" });
        }
        if !(-90.0..=90.0).contains(&lat) {
            return Err(LonLatError::Latitude { lat });
        }
        if !(-180.0..=180.0).contains(&lon) {
            return Err(LonLatError::Longitude { lon });
        }
        Ok(Self { lon, lat })
    }

    /// Degrees east.
    #[must_use]
    pub const fn lon(self) -> f64 {
        self.lon
    }

    /// Degrees north.
    #[must_use]
    pub const fn lat(self) -> f64 {
        self.lat
    }

    /// The point on the unit sphere, for an index in which nearer by chord is nearer on the ground.
    ///
    /// # Units
    /// Earth radii, so every point has length 1.
    #[must_use]
    pub fn on_unit_sphere(self) -> [f64; 3] {
        let (lon, lat) = (self.lon.to_radians(), self.lat.to_radians());
        [lat.cos() * lon.cos(), lat.cos() * lon.sin(), lat.sin()]
    }
}

impl PartialSchema for LonLat {
    fn schema() -> RefOr<Schema> {
        let degrees = |most: i32| {
            let number = ObjectBuilder::new().schema_type(Type::Number);
            Schema::from(number.minimum(Some(-most)).maximum(Some(most)))
        };
        ArrayBuilder::new()
            .description(Some("Longitude, latitude, in degrees"))
            .prefix_items([degrees(180), degrees(90)])
            .items(ArrayItems::False)
            .min_items(Some(2))
            .max_items(Some(2))
            .into()
    }
}

impl ToSchema for LonLat {
    fn name() -> Cow<'static, str> {
        "Point".into()
    }
}

impl From<LonLat> for [f64; 2] {
    fn from(place: LonLat) -> Self {
        [place.lon, place.lat]
    }
}

impl TryFrom<[f64; 2]> for LonLat {
    type Error = LonLatError;

    fn try_from([lon, lat]: [f64; 2]) -> Result<Self, LonLatError> {
        Self::new(lon, lat)
    }
}

/// Reads `LAT,LON`, the order people copy from a map and the API's `near` takes.
impl FromStr for LonLat {
    type Err = LonLatError;

    fn from_str(text: &str) -> Result<Self, LonLatError> {
        let shape = || LonLatError::Shape {
            text: text.chars().take(40).collect(),
        };
        let (lat, lon) = text.split_once(',').ok_or_else(shape)?;
        let number = |part: &str| part.trim().parse::<f64>().map_err(|_not_a_number| shape());
        Self::new(number(lon)?, number(lat)?)
    }
}

/// A length on the ground.
///
/// # Units
/// Metres.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Metres(pub f64);

impl fmt::Display for Metres {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.0} m", self.0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn nothing_out_of_range_becomes_a_place(lon in any::<f64>(), lat in any::<f64>()) {
            let inside = lon.abs() <= 180.0 && lat.abs() <= 90.0;
            prop_assert_eq!(LonLat::new(lon, lat).is_ok(), inside);
        }

        #[test]
        fn any_text_is_read_without_panic(text in ".{0,60}") {
            let _: Result<LonLat, _> = text.parse();
        }
    }

    #[test]
    fn swapped_coordinates_are_named_as_such() {
        let error = "-94.48,49.77".parse::<LonLat>().unwrap_err();
        assert!(error.to_string().contains("swapped"), "{error}");
    }

    #[test]
    fn json_cannot_build_an_impossible_place() {
        assert!(serde_json::from_str::<LonLat>("[200.0, 10.0]").is_err());
        assert_eq!(
            serde_json::from_str::<LonLat>("[-94.5, 49.7]").unwrap(),
            LonLat::new(-94.5, 49.7).unwrap()
        );
    }
}
