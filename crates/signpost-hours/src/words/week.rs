//! Seven days in words.

use jiff::{
    ToSpan,
    civil::{Date, Time},
};
use signpost_domain::Lang;

use super::{
    clock::{clock, weekday},
    tongue::Tongue,
};
use crate::{Cause, OpenState, Schedule, Span};

/// One day of a week in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayLine {
    /// The day: "Monday", "lundi".
    pub day: String,
    /// Its hours: "9 am to 5 pm", "8 pm to 8 am", "Closed: Family Day", "Out of stock", "Fermé".
    pub hours: String,
}

/// Seven days from `from_day`, each with the hours that start on it, so that a night stands on one line.
#[must_use]
pub fn week(schedule: &Schedule, from_day: Date, lang: Lang) -> Vec<DayLine> {
    let tongue = Tongue::of(lang);
    let midnight = |day: Date| schedule.zone().instant(day.to_datetime(Time::midnight()));
    let from = midnight(from_day.saturating_sub(2.days()));
    let spans = schedule.spans(from, midnight(from_day.saturating_add(9.days())));
    from_day
        .series(1.day())
        .take(7)
        .map(|day| DayLine {
            day: weekday(day.weekday(), tongue).to_owned(),
            hours: day_in_words(schedule, &spans, day, lang),
        })
        .collect()
}

fn day_in_words(schedule: &Schedule, spans: &[Span], day: Date, lang: Lang) -> String {
    let tongue = Tongue::of(lang);
    let parts: Vec<String> = spans
        .iter()
        .filter_map(|span| part(schedule, span, day, lang))
        .collect();
    if !parts.is_empty() {
        return parts.join(", ");
    }
    let cause = schedule.closure(day);
    let no_stock = matches!(cause, Some(Cause::OutOfStock(..)));
    let (words, colon) = match (tongue, no_stock) {
        (Tongue::English, false) => ("Closed", ": "),
        (Tongue::English, true) => ("Out of stock", ": "),
        (Tongue::French, false) => ("Fermé", " : "),
        (Tongue::French, true) => ("En rupture de stock", " : "),
    };
    match cause {
        Some(
            Cause::Exception(_, reason) | Cause::OutOfStock(_, reason) | Cause::Holiday(_, reason),
        ) if !reason.is_empty() => {
            format!("{words}{colon}{}", reason.words(lang))
        }
        _ => words.to_owned(),
    }
}

/// What of a span stands on the line of a day.
fn part(schedule: &Schedule, span: &Span, day: Date, lang: Lang) -> Option<String> {
    let zone = schedule.zone();
    let (start, end) = (zone.wall(span.start), zone.wall(span.end));
    let (dawn, next) = (
        day.to_datetime(Time::midnight()),
        day.tomorrow().ok()?.to_datetime(Time::midnight()),
    );
    // A span as long as a day is no night: it is cut at every midnight.
    let night = start.duration_since(end).as_hours().abs() < 24;
    if end <= dawn || start >= next || (night && start < dawn) {
        return None;
    }
    let start = start.max(dawn);
    let end = if night { end } else { end.min(next) };
    let all_day = start == dawn && end == next;
    let from = clock(start.time(), lang);
    let to = clock(end.time(), lang);
    Some(match (Tongue::of(lang), span.state, all_day) {
        (Tongue::English, OpenState::Open, true) => "Open 24 hours".to_owned(),
        (Tongue::French, OpenState::Open, true) => "Ouvert 24 heures sur 24".to_owned(),
        (Tongue::English, OpenState::Open, false) => format!("{from} to {to}"),
        (Tongue::French, OpenState::Open, false) => between(&from, &to),
        (Tongue::English, _, true) => "Call first".to_owned(),
        (Tongue::French, _, true) => "Appelez d’abord".to_owned(),
        (Tongue::English, _, false) => format!("{from} to {to} (call first)"),
        (Tongue::French, _, false) => format!("{} (appelez d’abord)", between(&from, &to)),
    })
}

/// "de 9 h à 17 h".
pub(super) fn between(from: &str, to: &str) -> String {
    format!("de {from} à {to}")
}
