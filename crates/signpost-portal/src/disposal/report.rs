//! `/disposal/service/report`: one month on two pages of paper, and the same as a table to take along.

use std::sync::Arc;

use actix_web::{HttpRequest, HttpResponse, http::header};
use askama::Template;
use jiff::civil::Date;
use signpost_answers::{LocalizedText, reach::method};
use signpost_coverage::{Coverage, Town, cover, percent};
use signpost_domain::{LonLat, ServiceKind, SiteSlug};
use signpost_hours::words;
use signpost_locate::Snapshot;
use signpost_web::{ApiError, SharedApp, params::Params};

use super::{
    beside_supplies::far_ones,
    changes::Changes,
    entry_words::{self, EntryView, kilograms, number},
    month::{Month, MonthLog, Tally, points, stood_on},
    outcome::signed,
    report_csv,
};
use crate::access::{Actor, Authors, PortalContext, page};

/// How far one walks, for the figures of the month.
///
/// # Units
/// Metres.
pub(super) const METRES: f64 = 400.0;
/// How many lines of the log are read, and how many are printed; the table has them all.
const LINES: (u32, usize) = (50_000, 36);
/// How many kept ideas are told.
const IDEAS: usize = 8;

/// What a month was, read and measured.
pub(super) struct Facts {
    pub snapshot: Arc<Snapshot>,
    pub month: Month,
    /// The last day that is told: of a month that runs, today.
    pub end: Date,
    pub log: MonthLog,
    pub authors: Authors,
    pub before: Coverage,
    pub after: Coverage,
    pub town: Arc<Town>,
    /// Name and note of what was kept in "what if" and is still on the list.
    pub ideas: Vec<(String, String)>,
    /// Places with supplies that have no place for used needles near.
    pub far: usize,
}

#[derive(Template)]
#[template(path = "portal/disposal/report.html")]
struct ReportPage {
    f: PortalContext,
    title: String,
    runs: bool,
    /// Links to the months beside it.
    before: String,
    after: Option<String>,
    csv: String,
    summary: Vec<String>,
    /// Place, times emptied, kilograms, needles, fullest.
    volumes: Vec<[String; 5]>,
    flags: Vec<[String; 3]>,
    overdue: Vec<(String, String)>,
    /// What, before, after, difference.
    reach: Vec<[String; 4]>,
    wet: Vec<String>,
    method: String,
    proposed: Vec<String>,
    ideas: Vec<(String, String)>,
    lines: Vec<(String, EntryView)>,
    left_out: usize,
}

/// GET
pub(crate) async fn show(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    let f = PortalContext::of(&request, &app, &who);
    let facts = facts(&app, &request).await?;
    let report = report(f, &facts);
    page(&report.f, &report, true)
}

/// GET: the same as CSV.
pub(crate) async fn download(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    let f = PortalContext::of(&request, &app, &who);
    let facts = facts(&app, &request).await?;
    let file = format!(
        "attachment; filename=\"needles-{}.csv\"",
        facts.month.code()
    );
    Ok(HttpResponse::Ok()
        .content_type("text/csv; charset=utf-8")
        .insert_header((header::CONTENT_DISPOSITION, file))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .body(report_csv::table(&f, &facts)))
}

/// Reads and measures the month that is asked for; else the last one that is over.
async fn facts(app: &SharedApp, request: &HttpRequest) -> Result<Facts, ApiError> {
    let params = Params::read(request.query_string(), &["month"])?;
    let asked = params.value::<Month>("month")?;
    let snapshot = app.snapshot_to_keep();
    let today = snapshot.town_zone().day(app.now());
    let month = asked.unwrap_or_else(|| Month::of(today).before());
    if month.first > today {
        return Err(ApiError::not_found());
    }
    let end = month.last().min(today);
    let store = app.database()?;
    let log = store.service_log(None, Date::MIN, LINES.0).await?;
    let town = app.coverage().town(&snapshot)?;
    let (work_town, work_snapshot, now) = (Arc::clone(&town), Arc::clone(&snapshot), app.now());
    let (before, after, far) = app
        .coverage()
        .work(move || {
            let stood = |day| -> Vec<LonLat> {
                points(&work_snapshot)
                    .filter(|site| match &site.disposal_point {
                        Some(point) => stood_on(point, day),
                        None => true,
                    })
                    .filter_map(|site| site.point)
                    .collect()
            };
            let before = cover(&work_town, &stood(month.day_before()), METRES);
            let after = cover(&work_town, &stood(end), METRES);
            let far = far_ones(&work_snapshot, &work_town, now).len();
            (before, after, far)
        })
        .await?;
    let ideas = store.ideas::<Changes>().await?;
    Ok(Facts {
        log: MonthLog::of(&snapshot, log, month.first, end),
        authors: Authors::read(store).await?,
        ideas: ideas
            .into_iter()
            .map(|idea| (idea.name, idea.note))
            .collect(),
        snapshot,
        month,
        end,
        before,
        after,
        town,
        far,
    })
}

/// What a place is called; its slug when it is on no list any more.
pub(super) fn name(snapshot: &Snapshot, f: &PortalContext, slug: &SiteSlug) -> String {
    let site = snapshot.find(slug).map(|ix| snapshot.site(ix));
    let proposed = || snapshot.proposed().iter().find(|site| site.slug == *slug);
    site.or_else(proposed).map_or_else(
        || slug.to_string(),
        |site| LocalizedText::of(&site.name, f.lang).to_string(),
    )
}

fn report(f: PortalContext, facts: &Facts) -> ReportPage {
    let day = |day| words::date(day, f.lang);
    let called = |slug: &SiteSlug| name(&facts.snapshot, &f, slug);
    let here = |month: Month| f.link(&format!("/disposal/service/report?month={}", month.code()));
    let next = facts.month.after();
    let log = &facts.log;
    let printed = log.lines.len().saturating_sub(LINES.1);
    ReportPage {
        title: f.t2(
            "report-title",
            ("first", &day(facts.month.first)),
            ("last", &day(facts.month.last())),
        ),
        runs: facts.end < facts.month.last(),
        before: here(facts.month.before()),
        after: (next.first <= f.day).then(|| here(next)),
        csv: f.link(&format!(
            "/disposal/service/report.csv?month={}",
            facts.month.code()
        )),
        summary: summary(&f, facts),
        volumes: log
            .tallies
            .iter()
            .map(|(slug, tally)| volume(&f, called(slug), tally))
            .collect(),
        flags: log
            .flags
            .iter()
            .map(|flag| {
                let came = match (flag.days(), flag.answered) {
                    (Some(days), Some((_, ServiceKind::Checked))) => {
                        f.t_number("report-flag-looked", days.into())
                    }
                    (Some(days), _) => f.t_number("report-flag-emptied", days.into()),
                    (None, _) => f.t("report-flag-open"),
                };
                [called(&flag.site), day(flag.day), came]
            })
            .collect(),
        overdue: log
            .overdue
            .iter()
            .map(|(slug, due)| (called(slug), f.t1("st-servicing-was-due", "day", day(*due))))
            .collect(),
        reach: reach(&f, facts),
        wet: wet(&f, facts),
        method: f.t2(
            "report-method",
            ("method", &method(&f, &facts.town, facts.after.method)),
            ("metres", &METRES.to_string()),
        ),
        proposed: proposed(&f, &facts.snapshot),
        ideas: facts.ideas.iter().take(IDEAS).cloned().collect(),
        lines: log
            .lines
            .iter()
            .take(LINES.1)
            .map(|entry| {
                let view = entry_words::view(&f, &facts.authors, entry);
                (called(&entry.site), view)
            })
            .collect(),
        left_out: printed,
        f,
    }
}

fn summary(f: &PortalContext, facts: &Facts) -> Vec<String> {
    let (log, total) = (&facts.log, facts.log.total());
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let mut lines = vec![
        f.t_number("report-emptied", total.emptied.into()),
        f.t2(
            "report-taken",
            ("kilograms", &kilograms(grams(&total), f.lang)),
            ("needles", &number(needles(&total), f.lang)),
        ),
        f.t_number("report-flags", count(log.flags.len())),
        f.t_number("report-overdue", count(log.overdue.len())),
    ];
    if facts.far > 0 {
        lines.push(f.t_number("report-far", count(facts.far)));
    }
    lines
}

fn volume(f: &PortalContext, name: String, tally: &Tally) -> [String; 5] {
    let said = number(needles(tally), f.lang);
    let needles = match (tally.counted, tally.by_weight) {
        (0, 0) => "–".to_owned(),
        (_, 0) => said,
        _ => f.t1("report-about", "number", said),
    };
    let weight = if tally.grams == 0 {
        "–".to_owned()
    } else {
        f.t1("log-weighed", "kilograms", kilograms(grams(tally), f.lang))
    };
    let fullest = tally.fullest.map_or_else(
        || "–".to_owned(),
        |full| f.t1("percent", "number", full.to_string()),
    );
    [name, tally.emptied.to_string(), weight, needles, fullest]
}

pub(super) fn grams(tally: &Tally) -> u32 {
    u32::try_from(tally.grams).unwrap_or(u32::MAX)
}

fn needles(tally: &Tally) -> u32 {
    u32::try_from(tally.counted + tally.by_weight).unwrap_or(u32::MAX)
}

/// What was reached at the end of the month before, and at the end of this one.
fn reach(f: &PortalContext, facts: &Facts) -> Vec<[String; 4]> {
    let (before, after) = (&facts.before, &facts.after);
    let share = |share: f64| f.t1("percent", "number", percent(share).to_string());
    let mut rows = Vec::new();
    if let (Some(was), Some(is)) = (before.share(), after.share()) {
        let change = i64::from(percent(is)) - i64::from(percent(was));
        rows.push([
            f.t("what-if-share"),
            share(was),
            share(is),
            f.t1("what-if-points", "number", signed(change)),
        ]);
    }
    let (was, is) = (before.landmarks_reached(), after.landmarks_reached());
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    rows.push([
        f.t1(
            "what-if-landmarks",
            "of",
            facts.town.landmarks.len().to_string(),
        ),
        was.to_string(),
        is.to_string(),
        signed(count(is) - count(was)),
    ]);
    rows
}

/// Places whose row puts them into the water: a mistake that no figure may hide.
fn wet(f: &PortalContext, facts: &Facts) -> Vec<String> {
    let town = &facts.town;
    points(&facts.snapshot)
        .filter(|site| {
            let standing = site.point.map(|at| town.reach.standing(at));
            standing == Some(signpost_coverage::Standing::InWater)
        })
        .map(|site| {
            let name = LocalizedText::of(&site.name, f.lang);
            f.t1("disposal-reach-wet", "name", name.as_str())
        })
        .collect()
}

fn proposed(f: &PortalContext, snapshot: &Snapshot) -> Vec<String> {
    let sites = snapshot.proposed().iter();
    sites
        .map(|site| {
            let name = LocalizedText::of(&site.name, f.lang).to_string();
            let since = site.disposal_point.as_ref().and_then(|point| point.since);
            match since {
                Some(since) => f.t2(
                    "report-proposed-since",
                    ("name", &name),
                    ("day", &words::date(since, f.lang)),
                ),
                None => name,
            }
        })
        .collect()
}
