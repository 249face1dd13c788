//! Organizations, and the locations they run.

use actix_web::{HttpRequest, HttpResponse, web::Data};
use signpost_domain::{Organization, Site};
use signpost_exchange::Depth;
use signpost_web::{ApiError, SharedApp, params::Params};

use super::{
    answer::{Paging, hsds, id, reply, says},
    index::HsdsIndex,
    query::{RowId, RowsQuery},
};
use crate::parameters::OnlyLang;

fn depth(query: &RowsQuery) -> Depth {
    if query.full.unwrap_or_default().is_on() {
        Depth::Full
    } else {
        Depth::Brief
    }
}

/// Organizations
#[utoipa::path(
    get,
    path = "/hsds/v3/organizations",
    params(RowsQuery),
    responses((status = 200, description = "Done", body = Object))
)]
pub(crate) async fn list(app: SharedApp, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    let query: RowsQuery = Params::typed(request.query_string())?;
    let snapshot = app.snapshot();
    let hsds = hsds(&app, &snapshot, query.lang, None);
    let found: Vec<&Organization> = hsds
        .directory
        .organizations
        .iter()
        .filter(|one| {
            says(
                query.search.as_ref(),
                &[one.name.words(hsds.lang), &one.alternate_name],
            )
        })
        .collect();
    let depth = depth(&query);
    Paging::of(query.page, query.per_page)
        .answer(&request, found, |one| hsds.organization(one, depth))
}

/// One organization
#[utoipa::path(
    get,
    path = "/hsds/v3/organizations/{id}",
    params(("id" = RowId, Path, description = "The organization."), OnlyLang),
    responses((status = 200, description = "Done", body = Object))
)]
pub(crate) async fn one(
    app: SharedApp,
    index: Data<HsdsIndex>,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    let query: OnlyLang = Params::typed(request.query_string())?;
    let id = id(&request)?;
    let snapshot = app.snapshot();
    let hsds = hsds(&app, &snapshot, Some(query.lang()), None);
    let found = index.organization(hsds.directory, &id);
    let found = found.ok_or_else(ApiError::not_found)?;
    reply(&request, &hsds.organization(found, Depth::Full))
}

/// Locations
#[utoipa::path(
    get,
    path = "/hsds/v3/locations",
    params(RowsQuery),
    responses((status = 200, description = "Done", body = Object))
)]
pub(crate) async fn locations(
    app: SharedApp,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    let query: RowsQuery = Params::typed(request.query_string())?;
    let snapshot = app.snapshot();
    let origin = app.hosting().origin(&request);
    let hsds = hsds(&app, &snapshot, query.lang, origin.as_deref());
    let found: Vec<&Site> = hsds
        .directory
        .sites
        .iter()
        .filter(|one| {
            says(
                query.search.as_ref(),
                &[one.name.words(hsds.lang), &one.alternate_name],
            )
        })
        .collect();
    let depth = depth(&query);
    Paging::of(query.page, query.per_page).answer(&request, found, |one| hsds.location(one, depth))
}

/// One location
#[utoipa::path(
    get,
    path = "/hsds/v3/locations/{id}",
    params(("id" = RowId, Path, description = "The location."), OnlyLang),
    responses((status = 200, description = "Done", body = Object))
)]
pub(crate) async fn location(
    app: SharedApp,
    index: Data<HsdsIndex>,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    let query: OnlyLang = Params::typed(request.query_string())?;
    let id = id(&request)?;
    let snapshot = app.snapshot();
    let origin = app.hosting().origin(&request);
    let hsds = hsds(&app, &snapshot, Some(query.lang()), origin.as_deref());
    let found = index.location(hsds.directory, &id);
    let found = found.ok_or_else(ApiError::not_found)?;
    reply(&request, &hsds.location(found, Depth::Full))
}
