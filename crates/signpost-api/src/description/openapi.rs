//! `/api/openapi.json`

use std::sync::LazyLock;

use actix_web::{HttpRequest, HttpResponse};
use signpost_web::reply::{Cache, JSON, json as reply};
use signpost_web::{ApiError, params::Params};
use utoipa::{OpenApi as _, openapi::OpenApi};

use super::document::Document;

/// The document, put together once.
pub(crate) static DOCUMENT: LazyLock<OpenApi> = LazyLock::new(Document::openapi);

/// This list as OpenAPI 3
#[utoipa::path(
    get,
    path = "/api/openapi.json",
    responses((status = 200, description = "Done", body = Object))
)]
pub(crate) async fn show(request: HttpRequest) -> Result<HttpResponse, ApiError> {
    Params::read(request.query_string(), &[])?;
    reply(&*DOCUMENT, JSON, Cache::Minute)
}
