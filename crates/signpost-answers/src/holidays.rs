//! Holidays soon, and what a place does on them.

use jiff::{ToSpan as _, civil::Date};
use signpost_domain::HolidayChoice;
use signpost_hours::{Calendar, words};
use signpost_locate::{SiteIx, Snapshot};

use crate::{LocalizedText, Speaker};

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

/// Holidays soon that this organization closes on, or on which nobody said what it does.
#[must_use]
pub fn holidays_soon(
    f: &Speaker,
    snapshot: &Snapshot,
    ix: SiteIx,
    today: Date,
) -> Vec<HolidaySoon> {
    let choice = &snapshot.organization(ix).holidays;
    let last = today.saturating_add(AHEAD_DAYS.days());
    today
        .series(1.day())
        .take_while(|day| *day <= last)
        .flat_map(|day| Calendar::ontario().on(day))
        .filter_map(|holiday| {
            let what = match choice {
                HolidayChoice::Unstated if !holiday.statutory => return None,
                HolidayChoice::Unstated => f.t("site-holiday-unknown"),
                HolidayChoice::ClosedOn(codes) if codes.contains(&holiday.code) => {
                    f.t("site-holiday-closed")
                }
                HolidayChoice::ClosedOn(_) if !holiday.statutory => return None,
                HolidayChoice::ClosedOn(_) => f.t("site-holiday-usual"),
            };
            Some(HolidaySoon {
                date: holiday.date,
                day: f.told(words::date(holiday.date, f.lang)),
                name: LocalizedText::of(&holiday.name, f.lang),
                what,
            })
        })
        .collect()
}
