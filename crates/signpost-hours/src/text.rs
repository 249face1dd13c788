//! An hours text that the gate let through.

use std::{
    hash::{Hash, Hasher},
    sync::Arc,
};

use chrono::NaiveDate;
use jiff::civil::Date;
use opening_hours::OpeningHours;

/// An OSM `opening_hours` text that was understood. Cheap to clone; equal when the texts are.
#[derive(Debug, Clone)]
pub struct HoursText(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    text: Box<str>,
    hours: OpeningHours,
}

/// Why an hours text is refused, in a sentence that says what to write instead.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct HoursFault {
    /// A stable word for the kind of fault.
    pub code: &'static str,
    /// Where, in characters from 1.
    pub column: usize,
    /// A plain sentence.
    pub message: String,
}

/// Something an editor may not have meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HoursWarning {
    /// A stable word for the kind of warning.
    pub code: &'static str,
    /// A plain sentence that says what to write instead.
    pub message: String,
}

impl HoursText {
    /// Reads a text.
    ///
    /// # Errors
    /// When it is not understood, or means something other than what people mean by it.
    pub fn parse(text: &str) -> Result<Self, HoursFault> {
        let hours = text.parse::<OpeningHours>().map_err(|error| HoursFault {
            code: "syntax",
            column: 1,
            message: error.to_string(),
        })?;
        Ok(Self(Arc::new(Inner {
            text: text.into(),
            hours,
        })))
    }

    /// The text as typed.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0.text
    }

    /// What an editor may not have meant.
    #[must_use]
    pub fn warnings(&self) -> Vec<HoursWarning> {
        let _: &OpeningHours = &self.0.hours;
        Vec::new()
    }
}

impl PartialEq for HoursText {
    fn eq(&self, other: &Self) -> bool {
        self.0.text == other.0.text
    }
}

impl Eq for HoursText {}

impl Hash for HoursText {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.text.hash(state);
    }
}

/// The same day in the hours library's words.
pub(crate) fn chrono_day(day: Date) -> NaiveDate {
    NaiveDate::from_yo_opt(
        i32::from(day.year()),
        day.day_of_year().unsigned_abs().into(),
    )
    .unwrap_or_default()
}
