//! What a form of "what if" says that means nothing, or two things: told beside its field, so that nobody argues from a figure of half a change.

use jiff::Timestamp;
use signpost_domain::{Lang, NeedCode};
use signpost_locate::Snapshot;

use crate::{Count, Misplaced, NEW, Spot, proposed, standing};

/// The farthest that people are thought to walk, and the shortest way.
///
/// # Units
/// Metres.
const WALKS: std::ops::RangeInclusive<u16> = 50..=5_000;

/// Each field of a form, by name and value, that is half a change; empty when all of them are whole.
#[must_use]
pub fn unfinished(
    fields: &[(String, String)],
    snapshot: &Snapshot,
    at: Timestamp,
    lang: Lang,
) -> Vec<Misplaced> {
    let all = |name: &str| {
        let own = fields.iter().filter(move |(own, _)| own == name);
        own.map(|(_, value)| value.trim())
            .filter(|value| !value.is_empty())
            .collect::<Vec<_>>()
    };
    let there = standing(snapshot, Count::All, at, lang);
    let maybe = proposed(snapshot, lang);
    let mut wrong = Vec::new();
    let mut found = |field: &str, key: &'static str, name: &str| {
        wrong.push(Misplaced {
            field: field.to_owned(),
            key,
            name: name.to_owned(),
        });
    };
    for metres in all("metres") {
        if metres
            .parse()
            .is_ok_and(|metres: u16| WALKS.contains(&metres))
        {
            continue;
        }
        found("metres", "what-if-fault-metres", metres);
    }
    // What is shut for now is on the list, though it counts nowhere.
    let listed = |slug: &str| {
        let ix = slug.parse().ok().and_then(|slug| snapshot.find(&slug));
        ix.is_some_and(|ix| snapshot.site(ix).service(&NeedCode::disposal()).is_some())
    };
    for field in ["drop", "move"] {
        for slug in all(field).into_iter().filter(|slug| !listed(slug)) {
            found(field, "what-if-fault-unknown", slug);
        }
    }
    for slug in all("open")
        .into_iter()
        .filter(|slug| named(&maybe, slug).is_none())
    {
        found("open", "what-if-fault-unknown", slug);
    }
    let (moved, to) = (all("move"), all("to"));
    if let ([], [to, ..]) = (moved.as_slice(), to.as_slice()) {
        found("move", "what-if-fault-moves", to);
    }
    let both = moved.into_iter().filter(|slug| all("drop").contains(slug));
    for spot in both.filter_map(|slug| named(&there, slug)) {
        found("drop", "what-if-fault-both", &spot.name);
    }
    for number in 1..=NEW {
        let field = format!("at{number}");
        if let ([], [name, ..]) = (
            all(&field).as_slice(),
            all(&format!("name{number}")).as_slice(),
        ) {
            found(&field, "what-if-fault-place", name);
        }
    }
    wrong
}

fn named<'s>(spots: &'s [Spot], slug: &str) -> Option<&'s Spot> {
    let is_it = |spot: &&Spot| spot.slug.as_ref().is_some_and(|own| own.as_str() == slug);
    spots.iter().find(is_it)
}
