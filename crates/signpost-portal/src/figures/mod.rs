//! `/steward/figures`: how often something was looked for, in weeks that are over, as it may be printed.

use actix_web::{HttpRequest, HttpResponse, http::header, web};
use askama::Template;
use signpost_answers::LocalizedText;
use signpost_domain::{NeedCode, SiteSlug};
use signpost_figures::{Kind, Line, Printed, Subject, Sum, Table, Week};
use signpost_hours::words;
use signpost_locate::Snapshot;

use crate::access::{Act, Actor, PortalContext, RouteEntry, get, page};
use signpost_web::{ApiError, App, SharedApp, params::Params};

/// The routes.
pub(crate) fn routes() -> Vec<RouteEntry> {
    vec![
        get("/steward/figures", Act::Review, || web::to(show)),
        get("/steward/figures.csv", Act::Review, || web::to(csv)),
        get("/steward/figures.json", Act::Review, || web::to(json)),
    ]
}

#[derive(Template)]
#[template(path = "portal/steward/figures.html")]
struct FiguresPage {
    f: PortalContext,
    weeks: Vec<WeekView>,
}

/// One week.
struct WeekView {
    title: String,
    all: String,
    doors: Vec<Row>,
    needs: Vec<Row>,
}

/// A door or a need: its name (its code, when it is gone), all look-ups, and each kind.
struct Row {
    name: Option<LocalizedText>,
    code: String,
    look_ups: String,
    kinds: Vec<String>,
}

/// What may be said today.
async fn table(app: &App, request: &HttpRequest) -> Result<Table, ApiError> {
    Params::read(request.query_string(), &[])?;
    let counted = app.database()?.counts().await?;
    let today = app.snapshot().town_zone().day(app.now());
    Ok(Table::of(&counted, today))
}

/// GET
pub(crate) async fn show(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    let table = table(&app, &request).await?;
    let (f, snapshot) = (PortalContext::of(&request, &app, &who), app.snapshot());
    let weeks = table.weeks().into_iter();
    let figures = FiguresPage {
        weeks: weeks
            .map(|week| week_view(&f, &snapshot, &table, week))
            .collect(),
        f,
    };
    page(&figures.f, &figures, true)
}

/// GET: the same as CSV.
pub(crate) async fn csv(app: SharedApp, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    let table = table(&app, &request).await?;
    Ok(file("text/csv; charset=utf-8", "csv").body(table.csv()))
}

/// GET: the same as JSON; `null` is fewer than 5.
pub(crate) async fn json(app: SharedApp, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    let table = table(&app, &request).await?;
    let text = serde_json::to_string(&table).map_err(ApiError::internal)?;
    Ok(file("application/json", "json").body(text))
}

fn file(kind: &'static str, ending: &str) -> actix_web::HttpResponseBuilder {
    let name = format!("attachment; filename=\"figures.{ending}\"");
    let mut answer = HttpResponse::Ok();
    answer
        .content_type(kind)
        .insert_header((header::CONTENT_DISPOSITION, name))
        .insert_header((header::CACHE_CONTROL, "no-store"));
    answer
}

fn week_view(f: &PortalContext, snapshot: &Snapshot, table: &Table, week: Week) -> WeekView {
    let rows = |subject| {
        let lines = table.of_week(week, subject);
        lines.map(|line| row(f, snapshot, line)).collect()
    };
    let monday = words::date(week.monday(), f.lang);
    WeekView {
        title: f.t1("fig-week", "day", monday),
        all: f.t1("fig-all", "number", sum(f, table.look_ups(week))),
        doors: rows(Subject::Door),
        needs: rows(Subject::Need),
    }
}

fn row(f: &PortalContext, snapshot: &Snapshot, line: &Line) -> Row {
    let kinds = line.subject.kinds().iter();
    Row {
        name: name(f, snapshot, line),
        code: line.code.clone(),
        look_ups: sum(f, line.look_ups),
        kinds: kinds.map(|&kind| printed(f, line.count(kind))).collect(),
    }
}

/// The name of the door or need, unless it is gone.
fn name(f: &PortalContext, snapshot: &Snapshot, line: &Line) -> Option<LocalizedText> {
    match line.subject {
        Subject::Door => line.code.parse::<SiteSlug>().ok().and_then(|slug| {
            let site = snapshot.site(snapshot.find(&slug)?);
            Some(LocalizedText::of(&site.name, f.lang))
        }),
        Subject::Need => line.code.parse::<NeedCode>().ok().and_then(|code| {
            let need = snapshot.need(&code)?;
            Some(LocalizedText::of(&need.name, f.lang))
        }),
    }
}

pub(crate) fn printed(f: &PortalContext, printed: Printed) -> String {
    match printed {
        Printed::Few => f.t("fig-few"),
        Printed::About(number) => number.to_string(),
    }
}

pub(crate) fn sum(f: &PortalContext, sum: Sum) -> String {
    if sum.least == sum.most {
        return sum.least.to_string();
    }
    let (least, most) = (sum.least.to_string(), sum.most.to_string());
    f.t2("fig-range", ("least", &least), ("most", &most))
}

/// The key of a kind's heading.
const fn heading(kind: Kind) -> &'static str {
    match kind {
        Kind::Open => "fig-open",
        Kind::OpenPastReview => "fig-open-past",
        Kind::Line => "fig-line",
        Kind::LinePastReview => "fig-line-past",
        Kind::Scan => "fig-scan",
    }
}

impl FiguresPage {
    /// The headings of the kinds of a door.
    fn kinds_of_doors(&self) -> Vec<String> {
        Subject::Door
            .kinds()
            .iter()
            .map(|&kind| self.f.t(heading(kind)))
            .collect()
    }

    /// The headings of the kinds of a need.
    fn kinds_of_needs(&self) -> Vec<String> {
        Subject::Need
            .kinds()
            .iter()
            .map(|&kind| self.f.t(heading(kind)))
            .collect()
    }
}
