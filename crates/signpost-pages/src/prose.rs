//! Pages of words only: about, privacy, and how Leave works.

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use crate::respond::html;
use jiff::Timestamp;
use signpost_domain::Lang;
use signpost_locate::Snapshot;
use signpost_web::PageContext;

use signpost_web::{ApiError, SharedApp};

#[derive(Template)]
#[template(path = "pages/about.html")]
struct AboutPage {
    f: PageContext,
}

#[derive(Template)]
#[template(path = "pages/privacy.html")]
struct PrivacyPage {
    f: PageContext,
}

#[derive(Template)]
#[template(path = "pages/leave.html")]
struct LeavePage {
    f: PageContext,
}

pub(crate) async fn about(app: SharedApp, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    let page = AboutPage {
        f: PageContext::of(&request, &app.snapshot(), app.now()),
    };
    html(&page.f, &page)
}

pub(crate) async fn privacy(
    app: SharedApp,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    let page = PrivacyPage {
        f: PageContext::of(&request, &app.snapshot(), app.now()),
    };
    html(&page.f, &page)
}

pub(crate) async fn leave(app: SharedApp, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    let page = LeavePage {
        f: PageContext::of(&request, &app.snapshot(), app.now()),
    };
    html(&page.f, &page)
}

/// The pages that a phone saves beside its list, one after another.
pub(crate) fn saved(snapshot: &Snapshot, lang: Lang, at: Timestamp) -> Result<String, ApiError> {
    let f = |path: &str| PageContext::at(lang, path, "", snapshot, at);
    let privacy = PrivacyPage { f: f("/privacy") };
    let leave = LeavePage { f: f("/leave") };
    let both = privacy
        .render()
        .and_then(|privacy| Ok(privacy + &leave.render()?));
    both.map_err(ApiError::internal)
}
