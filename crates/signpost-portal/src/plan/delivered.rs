//! `/steward/plan/delivered`: what the plan promised in a week that is over, and what was kept; the same as a table.

use actix_web::{HttpRequest, HttpResponse, http::header};
use askama::Template;
use jiff::{ToSpan as _, civil::Date};
use signpost_answers::plan::{
    DELIVERED_HEADER, DeliveredLine, Names, delivered_lines, delivered_rows, delivered_said,
};
use signpost_editing::week_delivered;
use signpost_hours::words;
use signpost_locate::Snapshot;
use signpost_plan::delivered::{last_week, monday_of};
use signpost_web::{ApiError, App, SharedApp, params::Params};

use crate::access::{Actor, PortalContext, page};

#[derive(Template)]
#[template(path = "portal/steward/plan/delivered.html")]
struct DeliveredPage {
    f: PortalContext,
    /// The week in words.
    week: String,
    /// All places together.
    all: String,
    lines: Vec<DeliveredLine>,
    before: String,
    after: Option<String>,
    csv: String,
}

/// GET
pub(super) async fn show(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    let f = PortalContext::of(&request, &app, &who);
    let monday = week(&f, &request)?;
    let delivered = week_delivered(app.live(), monday).await?;
    let snapshot = app.snapshot();
    let names = names(&f, &snapshot);
    let here = |monday: Date| f.link(&format!("/steward/plan/delivered?week={monday}"));
    let next = monday.saturating_add(7.days());
    let day = |day: Date| words::date(day, f.lang);
    let page_of = DeliveredPage {
        week: f.t2(
            "sp-delivered-week",
            ("first", &day(delivered.first)),
            ("last", &day(delivered.last)),
        ),
        all: delivered_said(&names, delivered.all),
        lines: delivered_lines(&names, &delivered),
        before: here(monday.saturating_sub(7.days())),
        after: (next <= last_week(f.day)).then(|| here(next)),
        csv: f.link(&format!("/steward/plan/delivered.csv?week={monday}")),
        f,
    };
    page(&page_of.f, &page_of, true)
}

/// GET: the same as CSV.
pub(super) async fn download(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    let f = PortalContext::of(&request, &app, &who);
    let monday = week(&f, &request)?;
    let delivered = week_delivered(app.live(), monday).await?;
    let snapshot = app.snapshot();
    let names = names(&f, &snapshot);
    let header = DELIVERED_HEADER.map(str::to_owned);
    let table = signpost_exchange::write_table(&header, &delivered_rows(&names, &delivered));
    let file = format!("attachment; filename=\"promised-{monday}.csv\"");
    Ok(HttpResponse::Ok()
        .content_type("text/csv; charset=utf-8")
        .insert_header((header::CONTENT_DISPOSITION, file))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .body(table))
}

/// "Served 151 of 160 promised hours." of the last week that is over.
pub(super) async fn last_week_said(app: &App, f: &PortalContext) -> Result<String, ApiError> {
    let delivered = week_delivered(app.live(), last_week(f.day)).await?;
    let snapshot = app.snapshot();
    let names = names(f, &snapshot);
    Ok(f.t1(
        "sp-delivered-last-week",
        "said",
        delivered_said(&names, delivered.all),
    ))
}

/// What places and organizations are called, in the reader's language.
fn names<'s>(f: &'s PortalContext, snapshot: &'s Snapshot) -> Names<'s> {
    Names {
        directory: snapshot.directory(),
        speaker: f.speaker(),
    }
}

/// The Monday of the week that is asked for, or of the last one that is over.
fn week(f: &PortalContext, request: &HttpRequest) -> Result<Date, ApiError> {
    let params = Params::read(request.query_string(), &["week"])?;
    let last = last_week(f.day);
    let Some(day) = params.value::<Date>("week")? else {
        return Ok(last);
    };
    let monday = monday_of(day);
    if (2000..2100).contains(&monday.year()) && monday <= last {
        return Ok(monday);
    }
    Err(ApiError::parameter("week", "this week is not over yet"))
}
