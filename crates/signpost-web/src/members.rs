//! Parameters and members of bodies, read by the types that describe them.

use std::{fmt, str::FromStr};

use serde::{Deserialize as _, Deserializer, de::DeserializeOwned, de::Error as _};
use serde_json::{Map, Value};
use utoipa::{
    PartialSchema,
    openapi::{RefOr, Schema},
};

use crate::ApiError;

/// Reads a text by the type's own `FromStr`, so that what is wrong is said in its words. Left out and `null` are `None`.
///
/// # Errors
/// What is no text, and what the type refuses.
pub fn written<'de, D, T>(deserializer: D) -> Result<Option<T>, D::Error>
where
    D: Deserializer<'de>,
    T: FromStr,
    T::Err: fmt::Display,
{
    match Value::deserialize(deserializer)? {
        Value::Null => Ok(None),
        Value::String(text) => text.parse().map(Some).map_err(D::Error::custom),
        _ => Err(D::Error::custom("write it as a text in quotes")),
    }
}

/// A member as it was sent, `null` too: in a merge patch that is not the same as left out.
///
/// # Errors
/// None of its own.
pub fn sent<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(deserializer).map(Some)
}

/// The names of a type's members, as the document has them.
#[must_use]
pub fn names<T: PartialSchema>() -> Vec<String> {
    match T::schema() {
        RefOr::T(Schema::Object(object)) => object.properties.into_keys().collect(),
        _ => Vec::new(),
    }
}

/// Reads the members of a body as a type.
///
/// # Errors
/// A member that the type does not have, or that does not read, is named.
pub fn typed<T: DeserializeOwned + PartialSchema>(body: Map<String, Value>) -> Result<T, ApiError> {
    let known = names::<T>();
    if let Some(name) = body.keys().find(|name| !known.contains(name)) {
        let shown: String = name.chars().take(40).collect();
        let detail = format!("there is no such member; send {}", known.join(", "));
        return Err(ApiError::parameter(&shown, detail));
    }
    serde_path_to_error::deserialize(Value::Object(body)).map_err(|fault| {
        let name = fault.path().to_string();
        ApiError::parameter(&name, fault.into_inner())
    })
}
