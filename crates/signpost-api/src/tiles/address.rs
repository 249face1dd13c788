//! The numbers of a tile in an address.

use signpost_web::ApiError;
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{ObjectBuilder, RefOr, Schema, schema::Type},
};

/// The media type of a vector tile.
pub(crate) const MVT: &str = "application/vnd.mapbox-vector-tile";

/// No map is looked at more closely than this.
const HIGHEST_ZOOM: u8 = 22;

/// How closely a map is looked at.
pub(crate) struct Zoom;

impl PartialSchema for Zoom {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::Integer)
            .minimum(Some(0))
            .maximum(Some(HIGHEST_ZOOM))
            .into()
    }
}

impl ToSchema for Zoom {}

/// The column or row of a tile.
pub(crate) struct TileNumber;

impl PartialSchema for TileNumber {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::Integer)
            .description(Some("At zoom z from 0 to 2^z - 1"))
            .minimum(Some(0))
            .maximum(Some((1_u32 << HIGHEST_ZOOM) - 1))
            .into()
    }
}

impl ToSchema for TileNumber {}

/// Zoom, column from the west, row from the north.
pub(crate) type Numbers = (u8, u32, u32);

/// Reads the three numbers of a tile.
///
/// # Errors
/// What is no number, or no tile of the world, is named.
pub(crate) fn read(z: &str, x: &str, y: &str) -> Result<Numbers, ApiError> {
    let z = number(z)
        .and_then(|z| u8::try_from(z).ok())
        .filter(|z| *z <= HIGHEST_ZOOM)
        .ok_or_else(|| {
            ApiError::parameter(
                "z",
                format!("a zoom is a whole number from 0 to {HIGHEST_ZOOM}"),
            )
        })?;
    let last = (1_u32 << z) - 1;
    let within = |name, text| {
        number(text).filter(|n| *n <= last).ok_or_else(|| {
            ApiError::parameter(
                name,
                format!("at zoom {z} it is a whole number from 0 to {last}"),
            )
        })
    };
    Ok((z, within("x", x)?, within("y", y)?))
}

/// Digits only: `+1` and `01` would be second addresses of one tile.
fn number(text: &str) -> Option<u32> {
    let is_plain = text.bytes().all(|c| c.is_ascii_digit());
    let is_short = text == "0" || !text.starts_with('0');
    text.parse().ok().filter(|_| is_plain && is_short)
}
