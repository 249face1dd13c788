//! `?at=`: a page as it is at another instant, for who plans. It is marked as a preview, and nobody keeps it.

use actix_web::HttpRequest;
use jiff::{
    Timestamp,
    civil::{Date, DateTime},
};
use signpost_answers::locale_path;
use signpost_hours::Zone;
use signpost_locate::Snapshot;

use crate::{App, params::Params};

/// A day alone means its noon.
const NOON: i8 = 12;
/// How a day is written.
const DAY_LENGTH: usize = 10;

/// The instant a page is asked for.
#[derive(Debug, Clone)]
pub struct AsOf {
    at: Timestamp,
    asked: Asked,
}

#[derive(Debug, Clone)]
enum Asked {
    /// This moment.
    Now,
    /// Another one, as our addresses write it: the time in town.
    Then(String),
    /// What was written is no instant.
    Unread,
}

impl AsOf {
    /// This moment.
    #[must_use]
    pub const fn now(at: Timestamp) -> Self {
        let asked = Asked::Now;
        Self { at, asked }
    }

    /// What the address asks for. What is no instant is passed over: the page is that of now, and says so.
    #[must_use]
    pub fn of(request: &HttpRequest, app: &App, snapshot: &Snapshot) -> Self {
        let now = app.now();
        let params = Params::leniently(request.query_string());
        let Some(text) = params.text("at").map(str::trim).filter(|at| !at.is_empty()) else {
            return Self::now(now);
        };
        let zone = snapshot.town_zone();
        match read(text, zone) {
            Some(at) => Self {
                asked: Asked::Then(zone.wall(at).strftime("%Y-%m-%dT%H:%M").to_string()),
                at,
            },
            None => Self {
                at: now,
                asked: Asked::Unread,
            },
        }
    }

    /// The instant.
    #[must_use]
    pub const fn at(&self) -> Timestamp {
        self.at
    }

    /// Whether it is another instant than this moment.
    #[must_use]
    pub const fn is_preview(&self) -> bool {
        matches!(self.asked, Asked::Then(_))
    }

    /// Whether an instant was asked for that cannot be read.
    #[must_use]
    pub const fn is_unread(&self) -> bool {
        matches!(self.asked, Asked::Unread)
    }

    /// The part of an address that keeps the instant; empty for this moment.
    #[must_use]
    pub fn carried(&self) -> String {
        match &self.asked {
            Asked::Then(text) => format!("&at={text}"),
            Asked::Now | Asked::Unread => String::new(),
        }
    }

    /// The same address; that an instant was asked for and could not be read goes along, so that the page says so.
    #[must_use]
    pub fn handed_on(&self, href: &str) -> String {
        if !self.is_unread() {
            return self.keeping(href);
        }
        let sign = if href.contains('?') { '&' } else { '?' };
        format!("{href}{sign}at=unread")
    }

    /// The same address, for the same instant when it is one of the pages that know others.
    #[must_use]
    pub fn keeping(&self, href: &str) -> String {
        let Asked::Then(text) = &self.asked else {
            return href.to_owned();
        };
        let path = href.split('?').next().unwrap_or_default();
        if !knows_instants(&locale_path::bare(path)) {
            return href.to_owned();
        }
        let sign = if href.contains('?') { '&' } else { '?' };
        format!("{href}{sign}at={text}")
    }
}

/// The pages that can be asked for another instant.
fn knows_instants(path: &str) -> bool {
    let named = |folder: &str| {
        path.strip_prefix(folder)
            .is_some_and(|slug| !slug.is_empty() && !slug.contains('/'))
    };
    ["/", "/map", "/map/places.geojson", "/plan"].contains(&path)
        || named("/sites/")
        || named("/go/")
}

/// A query without the instant.
pub(crate) fn without_instant(query: &str) -> String {
    let parts = query
        .split('&')
        .filter(|part| *part != "at" && !part.starts_with("at="));
    parts.collect::<Vec<_>>().join("&")
}

/// An instant with its offset, a time in town, or a day; from 2000 through 2099.
fn read(text: &str, town: &Zone) -> Option<Timestamp> {
    let day = || {
        let day: Date = text.parse().ok().filter(|_| text.len() == DAY_LENGTH)?;
        Some(town.instant(day.at(NOON, 0, 0, 0)))
    };
    let wall = || {
        let wall: DateTime = text.parse().ok()?;
        Some(town.instant(wall))
    };
    let at = text.parse::<Timestamp>().ok().or_else(day).or_else(wall)?;
    (2000..2100).contains(&town.day(at).year()).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn town() -> Zone {
        Zone::named("America/Winnipeg").unwrap()
    }

    #[test]
    fn an_instant_a_time_in_town_and_a_day_are_read_and_nothing_else() {
        for (text, instant) in [
            ("2026-12-25T14:00:00-05:00", Some("2026-12-25T19:00:00Z")),
            ("2026-12-25T19:00:00Z", Some("2026-12-25T19:00:00Z")),
            ("2026-12-25T14:00", Some("2026-12-25T19:00:00Z")),
            ("2026-12-25", Some("2026-12-25T17:00:00Z")),
            ("2026-12-25T25:00", None),
            ("2026-02-30", None),
            ("1999-12-31", None),
            ("2100-01-01", None),
            ("tomorrow", None),
            ("-009999-01-01", None),
        ] {
            let expected: Option<Timestamp> = instant.map(|text| text.parse().unwrap());
            assert_eq!(read(text, &town()), expected, "{text}");
        }
    }

    #[test]
    fn pages_that_know_instants_keep_them_and_others_do_not() {
        let asked = Asked::Then("2026-12-25T14:00".to_owned());
        let at = "2026-12-25T19:00:00Z".parse().unwrap();
        let as_of = AsOf { at, asked };
        for (href, kept) in [
            ("/", "/?at=2026-12-25T14:00"),
            ("/?need=food", "/?need=food&at=2026-12-25T14:00"),
            ("/fr/map", "/fr/map?at=2026-12-25T14:00"),
            ("/sites/a-b", "/sites/a-b?at=2026-12-25T14:00"),
            ("/sites/a-b/feedback", "/sites/a-b/feedback"),
            ("/privacy", "/privacy"),
            ("/steward/plan", "/steward/plan"),
        ] {
            assert_eq!(as_of.keeping(href), kept);
            assert_eq!(AsOf::now(at).keeping(href), href);
        }
        assert_eq!(
            without_instant("need=food&at=2026&near=a"),
            "need=food&near=a"
        );
        assert_eq!(without_instant("at=x"), "");
    }
}
