//! `/steward/report`: one month of the town for the partner table, and making it public.

mod gathered;
mod people;
mod places;

use std::collections::BTreeMap;

use actix_web::{HttpRequest, HttpResponse, http::header, web};
use askama::Template;
use signpost_answers::Speaker;
use signpost_domain::Lang;
use signpost_figures::{Frozen, PublishedReport, Report, Value, YearMonth};
use signpost_web::{ApiError, ReportView, SharedApp, params::Params, value_words};

use self::gathered::Gathered;
use crate::access::{Act, Actor, Form, PortalContext, RouteEntry, get, page, post, redirect};

/// The languages in which a report is made public.
const TOLD: [Lang; 2] = [Lang::En, Lang::Fr];

/// The routes.
pub(crate) fn routes() -> Vec<RouteEntry> {
    vec![
        get("/steward/report", Act::Review, || web::to(show)),
        get("/steward/report.csv", Act::Review, || web::to(csv)),
        get("/steward/report.json", Act::Review, || web::to(json)),
        post("/steward/report", Act::Review, || web::to(publish)),
    ]
}

#[derive(Template)]
#[template(path = "portal/steward/report.html")]
struct ReportPage {
    f: PortalContext,
    report: ReportView,
    month: YearMonth,
    before: YearMonth,
    after: Option<YearMonth>,
    /// Whether the month is over, so that it may be made public.
    is_over: bool,
    is_public: bool,
    news: Option<String>,
}

fn asked(app: &SharedApp, params: &Params) -> Result<YearMonth, ApiError> {
    let today = app.snapshot().town_zone().day(app.now());
    let month = match params.text("month") {
        None => YearMonth::of(today).before(),
        Some(text) => text
            .parse()
            .map_err(|()| ApiError::parameter("month", "a month such as 2026-11"))?,
    };
    if month.first() > today {
        return Err(ApiError::not_found());
    }
    Ok(month)
}

/// GET
async fn show(app: SharedApp, who: Actor, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    let params = Params::read(request.query_string(), &["month", "done"])?;
    let month = asked(&app, &params)?;
    let f = PortalContext::of(&request, &app, &who);
    let report = written(&Gathered::of(&app, month).await?, f.speaker());
    let public = app.database()?.published_reports().await?;
    let page_of = ReportPage {
        report: ReportView::of(&report, f.speaker()),
        before: month.before(),
        after: Some(month.after()).filter(|after| after.first() <= f.day),
        is_over: month.is_over(f.day),
        is_public: public.iter().any(|one| one.month == month),
        news: match params.text("done") {
            Some("public") => Some(f.t("rep-done-public")),
            Some("withdrawn") => Some(f.t("rep-done-withdrawn")),
            _ => None,
        },
        month,
        f,
    };
    page(&page_of.f, &page_of, true)
}

/// GET: the same as CSV.
async fn csv(app: SharedApp, who: Actor, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    let report = of_file(&app, &who, &request).await?;
    let speaker = PortalContext::of(&request, &app, &who).speaker();
    Ok(file(&report, "text/csv; charset=utf-8", "csv").body(table(&report, speaker)))
}

/// GET: the same as JSON; `null` is fewer than 5.
async fn json(app: SharedApp, who: Actor, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    let report = of_file(&app, &who, &request).await?;
    let text = serde_json::to_string(&report).map_err(ApiError::internal)?;
    Ok(file(&report, "application/json", "json").body(text))
}

async fn of_file(app: &SharedApp, who: &Actor, request: &HttpRequest) -> Result<Report, ApiError> {
    let params = Params::read(request.query_string(), &["month"])?;
    let month = asked(app, &params)?;
    let speaker = PortalContext::of(request, app, who).speaker();
    Ok(written(&Gathered::of(app, month).await?, speaker))
}

fn file(report: &Report, kind: &'static str, ending: &str) -> actix_web::HttpResponseBuilder {
    let name = format!("attachment; filename=\"report-{}.{ending}\"", report.month);
    let mut answer = HttpResponse::Ok();
    answer
        .content_type(kind)
        .insert_header((header::CONTENT_DISPOSITION, name))
        .insert_header((header::CACHE_CONTROL, "no-store"));
    answer
}

/// POST: makes a month public as it is now, or takes it back.
async fn publish(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
    form: Form,
) -> Result<HttpResponse, ApiError> {
    let f = PortalContext::of(&request, &app, &who);
    let month: YearMonth = form
        .text("month")
        .parse()
        .map_err(|()| ApiError::body("month: a month such as 2026-11"))?;
    let (author, store) = (who.author(), app.database()?);
    let by = (author.as_str(), f.day);
    let done = match form.text("act") {
        "publish" if month.is_over(f.day) => {
            let gathered = Gathered::of(&app, month).await?;
            let told: BTreeMap<Lang, Frozen> = TOLD
                .map(|lang| {
                    let speaker = Speaker::of(lang);
                    let report = written(&gathered, speaker);
                    let csv = table(&report, speaker);
                    (lang, Frozen { report, csv })
                })
                .into();
            let report = PublishedReport { month, told };
            store.publish_report(&report, by).await?;
            "public"
        }
        "publish" => {
            return Err(ApiError::body(
                "month: only a month that is over is made public",
            ));
        }
        "withdraw" => {
            if !store.withdraw_report(month, by).await? {
                return Err(ApiError::not_found());
            }
            "withdrawn"
        }
        _ => return Err(ApiError::body("act: publish or withdraw")),
    };
    app.look_at_reports().await?;
    Ok(redirect(&f.link(&format!(
        "/steward/report?month={month}&done={done}"
    ))))
}

/// The report in one language.
fn written(gathered: &Gathered, speaker: Speaker) -> Report {
    let month = signpost_web::month_words(speaker, gathered.month.first());
    Report {
        month: gathered.month,
        made_on: gathered.today,
        title: speaker.t2(
            if gathered.is_practice() {
                "rep-title-invented"
            } else {
                "rep-title"
            },
            ("town", gathered.town(speaker.lang)),
            ("month", &month),
        ),
        sections: vec![
            people::hours(gathered, speaker),
            people::look_ups(gathered, speaker),
            places::confirmed(gathered, speaker),
            people::reports(gathered, speaker),
            people::phone(gathered, speaker),
            places::disposal(gathered, speaker),
            places::plans(gathered, speaker),
            places::ahead(gathered, speaker),
        ],
    }
}

/// Every cell in a row of its own: section, table, row, column, value.
fn table(report: &Report, speaker: Speaker) -> String {
    let header = ["section", "table", "row", "column", "value"].map(str::to_owned);
    // What it is, and whether it is invented, goes with the file.
    let title = ["report", "", "", "", report.title.as_str()].map(str::to_owned);
    let mut rows = vec![title.to_vec()];
    for section in &report.sections {
        for table in &section.tables {
            for row in &table.rows {
                let name = row.first().map(|first| value_words(first, speaker));
                let cells = table.header.iter().zip(row).skip(1);
                rows.extend(cells.map(|(column, value): (&String, &Value)| {
                    vec![
                        section.id.clone(),
                        table.id.clone(),
                        name.clone().unwrap_or_default(),
                        column.clone(),
                        value_words(value, speaker),
                    ]
                }));
            }
        }
    }
    signpost_exchange::write_table(&header, &rows)
}
