//! `/steward/plan/plan.toml`: every version, and what organizations said, as the file that `signpost import` reads.

use actix_web::{HttpRequest, HttpResponse, http::header};
use signpost_editing::whole_directory;
use signpost_exchange::plans_toml;
use signpost_web::{ApiError, SharedApp, params::Params};

use crate::access::Actor;

/// GET
pub(super) async fn download(
    app: SharedApp,
    _who: Actor,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    Params::read(request.query_string(), &[])?;
    let directory = whole_directory(app.live()).await?;
    let plans: Vec<_> = directory.plans.iter().collect();
    Ok(HttpResponse::Ok()
        .content_type("application/toml; charset=utf-8")
        .insert_header((
            header::CONTENT_DISPOSITION,
            "attachment; filename=\"plan.toml\"",
        ))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .body(plans_toml(&plans, &directory.organizations)))
}
