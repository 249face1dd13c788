//! A page as an answer.

use actix_web::{HttpResponse, http::header};
use askama::Template;
use signpost_answers::language_spans;
use signpost_web::{ApiError, PageContext};

/// A page as an answer. Nobody keeps it: it is true for this minute, and a phone may be shared.
pub(crate) fn html(frame: &PageContext, page: &impl Template) -> Result<HttpResponse, ApiError> {
    let body = page.render().map_err(ApiError::internal)?;
    Ok(respond(frame, &body))
}

pub(crate) fn respond(frame: &PageContext, body: &str) -> HttpResponse {
    let mut answer = HttpResponse::Ok();
    // What nobody has confirmed yet is for nobody's memory either.
    if !frame.is_for_search() || frame.edition().is_some() {
        answer.insert_header(("x-robots-tag", "noindex"));
    }
    answer
        .content_type("text/html; charset=utf-8")
        .insert_header((header::CONTENT_LANGUAGE, frame.lang.tag()))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .body(language_spans::told(body))
}

/// A page with a form: with "no-referrer" a browser would not tell us that the form is from here.
pub(crate) fn with_a_form(mut page: HttpResponse) -> HttpResponse {
    page.headers_mut().insert(
        header::REFERRER_POLICY,
        header::HeaderValue::from_static("same-origin"),
    );
    page
}
