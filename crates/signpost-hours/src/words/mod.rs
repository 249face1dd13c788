//! States and times in plain words, in English and French. Never a zone abbreviation.
//!
//! Words in Anishinaabemowin come from a speaker; until then its readers get the English ones.

mod clock;
mod hours;
mod sentence;
mod week;

use signpost_domain::Lang;

pub use clock::{clock, date, day_and_clock, weekday_and_clock, weekday_name};
pub use hours::{text_in_words, times_in_words};
pub use sentence::sentence;
pub use week::{DayLine, week};

/// The languages these words are in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tongue {
    English,
    French,
}

impl Tongue {
    /// The first of a reader's languages that these words are in.
    fn of(lang: Lang) -> Self {
        match lang {
            Lang::Fr => Self::French,
            Lang::En | Lang::OjLatn | Lang::OjCans => Self::English,
        }
    }
}

#[cfg(test)]
mod tests;
