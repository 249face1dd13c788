//! Where a fact came from, and of which day it is.

use std::{fmt, str::FromStr};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{ObjectBuilder, RefOr, Schema, schema::Type},
};

/// A source: who said it, and when. Every row of the directory has one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// A name or an address a reader can follow.
    pub text: String,
    /// The day, month or year of the source; `None` when it bears no date.
    pub day: Option<SourceDay>,
}

/// A day known to the day, the month or only the year.
///
/// # Examples
/// ```
/// use signpost_domain::SourceDay;
/// let day: SourceDay = "2024-02".parse().unwrap();
/// assert_eq!(day.first_day().to_string(), "2024-02-01");
/// assert!("2024-13".parse::<SourceDay>().is_err());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct SourceDay {
    first: Date,
    precision: Precision,
}

/// How finely a [`SourceDay`] is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Precision {
    /// Only the year.
    Year,
    /// The year and the month.
    Month,
    /// The day itself.
    Day,
}

/// Not a day, a month or a year.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{text:?} is not a day: use 2026-11-22, 2026-11 or 2026")]
pub struct SourceDayError {
    /// What was given, cut to 40 characters.
    pub text: String,
}

impl SourceDay {
    /// A day known to the day.
    #[must_use]
    pub const fn day(date: Date) -> Self {
        Self {
            first: date,
            precision: Precision::Day,
        }
    }

    /// How finely it is known.
    #[must_use]
    pub const fn precision(self) -> Precision {
        self.precision
    }

    /// The first day it may mean; ages are counted from here, so that a vague date never looks fresher than it is.
    #[must_use]
    pub const fn first_day(self) -> Date {
        self.first
    }
}

impl PartialSchema for SourceDay {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .description(Some("A day, a month or a year"))
            .pattern(Some("^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"))
            .examples(["2026-11-22", "2026-11", "2026"])
            .into()
    }
}

impl ToSchema for SourceDay {}

impl FromStr for SourceDay {
    type Err = SourceDayError;

    fn from_str(text: &str) -> Result<Self, SourceDayError> {
        let (padded, precision) = match text.len() {
            4 => (format!("{text}-01-01"), Precision::Year),
            7 => (format!("{text}-01"), Precision::Month),
            10 => (text.to_owned(), Precision::Day),
            _ => (String::new(), Precision::Day),
        };
        let digits = text.bytes().all(|b| b.is_ascii_digit() || b == b'-');
        match padded.parse::<Date>() {
            Ok(first) if digits => Ok(Self { first, precision }),
            _ => Err(SourceDayError {
                text: text.chars().take(40).collect(),
            }),
        }
    }
}

impl fmt::Display for SourceDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month) = (self.first.year(), self.first.month());
        match self.precision {
            Precision::Year => write!(f, "{year:04}"),
            Precision::Month => write!(f, "{year:04}-{month:02}"),
            Precision::Day => write!(f, "{}", self.first),
        }
    }
}

impl From<SourceDay> for String {
    fn from(day: SourceDay) -> Self {
        day.to_string()
    }
}

impl TryFrom<String> for SourceDay {
    type Error = SourceDayError;

    fn try_from(text: String) -> Result<Self, SourceDayError> {
        text.parse()
    }
}
