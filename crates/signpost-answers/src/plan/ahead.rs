//! What comes if nobody does anything, in words.

use signpost_domain::OrganizationId;
use signpost_hours::{Calendar, OpenState, words};
use signpost_plan::{
    ahead::{Ahead, Concerned, Lapse, Near},
    proof::{self, CellState},
};

use super::Names;

/// One thing that comes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AheadLine {
    /// How near it is.
    pub near: Near,
    /// The day; of what is so already, since when.
    pub day: String,
    /// What happens, in a sentence.
    pub what: String,
    /// Each old door that it concerns: what it loses, and what somebody would then read.
    pub doors: Vec<String>,
}

impl AheadLine {
    /// All of it, a line each.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        let head = [&self.day, &self.what].into_iter();
        head.chain(&self.doors).cloned().collect()
    }
}

/// Something that comes, in words.
#[must_use]
pub fn ahead_line(names: &Names<'_>, ahead: &Ahead) -> AheadLine {
    let speaker = names.speaker;
    let day = words::date(ahead.day, speaker.lang);
    AheadLine {
        near: ahead.near,
        day: match ahead.near {
            Near::Now => speaker.t1("plan-ahead-since", "day", day),
            Near::Week | Near::Month | Near::Later => day,
        },
        what: what(names, ahead),
        doors: ahead
            .doors
            .iter()
            .map(|door| door_line(names, &ahead.lapse, door))
            .collect(),
    }
}

/// Who is not agreed any more, how many doors lost a place by it, and how many have none left; `None` when nobody is gone.
#[must_use]
pub fn gone_line(names: &Names<'_>, gone: &[Ahead]) -> Option<String> {
    let mut who: Vec<String> = Vec::new();
    let mut doors: Vec<&Concerned> = Vec::new();
    for one in gone {
        if let Lapse::Consent { organization, .. } = &one.lapse {
            let name = names.organization(organization);
            if !who.contains(&name) {
                who.push(name);
            }
        }
        for door in &one.doors {
            let mut known = doors.iter();
            if !known.any(|own| (&own.from, &own.need) == (&door.from, &door.need)) {
                doors.push(door);
            }
        }
    }
    if who.is_empty() {
        return None;
    }
    let count = |key: &str, number: usize| {
        let number = i64::try_from(number).unwrap_or(i64::MAX);
        names.speaker.t_number(key, number)
    };
    let bare = doors.iter().filter(|door| door.left == 0).count();
    let mut line = names.speaker.t1("plan-gone", "who", who.join(", "));
    line = format!("{line} {}", count("plan-gone-doors", doors.len()));
    if bare > 0 {
        line = format!("{line} {}", count("plan-gone-bare", bare));
    }
    Some(line)
}

fn what(names: &Names<'_>, ahead: &Ahead) -> String {
    let speaker = names.speaker;
    let say = |key: &str, who: &str, need: &str| speaker.t2(key, ("who", who), ("need", need));
    match &ahead.lapse {
        Lapse::Consent { organization, need } => {
            let key = match ahead.near {
                Near::Now => "plan-ahead-consent-gone",
                Near::Week | Near::Month | Near::Later => "plan-ahead-consent",
            };
            say(key, &names.organization(organization), &names.need(need))
        }
        Lapse::Confirmation { site, need } => say(
            "plan-ahead-confirmation",
            &names.site(site),
            &names.need(need),
        ),
        Lapse::NotKnown { site, need } => {
            say("plan-ahead-not-known", &names.site(site), &names.need(need))
        }
        Lapse::Rule {
            next: Some(next), ..
        } => speaker.t1(
            "plan-ahead-rule-next",
            "day",
            words::date(*next, speaker.lang),
        ),
        Lapse::Rule { by: Some(by), .. } => {
            speaker.t1("plan-ahead-rule-by", "number", by.to_string())
        }
        Lapse::Rule { .. } => speaker.t("plan-ahead-rule"),
        Lapse::EveryWeek { week } => {
            let hours = i64::try_from(ahead.lapse.hours()).unwrap_or(i64::MAX);
            let hours = speaker.t_number("plan-ahead-hours-count", hours);
            let when = proof::words::when(week, CellState::Lost, speaker.lang);
            speaker.t2("plan-ahead-every-week", ("hours", &hours), ("when", &when))
        }
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
            speaker.t1("plan-ahead-no-place", "hours", number)
        }
    }
}

fn door_line(names: &Names<'_>, lapse: &Lapse, door: &Concerned) -> String {
    let speaker = names.speaker;
    let who = names.door((&door.from, &door.need));
    let gone = match lapse {
        Lapse::Consent { organization, .. } => Some(organization),
        _ => None,
    };
    let reads = reads(names, door, gone);
    if door.lost.is_empty() {
        return speaker.t2("plan-ahead-door", ("door", &who), ("reads", &reads));
    }
    let lost: Vec<String> = door.lost.iter().map(|site| names.site(site)).collect();
    let left = speaker.t_number(
        "plan-ahead-left",
        i64::try_from(door.left).unwrap_or(i64::MAX),
    );
    let args = [
        ("door", who.as_str()),
        ("lost", &lost.join(", ")),
        ("left", &left),
        ("reads", &reads),
    ];
    speaker.say("plan-ahead-door-lost", &args)
}

/// What somebody would read first. A place that the plan sends nobody to any more may still come first in the list, as any other: that is said.
fn reads(names: &Names<'_>, door: &Concerned, gone: Option<&OrganizationId>) -> String {
    let speaker = names.speaker;
    let (Some(slug), Some(state)) = (&door.reads.first, door.reads.state) else {
        return speaker.t("plan-ahead-reads-nothing");
    };
    let mut sites = names.directory.sites.iter();
    let own = sites.any(|site| site.slug == *slug && Some(&site.organization) == gone);
    let key = match (own, state) {
        (true, _) => "plan-ahead-reads-own",
        (_, OpenState::Open) => "plan-ahead-reads-open",
        (_, OpenState::Closed) => "plan-ahead-reads-closed",
        (_, OpenState::Unknown) => "plan-ahead-reads-unknown",
    };
    speaker.t1(key, "place", names.site(slug))
}
