//! Places, boxes and distances that are asked about.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Deserializer, de::Error as _};
use serde_json::Value;
use signpost_domain::{LonLat, Metres};
use signpost_locate::BBox;
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{
        ArrayBuilder, ObjectBuilder, Ref, RefOr, Schema,
        schema::{AnyOfBuilder, ArrayItems, Type},
    },
};

/// A latitude and a longitude as digits, the latter with its comma.
macro_rules! degrees {
    (lat) => {
        r"[+-]?(90(\.0*)?|[0-8]?[0-9](\.[0-9]*)?)"
    };
    (lon) => {
        r"[+-]?(180(\.0*)?|(1[0-7][0-9]|[0-9]?[0-9])(\.[0-9]*)?)"
    };
}

/// `LAT,LON`.
#[derive(Clone, Copy)]
pub(crate) struct LatLon(pub LonLat);

impl FromStr for LatLon {
    type Err = <LonLat as FromStr>::Err;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self)
    }
}

impl PartialSchema for LatLon {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .description(Some("Latitude, longitude, in degrees"))
            .pattern(Some(concat!("^", degrees!(lat), ",", degrees!(lon), "$")))
            .examples(["49.7696,-94.4882"])
            .into()
    }
}

impl ToSchema for LatLon {}

/// `W,S,E,N`.
#[derive(Clone, Copy)]
pub(crate) struct BoxOfPlaces(pub BBox);

impl FromStr for BoxOfPlaces {
    type Err = <BBox as FromStr>::Err;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self)
    }
}

impl PartialSchema for BoxOfPlaces {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .description(Some(
                "West, south, east, north, in degrees; the south is not above the north",
            ))
            .pattern(Some(concat!(
                "^",
                degrees!(lon),
                ",",
                degrees!(lat),
                ",",
                degrees!(lon),
                ",",
                degrees!(lat),
                "$"
            )))
            .examples(["-94.6,49.7,-94.4,49.8"])
            .into()
    }
}

impl ToSchema for BoxOfPlaces {
    fn name() -> std::borrow::Cow<'static, str> {
        "BBox".into()
    }
}

/// A distance that is asked about: from a metre to half the way around the Earth.
#[derive(Clone, Copy)]
pub(crate) struct Within(pub Metres);

/// In metres.
const FARTHEST_M: u32 = 20_037_508;

impl FromStr for Within {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        text.parse()
            .ok()
            .filter(|metres| (1.0..=f64::from(FARTHEST_M)).contains(metres))
            .map(|metres| Self(Metres(metres)))
            .ok_or_else(|| format!("write metres from 1 to {FARTHEST_M}, such as 2000"))
    }
}

impl PartialSchema for Within {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::Number)
            .minimum(Some(1))
            .maximum(Some(FARTHEST_M))
            .into()
    }
}

impl ToSchema for Within {
    fn name() -> std::borrow::Cow<'static, str> {
        "Metres".into()
    }
}

/// A place in a body, in one of three forms.
#[derive(Deserialize)]
#[serde(untagged)]
pub(crate) enum Near {
    /// As in the address.
    Text(String),
    /// Latitude, longitude.
    Pair([f64; 2]),
    /// By name.
    Named(Named),
}

impl PartialSchema for Near {
    fn schema() -> RefOr<Schema> {
        AnyOfBuilder::new()
            .item(Ref::from_schema_name(LatLon::name()))
            .item(pair())
            .item(Ref::from_schema_name(Named::name()))
            .into()
    }
}

impl ToSchema for Near {
    fn schemas(schemas: &mut Vec<(String, RefOr<Schema>)>) {
        schemas.push((LatLon::name().into(), LatLon::schema()));
        schemas.push((Named::name().into(), Named::schema()));
    }
}

/// A place by the names of its two numbers.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NamedPlace)]
pub(crate) struct Named {
    #[schema(minimum = -90, maximum = 90)]
    lat: f64,
    #[schema(minimum = -180, maximum = 180)]
    lon: f64,
}

fn pair() -> ArrayBuilder {
    let number = |most: i32| {
        let number = ObjectBuilder::new().schema_type(Type::Number);
        Schema::from(number.minimum(Some(-most)).maximum(Some(most)))
    };
    ArrayBuilder::new()
        .description(Some("Latitude, longitude"))
        .prefix_items([number(90), number(180)])
        .items(ArrayItems::False)
        .min_items(Some(2))
        .max_items(Some(2))
}

/// Reads a place in any of its forms.
pub(crate) fn near<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<LonLat>, D::Error> {
    let value = Value::deserialize(deserializer)?;
    if value.is_null() {
        return Ok(None);
    }
    let wanted = "write \"LAT,LON\", [LAT, LON] or {\"lat\": LAT, \"lon\": LON}";
    let near = Near::deserialize(value).map_err(|_none_of_them| D::Error::custom(wanted))?;
    near.place().map(Some).map_err(D::Error::custom)
}

impl Near {
    fn place(self) -> Result<LonLat, impl fmt::Display> {
        match self {
            Self::Text(text) => text.parse(),
            Self::Pair([lat, lon]) | Self::Named(Named { lat, lon }) => LonLat::new(lon, lat),
        }
    }
}
