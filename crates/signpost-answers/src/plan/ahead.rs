//! What comes if nobody does anything, in words.

use signpost_hours::{Calendar, OpenState, words};
use signpost_plan::ahead::{Ahead, Lapse, Near};

use super::Names;

/// One thing that comes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AheadLine {
    /// How near it is.
    pub near: Near,
    /// The day.
    pub day: String,
    /// What happens, in a sentence.
    pub what: String,
    /// What somebody would then read, in a sentence.
    pub reads: String,
}

/// Something that comes, in words.
#[must_use]
pub fn ahead_line(names: &Names<'_>, ahead: &Ahead) -> AheadLine {
    let speaker = names.speaker;
    let door = names.door((&ahead.from, &ahead.need));
    let say = |key: &str, who: &str, need: &str| {
        speaker.say(key, &[("door", &door), ("who", who), ("need", need)])
    };
    let what = match &ahead.lapse {
        Lapse::Consent { organization, need } => say(
            "plan-ahead-consent",
            &names.organization(organization),
            &names.need(need),
        ),
        Lapse::Confirmation { site, need } => say(
            "plan-ahead-confirmation",
            &names.site(site),
            &names.need(need),
        ),
        Lapse::Rule { .. } => say("plan-ahead-rule", "", ""),
        Lapse::Hours { site, need } => {
            say("plan-ahead-hours", &names.site(site), &names.need(need))
        }
        Lapse::Holiday {
            site,
            need,
            holiday,
        } => {
            let known = Calendar::ontario().named(holiday);
            let holiday = known.map_or_else(
                || holiday.to_string(),
                |name| name.words(speaker.lang).to_owned(),
            );
            let (place, wanted) = (names.site(site), names.need(need));
            let args = [
                ("holiday", holiday.as_str()),
                ("who", &place),
                ("need", &wanted),
            ];
            speaker.say("plan-ahead-holiday", &args)
        }
        Lapse::NoPlace { hours } => {
            let number = speaker.t_number("plan-ahead-hours-count", i64::from(*hours));
            say("plan-ahead-no-place", &number, "")
        }
    };
    let reads = match (&ahead.reads.first, ahead.reads.state) {
        (Some(site), Some(state)) => {
            let key = match state {
                OpenState::Open => "plan-ahead-reads-open",
                OpenState::Closed => "plan-ahead-reads-closed",
                OpenState::Unknown => "plan-ahead-reads-unknown",
            };
            speaker.t1(key, "place", names.site(site))
        }
        _ => speaker.t("plan-ahead-reads-nothing"),
    };
    AheadLine {
        near: ahead.near,
        day: words::date(ahead.day, speaker.lang),
        what,
        reads,
    }
}
