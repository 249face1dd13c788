//! Things that are out of stock while the rest of a service is there: the door is open, and one may come for the others.

use jiff::{Timestamp, civil::Date};
use signpost_domain::{Exception, ItemCode, Lang, Offer};
use signpost_hours::words;
use signpost_locate::{ServiceIx, Snapshot};

use crate::{Speaker, directory::items, state_sentence::find_out};

/// What is short for some time, in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShortOf {
    /// From when on.
    pub from: Timestamp,
    /// Until when; `None`: until somebody says something else.
    pub until: Option<Timestamp>,
    /// Which of its things.
    pub items: Vec<ItemCode>,
    /// "Out of stock until November 27, 2026: pipes".
    pub words: String,
}

impl ShortOf {
    /// Whether it is so at an instant.
    #[must_use]
    pub fn holds(&self, at: Timestamp) -> bool {
        self.from <= at && self.until.is_none_or(|until| at < until)
    }
}

/// What a service is short of, thing by thing, now and later; nothing where all of it is.
#[must_use]
pub fn short_of(f: &Speaker, snapshot: &Snapshot, ix: ServiceIx) -> Vec<ShortOf> {
    let service = snapshot.service(ix);
    let site = snapshot.site(snapshot.site_of(ix));
    let own = site.exceptions.iter().filter(|one| {
        service.offer != Offer::NotOffered
            && one.is_of_items()
            && one.need.as_ref() == Some(&service.need)
    });
    own.flat_map(|one| sentences(f, snapshot, ix, one))
        .collect()
}

/// The same at an instant, one behind the other; empty when nothing is short.
#[must_use]
pub fn short_of_at(f: &Speaker, snapshot: &Snapshot, ix: ServiceIx, at: Timestamp) -> String {
    let short = short_of(f, snapshot, ix);
    let now = short.into_iter().filter(|one| one.holds(at));
    now.map(|one| one.words).collect::<Vec<_>>().join(". ")
}

/// The things a service is short of at an instant, or may be: who came for one of them, or brings one, is better sent elsewhere first.
#[must_use]
pub fn short_items_at(snapshot: &Snapshot, ix: ServiceIx, at: Timestamp) -> Vec<ItemCode> {
    let short = short_of(&Speaker::of(Lang::En), snapshot, ix);
    let now = short.into_iter().filter(|one| one.holds(at));
    now.flat_map(|one| one.items).collect()
}

fn sentences(
    f: &Speaker,
    snapshot: &Snapshot,
    ix: ServiceIx,
    exception: &Exception,
) -> impl Iterator<Item = ShortOf> {
    let site = snapshot.site_of(ix);
    let need = &snapshot.service(ix).need;
    let names = items(snapshot, need, &exception.items, f.lang);
    let names: Vec<String> = names.iter().map(ToString::to_string).collect();
    let names = names.join(", ");
    let after = exception.sure_until().tomorrow().unwrap_or(Date::MAX);
    let (from, over) = (
        snapshot.day_begins(site, exception.first),
        snapshot.day_begins(site, after),
    );
    let full = exception.leaves_no_room();
    let sure = if exception.last.is_some() {
        let day = words::date(after, f.lang);
        let key = if full {
            "items-full-until"
        } else {
            "items-out-until"
        };
        f.t2(key, ("day", &day), ("items", &names))
    } else {
        f.t1(
            if full { "items-full" } else { "items-out" },
            "items",
            &names,
        )
    };
    // After the review day of one without an end nobody is sure.
    let unsure = exception.is_open_ended().then(|| ShortOf {
        from: over,
        until: None,
        items: exception.items.clone(),
        words: format!(
            "{} {}",
            f.t1("items-unsure", "items", &names),
            f.t(find_out(snapshot.site(site))).trim_end_matches('.')
        ),
    });
    let sure = ShortOf {
        from,
        until: Some(over),
        items: exception.items.clone(),
        words: sure,
    };
    std::iter::once(sure).chain(unsure)
}
