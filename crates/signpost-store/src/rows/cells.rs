//! Cells of a row, read into the words of the domain. A cell that cannot be what its column says names itself.

use std::str::FromStr;

use jiff::civil::Date;
use serde::{
    Deserialize, Serialize,
    de::{DeserializeOwned, value::StrDeserializer},
};
use signpost_domain::{LonLat, Source, Text};

use crate::error::StoreError;

/// The row that is being read, for naming it.
#[derive(Clone, Copy)]
pub(crate) struct Cells<'a> {
    pub(crate) table: &'static str,
    pub(crate) row: &'a str,
}

impl Cells<'_> {
    /// The error that names this cell.
    pub(crate) fn fault(&self, column: &'static str) -> StoreError {
        StoreError::Inconsistent {
            table: self.table,
            column,
            row: self.row.to_owned(),
        }
    }

    /// A list or a structure, kept as JSON.
    pub(crate) fn json<T: DeserializeOwned>(
        &self,
        column: &'static str,
        text: &str,
    ) -> Result<T, StoreError> {
        serde_json::from_str(text).map_err(|_named_by_cell| self.fault(column))
    }

    /// A list, kept as JSON. Most are empty, and a million of those are worth a short cut.
    pub(crate) fn list<T: DeserializeOwned>(
        &self,
        column: &'static str,
        text: &str,
    ) -> Result<Vec<T>, StoreError> {
        if text == "[]" {
            return Ok(Vec::new());
        }
        self.json(column, text)
    }

    /// Translated words, kept as JSON; most are empty here too.
    pub(crate) fn words(&self, column: &'static str, text: &str) -> Result<Text, StoreError> {
        if text == "{}" {
            return Ok(Text::default());
        }
        self.json(column, text)
    }

    /// An id, a day, a phone number.
    pub(crate) fn parsed<T: FromStr>(
        &self,
        column: &'static str,
        text: &str,
    ) -> Result<T, StoreError> {
        text.parse().map_err(|_named_by_cell| self.fault(column))
    }

    /// The same, where there may be none.
    pub(crate) fn maybe<T: FromStr>(
        &self,
        column: &'static str,
        text: Option<&str>,
    ) -> Result<Option<T>, StoreError> {
        text.map(|text| self.parsed(column, text)).transpose()
    }

    /// A day, where there may be none.
    pub(crate) fn day(
        &self,
        column: &'static str,
        text: Option<&str>,
    ) -> Result<Option<Date>, StoreError> {
        self.maybe(column, text)
    }

    /// One of a closed set of words, as serde spells them.
    pub(crate) fn one_of<'de, T: Deserialize<'de>>(
        &self,
        column: &'static str,
        text: &'de str,
    ) -> Result<T, StoreError> {
        T::deserialize(StrDeserializer::<serde::de::value::Error>::new(text))
            .map_err(|_named_by_cell| self.fault(column))
    }

    /// A number that must fit.
    pub(crate) fn number<T: TryFrom<i64>>(
        &self,
        column: &'static str,
        number: i64,
    ) -> Result<T, StoreError> {
        T::try_from(number).map_err(|_named_by_cell| self.fault(column))
    }

    /// A place.
    pub(crate) fn point(&self, lon: f64, lat: f64) -> Result<LonLat, StoreError> {
        LonLat::new(lon, lat).map_err(|_named_by_cell| self.fault("lon, lat"))
    }

    /// Where a row came from.
    pub(crate) fn source(&self, text: String, day: Option<&str>) -> Result<Source, StoreError> {
        Ok(Source {
            text,
            day: self.maybe("source_day", day)?,
        })
    }
}

/// A value as JSON text.
pub(crate) fn json<T: Serialize + ?Sized>(value: &T) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(StoreError::Encoding)
}

/// A word of a closed set, as serde spells it.
pub(crate) fn word<T: Serialize>(value: &T) -> Result<String, StoreError> {
    match serde_json::to_value(value).map_err(StoreError::Encoding)? {
        serde_json::Value::String(word) => Ok(word),
        other => Ok(other.to_string()),
    }
}
