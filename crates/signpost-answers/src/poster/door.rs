//! What is printed for an old door: today, and from a later day on.

use jiff::{Timestamp, ToSpan as _, civil::Date};
use signpost_domain::{Lang, NeedCode, PhoneLine, Plan, PlanStatus, PosterSays, SiteSlug, Text};
use signpost_locate::Snapshot;
use signpost_plan::{Held, Redirection, change_days, redirections};

use super::{
    telling::{telling_word, tells},
    words::{LANGS, Poster, WORDS_MOST, poster},
};
use crate::Speaker;

/// The longest address whose code has 29 modules on a side; in capitals, at level Q.
const SHORT: usize = 47;
/// Numbers this short are for emergencies: nobody calls them to ask where to go.
const EMERGENCY: usize = 4;

/// What a server prints of itself on every poster.
#[derive(Debug, Clone, Copy)]
pub struct Prints<'a> {
    /// The address that people open, without a slash at its end.
    pub address: &'a str,
    /// The number to text for an answer, as it is read; `None` where there is none.
    pub text_number: Option<&'a str>,
}

/// A poster of an old door, and what whoever hangs it has to know.
#[derive(Debug, Clone)]
pub struct DoorPoster {
    /// The first day on which it holds; `None` when it holds today.
    pub first: Option<Date>,
    /// What it says.
    pub says: PosterSays,
    /// How it says so.
    pub poster: Poster,
    /// What to know before it is hung.
    pub cautions: Vec<Caution>,
}

/// What to know of a poster.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Caution {
    /// The plan's sentence has this word, which says what people come for, so another sentence stands there.
    Telling(String),
    /// The plan's sentence is held back, so another stands there.
    Held(Held),
    /// The plan's sentence is too long to be read at a door, so another stands there.
    TooLong,
    /// The plan has no sentence in French, so another stands there.
    NoFrench,
    /// The address is longer than 47 characters: its code has smaller modules.
    LongAddress,
    /// The address itself says what people come for.
    TellingAddress,
}

/// The old doors that a poster can be printed for, today's or of a version that is to come.
#[must_use]
pub fn doors(snapshot: &Snapshot, at: Timestamp) -> Vec<SiteSlug> {
    let today = snapshot.town_zone().day(at);
    let days = std::iter::once(today).chain(turns(snapshot, today));
    let found = days.flat_map(|day| on(snapshot, day));
    let mut found: Vec<SiteSlug> = found.map(|one| one.from).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// The posters of an old door: what holds today first, then each that an approved plan says otherwise on a later day.
#[must_use]
pub fn posters_of(
    snapshot: &Snapshot,
    slug: &SiteSlug,
    prints: &Prints<'_>,
    at: Timestamp,
) -> Vec<DoorPoster> {
    let Some(ix) = snapshot.find(slug) else {
        return Vec::new();
    };
    let name = snapshot.site(ix).name.words(Lang::En);
    let today = snapshot.town_zone().day(at);
    let mut found: Vec<DoorPoster> = Vec::new();
    for (first, day) in
        std::iter::once((None, today)).chain(turns(snapshot, today).map(|day| (Some(day), day)))
    {
        let day = on(snapshot, day);
        let Some(redirection) = of_door(&day, slug) else {
            continue;
        };
        let (says, cautions) = says(snapshot, redirection, prints);
        let printed = |one: &DoorPoster| same_print(&one.says, &says);
        if !found.iter().any(printed) {
            found.push(DoorPoster {
                first,
                poster: poster(&says, name),
                says,
                cautions,
            });
        }
    }
    found
}

/// Whether two are the same sheet of paper.
pub(super) fn same_print(one: &PosterSays, other: &PosterSays) -> bool {
    (&one.sentence, &one.phone, &one.text_number, &one.address)
        == (
            &other.sentence,
            &other.phone,
            &other.text_number,
            &other.address,
        )
}

/// Where the plan sends people on a day, origin by origin.
pub(super) fn on(snapshot: &Snapshot, day: Date) -> Vec<Redirection> {
    const NOON: i8 = 12;
    let noon = snapshot.town_zone().instant(day.at(NOON, 0, 0, 0));
    redirections(snapshot, noon)
}

/// One poster for a door: its code leads to the rule for supplies first, as `/go` does.
pub(super) fn of_door<'r>(day: &'r [Redirection], slug: &SiteSlug) -> Option<&'r Redirection> {
    let usual = NeedCode::supplies();
    let own = day.iter().filter(|one| one.from == *slug);
    own.min_by_key(|one| one.need != usual)
}

/// The days after today on which an approved plan, one of its rules, or what an organization agreed to begins or is over.
pub(super) fn turns(snapshot: &Snapshot, today: Date) -> impl Iterator<Item = Date> {
    let plans = snapshot.directory().plans.iter();
    let approved = plans.filter(|plan| plan.status == PlanStatus::Approved);
    let organizations = &snapshot.directory().organizations;
    let days = approved.flat_map(|plan| {
        let own = change_days(plan, organizations).into_iter();
        turns_of(plan).chain(own)
    });
    let mut days: Vec<Date> = days.collect();
    days.sort_unstable();
    days.dedup();
    days.into_iter().filter(move |day| *day > today)
}

fn turns_of(plan: &Plan) -> impl Iterator<Item = Date> {
    let after = plan.last_day().map(|last| last.saturating_add(1.day()));
    plan.from.into_iter().chain(after)
}

/// What a poster says of a rule.
pub(super) fn says(
    snapshot: &Snapshot,
    redirection: &Redirection,
    prints: &Prints<'_>,
) -> (PosterSays, Vec<Caution>) {
    let Redirection {
        from,
        need,
        applied,
        route,
        held,
    } = redirection;
    let message = &applied.message;
    let mut cautions = Vec::new();
    let mut says = PosterSays {
        version: applied.version,
        sentence: changed(),
        phone: line(snapshot, need).map_or_else(String::new, |line| line.phone.to_string()),
        text_number: prints.text_number.unwrap_or_default().to_owned(),
        address: format!("{}/go/{from}", prints.address),
        places: route.targets.iter().map(|stop| stop.site.clone()).collect(),
    };
    if let Some(held) = held {
        // What stands in its place on pages names the need, which paper never does.
        cautions.push(Caution::Held(held.clone()));
    } else if let Some(word) = telling_word(message, snapshot.need(need)) {
        cautions.push(Caution::Telling(word));
    } else if !message.is_empty() {
        let mut own = says.clone();
        for (lang, words) in message.iter() {
            own.sentence.set(lang, words);
        }
        // The plan's sentence matters more than a second number.
        if poster(&own, "").count() > WORDS_MOST {
            own.text_number.clear();
        }
        if poster(&own, "").count() > WORDS_MOST {
            cautions.push(Caution::TooLong);
        } else {
            says = own;
            if message.exactly(Lang::Fr).is_none() {
                cautions.push(Caution::NoFrench);
            }
        }
    }
    if says.address.chars().count() > SHORT {
        cautions.push(Caution::LongAddress);
    }
    if tells(&says.address) {
        cautions.push(Caution::TellingAddress);
    }
    (says, cautions)
}

/// "What you find here has changed", in each language that is always there.
fn changed() -> Text {
    let mut text = Text::default();
    for lang in LANGS {
        text.set(lang, &Speaker::of(lang).t("poster-changed"));
    }
    text
}

/// Whom to call: paper does not know the hour, so a line for this need first, then their own order.
fn line<'s>(snapshot: &'s Snapshot, need: &NeedCode) -> Option<&'s PhoneLine> {
    let lines = snapshot.directory().lines.iter();
    let helps = lines.filter(|line| {
        let number = line.phone.to_string();
        let digits = number.bytes().filter(u8::is_ascii_digit).count();
        digits >= EMERGENCY && (line.needs.is_empty() || line.needs.contains(need))
    });
    helps.min_by_key(|line| (line.needs.is_empty(), line.order))
}
