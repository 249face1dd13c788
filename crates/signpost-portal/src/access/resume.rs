//! What somebody typed, when the session it was typed in is over: it goes through the sign-in with them, and nothing of it is stored.
//!
//! A form comes back as a page with a button, because only the person at it can say that this is still what they want to send.

use actix_web::{
    HttpRequest, HttpResponse,
    dev::ServiceRequest,
    http::{Method, StatusCode},
};
use askama::Template;

use super::{origin, signed_out_page};
use signpost_web::{ApiError, App, Frame};

/// The most that goes through a sign-in, in bytes; it must fit in a form beside the password.
const MOST: usize = 24 * 1024;

#[derive(Template)]
#[template(path = "portal/signed_out.html")]
struct SignInFirst {
    f: Frame,
    email: String,
    next: String,
    fault: Option<String>,
    with_code: bool,
    resume: String,
}

#[derive(Template)]
#[template(path = "portal/resume.html")]
struct ResumePage {
    f: Frame,
    to: String,
    fields: Vec<(String, String)>,
    csrf: String,
}

/// The fields of a form that somebody who is not signed in sent from one of our pages.
pub(crate) async fn sent(request: &mut ServiceRequest) -> Option<Vec<(String, String)>> {
    if request.method() != Method::POST || !origin::says_it_is_from_here(request.request()) {
        return None;
    }
    let (http, payload) = request.parts_mut();
    let fields = origin::form_fields(http, payload).await.ok()?;
    let fields: Vec<_> = fields
        .into_iter()
        .filter(|(name, _)| name != origin::CSRF)
        .collect();
    (!fields.is_empty()).then_some(fields)
}

/// Asks to sign in again, with the form in its hands.
pub(crate) fn sign_in_first(
    app: &App,
    request: &HttpRequest,
    fields: &[(String, String)],
) -> Result<HttpResponse, ApiError> {
    let resume = serde_json::to_string(fields).map_err(ApiError::internal)?;
    let page = SignInFirst {
        f: Frame::of(request, &app.snapshot(), app.now()),
        email: String::new(),
        next: request.path().to_owned(),
        fault: None,
        with_code: false,
        resume: if resume.len() <= MOST {
            resume
        } else {
            String::new()
        },
    };
    signed_out_page(&page.f, &page, StatusCode::UNAUTHORIZED)
}

/// What a sign-in carried along.
pub(crate) fn fields_of(resume: &str) -> Option<Vec<(String, String)>> {
    let fields: Vec<(String, String)> = serde_json::from_str(resume).ok()?;
    (!fields.is_empty() && resume.len() <= MOST).then_some(fields)
}

/// Asks whether to send a form now, in the name of the session that is there now.
pub(crate) fn ask(
    f: Frame,
    to: String,
    fields: Vec<(String, String)>,
    csrf: String,
    status: StatusCode,
) -> Result<HttpResponse, ApiError> {
    let page = ResumePage {
        fields: fields
            .into_iter()
            .filter(|(name, _)| name != origin::CSRF)
            .collect(),
        to,
        csrf,
        f,
    };
    signed_out_page(&page.f, &page, status)
}
