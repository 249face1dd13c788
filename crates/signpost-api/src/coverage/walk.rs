//! How far one walks, and which places count.

use std::str::FromStr;

use utoipa::{
    PartialSchema, ToSchema,
    openapi::{ObjectBuilder, RefOr, Schema, schema::Type},
};

/// How far one walks: a step or two up to a morning's way.
#[derive(Clone, Copy)]
pub(crate) struct Walk(pub f64);

const NEAREST: u16 = 50;
const FARTHEST: u16 = 5_000;

impl Default for Walk {
    fn default() -> Self {
        Self(400.0)
    }
}

impl FromStr for Walk {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let digits = text.len() <= 5 && text.bytes().all(|byte| byte.is_ascii_digit());
        let metres: Option<u16> = text.parse().ok().filter(|_| digits);
        metres
            .filter(|metres| (NEAREST..=FARTHEST).contains(metres))
            .map(|metres| Self(f64::from(metres)))
            .ok_or_else(|| format!("write whole metres from {NEAREST} to {FARTHEST}, such as 400"))
    }
}

impl PartialSchema for Walk {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::Integer)
            .description(Some("How far one walks, in metres"))
            .minimum(Some(NEAREST))
            .maximum(Some(FARTHEST))
            .default(Some(400.into()))
            .into()
    }
}

impl ToSchema for Walk {}

/// Whether places count of which nobody knows if they are open.
#[derive(Clone, Copy, Default, PartialEq, Eq, ToSchema)]
#[schema(rename_all = "snake_case")]
pub(crate) enum Counting {
    /// Only those that are known to be open.
    #[default]
    Open,
    /// Those too of which nobody knows.
    OpenOrUnknown,
}

impl FromStr for Counting {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "open" => Ok(Self::Open),
            "open_or_unknown" => Ok(Self::OpenOrUnknown),
            _ => Err("write open or open_or_unknown"),
        }
    }
}
