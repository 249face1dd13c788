//! Parameters and members of bodies, read by the types that describe them.

use std::{fmt, str::FromStr};

use serde::{
    Deserializer,
    de::{DeserializeOwned, Error as _, Visitor},
};
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
    match <Value as serde::Deserialize>::deserialize(deserializer)? {
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
    <Value as serde::Deserialize>::deserialize(deserializer).map(Some)
}

/// The names of a type's members, as the document has them.
#[must_use]
pub fn names<T: PartialSchema>() -> Vec<String> {
    match T::schema() {
        RefOr::T(Schema::Object(object)) => object.properties.into_keys().collect(),
        _ => Vec::new(),
    }
}

/// The names a type is read by, without reading anything; none where it is no plain list of members.
#[must_use]
pub fn fields<T: DeserializeOwned>() -> &'static [&'static str] {
    let mut asked = Asked(&[]);
    // It reads nothing, so that it always ends with an error.
    let _nothing = T::deserialize(&mut asked);
    asked.0
}

/// Notes which members a type asks for.
struct Asked(&'static [&'static str]);

impl<'de> Deserializer<'de> for &mut Asked {
    type Error = serde::de::value::Error;

    fn deserialize_any<V: Visitor<'de>>(self, _visitor: V) -> Result<V::Value, Self::Error> {
        Err(Self::Error::custom("there is nothing to read"))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        self.0 = fields;
        self.deserialize_any(visitor)
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map enum identifier ignored_any
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
