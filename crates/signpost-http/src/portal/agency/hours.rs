//! `/agency/sites/{slug}/hours/{need}`: days and times, a look at the next week before it counts, and then it counts.

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use jiff::{ToSpan as _, civil::Date};
use signpost_domain::{Exception, HolidayChoice, Lang, NeedCode, Offer, Site};
use signpost_hours::{Calendar, HoursText, Schedule, Zone, weekly::weekday, words};

use super::{
    drafts,
    field::{FieldView, Look, Trouble},
    fields::Fields,
    form::{ChoiceView, DraftOffer, choice, said},
    kind::Sheet,
    outcome::{self, Outcome},
    page::{Opened, carried, open},
    reading::Reading,
    sheet::see,
    sheets::hours::{self, DAYS, MOST_MONTHLY, MOST_TIMES},
};
use crate::{
    ApiError, SharedApp,
    portal::access::{Actor, Form, PortalFrame, page as answer},
};

/// How many holidays ahead are shown.
const HOLIDAYS: usize = 3;

#[derive(Template)]
#[template(path = "portal/agency/hours.html")]
struct HoursPage {
    f: PortalFrame,
    about: String,
    action: String,
    drafts: String,
    draft: Option<DraftOffer>,
    carried: Vec<(String, String)>,
    trouble: Trouble,
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

#[derive(Template)]
#[template(path = "portal/agency/preview.html")]
struct PreviewPage {
    f: PortalFrame,
    about: String,
    action: String,
    /// The form as it was filled, to come back to or to save.
    carried: Vec<(String, String)>,
    names: String,
    week: Vec<words::DayLine>,
    holidays: Vec<(String, String)>,
    warnings: Vec<String>,
    unknown: bool,
}

/// "Monday", with a capital as a label has it.
fn day_name(day: u8, lang: Lang) -> String {
    let name = words::weekday_name(weekday(day), lang);
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// What belongs together in the form, by name.
pub(super) fn label(f: &PortalFrame, group: &str) -> String {
    let day = (0..).zip(DAYS).find(|(_, name)| *name == group);
    match (day, group) {
        (Some((number, _)), _) => day_name(number, f.lang),
        (None, "need") => f.t("hours-for"),
        (None, "kind") => f.t("hours-kind"),
        (None, "text") => f.t("hours-text"),
        (None, "appointment") => f.t("hours-appointment"),
        (None, "holidays-off") => f.t("hours-holidays-off"),
        (None, _) => f.t("hours-monthly"),
    }
}

fn need(request: &HttpRequest) -> Result<NeedCode, ApiError> {
    request
        .match_info()
        .get("need")
        .and_then(|text| text.parse().ok())
        .ok_or_else(ApiError::not_found)
}

/// GET
pub(super) async fn show(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    let sheet = Sheet::Hours(need(&request)?);
    let opened = open(&app, &who, &request).await?;
    let fields = sheet.fields(&opened.site, app.snapshot().directory())?;
    let draft = drafts::offer(&opened, &sheet.name()).await?;
    let version = opened.version;
    let mut form = form(opened, &sheet, &fields, Trouble::default(), version);
    form.draft = draft;
    answer(&form.f, &form, true)
}

/// POST: another row, a look at it, or saved.
pub(super) async fn sent(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
    sent: Form,
) -> Result<HttpResponse, ApiError> {
    let need = need(&request)?;
    let sheet = Sheet::Hours(need);
    let opened = open(&app, &who, &request).await?;
    let mut fields = Fields::sent(sent.0);
    let version = fields.number("version").unwrap_or(opened.version);
    let again = |opened, fields: &Fields, trouble: Trouble, version| {
        let form = form(opened, &sheet, fields, trouble, version);
        answer(&form.f, &form, form.trouble.is_none())
    };
    let act = fields.text("act").to_owned();
    match act.split_once(' ').unwrap_or((&act, "")) {
        ("drop-draft", _) => {
            drafts::drop(&opened, &sheet.name()).await?;
            Ok(see(&opened.address(&sheet.name())))
        }
        ("use-draft", _) => match drafts::take(&opened, &sheet.name()).await? {
            Some(draft) => {
                let version = draft.number("version").unwrap_or(opened.version);
                again(opened, &draft, Trouble::default(), version)
            }
            None => Ok(see(&opened.address(&sheet.name()))),
        },
        ("more", day) => {
            hours::add_row(&mut fields, day);
            again(opened, &fields, Trouble::default(), version)
        }
        ("same", day) => {
            hours::copy_day(&mut fields, day);
            again(opened, &fields, Trouble::default(), version)
        }
        ("back", _) => again(opened, &fields, Trouble::default(), version),
        ("save", _) => match outcome::outcome(&opened, &sheet, &fields).await? {
            Outcome::Done { since, waits } => outcome::done(&opened, &sheet, since, waits).await,
            Outcome::Refused {
                fields,
                trouble,
                version,
            } => again(opened, &fields, trouble, version),
            Outcome::Torn { torn, current } => {
                outcome::torn_page(opened, &sheet, &fields, &torn, current)?.answer()
            }
        },
        _ => preview(opened, &sheet, &fields),
    }
}

fn form(
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

/// The services hours can be for, by name.
fn needs(opened: &Opened<'_>) -> Vec<(String, String)> {
    let snapshot = opened.app.snapshot();
    let offered = opened.site.services.iter();
    offered
        .filter(|service| service.offer != Offer::NotOffered)
        .map(|service| {
            let name = snapshot
                .need(&service.need)
                .map(|need| said(&need.name, opened.f.lang));
            (service.need.to_string(), name.unwrap_or_default())
        })
        .collect()
}

fn day_view(
    f: &PortalFrame,
    fields: &Fields,
    trouble: &Trouble,
    number: u8,
    name: &'static str,
) -> DayView {
    let label = day_name(number, f.lang);
    let rows = hours::rows(fields, name);
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

/// The next seven days and the next holidays, as they would be; nothing is saved.
fn preview(opened: Opened<'_>, sheet: &Sheet, fields: &Fields) -> Result<HttpResponse, ApiError> {
    let mut wanted = opened.site.clone();
    let mut reading = Reading::of(fields, opened.f.lang);
    hours::read(&mut reading, &mut wanted);
    let version = fields.number("version").unwrap_or(opened.version);
    if let Err(faults) = reading.finish() {
        let trouble = Trouble {
            faults,
            wording: vec![],
        };
        let form = form(opened, sheet, fields, trouble, version);
        return answer(&form.f, &form, false);
    }
    let lang = opened.f.lang;
    let chosen: Vec<(String, String)> = needs(&opened)
        .into_iter()
        .filter(|(need, _)| fields.holds("need", need))
        .collect();
    let first = chosen.first().and_then(|(need, _)| need.parse().ok());
    let schedule = first
        .as_ref()
        .and_then(|need| schedule(&opened, &wanted, need));
    let (week, holidays, warnings) = match &schedule {
        Some((schedule, hours)) => {
            let today = schedule.zone().day(opened.app.now());
            (
                words::week(schedule, today, lang),
                holidays(schedule, today, lang),
                hours.warnings().len(),
            )
        }
        None => (vec![], vec![], 0),
    };
    let names: Vec<String> = chosen.into_iter().map(|(_, name)| name).collect();
    let carried = fields
        .pairs()
        .iter()
        .filter(|(name, _)| name != "act")
        .cloned();
    let preview = PreviewPage {
        about: opened.name(),
        action: opened.address(&sheet.name()),
        carried: carried.collect(),
        names: names.join(", "),
        unknown: schedule.is_none(),
        warnings: if warnings > 0 {
            vec![opened.f.t("preview-night")]
        } else {
            vec![]
        },
        week,
        holidays,
        f: opened.f,
    };
    answer(&preview.f, &preview, true)
}

/// The hours of a service as they would be, with the days that are different and what the organization does on holidays.
fn schedule(opened: &Opened<'_>, site: &Site, need: &NeedCode) -> Option<(Schedule, HoursText)> {
    let hours = HoursText::parse(site.service(need)?.hours.as_deref()?).ok()?;
    let snapshot = opened.app.snapshot();
    let zone = Zone::named(&site.zone)
        .ok()
        .unwrap_or_else(|| snapshot.town_zone().clone());
    let exceptions: Vec<Exception> = site
        .exceptions
        .iter()
        .filter(|exception| exception.concerns(need))
        .cloned()
        .collect();
    let choice = snapshot
        .find(&site.slug)
        .map_or(HolidayChoice::Unstated, |ix| {
            snapshot.organization(ix).holidays.clone()
        });
    let calendar = Calendar::ontario();
    let schedule = Schedule::new(zone, Some(hours.clone()), &exceptions, &choice, calendar);
    Some((schedule.ok()?, hours))
}

/// The next holidays, each with its day and what happens on it.
fn holidays(schedule: &Schedule, today: Date, lang: Lang) -> Vec<(String, String)> {
    today
        .series(1.day())
        .take(400)
        .filter_map(|day| {
            let mut holidays = Calendar::ontario().on(day);
            holidays.find(|holiday| holiday.statutory || holiday.public)
        })
        .take(HOLIDAYS)
        .map(|holiday| {
            let day = words::date(holiday.date, lang);
            let line = words::week(schedule, holiday.date, lang).into_iter().next();
            (
                format!("{}, {day}", said(&holiday.name, lang)),
                line.map(|line| line.hours).unwrap_or_default(),
            )
        })
        .collect()
}
