//! The form of the hours: a row for each day, days of the month, and a box for those who know the text.

use actix_web::HttpResponse;
use askama::Template;
use signpost_hours::HoursText;

use super::{
    days::{DAYS, MOST_FORTNIGHTLY, MOST_MONTHLY, MOST_TIMES, WEEKDAYS},
    fields::{READ, lost},
    labels::day_name,
    needs::needs,
    rows::rows,
};
use crate::{
    access::{self, PortalContext},
    agency::form::{
        draft,
        faults::FormFaults,
        field::{FieldView, Look},
        fields::Fields,
        opened::{Opened, carried},
        site_page::Filled,
        view::{ChoiceView, DraftOffer, choice},
    },
};
use signpost_web::ApiError;

#[derive(Template)]
#[template(path = "portal/agency/hours.html")]
struct HoursPage {
    f: PortalContext,
    about: String,
    action: String,
    drafts: String,
    draft: Option<DraftOffer>,
    carried: Vec<(String, String)>,
    faults: FormFaults,
    needs: ChoiceView,
    kind: ChoiceView,
    days: Vec<DayView>,
    monthly: Vec<MonthlyView>,
    /// Whether another day of the month can be asked for.
    may_add_monthly: bool,
    /// The first day, from, to.
    fortnightly: Vec<[FieldView; 3]>,
    /// That days and times were filled in from the text; may be empty.
    read: String,
    /// What days and times cannot say of the text, in a sentence; may be empty.
    lost: String,
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
    /// Whether the form is shown at this day.
    autofocus: bool,
    times: Vec<(FieldView, FieldView)>,
    may_add: bool,
    is_weekday: bool,
}

/// A day of the month.
struct MonthlyView {
    nth: usize,
    which: String,
    day: String,
    from: FieldView,
    to: FieldView,
    faults: Vec<String>,
    /// Whether the form is shown at it.
    autofocus: bool,
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

/// The form of this name as a page.
pub(crate) fn hours_page(
    opened: Opened<'_>,
    name: &str,
    filled: Filled<'_>,
) -> Result<HttpResponse, ApiError> {
    let page = view(opened, name, filled);
    access::page(&page.f, &page, page.faults.is_none())
}

fn view(opened: Opened<'_>, name: &str, filled: Filled<'_>) -> HoursPage {
    let (f, fields) = (&opened.f, filled.fields);
    let asked = fields.text("act") == "read";
    let (read, faults) = if asked {
        match read_text(f, fields) {
            Ok(news) => (news, filled.faults),
            Err(fault) => (String::new(), FormFaults::about("text", fault)),
        }
    } else {
        (String::new(), filled.faults)
    };
    let listed = |pairs: &[(&str, String)]| -> Vec<(String, String)> {
        let pairs = pairs.iter();
        pairs
            .map(|(value, label)| ((*value).to_owned(), label.clone()))
            .collect()
    };
    let kinds = listed(&[
        ("week", f.t("hours-kind-week")),
        ("always", f.t("hours-kind-always")),
        ("appointment", f.t("hours-kind-appointment")),
        ("unknown", f.t("hours-kind-unknown")),
        ("text", f.t("hours-kind-text")),
    ]);
    let text = FieldView::of(fields, &faults, "text", Look::Line("text"))
        .label(f.t("hours-text"))
        .hint(f.t("hours-text-hint"))
        .selects("kind", "text")
        .most(200);
    let speaks_of_holidays = opened.site.services.iter().any(|service| {
        let hours = service.hours.as_deref();
        hours.is_some_and(|hours| hours.contains("PH off"))
    });
    HoursPage {
        about: opened.name(),
        action: opened.address(name),
        drafts: draft::address(&opened, name),
        draft: filled.draft,
        carried: carried(filled.version)
            .into_iter()
            .chain(
                fields
                    .has(READ)
                    .then(|| (READ.to_owned(), fields.text(READ).to_owned())),
            )
            .collect(),
        needs: choice(fields, &faults, "need", f.t("hours-for"), needs(&opened)).several(),
        kind: choice(fields, &faults, "kind", f.t("hours-kind"), kinds),
        days: (0..)
            .zip(DAYS)
            .map(|(number, name)| day_view(f, fields, &faults, number, name))
            .collect(),
        may_add_monthly: monthly_rows(fields) < MOST_MONTHLY,
        monthly: monthly_views(f, fields, &faults),
        fortnightly: fortnightly_views(f, fields, &faults),
        lost: match lost(fields).join("; ") {
            lost if lost.is_empty() => lost,
            lost if read.is_empty() => f.t1("hours-lost", "what", lost),
            lost => f.t1("hours-lost-now", "what", lost),
        },
        read,
        appointment: fields.holds("appointment", "yes"),
        holidays_off: speaks_of_holidays.then(|| fields.holds("holidays-off", "yes")),
        text,
        back: opened.address(""),
        faults,
        f: opened.f,
    }
}

/// What became of the text that was to be read into days and times, or why it cannot be.
fn read_text(f: &PortalContext, fields: &Fields) -> Result<String, String> {
    let text = fields.text("text");
    if text.is_empty() {
        return Err(f.t("hours-read-none"));
    }
    HoursText::parse(text)
        .map(|_| f.t("hours-read-done"))
        .map_err(|fault| {
            let column = fault.column.to_string();
            let args = ("what", fault.message.as_str());
            f.t2("fault-hours-text", ("column", &column), args)
        })
}

fn day_view(
    f: &PortalContext,
    fields: &Fields,
    faults: &FormFaults,
    number: u8,
    name: &'static str,
) -> DayView {
    let label = day_name(number, f.lang);
    let rows = rows(fields, name);
    let time = |part: &str, key: String, nth: usize| {
        let field = format!("{name}.{part}.{nth}");
        FieldView::of(fields, faults, &field, Look::Line("time")).label(key)
    };
    let state = match fields.text(&format!("{name}.state")) {
        "" => "closed",
        state => state,
    };
    DayView {
        state: state.to_owned(),
        state_faults: faults.of(&format!("{name}.state")),
        autofocus: fields.are_shown_at(&format!("{name}.state")),
        times: (1..=rows)
            .map(|nth| {
                (
                    time("from", f.t("hours-from"), nth),
                    time("to", f.t("hours-to"), nth),
                )
            })
            .collect(),
        may_add: rows < MOST_TIMES,
        is_weekday: WEEKDAYS.contains(&name),
        label,
        name,
    }
}

/// The days of the month that are filled, and an empty one.
fn monthly_views(f: &PortalContext, fields: &Fields, faults: &FormFaults) -> Vec<MonthlyView> {
    (1..=monthly_rows(fields))
        .map(|nth| {
            let name = |part: &str| format!("monthly.{nth}.{part}");
            let time = |part: &str, key: String| {
                FieldView::of(fields, faults, &name(part), Look::Line("time")).label(key)
            };
            MonthlyView {
                which: fields.text(&name("nth")).to_owned(),
                day: fields.text(&name("day")).to_owned(),
                from: time("from", f.t("hours-from")),
                to: time("to", f.t("hours-to")),
                faults: faults.of(&name("day")),
                autofocus: fields.are_shown_at(&name("nth")),
                nth,
            }
        })
        .collect()
}

/// How many days of the month there is room for: those that are filled, one more, and one more when it was asked for.
pub(crate) fn monthly_rows(fields: &Fields) -> usize {
    let filled = (1..=MOST_MONTHLY)
        .rev()
        .find(|nth| !fields.text(&format!("monthly.{nth}.from")).is_empty())
        .unwrap_or_default();
    let more = usize::from(fields.has("more-monthly"));
    (filled + 1 + more).min(MOST_MONTHLY)
}

/// The days of every second week that are filled, and an empty one.
fn fortnightly_views(
    f: &PortalContext,
    fields: &Fields,
    faults: &FormFaults,
) -> Vec<[FieldView; 3]> {
    let filled = (1..=MOST_FORTNIGHTLY)
        .filter(|nth| !fields.text(&format!("fortnight.{nth}.from")).is_empty())
        .count();
    (1..=(filled + 1).min(MOST_FORTNIGHTLY))
        .map(|nth| {
            [
                ("first", "date", "hours-fortnight-first"),
                ("from", "time", "hours-from"),
                ("to", "time", "hours-to"),
            ]
            .map(|(part, kind, key)| {
                let name = format!("fortnight.{nth}.{part}");
                FieldView::of(fields, faults, &name, Look::Line(kind)).label(f.t(key))
            })
        })
        .collect()
}
