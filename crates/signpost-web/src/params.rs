//! Query parameters. Programs are read strictly: an unknown one is an error, not a guess. Addresses of pages are read leniently.

use std::str::FromStr;

use actix_web::web;
use serde::{
    de::DeserializeOwned,
    de::value::{Error, MapDeserializer},
};
use utoipa::IntoParams;

use crate::{ApiError, members};

/// The parameters of one request, by name.
#[derive(Debug, Default)]
pub struct Params(Vec<(String, String)>);

impl Params {
    /// Reads a query.
    ///
    /// # Errors
    /// A parameter that is not among `known`, or that is there twice, is named.
    pub fn read(query: &str, known: &[&str]) -> Result<Self, ApiError> {
        let pairs: Vec<(String, String)> = web::Query::<Vec<(String, String)>>::from_query(query)
            .map_err(|error| ApiError::parameter("query", error))?
            .into_inner();
        for (ix, (name, value)) in pairs.iter().enumerate() {
            let shown: String = name.chars().take(40).collect();
            if !known.contains(&name.as_str()) {
                let known = if known.is_empty() {
                    "this address takes none".to_owned()
                } else {
                    format!("this address takes {}", known.join(", "))
                };
                return Err(ApiError::parameter(
                    &shown,
                    format!("there is no such parameter; {known}"),
                ));
            }
            if pairs.iter().take(ix).any(|(earlier, _)| earlier == name) {
                return Err(ApiError::parameter(
                    &shown,
                    "it is given twice; give it once",
                ));
            }
            if value.contains(char::REPLACEMENT_CHARACTER) {
                return Err(ApiError::parameter(
                    &shown,
                    "it is not UTF-8, percent-encoded",
                ));
            }
        }
        Ok(Self(pairs))
    }

    /// Reads a query as a type: what an address takes is what the type has, in the document and here.
    ///
    /// # Errors
    /// As [`Params::read`]; and a parameter that does not read is named, in the words of its own type.
    pub fn typed<T: DeserializeOwned + IntoParams>(query: &str) -> Result<T, ApiError> {
        let known = members::fields::<T>();
        debug_assert!(
            T::into_params(|| None)
                .iter()
                .map(|parameter| parameter.name.as_str())
                .eq(known.iter().copied()),
            "the document has other parameters than {known:?}"
        );
        Self::read(query, known)?.into_typed()
    }

    fn into_typed<T: DeserializeOwned>(self) -> Result<T, ApiError> {
        let pairs = MapDeserializer::<_, Error>::new(self.0.into_iter());
        serde_path_to_error::deserialize(pairs).map_err(|fault| {
            let name = fault.path().to_string();
            ApiError::parameter(&name, fault.into_inner())
        })
    }

    /// Reads the query of a page that somebody may have shared or printed: what is not known is left alone, so that no address leads to a
    /// dead end. A query that cannot be read has no parameters.
    #[must_use]
    pub fn leniently(query: &str) -> Self {
        web::Query::<Vec<(String, String)>>::from_query(query)
            .map(|pairs| Self(pairs.into_inner()))
            .unwrap_or_default()
    }

    /// The text of a parameter, the first when it is there twice; `None` when it is not there.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|(own, _)| own == name)
            .map(|(_, value)| value.as_str())
    }

    /// A parameter as a value.
    ///
    /// # Errors
    /// When it does not read as one; the words are the type's own.
    pub fn value<T>(&self, name: &str) -> Result<Option<T>, ApiError>
    where
        T: FromStr,
        T::Err: std::fmt::Display,
    {
        self.text(name)
            .map(|text| {
                text.parse()
                    .map_err(|error| ApiError::parameter(name, error))
            })
            .transpose()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn programs_are_told_what_is_wrong_and_shared_addresses_lead_on() {
        for query in ["need=food&utm=1", "need=food&need=supplies", "need=%ff"] {
            assert!(Params::read(query, &["need"]).is_err(), "{query}");
        }
        let shared = Params::leniently("utm=1&need=food&need=supplies&near=%ff");
        assert_eq!(shared.text("need"), Some("food"));
        assert_eq!(shared.text("from"), None);
    }
}
