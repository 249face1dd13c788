//! Short ways to say a schedule and an instant.

use jiff::{Timestamp, civil::Date};
use signpost_domain::{Exception, ExceptionId, ExceptionKind, HolidayChoice, HolidayCode, Text};
use signpost_hours::{Calendar, HoursText, Moment, OpenState, Schedule, Zone};

pub const KENORA: &str = "America/Winnipeg";

pub fn zone(name: &str) -> Zone {
    Zone::named(name).unwrap()
}

/// An instant in Kenora, from `2026-11-22T19:30` or with an offset.
pub fn at(text: &str) -> Timestamp {
    text.parse::<Timestamp>()
        .unwrap_or_else(|_| zone(KENORA).instant(text.parse().unwrap()))
}

pub fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// Closed on no holiday at all, so that only the text speaks.
pub fn usual() -> HolidayChoice {
    HolidayChoice::ClosedOn(vec![])
}

pub fn closed_on(codes: &[&str]) -> HolidayChoice {
    HolidayChoice::ClosedOn(codes.iter().map(|c| HolidayCode::new(c).unwrap()).collect())
}

pub fn hours(text: &str) -> HoursText {
    HoursText::parse(text).unwrap_or_else(|fault| panic!("{text}: {fault}"))
}

pub fn schedule(text: &str) -> Schedule {
    full(Some(text), &[], &usual())
}

pub fn full(text: Option<&str>, exceptions: &[Exception], holidays: &HolidayChoice) -> Schedule {
    Schedule::new(
        zone(KENORA),
        text.map(hours),
        exceptions,
        holidays,
        Calendar::ontario(),
    )
    .unwrap()
}

pub fn exception(id: &str, kind: ExceptionKind, first: &str, last: &str) -> Exception {
    Exception {
        id: ExceptionId::new(id).unwrap(),
        need: None,
        items: vec![],
        kind,
        first: day(first),
        last: Some(day(last)),
        hours: None,
        reason: Text::en_fr("Renovations", "Rénovations"),
        review_by: None,
    }
}

/// State and next change, as wall time in Kenora.
pub fn seen(schedule: &Schedule, instant: &str) -> (OpenState, String) {
    let Moment { state, until, .. } = schedule.at(at(instant));
    let until = until.map_or("never".to_owned(), |until| {
        schedule
            .zone()
            .zoned(until)
            .strftime("%Y-%m-%dT%H:%M")
            .to_string()
    });
    (state, until)
}
