//! What somebody typed, when the session it was typed in is over: it goes through the sign-in with them, and nothing of it is stored.
//!
//! A form comes back as a page that shows what it would send, with a button, because only the person at it can say that this is still what
//! they want. Whose it is, [`FormToResume`] tells.

use actix_web::{
    HttpRequest, HttpResponse,
    dev::ServiceRequest,
    http::{Method, StatusCode},
};
use askama::Template;

use crate::{kept_form::FormToResume, signed_out_page};
use signpost_web::{ApiError, App, PageContext, form};

/// Fields that nobody typed: what a form carries for itself.
const CARRIED: &[&str] = &["version", "key", "act", "organization", "id", "do"];

#[derive(Template)]
#[template(path = "portal/signed_out.html")]
struct SignInFirst {
    f: PageContext,
    email: String,
    next: String,
    fault: Option<String>,
    with_code: bool,
    resume: String,
}

#[derive(Template)]
#[template(path = "portal/resume.html")]
struct ResumePage {
    f: PageContext,
    to: String,
    fields: Vec<(String, String)>,
    /// What would be sent, in the order of the form: the name of a field and what stands in it.
    shown: Vec<(String, String)>,
    csrf: String,
}

/// A form that somebody who is not signed in sent from one of our pages. `None` also when it does not say whose it is.
pub async fn sent(request: &mut ServiceRequest) -> Option<FormToResume> {
    if request.method() != Method::POST || !form::says_it_is_from_here(request.request()) {
        return None;
    }
    let (http, payload) = request.parts_mut();
    FormToResume::of(form::form_fields(http, payload).await.ok()?)
}

/// Asks to sign in again, with the form in its hands.
pub fn sign_in_first(
    app: &App,
    request: &HttpRequest,
    form: &FormToResume,
) -> Result<HttpResponse, ApiError> {
    let page = SignInFirst {
        f: PageContext::of(request, &app.snapshot(), app.now()),
        email: String::new(),
        next: request.path().to_owned(),
        fault: None,
        with_code: false,
        resume: form.carried(),
    };
    signed_out_page(&page.f, &page, StatusCode::UNAUTHORIZED)
}

/// Shows a form and asks whether to send it now, in the name of the session that is there now.
pub fn ask(
    f: PageContext,
    to: String,
    form: FormToResume,
    csrf: String,
    status: StatusCode,
) -> Result<HttpResponse, ApiError> {
    let fields = form.into_fields();
    let typed = fields
        .iter()
        .filter(|(name, value)| !CARRIED.contains(&name.as_str()) && !value.trim().is_empty());
    let page = ResumePage {
        shown: typed.cloned().collect(),
        fields,
        to,
        csrf,
        f,
    };
    signed_out_page(&page.f, &page, status)
}
