//! GET `/api/v1/sites/{slug}`

use actix_web::{HttpRequest, HttpResponse};
use signpost_domain::{Edition, SiteSlug};

use crate::{
    features::{SiteRenderer, WholeFeature},
    parameters::{EntityTag, LangAt},
};
use signpost_web::reply::{Cache, GEO_JSON, digest, json, tagged, text};
use signpost_web::{ApiError, SharedApp, params::Params};

/// One site with all it offers
#[utoipa::path(
    get,
    path = "/api/v1/sites/{slug}",
    params(("slug" = SiteSlug, Path, description = "The site."), LangAt),
    responses(
        (status = 200, description = "Done", body = WholeFeature, content_type = GEO_JSON,
            headers(("ETag" = EntityTag, description = "Its version, and a digest of this answer"))),
        (status = 304, description = "Not changed since the ETag in If-None-Match"),
    )
)]
pub(crate) async fn show(app: SharedApp, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    let asked = Params::typed::<LangAt>(request.query_string())?;
    let slug = slug(&request)?;
    let snapshot = app.snapshot();
    let ix = snapshot.find(&slug).ok_or_else(|| no_such_site(&slug))?;
    let renderer = SiteRenderer {
        snapshot: &snapshot,
        at: asked.at(&app),
        need: None,
        lang: asked.lang(),
    };
    if asked.is_preview() {
        return json(&renderer.whole(ix), GEO_JSON, Cache::Never);
    }
    let body = text(&renderer.whole(ix))?;
    // The state changes with the clock while the version does not, so the tag ends with a digest of the body.
    let version = tag_words(snapshot.version(ix), snapshot.directory().edition);
    let tag = format!("\"{version}-{}\"", digest(body.as_bytes()));
    Ok(tagged(&request, body, GEO_JSON, &tag))
}

/// The part of a tag that says which version of a site it is: `17-preview`.
pub(crate) fn tag_words(version: u64, edition: Edition) -> String {
    format!("{version}-{}", edition.as_str())
}

/// The slug in the address. What is no slug is the address of nothing.
pub(crate) fn slug(request: &HttpRequest) -> Result<SiteSlug, ApiError> {
    request
        .match_info()
        .get("slug")
        .and_then(|text| text.parse().ok())
        .ok_or_else(ApiError::not_found)
}

/// The same words whether it never was or is somebody else's.
pub(crate) fn no_such_site(slug: &SiteSlug) -> ApiError {
    ApiError::NotFound {
        detail: format!("no site has the slug {slug}"),
    }
}
