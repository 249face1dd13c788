//! States and times in plain words, in English and French. Never a zone abbreviation.

use jiff::{
    Timestamp,
    civil::{Date, Time},
};
use signpost_domain::Lang;

use crate::{HoursText, Moment, Schedule, Zone};

/// One day of a week in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayLine {
    /// The day: "Monday".
    pub day: String,
    /// Its hours: "9 am to 5 pm", "Closed".
    pub hours: String,
}

/// The state as one sentence: "Open now, until 9 pm".
#[must_use]
pub fn sentence(_moment: &Moment, _at: Timestamp, _zone: &Zone, _lang: Lang) -> String {
    String::new()
}

/// A time of day: "4:30 pm", "16 h 30", "noon", "midnight".
#[must_use]
pub fn clock(_time: Time, _lang: Lang) -> String {
    String::new()
}

/// An instant as day and time, as seen from `at`: "4 pm", "tomorrow 9 am", "Monday 9 am", "December 14, 9 am".
#[must_use]
pub fn day_and_clock(_when: Timestamp, _at: Timestamp, _zone: &Zone, _lang: Lang) -> String {
    String::new()
}

/// A day with its year: "December 14, 2026", "14 décembre 2026".
#[must_use]
pub fn date(_day: Date, _lang: Lang) -> String {
    String::new()
}

/// Seven days from `from_day`, each with the hours that start on it.
#[must_use]
pub fn week(_schedule: &Schedule, _from_day: Date, _lang: Lang) -> Vec<DayLine> {
    Vec::new()
}

/// A simple text in words; `None` when it is not simple.
#[must_use]
pub fn text_in_words(_hours: &HoursText, _lang: Lang) -> Option<String> {
    None
}
