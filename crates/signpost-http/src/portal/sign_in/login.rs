//! `/login`: signing in, as slowly as guesses make it, and signing out.

use actix_web::{
    HttpRequest, HttpResponse,
    http::{StatusCode, header},
    web,
};
use askama::Template;
use jiff::{SignedDuration, Timestamp};
use signpost_store::{Attempts, Credentials};

use super::{password, second_step};
use crate::{
    ApiError, SharedApp,
    pages::Frame,
    portal::access::{Actor, Form, Jar, door},
};

/// Wrong passwords in a row before anybody has to wait.
const FREE: u32 = 5;
/// The longest anybody has to wait.
const LONGEST_WAIT: SignedDuration = SignedDuration::from_mins(1);

#[derive(Template)]
#[template(path = "portal/login.html")]
struct LoginPage {
    f: Frame,
    email: String,
    next: String,
    fault: Option<String>,
    /// Whether a code is asked for as well.
    with_code: bool,
    /// What was just done: a password set, signed out.
    done: Option<String>,
}

/// GET
pub(super) async fn show(
    app: SharedApp,
    request: HttpRequest,
    query: web::Query<Vec<(String, String)>>,
) -> Result<HttpResponse, ApiError> {
    let text = |name: &str| {
        let found = query.iter().find(|(own, _)| own == name);
        found.map_or("", |(_, value)| value.as_str())
    };
    let f = Frame::of(&request, &app.snapshot(), app.now());
    let page = LoginPage {
        email: String::new(),
        next: inside(text("next")).unwrap_or_default().to_owned(),
        fault: None,
        with_code: false,
        done: ["password", "out"]
            .contains(&text("done"))
            .then(|| f.t(&format!("login-done-{}", text("done")))),
        f,
    };
    door(&page.f, &page, StatusCode::OK)
}

/// POST
pub(super) async fn sign_in(
    app: SharedApp,
    request: HttpRequest,
    form: Form,
) -> Result<HttpResponse, ApiError> {
    let store = app.store().ok_or_else(ApiError::no_database)?;
    let (jar, at) = (Jar::of(&request), app.now());
    let browser = Jar::read(&request, jar.browser());
    let email = form.text("email").to_lowercase();
    let known = store.credentials(&email, browser.as_deref()).await?;
    let wait = known.as_ref().and_then(|known| waits(known.attempts, at));
    if let Some(wait) = wait {
        return refused(&app, &request, &form, Refusal::Wait(wait), known.as_ref());
    }
    // Long texts are not worth hashing: no password is so long.
    let typed: String = form
        .raw("password")
        .chars()
        .take(password::LONGEST + 1)
        .collect();
    let stored = known.as_ref().and_then(|known| known.password.clone());
    let right = password::is(typed, stored).await?;
    let Some(known) = known else {
        return refused(&app, &request, &form, Refusal::Wrong, None);
    };
    if !right {
        store.note_failure(known.id, browser.as_deref(), at).await?;
        return refused(&app, &request, &form, Refusal::Wrong, Some(&known));
    }
    let step = match &known.totp {
        None => None,
        Some(_) if form.text("code").is_empty() => {
            return refused(&app, &request, &form, Refusal::CodeMissing, Some(&known));
        }
        Some(secret) => {
            let step = second_step::step_of(secret, form.text("code"), known.totp_step, at)?;
            if step.is_none() {
                store.note_failure(known.id, browser.as_deref(), at).await?;
                return refused(&app, &request, &form, Refusal::CodeWrong, Some(&known));
            }
            step
        }
    };
    let Some(browser) = store.note_success(known.id, step, at).await? else {
        return refused(&app, &request, &form, Refusal::CodeWrong, Some(&known));
    };
    let before = Jar::read(&request, jar.session());
    let session = store.begin_session(known.id, before.as_deref(), at).await?;
    let french = request.path().starts_with("/fr/");
    let home = if french { "/fr/portal" } else { "/portal" };
    let next = inside(form.text("next")).unwrap_or(home);
    Ok(HttpResponse::SeeOther()
        .insert_header((header::LOCATION, next))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .cookie(jar.begin_session(session.secret))
        .cookie(jar.know_browser(browser.secret))
        .finish())
}

/// POST `/logout`
pub(super) async fn sign_out(
    app: SharedApp,
    request: HttpRequest,
    who: Actor,
    _proven: Form,
) -> Result<HttpResponse, ApiError> {
    let store = app.store().ok_or_else(ApiError::no_database)?;
    store.end_session(&who.session).await?;
    let french = request.path().starts_with("/fr/");
    let login = if french {
        "/fr/login?done=out"
    } else {
        "/login?done=out"
    };
    Ok(HttpResponse::SeeOther()
        .insert_header((header::LOCATION, login))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .cookie(Jar::of(&request).end_session())
        .finish())
}

#[derive(Clone, Copy)]
enum Refusal {
    Wrong,
    CodeMissing,
    CodeWrong,
    Wait(SignedDuration),
}

/// How long until the next try counts, if at all: 2 seconds after the sixth wrong one, then twice as long each time, a minute at most.
fn waits(attempts: Attempts, at: Timestamp) -> Option<SignedDuration> {
    let over = attempts.failures.checked_sub(FREE)?;
    let wait = SignedDuration::from_secs(1_i64 << over.min(6).saturating_add(1)).min(LONGEST_WAIT);
    let left = wait - at.duration_since(attempts.last?);
    (left > SignedDuration::ZERO).then_some(left)
}

fn refused(
    app: &SharedApp,
    request: &HttpRequest,
    form: &Form,
    why: Refusal,
    known: Option<&Credentials>,
) -> Result<HttpResponse, ApiError> {
    let f = Frame::of(request, &app.snapshot(), app.now());
    let (status, fault) = match &why {
        Refusal::Wrong => (StatusCode::UNAUTHORIZED, f.t("login-wrong")),
        Refusal::CodeMissing => (StatusCode::UNAUTHORIZED, f.t("login-code-needed")),
        Refusal::CodeWrong => (StatusCode::UNAUTHORIZED, f.t("login-code-wrong")),
        Refusal::Wait(left) => (
            StatusCode::TOO_MANY_REQUESTS,
            f.t1("login-wait", "seconds", (left.as_secs() + 1).to_string()),
        ),
    };
    let with_code = matches!(why, Refusal::CodeMissing | Refusal::CodeWrong)
        && known.is_some_and(|known| known.totp.is_some());
    let page = LoginPage {
        email: form.text("email").to_owned(),
        next: inside(form.text("next")).unwrap_or_default().to_owned(),
        fault: Some(fault),
        with_code,
        done: None,
        f,
    };
    let mut answer = door(&page.f, &page, status)?;
    if let Refusal::Wait(left) = why {
        answer
            .headers_mut()
            .insert(header::RETRY_AFTER, (left.as_secs() + 1).into());
    }
    Ok(answer)
}

/// A path of this server to go on to; anything that could lead elsewhere is none.
fn inside(next: &str) -> Option<&str> {
    let fine = next.starts_with('/')
        && !next.starts_with("//")
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
        ] {
            assert_eq!(inside(elsewhere), None, "{elsewhere:?}");
        }
    }

    #[test]
    fn the_wait_grows_to_a_minute_and_no_further() {
        let at: Timestamp = "2026-11-25T19:15:00Z".parse().unwrap();
        let wait = |failures| {
            let attempts = Attempts {
                failures,
                last: Some(at),
            };
            waits(attempts, at).map(|left| left.as_secs())
        };
        assert_eq!(wait(4), None);
        assert_eq!(wait(5), Some(2));
        assert_eq!(wait(6), Some(4));
        assert_eq!(wait(1_000), Some(60));
        let attempts = Attempts {
            failures: 1_000,
            last: Some(at),
        };
        assert_eq!(
            waits(attempts, at + LONGEST_WAIT),
            None,
            "and then the owner may try"
        );
    }
}
