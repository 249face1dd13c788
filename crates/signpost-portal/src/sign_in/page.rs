//! The page on which one signs in.

use actix_web::{
    HttpRequest, HttpResponse,
    http::{StatusCode, header},
};
use askama::Template;
use jiff::SignedDuration;

use crate::access::{Form, signed_out_page};
use signpost_web::{ApiError, PageContext, SharedApp};

#[derive(Template)]
#[template(path = "portal/login.html")]
struct LoginPage {
    f: PageContext,
    email: String,
    next: String,
    fault: Option<String>,
    /// Whether a code is asked for as well.
    with_code: bool,
    /// What was just done: a password set, signed out.
    done: Option<String>,
    /// A form that was sent when nobody was signed in any more; see `access::resume`.
    resume: String,
}

/// Why somebody was not let in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// The address or the password is not right; which, nobody is told.
    Wrong,
    /// The password is right, and a code is needed too.
    CodeMissing,
    /// The code is not right, or was used.
    CodeWrong,
    /// Too many tries; this much longer.
    Wait(SignedDuration),
    /// Too many people at once.
    Busy,
}

/// The page as it is first seen.
pub(crate) fn fresh(
    app: &SharedApp,
    request: &HttpRequest,
    next: &str,
    done: &str,
) -> Result<HttpResponse, ApiError> {
    let f = PageContext::of(request, &app.snapshot(), app.now());
    let page = LoginPage {
        email: String::new(),
        next: inside(next).unwrap_or_default().to_owned(),
        fault: None,
        with_code: false,
        done: ["password", "out", "ended", "step-off"]
            .contains(&done)
            .then(|| f.t(&format!("login-done-{done}"))),
        resume: String::new(),
        f,
    };
    signed_out_page(&page.f, &page, StatusCode::OK)
}

/// The page as it comes back, with all but the password in its place.
pub(crate) fn refused(
    app: &SharedApp,
    request: &HttpRequest,
    form: &Form,
    why: Refusal,
    asks_code: bool,
) -> Result<HttpResponse, ApiError> {
    let f = PageContext::of(request, &app.snapshot(), app.now());
    let seconds = |left: SignedDuration| left.as_secs() + 1;
    let (status, fault, after) = match why {
        Refusal::Wrong => (StatusCode::UNAUTHORIZED, f.t("login-wrong"), None),
        Refusal::CodeMissing => (StatusCode::UNAUTHORIZED, f.t("login-code-needed"), None),
        Refusal::CodeWrong => (StatusCode::UNAUTHORIZED, f.t("login-code-wrong"), None),
        Refusal::Wait(left) => (
            StatusCode::TOO_MANY_REQUESTS,
            f.t1("login-wait", "seconds", seconds(left).to_string()),
            Some(seconds(left)),
        ),
        Refusal::Busy => (StatusCode::SERVICE_UNAVAILABLE, f.t("login-busy"), Some(5)),
    };
    let page = LoginPage {
        email: form.text("email").chars().take(254).collect(),
        next: inside(form.text("next")).unwrap_or_default().to_owned(),
        fault: Some(fault),
        with_code: asks_code,
        done: None,
        resume: form.raw("kept").to_owned(),
        f,
    };
    let mut answer = signed_out_page(&page.f, &page, status)?;
    if let Some(seconds) = after {
        answer
            .headers_mut()
            .insert(header::RETRY_AFTER, seconds.into());
    }
    Ok(answer)
}

/// A path of this server to go on to; anything that could lead elsewhere is none.
pub(crate) fn inside(next: &str) -> Option<&str> {
    let fine = next.starts_with('/')
        && next.len() <= 300
        && next
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"/-_.%?=&".contains(&byte))
        && !next.contains("//");
    fine.then_some(next)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn going_on_never_leads_elsewhere() {
        assert_eq!(inside("/agency/sites/a-b"), Some("/agency/sites/a-b"));
        for elsewhere in [
            "",
            "//evil.example",
            "https://evil.example",
            "/\\evil.example",
            "/a//b",
            "/a\r\nb",
            "/%0d%0a\t",
        ] {
            assert_eq!(inside(elsewhere), None, "{elsewhere:?}");
        }
    }
}
