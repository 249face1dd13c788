//! `/disposal/service/report`: one month on two pages of paper, and the same as a table to take along.

use actix_web::{HttpRequest, HttpResponse, http::header};
use askama::Template;
use signpost_answers::{LocalizedText, reach::method};
use signpost_coverage::percent;
use signpost_disposal::{Month, Tally, points};
use signpost_domain::{ServiceKind, SiteSlug};
use signpost_hours::words;
use signpost_locate::Snapshot;
use signpost_web::{ApiError, SharedApp};

use super::{
    entry_words::{self, EntryView, kilograms, number},
    facts::{Facts, METRES, facts, name},
    outcome::signed,
    report_csv,
};
use crate::access::{Actor, PortalContext, page};

/// How many lines of the log are printed; the table has them all.
const LINES: usize = 36;
/// How many kept ideas are told.
const IDEAS: usize = 8;

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

fn report(f: PortalContext, facts: &Facts) -> ReportPage {
    let day = |day| words::date(day, f.lang);
    let called = |slug: &SiteSlug| name(&facts.snapshot, &f, slug);
    let here = |month: Month| f.link(&format!("/disposal/service/report?month={}", month.code()));
    let next = facts.month.after();
    let log = &facts.log;
    let printed = log.lines.len().saturating_sub(LINES);
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
            .take(LINES)
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
    let mut lines = vec![f.t_number("report-emptied", total.emptied.into())];
    lines.extend(match (grams(&total), needles(&total)) {
        (0, 0) => None,
        (0, counted) => Some(f.t_number("report-counted", counted.into())),
        (weighed, all) => Some(f.t2(
            "report-taken",
            ("kilograms", &kilograms(weighed, f.lang)),
            ("needles", &number(all, f.lang)),
        )),
    });
    lines.extend([
        f.t_number("report-flags", count(log.flags.len())),
        f.t_number("report-overdue", count(log.overdue.len())),
    ]);
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

fn grams(tally: &Tally) -> u32 {
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
