//! States and times in plain words, in English and French. Never a zone abbreviation.
//!
//! Words in Anishinaabemowin come from a speaker; until then its readers get the English ones.

mod capital;
mod clock;
mod hours;
mod messages;
mod sentence;
mod shortage;
mod week;

pub use capital::capital;
pub use clock::{clock, date, day_and_clock, weekday_and_clock, weekday_name};
pub use hours::{text_in_words, times_in_words};
pub use sentence::sentence;
pub use week::{DayLine, week};

#[cfg(test)]
mod tests;
