//! A box for every holiday.

use jiff::{ToSpan as _, civil::Date};
use signpost_domain::HolidayCode;
use signpost_hours::{Calendar, Holiday, words};

use crate::{
    access::PortalContext,
    agency::form::{
        faults::{FormFaults, id_of},
        fields::Fields,
        view::{ChoiceView, OptionView, text_for},
    },
};

/// How far ahead the next day of each holiday is looked for.
const AHEAD_DAYS: i32 = 400;
/// What the boxes are called.
const FIELD: &str = "closed";

/// Puts a list into a form. Nothing is ticked that nobody said.
pub(crate) fn ticked(fields: &mut Fields, codes: Option<&[HolidayCode]>) {
    for code in codes.unwrap_or_default() {
        fields.put(FIELD, code.as_str());
    }
}

/// The holidays that are ticked, in the order of their codes.
pub(crate) fn read(fields: &Fields) -> Vec<HolidayCode> {
    Calendar::ontario()
        .codes()
        .filter(|code| fields.holds(FIELD, code.as_str()))
        .cloned()
        .collect()
}

/// The next day of each holiday from `today` on, in their order.
pub(super) fn next_days(today: Date) -> Vec<&'static Holiday> {
    let last = today.saturating_add(AHEAD_DAYS.days());
    let mut found: Vec<&Holiday> = Vec::new();
    let days = today.series(1.day()).take_while(|day| *day <= last);
    for holiday in days.flat_map(|day| Calendar::ontario().on(day)) {
        if !found.iter().any(|one| one.code == holiday.code) {
            found.push(holiday);
        }
    }
    found
}

/// A box for every holiday, the next one first.
pub(crate) fn boxes(
    f: &PortalContext,
    fields: &Fields,
    faults: &FormFaults,
    today: Date,
) -> ChoiceView {
    let options = next_days(today)
        .into_iter()
        .map(|holiday| OptionView {
            own_name: String::new(),
            value: holiday.code.to_string(),
            label: format!(
                "{} ({})",
                text_for(&holiday.name, f.lang),
                words::date(holiday.date, f.lang)
            ),
            chosen: fields.holds(FIELD, holiday.code.as_str()),
        })
        .collect();
    ChoiceView {
        name: FIELD.to_owned(),
        id: id_of(FIELD),
        legend: f.t("holidays-closed"),
        hint: String::new(),
        several: true,
        options,
        faults: faults.of(FIELD),
        autofocus: fields.are_shown_at(FIELD),
    }
}
