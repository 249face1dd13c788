//! `/api/openapi.json`: the catalogue as OpenAPI 3.
use actix_web::{HttpRequest, HttpResponse};

use super::reply::{Cache, JSON, json};
use crate::{ApiError, params::Params};

/// GET
pub(super) async fn show(request: HttpRequest) -> Result<HttpResponse, ApiError> {
    Params::read(request.query_string(), &[])?;
    json(&serde_json::json!({}), JSON, Cache::Minute)
}
