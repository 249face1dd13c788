//! Seven days in words.

use jiff::{
    Timestamp, ToSpan,
    civil::{Date, Time},
};
use signpost_domain::Lang;

use super::{capital::capital, shortage::Shortage};
use super::{
    clock::{clock, weekday_and_date, weekday_name},
    messages::messages,
    sentence::reason,
};
use crate::{Cause, OpenState, Schedule, Span, doubted_from};

/// One day of a week in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayLine {
    /// The day: "Monday", "lundi".
    pub day: String,
    /// Its hours: "9 am to 5 pm", "8 pm to 8 am", "Closed: Family Day", "Out of stock", "Fermé".
    pub hours: String,
}

impl DayLine {
    /// The line as it stands in a table: the day and its hours each begin with a capital.
    #[must_use]
    pub fn in_a_table(self) -> Self {
        Self {
            day: capital(&self.day),
            hours: capital(&self.hours),
        }
    }
}

/// Seven days from `from_day`, each with the hours that start on it, so that a night stands on one line.
#[must_use]
pub fn week(schedule: &Schedule, from_day: Date, lang: Lang) -> Vec<DayLine> {
    week_relied(schedule, Timestamp::MAX, from_day, lang)
}

/// The same when nobody vouches for the hours from `relied_until` on: the usual hours, and to call first.
#[must_use]
pub fn week_relied(
    schedule: &Schedule,
    relied_until: Timestamp,
    from_day: Date,
    lang: Lang,
) -> Vec<DayLine> {
    let midnight = |day: Date| schedule.zone().instant(day.to_datetime(Time::midnight()));
    let from = midnight(from_day.saturating_sub(2.days()));
    let spans = schedule.spans(from, midnight(from_day.saturating_add(9.days())));
    let spans = doubted_from(spans, relied_until);
    from_day
        .series(1.day())
        .take(7)
        .map(|day| DayLine {
            day: weekday_name(day.weekday(), lang).to_owned(),
            hours: day_in_words(schedule, &spans, day, lang),
        })
        .collect()
}

/// The same, each day with its date: "Monday, November 30", "lundi 30 novembre".
#[must_use]
pub fn week_dated(
    schedule: &Schedule,
    relied_until: Timestamp,
    from_day: Date,
    lang: Lang,
) -> Vec<DayLine> {
    let lines = week_relied(schedule, relied_until, from_day, lang);
    from_day
        .series(1.day())
        .zip(lines)
        .map(|(day, line)| DayLine {
            day: weekday_and_date(day, lang),
            ..line
        })
        .collect()
}

fn day_in_words(schedule: &Schedule, spans: &[Span], day: Date, lang: Lang) -> String {
    let parts: Vec<String> = spans
        .iter()
        .filter_map(|span| part(schedule, span, day, lang))
        .collect();
    if !parts.is_empty() {
        let mut parts = parts;
        parts.dedup();
        return parts.join(", ");
    }
    let cause = schedule.closure(day);
    let shortage = cause.as_ref().and_then(Shortage::of);
    let [alone, because] = shortage.map_or(["closed", "closed-because"], |shortage| {
        [shortage.key(), shortage.key_because()]
    });
    match cause {
        Some(
            Cause::Exception(_, reason)
            | Cause::OutOfStock(_, reason)
            | Cause::Full(_, reason)
            | Cause::Holiday(_, reason),
        ) if !reason.is_empty() => messages(lang).say(because, &[("reason", reason.words(lang))]),
        _ => messages(lang).plain(alone).to_owned(),
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
    let words = messages(lang);
    let cause = if span.state == OpenState::Unknown {
        schedule.at(zone.instant(start)).cause
    } else {
        Cause::Hours
    };
    let reason = reason(&cause, lang);
    // Of days for which nobody answered no hours are told: nobody promised any.
    let unanswered = span.state == OpenState::Unknown && schedule.is_past_review(day);
    let all_day = all_day || unanswered;
    let key = match (span.state, all_day, reason) {
        (OpenState::Open, true, _) => return Some(words.plain("open-all-day").to_owned()),
        (_, true, "") => return Some(words.plain("ask-first").to_owned()),
        (_, true, reason) => {
            return Some(words.say("ask-first-because", &[("reason", reason)]));
        }
        (OpenState::Open, false, _) => "from-to",
        (_, false, "") => "from-to-call-first",
        (_, false, _) => "from-to-maybe-not",
    };
    let (from, to) = (clock(start.time(), lang), clock(end.time(), lang));
    Some(words.say(key, &[("from", &from), ("to", &to), ("reason", reason)]))
}
