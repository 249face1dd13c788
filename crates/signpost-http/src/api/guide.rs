//! `/api`: the catalogue as a page.
use actix_web::{HttpRequest, HttpResponse, http::header};

use crate::{ApiError, params::Params};

/// GET
pub(super) async fn show(request: HttpRequest) -> Result<HttpResponse, ApiError> {
    Params::read(request.query_string(), &[])?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "text/html; charset=utf-8"))
        .body(""))
}
