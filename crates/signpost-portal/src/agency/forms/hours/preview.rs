//! The look at the hours before they count: the next seven days and the next holidays, in plain words.

use actix_web::HttpResponse;
use askama::Template;
use jiff::{ToSpan as _, civil::Date};
use signpost_domain::{Exception, FindOut, HolidayChoice, Lang, NeedCode, Site};
use signpost_hours::{Calendar, HoursText, Schedule, Zone, words};

use super::{fields::lost, needs::needs, page::hours_page, read::read_into};
use crate::{
    access::{self, PortalContext},
    agency::form::{
        faults::FormFaults, opened::Opened, reader::FormReader, site_page::Filled, view::text_for,
    },
};
use signpost_web::ApiError;

/// How many holidays ahead are shown.
const HOLIDAYS: usize = 3;

#[derive(Template)]
#[template(path = "portal/agency/preview.html")]
struct PreviewPage {
    f: PortalContext,
    about: String,
    action: String,
    /// The form as it was filled, to come back to or to save.
    carried: Vec<(String, String)>,
    names: String,
    week: Vec<words::DayLine>,
    holidays: Vec<(String, String)>,
    /// Days of the month and every second week, each with its next dates.
    single_days: Vec<String>,
    warnings: Vec<String>,
    unknown: bool,
}

/// The next seven days and the next holidays, as they would be; nothing is saved.
pub(crate) fn preview(
    opened: Opened<'_>,
    need: &NeedCode,
    filled: Filled<'_>,
) -> Result<HttpResponse, ApiError> {
    let (fields, name) = (filled.fields, format!("hours/{need}"));
    let mut wanted = opened.site.clone();
    let mut reader = FormReader::of(fields, opened.f.lang);
    read_into(need, &mut wanted, &mut reader);
    if let Err(faults) = reader.finish() {
        let filled = Filled {
            faults: FormFaults::of_fields(faults),
            ..filled
        };
        return hours_page(opened, &name, filled);
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
    let (week, holidays, single_days, mut warnings) = match &schedule {
        Some((schedule, hours)) => {
            let today = schedule.zone().day(opened.app.now());
            (
                words::week(schedule, today, lang)
                    .into_iter()
                    .map(words::DayLine::in_a_table)
                    .collect(),
                holidays(schedule, today, lang),
                words::single_days(hours, today, FindOut::Call, lang),
                hours
                    .warnings()
                    .into_iter()
                    .map(|warning| words::warning(warning, lang))
                    .collect(),
            )
        }
        None => (vec![], vec![], vec![], vec![]),
    };
    let lost = lost(fields);
    if fields.text("kind") == "week" && !lost.is_empty() {
        let what = lost.join("; ");
        warnings.push(opened.f.t1("hours-lost-now", "what", &what));
    }
    let names: Vec<String> = chosen.into_iter().map(|(_, name)| name).collect();
    let carried = fields
        .pairs()
        .iter()
        .filter(|(name, _)| name != "act")
        .cloned();
    let preview = PreviewPage {
        about: opened.name(),
        action: opened.address(&name),
        carried: carried.collect(),
        names: names.join(", "),
        unknown: schedule.is_none(),
        warnings,
        week,
        holidays,
        single_days,
        f: opened.f,
    };
    access::page(&preview.f, &preview, true)
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
    let own = site.service(need)?.closed_on.as_deref();
    let schedule = Schedule::new(zone, Some(hours.clone()), &exceptions, &choice, calendar);
    Some((schedule.ok()?.closing_on(own), hours))
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
                format!("{}, {day}", text_for(&holiday.name, lang)),
                line.map(|line| line.in_a_table().hours).unwrap_or_default(),
            )
        })
        .collect()
}
