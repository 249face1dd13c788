//! States and times in plain words, in English and French. Never a zone abbreviation.
//!
//! Words in Anishinaabemowin come from a speaker; until then its readers get the English ones.

mod capital;
mod clock;
mod hours;
mod messages;
mod sentence;
mod shortage;
mod warning;
mod week;

pub use capital::capital;
pub use clock::{clock, date, day_and_clock, has_tomorrow, weekday_and_clock, weekday_name};
pub use hours::{single_days, text_in_words, text_in_words_of, times_in_words};
pub use sentence::{reason, sentence, sentence_of};
pub use warning::warning;
pub use week::{DayLine, week, week_dated, week_relied};

#[cfg(test)]
mod tests;
