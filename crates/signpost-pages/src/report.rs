//! `/report`: the reports that stewards made public, as they were then; from memory.

use actix_web::{HttpRequest, HttpResponse, http::header};
use askama::Template;
use signpost_answers::Speaker;
use signpost_domain::Lang;
use signpost_figures::{Frozen, PublishedReport, YearMonth};
use signpost_web::{ApiError, PageContext, ReportView, SharedApp, month_words, params::Params};

use crate::respond::html;

#[derive(Template)]
#[template(path = "pages/report.html")]
struct ReportPage {
    f: PageContext,
    /// Nothing while none is public.
    report: Option<ReportView>,
    month: String,
    /// The months there are: for addresses, in words, whether it is this one.
    months: Vec<(String, String, bool)>,
}

/// The report that is asked for, else the last; nothing when none is public.
fn found(app: &SharedApp, request: &HttpRequest) -> Result<Option<PublishedReport>, ApiError> {
    let params = Params::read(request.query_string(), &["month"])?;
    let all = app.counts().reports();
    let Some(text) = params.text("month") else {
        return Ok(all.first().cloned());
    };
    let month: YearMonth = text
        .parse()
        .map_err(|()| ApiError::parameter("month", "a month such as 2026-11"))?;
    let one = all.iter().find(|one| one.month == month).cloned();
    one.map(Some).ok_or_else(ApiError::not_found)
}

/// It in a language, else in English.
fn told(report: &PublishedReport, lang: Lang) -> Option<(Lang, &Frozen)> {
    let in_one = |lang| Some((lang, report.told.get(&lang)?));
    in_one(lang).or_else(|| in_one(Lang::En))
}

/// GET
pub(crate) async fn show(app: SharedApp, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    let f = PageContext::of(&request, &app.snapshot(), app.now());
    let report = found(&app, &request)?;
    let month = report.as_ref().map(|one| one.month);
    let months = app.counts().reports();
    let page = ReportPage {
        months: months
            .iter()
            .map(|one| {
                let words = month_words(*f, one.month.first());
                (one.month.to_string(), words, Some(one.month) == month)
            })
            .collect(),
        report: report
            .as_ref()
            .and_then(|report| told(report, f.lang))
            .map(|(lang, frozen)| ReportView::of(&frozen.report, Speaker::of(lang))),
        month: month.map_or_else(String::new, |month| month.to_string()),
        f,
    };
    html(&page.f, &page)
}

/// GET: the same as CSV.
pub(crate) async fn csv(app: SharedApp, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    let (month, frozen) = frozen(&app, &request)?;
    Ok(file(month, "text/csv; charset=utf-8", "csv").body(frozen.csv))
}

/// GET: the same as JSON; `null` is fewer than 5.
pub(crate) async fn json(app: SharedApp, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    let (month, frozen) = frozen(&app, &request)?;
    Ok(file(month, "application/json", "json").json(frozen.report))
}

fn frozen(app: &SharedApp, request: &HttpRequest) -> Result<(YearMonth, Frozen), ApiError> {
    let lang = signpost_answers::locale_path::lang_of_path(request.path());
    let report = found(app, request)?.ok_or_else(ApiError::not_found)?;
    let (_, frozen) = told(&report, lang).ok_or_else(ApiError::not_found)?;
    Ok((report.month, frozen.clone()))
}

fn file(month: YearMonth, kind: &'static str, ending: &str) -> actix_web::HttpResponseBuilder {
    let name = format!("attachment; filename=\"report-{month}.{ending}\"");
    let mut answer = HttpResponse::Ok();
    answer
        .content_type(kind)
        .insert_header((header::CONTENT_DISPOSITION, name))
        .insert_header((header::CACHE_CONTROL, "no-store"));
    answer
}
