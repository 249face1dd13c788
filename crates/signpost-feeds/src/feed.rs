//! What changed at the places of a town, newest first, as Atom.

use std::collections::HashMap;

use atom_syndication::{Content, Entry, Feed, Link, Person, Text};
use jiff::Timestamp;
use signpost_answers::{Speaker, locale_path};
use signpost_changes::{Change, Part, Past, words};
use signpost_domain::Site;
use signpost_locate::Snapshot;

use crate::public::{Only, public_differences, public_site};

/// How many changes are told.
const MOST: usize = 100;

/// How many places that came at the same instant are told one by one.
const MOST_AT_ONCE: usize = 20;

/// The feed. `own` is its own address, `origin` where this server is for others; both may be empty.
#[must_use]
pub fn feed(
    snapshot: &Snapshot,
    past: &Past,
    speaker: &Speaker,
    only: &Only,
    (origin, own): (&str, &str),
) -> String {
    let directory = snapshot.directory();
    // A first filling, or an import of many places, is no news of each of them.
    let mut filled: HashMap<Timestamp, usize> = HashMap::new();
    for change in past.changes().iter().filter(|one| one.before.is_none()) {
        *filled.entry(change.at).or_default() += 1;
    }
    let is_news = |change: &Change| {
        let with_it = filled.get(&change.at).copied().unwrap_or_default();
        change.before.is_some() || with_it <= MOST_AT_ONCE
    };
    let changes = past.changes().iter().filter(|change| is_news(change));
    let told = changes.filter_map(|change| {
        let site = public_site(snapshot, change).filter(|site| only.takes(site))?;
        entry(snapshot, change, site, (speaker, only, origin))
    });
    let entries: Vec<Entry> = told.take(MOST).collect();
    let newest = past
        .changes()
        .first()
        .map_or(Timestamp::UNIX_EPOCH, |one| one.at);
    let title = directory.title.words(speaker.lang);
    let mut feed = Feed {
        title: Text::plain(speaker.t1("feed-title", "town", title)),
        id: "urn:signpost:changes".to_owned(),
        updated: moment(newest),
        // Who made a change is nobody's business; who tells of it is the directory.
        authors: vec![Person {
            name: title.to_owned(),
            ..Person::default()
        }],
        lang: Some(speaker.lang.tag().to_owned()),
        entries,
        ..Feed::default()
    };
    if !origin.is_empty() {
        feed.links = vec![
            link("self", &format!("{origin}{own}")),
            link("alternate", &format!("{origin}/")),
        ];
    }
    feed.to_string()
}

fn entry(
    snapshot: &Snapshot,
    change: &Change,
    site: &Site,
    (speaker, only, origin): (&Speaker, &Only, &str),
) -> Option<Entry> {
    let lines = match (&change.before, &change.after) {
        // All of a new place would be a page; its page tells it.
        (None, Some(_)) => vec![speaker.t("feed-new")],
        (_, None) => vec![speaker.t("feed-gone")],
        (Some(_), Some(_)) => {
            let mut differences = public_differences(change);
            differences.retain(|one| match &one.part {
                Part::Service(need, _) => only.takes_need(Some(need)),
                _ => true,
            });
            words::of(&differences, &snapshot.directory().needs, speaker.lang)
        }
    };
    if lines.is_empty() {
        return None;
    }
    let page = locale_path::address(speaker.lang, &format!("/sites/{}", site.slug));
    let mut entry = Entry {
        title: Text::plain(site.name.words(speaker.lang)),
        // The same for as long as the history is, whatever the server is called.
        id: format!("urn:signpost:changes:{}", change.sequence),
        updated: moment(change.at),
        content: Some(Content {
            value: Some(lines.join("\n")),
            content_type: Some("text".to_owned()),
            ..Content::default()
        }),
        ..Entry::default()
    };
    if !origin.is_empty() && change.after.is_some() {
        entry.links = vec![link("alternate", &format!("{origin}{page}"))];
    }
    Some(entry)
}

fn link(rel: &str, href: &str) -> Link {
    Link {
        rel: rel.to_owned(),
        href: href.to_owned(),
        ..Link::default()
    }
}

fn moment(at: Timestamp) -> atom_syndication::FixedDateTime {
    at.to_string().parse().unwrap_or_default()
}
