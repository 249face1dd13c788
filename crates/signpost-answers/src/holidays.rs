//! Holidays soon, and what a place does on them.

use jiff::{ToSpan as _, civil::Date};
use signpost_domain::Offer;
use signpost_hours::{Calendar, Holiday, HolidayHours, HoursText, words};
use signpost_locate::{ServiceIx, SiteIx, Snapshot};

use crate::{LocalizedText, Speaker, directory::need_name, find_out, in_order};

/// How far ahead holidays are told.
const AHEAD_DAYS: i32 = 60;

/// A holiday soon, and what happens on it here.
pub struct HolidaySoon {
    /// The day.
    pub date: Date,
    /// The same day in words.
    pub day: String,
    /// What it is called.
    pub name: LocalizedText,
    /// What happens on it, in words.
    pub what: String,
}

/// Holidays soon on which something here is closed, or on which nobody said what happens; and the others that the law gives off.
#[must_use]
pub fn holidays_soon(
    f: &Speaker,
    snapshot: &Snapshot,
    ix: SiteIx,
    today: Date,
) -> Vec<HolidaySoon> {
    let last = today.saturating_add(AHEAD_DAYS.days());
    today
        .series(1.day())
        .take_while(|day| *day <= last)
        .flat_map(|day| Calendar::ontario().on(day))
        .filter_map(|holiday| {
            Some(HolidaySoon {
                date: holiday.date,
                day: f.told(words::date(holiday.date, f.lang)),
                name: LocalizedText::of(&holiday.name, f.lang),
                what: what(f, snapshot, ix, holiday)?,
            })
        })
        .collect()
}

/// The holidays in so many days from a day on which one service is closed, where its hours do not say so themselves: "December 25, 2026
/// (Christmas Day)".
#[must_use]
pub fn closed_on_days(
    f: &Speaker,
    snapshot: &Snapshot,
    service: ServiceIx,
    (today, days): (Date, i32),
) -> Vec<String> {
    let schedule = snapshot.schedule(service);
    let base = schedule.base();
    if base.is_some_and(HoursText::mentions_public_holidays) {
        return Vec::new();
    }
    let last = today.saturating_add(days.days());
    let all = today.series(1.day()).take_while(|day| *day <= last);
    let holidays = all.flat_map(|day| Calendar::ontario().on(day));
    let closed = holidays.filter(|day| schedule.on_holiday(day) == HolidayHours::Closed);
    closed
        .map(|holiday| {
            let name = f.named(&LocalizedText::of(&holiday.name, f.lang));
            let day = f.told(words::date(holiday.date, f.lang));
            format!("{day} ({name})")
        })
        .collect()
}

/// What happens here on a holiday: one word for all services, or which of them do what; `None` when it is a day like any other.
fn what(f: &Speaker, snapshot: &Snapshot, ix: SiteIx, holiday: &Holiday) -> Option<String> {
    let mut kinds: Vec<(HolidayHours, Vec<String>)> = Vec::new();
    for service in in_order(snapshot, ix) {
        let row = snapshot.service(service);
        if row.offer == Offer::NotOffered {
            continue;
        }
        let schedule = snapshot.schedule(service);
        // Where nobody stated hours, or nobody vouches for the offer any more by then, nobody promises what a holiday brings.
        let noon = snapshot.zone(ix).instant(holiday.date.at(12, 0, 0, 0));
        if schedule.base().is_none() || snapshot.offer(service, noon) == Offer::Unknown {
            continue;
        }
        let kind = schedule.on_holiday(holiday);
        let name = need_name(snapshot, &row.need, f.lang).to_string();
        match kinds.iter_mut().find(|(own, _)| *own == kind) {
            Some((_, names)) => names.push(name),
            None => kinds.push((kind, vec![name])),
        }
    }
    kinds.sort_by_key(|(kind, _)| *kind);
    let site = snapshot.site(ix);
    let say = |kind| match kind {
        HolidayHours::Closed => f.t("site-holiday-closed"),
        HolidayHours::Usual => f.t("site-holiday-usual"),
        HolidayHours::NotKnown => {
            let find_out = find_out(site);
            format!("{} {}", f.t("site-holiday-unknown"), f.t(find_out))
        }
    };
    match kinds.as_slice() {
        [] => None,
        [(HolidayHours::Usual, _)] if !holiday.statutory => None,
        [(kind, _)] => Some(say(*kind)),
        several => Some(
            several
                .iter()
                .map(|(kind, names)| {
                    let what = say(*kind);
                    let args = [
                        ("what", what.trim_end_matches('.')),
                        ("names", &*names.join(", ")),
                    ];
                    f.say("site-holiday-of", &args)
                })
                .collect::<Vec<_>>()
                .join("; "),
        ),
    }
}
