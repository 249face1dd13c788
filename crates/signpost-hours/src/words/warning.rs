//! What an editor may not have meant, in a sentence.

use jiff::civil::Time;
use signpost_domain::Lang;

use super::{clock::clock, messages::messages};
use crate::HoursWarning;

/// A sentence that says what would happen, and what to write instead.
#[must_use]
pub fn warning(warning: HoursWarning, lang: Lang) -> String {
    let words = messages(lang);
    let wall = |minutes: u16| {
        let hour = i8::try_from(minutes / 60 % 24).unwrap_or_default();
        let minute = i8::try_from(minutes % 60).unwrap_or_default();
        clock(Time::new(hour, minute, 0, 0).unwrap_or_default(), lang)
    };
    match warning {
        HoursWarning::NightCutAtMidnight => words.plain("warning-night-cut").to_owned(),
        HoursWarning::WeeksOverNewYear => words.plain("warning-weeks").to_owned(),
        HoursWarning::NeverOpen => words.plain("warning-never-open").to_owned(),
        HoursWarning::LongNight { from, to } => {
            let args = [("from", &*wall(from)), ("to", &*wall(to))];
            words.say("warning-long-night", &args)
        }
    }
}
