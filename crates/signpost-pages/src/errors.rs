//! An error as a page: what happened in one sentence, and then where to go all the same.

use askama::Template;
use signpost_domain::Lang;

use crate::cards::{NeedLink, Shown, need_links, plain_question, shown, usual_need};
use signpost_answers::locale_path;
use signpost_answers::marks;
use signpost_web::Frame;
use signpost_web::{ApiError, App};

/// How many places an error page shows.
const LIMIT: usize = 5;

#[derive(Template)]
#[template(path = "pages/error.html")]
struct ErrorPage {
    f: Frame,
    title: String,
    more: String,
    needs: Vec<NeedLink>,
    shown: Option<Shown>,
}

/// The page for an error, as HTML. Empty when even the page cannot be made.
#[must_use]
pub fn page(app: &App, error: &ApiError, lang: Lang) -> String {
    let (snapshot, at) = (app.snapshot(), app.now());
    let home = locale_path::address(lang, "/");
    let f = Frame::at(lang, &home, "", &snapshot, at).marking();
    let (title, more) = match error.status().as_u16() {
        404 => (f.t("error-not-found"), f.t("error-not-found-more")),
        500.. => (f.t("error-ours"), f.t("error-ours-more")),
        _ => (f.t("error-refused"), f.t("error-refused-more")),
    };
    let page = ErrorPage {
        title,
        more,
        needs: need_links(&f, &snapshot, "/", None, ""),
        shown: usual_need(&snapshot)
            .and_then(|need| shown(&f, &snapshot, &plain_question(need, at, LIMIT))),
        f,
    };
    page.render()
        .map(|page| marks::told(&page))
        .unwrap_or_default()
}
