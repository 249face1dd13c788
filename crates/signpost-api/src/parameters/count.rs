//! How many answers.

use std::{borrow::Cow, str::FromStr};

use serde::{Deserialize, Deserializer, de::Error as _};
use serde_json::Value;
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{ObjectBuilder, RefOr, Schema, schema::Type},
};

/// How many places a list gives.
pub(crate) type ListLimit = Limit<50, 1_000>;

/// How many answers to where to go.
pub(crate) type AnswerLimit = Limit<10, 50>;

/// A whole number from 1 to `MOST`; `USUAL` when nobody says.
#[derive(Clone, Copy)]
pub(crate) struct Limit<const USUAL: usize, const MOST: usize>(usize);

impl<const USUAL: usize, const MOST: usize> Limit<USUAL, MOST> {
    pub(crate) const fn get(self) -> usize {
        self.0
    }

    fn wanted() -> String {
        format!("write a whole number from 1 to {MOST}")
    }

    fn of(number: usize) -> Result<Self, String> {
        let within = (1..=MOST).contains(&number);
        within.then_some(Self(number)).ok_or_else(Self::wanted)
    }
}

impl<const USUAL: usize, const MOST: usize> Default for Limit<USUAL, MOST> {
    fn default() -> Self {
        Self(USUAL)
    }
}

/// As it stands in an address: digits alone.
impl<const USUAL: usize, const MOST: usize> FromStr for Limit<USUAL, MOST> {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let digits = text.len() <= 9 && text.bytes().all(|byte| byte.is_ascii_digit());
        let number = text.parse().ok().filter(|_| digits);
        Self::of(number.ok_or_else(Self::wanted)?)
    }
}

/// As it stands in a body: a number; `null` is as left out.
impl<'de, const USUAL: usize, const MOST: usize> Deserialize<'de> for Limit<USUAL, MOST> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Value::deserialize(deserializer)?;
        if value.is_null() {
            return Ok(Self::default());
        }
        let number = value.as_u64().and_then(|number| number.try_into().ok());
        let limit = number.ok_or_else(Self::wanted).and_then(Self::of);
        limit.map_err(D::Error::custom)
    }
}

impl<const USUAL: usize, const MOST: usize> PartialSchema for Limit<USUAL, MOST> {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::Integer)
            .description(Some("How many at most"))
            .minimum(Some(1))
            .maximum(Some(MOST))
            .default(Some(USUAL.into()))
            .into()
    }
}

impl<const USUAL: usize, const MOST: usize> ToSchema for Limit<USUAL, MOST> {
    fn name() -> Cow<'static, str> {
        format!("Limit{USUAL}To{MOST}").into()
    }
}
