//! What a browser asks before it lets a page of another origin read here. No credentials, ever.

use actix_web::{
    HttpRequest, HttpResponse,
    http::{StatusCode, header},
};

/// Answers a preflight. The allowed origin is added with the other headers.
pub(super) async fn preflight(request: HttpRequest) -> HttpResponse {
    let methods = if request.path() == "/api/v1/where-to-go" {
        "GET, HEAD, POST, OPTIONS"
    } else {
        "GET, HEAD, OPTIONS"
    };
    HttpResponse::build(StatusCode::NO_CONTENT)
        .insert_header((header::ACCESS_CONTROL_ALLOW_METHODS, methods))
        .insert_header((
            header::ACCESS_CONTROL_ALLOW_HEADERS,
            "Content-Type, If-None-Match",
        ))
        .insert_header((header::ACCESS_CONTROL_MAX_AGE, "86400"))
        .finish()
}
