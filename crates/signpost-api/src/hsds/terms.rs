//! Taxonomies and their terms.

use actix_web::{HttpRequest, HttpResponse};
use serde_json::Value;
use signpost_web::{ApiError, SharedApp, params::Params};

use super::{
    answer::{Paging, hsds, id, reply, says},
    query::{RowId, RowsQuery, TermsQuery},
};
use crate::parameters::OnlyLang;

/// Taxonomies
#[utoipa::path(
    get,
    path = "/hsds/v3/taxonomies",
    params(RowsQuery),
    responses((status = 200, description = "Done", body = Object))
)]
pub(crate) async fn taxonomies(
    app: SharedApp,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    let query: RowsQuery = Params::typed(request.query_string())?;
    let snapshot = app.snapshot();
    let mut found = hsds(&app, &snapshot, query.lang, None).taxonomies();
    found.retain(|one| says(query.search.as_ref(), &[word(one, "name")]));
    Paging::of(query.page, query.per_page).answer(&request, found, |one| one)
}

/// One taxonomy
#[utoipa::path(
    get,
    path = "/hsds/v3/taxonomies/{id}",
    params(("id" = RowId, Path, description = "The taxonomy."), OnlyLang),
    responses((status = 200, description = "Done", body = Object))
)]
pub(crate) async fn taxonomy(
    app: SharedApp,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    let query: OnlyLang = Params::typed(request.query_string())?;
    let id = id(&request)?;
    let snapshot = app.snapshot();
    let all = hsds(&app, &snapshot, Some(query.lang()), None).taxonomies();
    reply(&request, &found(all, &id)?)
}

/// Terms of taxonomies: needs, what they hand out, and facts
#[utoipa::path(
    get,
    path = "/hsds/v3/taxonomy_terms",
    params(TermsQuery),
    responses((status = 200, description = "Done", body = Object))
)]
pub(crate) async fn list(app: SharedApp, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    let query: TermsQuery = Params::typed(request.query_string())?;
    let snapshot = app.snapshot();
    let mut found = hsds(&app, &snapshot, query.lang, None).terms();
    let top_only = query.top_only.unwrap_or_default().is_on();
    let is = |asked: &Option<RowId>, own: Option<&Value>| {
        asked
            .as_ref()
            .is_none_or(|id| own.and_then(Value::as_str).is_some_and(|own| id.is(own)))
    };
    found.retain(|one| {
        says(query.search.as_ref(), &[word(one, "name")])
            && is(&query.taxonomy_id, one.pointer("/taxonomy_detail/id"))
            && is(&query.parent_id, one.get("parent_id"))
            && !(top_only && one["parent_id"].is_string())
    });
    Paging::of(query.page, query.per_page).answer(&request, found, |one| one)
}

/// One term
#[utoipa::path(
    get,
    path = "/hsds/v3/taxonomy_terms/{id}",
    params(("id" = RowId, Path, description = "The term."), OnlyLang),
    responses((status = 200, description = "Done", body = Object))
)]
pub(crate) async fn one(app: SharedApp, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    let query: OnlyLang = Params::typed(request.query_string())?;
    let id = id(&request)?;
    let snapshot = app.snapshot();
    let all = hsds(&app, &snapshot, Some(query.lang()), None).terms();
    reply(&request, &found(all, &id)?)
}

fn word<'a>(row: &'a Value, name: &str) -> &'a str {
    row[name].as_str().unwrap_or_default()
}

fn found(rows: Vec<Value>, id: &RowId) -> Result<Value, ApiError> {
    let mut rows = rows.into_iter();
    rows.find(|one| id.is(word(one, "id")))
        .ok_or_else(ApiError::not_found)
}
