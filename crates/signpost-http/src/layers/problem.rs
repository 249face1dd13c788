//! The layer that completes every error: instance, request id, the framework's own bare answers, and a page for who reads HTML.

use actix_web::{
    Error, HttpRequest,
    body::{BoxBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    http::header::{self, Accept, Header as _, HeaderValue},
    middleware::Next,
    mime::Mime,
    web,
};
use signpost_answers::locale_path::{self, lang_of_path};
use signpost_web::{ApiError, App, PROBLEM_JSON, request_id::request_id};

const HTML: &str = "text/html; charset=utf-8";

/// Gives every error its whole body.
pub(crate) async fn complete(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let response = next.call(request).await?.map_into_boxed_body();
    let status = response.status();
    if !(status.is_client_error() || status.is_server_error()) || is_a_page(&response) {
        return Ok(response);
    }
    let error = response
        .response()
        .error()
        .and_then(|error| error.as_error::<ApiError>().cloned())
        .unwrap_or_else(|| ApiError::of_status(status));
    let (body, media_type) = body(response.request(), &error);
    let mut response = response.map_body(|_head, _bare| BoxBody::new(body));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
    headers.insert(header::VARY, HeaderValue::from_static("accept"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}

/// Whether a handler already wrote a page of its own for this error.
fn is_a_page(response: &ServiceResponse) -> bool {
    response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"))
}

fn body(request: &HttpRequest, error: &ApiError) -> (String, &'static str) {
    let id = error.cause().map(|cause| {
        let id = request_id();
        tracing::error!(request_id = id, cause, "a request failed");
        id
    });
    let page = wants_html(request)
        .then(|| request.app_data::<web::Data<App>>())
        .flatten()
        .map(|app| signpost_pages::errors::page(app, error, lang_of_path(request.path())))
        .filter(|page| !page.is_empty());
    match page {
        Some(page) => (page, HTML),
        None => (error.problem(request.path(), id.as_deref()), PROBLEM_JSON),
    }
}

/// Whether whoever asks would rather read a page. Under `/api` nobody does; at an old site everybody does who does not say otherwise.
fn wants_html(request: &HttpRequest) -> bool {
    let path = request.path();
    if path.starts_with("/api/") {
        return false;
    }
    let ranked = Accept::parse(request).map_or_else(|_unread| Vec::new(), |accept| accept.ranked());
    let place = |is: fn(&Mime) -> bool| ranked.iter().position(is);
    match (place(is_html), place(is_json)) {
        (Some(html), Some(json)) => html < json,
        (Some(_), None) => true,
        (None, Some(_)) => false,
        (None, None) => locale_path::bare(path).starts_with("/go/"),
    }
}

fn is_html(kind: &Mime) -> bool {
    kind.essence_str() == "text/html"
}

/// JSON itself, or a format written in it, such as `application/problem+json`.
fn is_json(kind: &Mime) -> bool {
    kind.subtype() == "json" || kind.suffix().is_some_and(|suffix| suffix == "json")
}

#[cfg(test)]
mod tests {
    use actix_web::test::TestRequest;

    use super::*;

    fn wants(path: &str, accept: &str) -> bool {
        let request = TestRequest::with_uri(path).insert_header((header::ACCEPT, accept));
        wants_html(&request.to_http_request())
    }

    #[test]
    fn browsers_read_pages_and_programs_read_problems() {
        let browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
        assert!(wants("/sites/nowhere", browser));
        assert!(!wants("/sites/nowhere", "*/*"));
        assert!(!wants("/sites/nowhere", "application/json, text/html"));
        assert!(!wants("/api/v1/nothing", browser));
        assert!(wants("/go/nowhere", "*/*"), "a person stands there");
        assert!(!wants("/go/nowhere", "application/json"));
    }

    #[test]
    fn what_is_liked_better_counts_wherever_it_stands() {
        let page_at_need = "text/html;q=0.5, application/problem+json";
        assert!(!wants("/sites/nowhere", page_at_need));
        let json_at_need = "application/json;q=0.5, text/html";
        assert!(wants("/sites/nowhere", json_at_need));
        assert!(!wants("/sites/nowhere", ""));
        assert!(wants("/go/nowhere", "no media type"));
    }
}
