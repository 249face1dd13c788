//! What no handler sees: compressed bodies, which are refused rather than inflated, and endless addresses.

use actix_web::{
    Error, ResponseError as _,
    body::{BoxBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    http::header,
    middleware::Next,
    web::{self, ServiceConfig},
};
use signpost_web::{ApiError, body::BODY_BYTES};

/// The longest address that is read.
const URI_BYTES: usize = 4 * 1024;

/// Refuses what no handler should see: compressed bodies and endless addresses.
pub(crate) async fn enforce(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    if let Some(error) = refusal(&request) {
        let response = error.error_response();
        let mut response = request.into_response(response);
        *response.response_mut() = actix_web::HttpResponse::from_error(error);
        return Ok(response);
    }
    Ok(next.call(request).await?.map_into_boxed_body())
}

fn refusal(request: &ServiceRequest) -> Option<ApiError> {
    let coded = request
        .headers()
        .get(header::CONTENT_ENCODING)
        .is_some_and(|coding| !coding.as_bytes().eq_ignore_ascii_case(b"identity"));
    if coded {
        return Some(ApiError::MediaType {
            detail: "send the body as it is, without Content-Encoding".to_owned(),
        });
    }
    let length = request
        .uri()
        .path_and_query()
        .map_or(0, |address| address.as_str().len());
    (length > URI_BYTES).then_some(ApiError::UriTooLong {
        limit_bytes: URI_BYTES,
    })
}

/// The same words for what the framework's own extractors refuse.
pub(crate) fn extractors(cfg: &mut ServiceConfig) {
    cfg.app_data(
        web::QueryConfig::default()
            .error_handler(|error, _| ApiError::parameter("query", error).into()),
    )
    .app_data(web::PathConfig::default().error_handler(|_, _| ApiError::not_found().into()))
    .app_data(
        web::JsonConfig::default()
            .limit(BODY_BYTES)
            .error_handler(|error, _| ApiError::body(error).into()),
    )
    .app_data(
        web::FormConfig::default()
            .limit(BODY_BYTES)
            .error_handler(|error, _| ApiError::body(error).into()),
    )
    .app_data(web::PayloadConfig::new(BODY_BYTES));
}
