//! A poster that hangs, in words.

use jiff::civil::Date;
use signpost_hours::words;

use super::{Differs, Hanging, Standing};
use crate::plan::Names;

/// A poster that hangs, and what is to be done about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HangingLine {
    /// "Birch Health Office: front door"
    pub place: String,
    /// The day it was put up.
    pub since: String,
    /// How it stands today, in sentences.
    pub what: String,
    /// Whether somebody has to do something about it today.
    pub is_wrong: bool,
    /// The day on which it stops being right, and what then holds; empty when nobody knows of one.
    pub next: String,
}

/// A poster that hangs, in words.
#[must_use]
pub fn hanging_line(names: &Names<'_>, hanging: &Hanging) -> HangingLine {
    let speaker = names.speaker;
    let day = |day: Date| words::date(day, speaker.lang);
    let door = names.site(&hanging.poster.door);
    let next = hanging.next.as_ref().map(|(first, standing)| {
        let what = standing_words(names, standing);
        speaker.t2("poster-next", ("day", &day(*first)), ("what", &what))
    });
    HangingLine {
        place: speaker.t2(
            "poster-hangs",
            ("door", &door),
            ("place", &hanging.poster.place),
        ),
        since: day(hanging.poster.put_up),
        what: standing_words(names, &hanging.standing),
        is_wrong: hanging.is_wrong(),
        next: next.unwrap_or_default(),
    }
}

fn standing_words(names: &Names<'_>, standing: &Standing) -> String {
    let speaker = names.speaker;
    match standing {
        Standing::Right => speaker.t("poster-right"),
        Standing::Early(day) => speaker.t1("poster-early", "day", words::date(*day, speaker.lang)),
        Standing::Ended => speaker.t("poster-ended"),
        Standing::Other(differs) => {
            let sentences = differs.iter().map(|one| match one {
                Differs::Sentence => speaker.t("poster-other-sentence"),
                Differs::Phone => speaker.t("poster-other-phone"),
                Differs::TextNumber => speaker.t("poster-other-text"),
                Differs::Address => speaker.t("poster-other-address"),
                Differs::Places(places) if places.is_empty() => speaker.t("poster-other-nowhere"),
                Differs::Places(places) => {
                    let places: Vec<String> = places.iter().map(|one| names.site(one)).collect();
                    speaker.t1("poster-other-places", "places", places.join("; "))
                }
            });
            sentences.collect::<Vec<_>>().join(" ")
        }
    }
}
