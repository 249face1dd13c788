//! What stands on paper in place of a state of the moment: the usual hours, the days that differ, and what nobody knows.

use jiff::{Timestamp, ToSpan as _, civil::Date};
use signpost_answers::{
    AnswerView, LocalizedText, exceptions_of, find_out, holidays::closed_on_days, site_words,
};
use signpost_hours::words::{capital, text_in_words_of, week_dated};
use signpost_locate::{ServiceIx, Snapshot};
use signpost_web::PageContext;

/// How far ahead days are told that differ from the usual hours.
const AHEAD_DAYS: i32 = 60;

/// The lines of one place: its hours first. Never none, and never of one moment.
pub(crate) fn lines(
    f: &PageContext,
    snapshot: &Snapshot,
    answer: &AnswerView,
    at: Timestamp,
) -> Vec<String> {
    let site = answer.place.ix;
    let ask = f.t(find_out(snapshot.site(site)));
    let mut services = snapshot.services_at(site);
    let service = services.find(|&ix| snapshot.service(ix).need == answer.service);
    let known = service.filter(|_| answer.said_offered && answer.said_hours);
    let Some(service) = known else {
        return vec![if answer.emergency {
            f.told(&answer.sentence)
        } else {
            format!("{} {ask}", f.t("site-hours-unknown"))
        }];
    };
    let today = snapshot.running_day(site, at);
    let mut hours = usual_hours(f, snapshot, service, today, at);
    if answer.confirmed.is_none() {
        let ask = if answer.emergency { String::new() } else { ask };
        hours = format!("{hours}. {}. {ask}", f.t("not-confirmed"));
    }
    let mut lines = vec![hours.trim_end().to_owned()];
    lines.extend(other_days(f, snapshot, answer, today));
    let closed = closed_on_days(f, snapshot, service, (today, AHEAD_DAYS));
    if !closed.is_empty() {
        lines.push(f.t1("paper-closed-on", "days", closed.join(", ")));
    }
    lines
}

/// The usual hours in words; where they say more than weekdays and times, the days of a week, each with its date.
fn usual_hours(
    f: &PageContext,
    snapshot: &Snapshot,
    service: ServiceIx,
    today: Date,
    at: Timestamp,
) -> String {
    let schedule = snapshot.schedule(service);
    let find_out = snapshot.site(snapshot.site_of(service)).find_out();
    let words = schedule
        .base()
        .and_then(|hours| text_in_words_of(hours, find_out, f.lang));
    if let Some(words) = words {
        return f.told(capital(&words));
    }
    let relied = snapshot.relied_until(service).unwrap_or(at);
    week_dated(schedule, relied.max(at), today, f.lang)
        .into_iter()
        .map(|line| format!("{}{}{}", f.told(&line.day), f.colon(), f.told(&line.hours)))
        .collect::<Vec<_>>()
        .join("; ")
}

/// "December 12, 2026: Closed. Staff training."
fn other_days(
    f: &PageContext,
    snapshot: &Snapshot,
    answer: &AnswerView,
    today: Date,
) -> Vec<String> {
    let site = answer.place.ix;
    let ask = find_out(snapshot.site(site));
    let last = today.saturating_add(AHEAD_DAYS.days());
    exceptions_of(snapshot, site, today, f.lang)
        .into_iter()
        .filter(|one| one.first <= last)
        .filter(|one| one.need.as_ref().is_none_or(|need| *need == answer.service))
        .map(|mut one| {
            // The card is of one need, which it need not say again: only which of its things are meant.
            let items: Vec<LocalizedText> = std::mem::take(&mut one.items);
            let line = site_words::exception(f, &[], &one, ask);
            let items: Vec<String> = items.iter().map(|item| f.named(item)).collect();
            if items.is_empty() {
                line
            } else {
                format!("{}{}{line}", items.join(", "), f.colon())
            }
        })
        .collect()
}
