//! The form of the hours: a row for each day, days of the month, and a box for those who know the text.

use askama::Template;

use super::fields::{DAYS, MOST_MONTHLY, MOST_TIMES, rows};
use super::{labels::day_name, needs};
use crate::{
    access::PortalFrame,
    agency::{
        form::{
            field::{FieldView, Look, Trouble},
            fields::Fields,
            opened::{Opened, carried},
            view::{ChoiceView, DraftOffer, choice},
        },
        forms::kind::Sheet,
    },
};

#[derive(Template)]
#[template(path = "portal/agency/hours.html")]
pub(crate) struct HoursPage {
    pub f: PortalFrame,
    about: String,
    action: String,
    drafts: String,
    pub draft: Option<DraftOffer>,
    carried: Vec<(String, String)>,
    pub trouble: Trouble,
    needs: ChoiceView,
    kind: ChoiceView,
    days: Vec<DayView>,
    monthly: Vec<MonthlyView>,
    appointment: bool,
    /// Whether to ask about public holidays: only where the hours speak of them already.
    holidays_off: Option<bool>,
    text: FieldView,
    back: String,
}

/// A day of the form.
struct DayView {
    name: &'static str,
    label: String,
    state: String,
    state_faults: Vec<String>,
    times: Vec<(FieldView, FieldView)>,
    may_add: bool,
}

/// A day of the month.
struct MonthlyView {
    nth: usize,
    which: String,
    day: String,
    from: FieldView,
    to: FieldView,
    faults: Vec<String>,
}

impl HoursPage {
    /// The days by name, for the days of the month.
    fn day_names(&self) -> Vec<(String, String)> {
        (0..7)
            .map(|day| (day.to_string(), day_name(day, self.f.lang)))
            .collect()
    }

    fn nths(&self) -> Vec<(&'static str, String)> {
        vec![
            ("1", self.f.t("hours-first")),
            ("2", self.f.t("hours-second")),
            ("3", self.f.t("hours-third")),
            ("4", self.f.t("hours-fourth")),
            ("0", self.f.t("hours-last")),
        ]
    }
}

/// The form, filled.
pub(crate) fn form(
    opened: Opened<'_>,
    sheet: &Sheet,
    fields: &Fields,
    trouble: Trouble,
    version: u64,
) -> HoursPage {
    let f = &opened.f;
    let listed = |pairs: &[(&str, String)]| -> Vec<(String, String)> {
        let pairs = pairs.iter();
        pairs
            .map(|(value, label)| ((*value).to_owned(), label.clone()))
            .collect()
    };
    let kinds = listed(&[
        ("week", f.t("hours-kind-week")),
        ("always", f.t("hours-kind-always")),
        ("unknown", f.t("hours-kind-unknown")),
        ("text", f.t("hours-kind-text")),
    ]);
    let text = FieldView::of(fields, &trouble, "text", Look::Line("text"))
        .label(f.t("hours-text"))
        .hint(f.t("hours-text-hint"))
        .most(200);
    let speaks_of_holidays = opened.site.services.iter().any(|service| {
        let hours = service.hours.as_deref();
        hours.is_some_and(|hours| hours.contains("PH off"))
    });
    HoursPage {
        about: opened.name(),
        action: opened.address(&sheet.name()),
        drafts: opened.address(&format!("drafts/{}", sheet.name().replace('/', "-"))),
        draft: None,
        carried: carried(version),
        needs: choice(fields, &trouble, "need", f.t("hours-for"), needs(&opened)).several(),
        kind: choice(fields, &trouble, "kind", f.t("hours-kind"), kinds),
        days: (0..)
            .zip(DAYS)
            .map(|(number, name)| day_view(f, fields, &trouble, number, name))
            .collect(),
        monthly: monthly_views(f, fields, &trouble),
        appointment: fields.holds("appointment", "yes"),
        holidays_off: speaks_of_holidays.then(|| fields.holds("holidays-off", "yes")),
        text,
        back: opened.address(""),
        trouble,
        f: opened.f,
    }
}

fn day_view(
    f: &PortalFrame,
    fields: &Fields,
    trouble: &Trouble,
    number: u8,
    name: &'static str,
) -> DayView {
    let label = day_name(number, f.lang);
    let rows = rows(fields, name);
    let time = |part: &str, key: String, nth: usize| {
        let field = format!("{name}.{part}.{nth}");
        FieldView::of(fields, trouble, &field, Look::Line("time")).label(key)
    };
    let state = match fields.text(&format!("{name}.state")) {
        "" => "closed",
        state => state,
    };
    DayView {
        state: state.to_owned(),
        state_faults: trouble.of(&format!("{name}.state")),
        times: (1..=rows)
            .map(|nth| {
                (
                    time("from", f.t("hours-from"), nth),
                    time("to", f.t("hours-to"), nth),
                )
            })
            .collect(),
        may_add: rows < MOST_TIMES,
        label,
        name,
    }
}

/// The days of the month that are filled, and an empty one.
fn monthly_views(f: &PortalFrame, fields: &Fields, trouble: &Trouble) -> Vec<MonthlyView> {
    let filled = (1..=MOST_MONTHLY)
        .filter(|nth| !fields.text(&format!("monthly.{nth}.from")).is_empty())
        .count();
    (1..=(filled + 1).min(MOST_MONTHLY))
        .map(|nth| {
            let name = |part: &str| format!("monthly.{nth}.{part}");
            let time = |part: &str, key: String| {
                FieldView::of(fields, trouble, &name(part), Look::Line("time")).label(key)
            };
            MonthlyView {
                which: fields.text(&name("nth")).to_owned(),
                day: fields.text(&name("day")).to_owned(),
                from: time("from", f.t("hours-from")),
                to: time("to", f.t("hours-to")),
                faults: trouble.of(&name("day")),
                nth,
            }
        })
        .collect()
}
