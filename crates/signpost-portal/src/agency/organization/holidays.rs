//! The holidays an organization keeps, as boxes to tick.

use jiff::{ToSpan as _, civil::Date};
use signpost_domain::{HolidayChoice, HolidayCode, Text};
use signpost_hours::{Calendar, words};

use crate::{
    access::PortalContext,
    agency::form::{
        fields::Fields,
        view::{ChoiceView, OptionView, text_for},
    },
};

/// How far ahead the next day of each holiday is looked for.
const AHEAD_DAYS: i32 = 400;

/// What is ticked. Where nobody said anything, the days off that the law gives are suggested; nothing is true before it is saved.
pub(crate) fn fields(choice: &HolidayChoice) -> Fields {
    let mut fields = Fields::default();
    match choice {
        HolidayChoice::ClosedOn(codes) => {
            for code in codes {
                fields.put("closed", code.as_str());
            }
        }
        HolidayChoice::Unstated => {
            for code in Calendar::ontario().codes() {
                if is_statutory(code) {
                    fields.put("closed", code.as_str());
                }
            }
        }
    }
    fields
}

fn is_statutory(code: &HolidayCode) -> bool {
    next_day(code, Date::constant(2026, 1, 1)).is_some_and(|(_, _, statutory)| statutory)
}

/// The next day of a holiday from `today` on, what it is called, and whether the law gives it off.
fn next_day(code: &HolidayCode, today: Date) -> Option<(Date, Text, bool)> {
    let last = today.saturating_add(AHEAD_DAYS.days());
    today
        .series(1.day())
        .take_while(|day| *day <= last)
        .flat_map(|day| Calendar::ontario().on(day))
        .find(|holiday| holiday.code == *code)
        .map(|holiday| (holiday.date, holiday.name.clone(), holiday.statutory))
}

/// A box for every holiday, the next one first.
pub(crate) fn boxes(f: &PortalContext, fields: &Fields, today: Date) -> ChoiceView {
    let mut days: Vec<_> = Calendar::ontario()
        .codes()
        .filter_map(|code| next_day(code, today).map(|(day, name, _)| (day, name, code)))
        .collect();
    days.sort_by_key(|(day, ..)| *day);
    let options = days
        .into_iter()
        .map(|(day, name, code)| OptionView {
            value: code.to_string(),
            label: format!("{} ({})", text_for(&name, f.lang), words::date(day, f.lang)),
            chosen: fields.holds("closed", code.as_str()),
        })
        .collect();
    ChoiceView {
        name: "closed".to_owned(),
        id: "f-closed".to_owned(),
        legend: f.t("holidays-closed"),
        hint: String::new(),
        several: true,
        options,
        faults: vec![],
    }
}
