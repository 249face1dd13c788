//! An error as a page: what happened in one sentence, and then where to go all the same.

use actix_web::http::StatusCode;
use askama::Template;
use jiff::Timestamp;
use signpost_domain::{Lang, NeedCode};
use signpost_locate::Snapshot;
use signpost_plan::Question;

use crate::cards::{NeedLink, Results, need_links, results, usual_need};
use signpost_answers::language_spans;
use signpost_answers::locale_path;
use signpost_web::PageContext;
use signpost_web::{ApiError, App};

/// How many places an error page shows.
const LIMIT: usize = 5;

#[derive(Template)]
#[template(path = "pages/error.html")]
struct ErrorPage {
    f: PageContext,
    title: String,
    more: String,
    needs: Vec<NeedLink>,
    results: Option<Results>,
}

/// The page for an error, as HTML. Empty when even the page cannot be made.
#[must_use]
pub fn page(app: &App, error: &ApiError, lang: Lang) -> String {
    let (snapshot, at) = (app.snapshot(), app.now());
    let home = locale_path::address(lang, "/");
    let f = PageContext::at(lang, &home, "", &snapshot, at)
        .marking()
        .run_by(app.hosting());
    let (title, more) = match error.status().as_u16() {
        404 => (f.t("error-not-found"), f.t("error-not-found-more")),
        429 => (f.t("error-too-much"), f.t("error-too-much-more")),
        500.. => (f.t("error-ours"), f.t("error-ours-more")),
        _ => (f.t("error-refused"), f.t("error-refused-more")),
    };
    let page = ErrorPage {
        title,
        more,
        needs: need_links(&f, &snapshot, "/", None, ""),
        // Who asks for too much is not given more to work out.
        results: usual_need(&snapshot)
            .filter(|_| error.status() != StatusCode::TOO_MANY_REQUESTS)
            .and_then(|need| results_for(&f, &snapshot, need, at)),
        f,
    };
    page.render()
        .map(|page| language_spans::told(&page))
        .unwrap_or_default()
}

/// The first places for a need, wherever one is.
fn results_for(
    f: &PageContext,
    snapshot: &Snapshot,
    need: NeedCode,
    at: Timestamp,
) -> Option<Results> {
    let question = Question {
        need,
        at,
        near: None,
        from: None,
        age: None,
        limit: LIMIT,
    };
    results(f, snapshot, &question)
}
