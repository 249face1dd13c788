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
    /// What would be sent, in the order of the form: what a field is about and what stands in it.
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

/// What a field is about, in words; its name is nobody's word but the form's.
fn about(f: &PageContext, name: &str) -> String {
    const DAYS: [&str; 7] = ["mo", "tu", "we", "th", "fr", "sa", "su"];
    let mut parts = name.split(['.', '-']);
    let key = match parts.next().unwrap_or_default() {
        "description" => "kept-field-description",
        "name" => "kept-field-name",
        "address" | "locality" | "point" | "entrance" | "door" => "kept-field-place",
        "phone" | "website" | "email" => "kept-field-contact",
        "reason" | "why" => "kept-field-why",
        "note" => "kept-field-note",
        "first" | "last" | "review" | "end" => "kept-field-days",
        "monthly" | "fortnight" | "text" | "from" | "to" => "kept-field-hours",
        day if DAYS.contains(&day) => "kept-field-hours",
        _ => "kept-field-other",
    };
    let what = f.t(key);
    match name.rsplit(['.', '-']).next() {
        Some("en") => format!("{what} ({})", f.t("kept-field-en")),
        Some("fr") if name != "fr" => format!("{what} ({})", f.t("kept-field-fr")),
        _ => what,
    }
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
    let typed: Vec<(String, String)> = fields
        .iter()
        .filter(|(name, value)| {
            let is_carried = CARRIED.contains(&name.as_str()) || name.ends_with("-asked");
            !is_carried && !value.trim().is_empty()
        })
        .map(|(name, value)| (about(&f, name), value.clone()))
        .collect();
    let page = ResumePage {
        shown: typed,
        fields,
        to,
        csrf,
        f,
    };
    signed_out_page(&page.f, &page, status)
}
