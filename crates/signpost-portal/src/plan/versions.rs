//! `/steward/plan`: every version, where it stands, and the beginning of the next.

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use signpost_editing::{start_draft, whole_directory};
use signpost_plan::ahead::Near;
use signpost_web::{ApiError, SharedApp, params::Params};

use super::{
    ahead, delivered, opened,
    standing::{Standing, standing},
};
use crate::access::{Actor, Form, PortalContext, page, redirect};

#[derive(Template)]
#[template(path = "portal/steward/plan/versions.html")]
struct VersionsPage {
    f: PortalContext,
    versions: Vec<Standing>,
    /// How much comes within a week, and at all.
    soon: String,
    has_soon: bool,
    /// Who is not agreed any more, when somebody is.
    gone: Option<String>,
    /// What was promised last week, and kept.
    delivered: String,
}

/// GET
pub(super) async fn show(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    Params::read(request.query_string(), &[])?;
    let f = PortalContext::of(&request, &app, &who);
    let directory = whole_directory(app.live()).await?;
    let plans = &directory.plans;
    let mut versions: Vec<Standing> = plans
        .iter()
        .map(|plan| standing(&f, &app, plan, plans))
        .collect();
    versions.reverse();
    let found = ahead::worked_out(&app).await?;
    let soon = found.iter().filter(|one| one.near == Near::Week).count();
    let number = i64::try_from(soon).unwrap_or(i64::MAX);
    let page_of = VersionsPage {
        soon: f.t_number("sp-ahead-count", number),
        has_soon: soon > 0,
        gone: ahead::gone_said(&app, &f),
        delivered: delivered::last_week_said(&app, &f).await?,
        versions,
        f,
    };
    page(&page_of.f, &page_of, true)
}

/// POST: begins the next version, bare or as a copy.
pub(super) async fn start(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
    form: Form,
) -> Result<HttpResponse, ApiError> {
    let from = match form.text("from") {
        "" => None,
        text => Some(text.parse().map_err(|_no_number| ApiError::not_found())?),
    };
    let version = start_draft(app.live(), from, &who.author()).await?;
    let f = PortalContext::of(&request, &app, &who);
    Ok(redirect(&f.link(&opened::path(version, "/facts"))))
}
