//! One line a request: method, route template, status, duration. Nothing that tells who asked, what for, or from where.

use std::{panic::AssertUnwindSafe, time::Instant};

use actix_web::{
    Error, HttpResponse, ResponseError,
    body::{BoxBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    http::{Method, StatusCode},
    middleware::Next,
};
use futures_util::FutureExt as _;

use signpost_web::{ApiError, SharedApp, request_id::request_id};

use super::headers;

/// Measures, logs and counts; and turns a panic of ours into a 500.
pub(crate) async fn observe<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, Error> {
    let start = Instant::now();
    let method = known(request.method());
    let app = request.app_data::<SharedApp>().cloned();
    let path = request.path().to_owned();
    let outcome = AssertUnwindSafe(next.call(request)).catch_unwind().await;
    let outcome = outcome.unwrap_or_else(|_panic| {
        let https_only = app
            .as_ref()
            .is_some_and(|app| app.hosting().is_https_only());
        Err(Panicked::at(path, https_only).into())
    });
    let (route, status) = match &outcome {
        Ok(response) => (response.request().match_pattern(), response.status()),
        Err(error) => (None, error.as_response_error().status_code()),
    };
    // A path that is no route of ours could hold anything, so it is not said.
    let route = route.as_deref().unwrap_or("none");
    let took = start.elapsed();
    tracing::info!(
        method,
        route,
        status = status.as_u16(),
        duration_us = u64::try_from(took.as_micros()).unwrap_or(u64::MAX),
        "request"
    );
    if let Some(app) = app {
        app.metrics.count(took);
    }
    outcome
}

/// Methods have names of the sender's choice; only those we know are written down.
fn known(method: &Method) -> &'static str {
    match method.as_str() {
        "GET" => "GET",
        "HEAD" => "HEAD",
        "POST" => "POST",
        "PUT" => "PUT",
        "PATCH" => "PATCH",
        "DELETE" => "DELETE",
        "OPTIONS" => "OPTIONS",
        _ => "other",
    }
}

/// A handler panicked. The panic itself is on standard error, where the runtime puts it.
#[derive(Debug, thiserror::Error)]
#[error("a handler panicked")]
struct Panicked {
    path: String,
    request_id: String,
    https_only: bool,
}

impl Panicked {
    fn at(path: String, https_only: bool) -> Self {
        let request_id = request_id();
        tracing::error!(request_id, "a handler panicked");
        Self {
            path,
            request_id,
            https_only,
        }
    }
}

impl ResponseError for Panicked {
    fn status_code(&self) -> StatusCode {
        StatusCode::INTERNAL_SERVER_ERROR
    }

    /// The whole answer: no layer sees it again.
    fn error_response(&self) -> HttpResponse<BoxBody> {
        let error = ApiError::internal(self);
        let body = error.problem(&self.path, Some(&self.request_id));
        let mut response = error.error_response().set_body(BoxBody::new(body));
        headers::put(response.headers_mut(), self.https_only);
        response
    }
}

#[cfg(test)]
mod tests {
    use actix_web::{App, middleware::from_fn, test as at, web};

    use super::*;

    async fn careless() -> HttpResponse {
        panic!("a mistake of ours");
    }

    #[actix_rt::test]
    async fn a_handler_that_panics_is_a_500_that_tells_nothing() {
        let app = App::new()
            .wrap(from_fn(observe))
            .route("/", web::get().to(careless));
        let app = at::init_service(app).await;
        let error = at::try_call_service(&app, at::TestRequest::get().to_request())
            .await
            .unwrap_err();
        let response = error.as_response_error().error_response();
        assert_eq!(response.status(), 500);
        assert!(response.headers().contains_key("content-security-policy"));
        let body = actix_web::body::to_bytes(response.into_body())
            .await
            .unwrap();
        let body = String::from_utf8(body.to_vec()).unwrap();
        assert!(body.contains("request_id"), "{body}");
        assert!(
            body.contains("/api#internal") && !body.contains("mistake"),
            "{body}"
        );
    }
}
