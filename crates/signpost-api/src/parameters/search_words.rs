//! Words that are looked for.

use std::str::FromStr;

use utoipa::{
    PartialSchema, ToSchema,
    openapi::{ObjectBuilder, RefOr, Schema, schema::Type},
};

/// The longest text that is looked for, in characters.
const LONGEST: usize = 80;

/// A text with something to look for in it.
#[derive(Clone)]
pub(crate) struct SearchWords(String);

impl SearchWords {
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for SearchWords {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if text.chars().count() > LONGEST {
            return Err(format!("write at most {LONGEST} characters"));
        }
        if text.trim().is_empty() {
            return Err("write a word to look for".to_owned());
        }
        Ok(Self(text.to_owned()))
    }
}

impl PartialSchema for SearchWords {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .pattern(Some(r"\S"))
            .min_length(Some(1))
            .max_length(Some(LONGEST))
            .into()
    }
}

impl ToSchema for SearchWords {}
