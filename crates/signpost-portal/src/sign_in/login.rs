//! `/login`: signing in, as slowly as guesses make it, and signing out.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode, web};
use jiff::{SignedDuration, Timestamp};
use signpost_store::{Attempt, Attempts, Credentials, NewSession, SecondStep, Store};

use super::{
    hashing::Lane,
    page::{Refusal, fresh, inside, refused},
    password,
    second_step::{self, Typed},
};
use crate::access::{
    Actor, Form, PortalCookies, in_same_language, redirect, redirect_with_cookie, resume,
};
use crate::state::SharedPortal;
use signpost_web::{ApiError, Frame, SharedApp};

/// Wrong passwords in a row before anybody has to wait.
const FREE: u32 = 5;
/// The longest anybody has to wait.
const LONGEST_WAIT: SignedDuration = SignedDuration::from_mins(1);

/// GET
pub(crate) async fn show(
    app: SharedApp,
    request: HttpRequest,
    query: web::Query<Vec<(String, String)>>,
) -> Result<HttpResponse, ApiError> {
    let text = |name: &str| {
        let found = query.iter().find(|(own, _)| own == name);
        found.map_or("", |(_, value)| value.as_str())
    };
    fresh(&app, &request, text("next"), text("done"))
}

/// POST
pub(crate) async fn sign_in(
    app: SharedApp,
    portal: SharedPortal,
    request: HttpRequest,
    form: Form,
) -> Result<HttpResponse, ApiError> {
    let store = app.database()?;
    let (jar, at) = (PortalCookies::of(&request), app.now());
    let browser = PortalCookies::value(&request, jar.browser());
    let email: String = form.text("email").chars().take(254).collect();
    let again = |why, asks_code| refused(&app, &request, &form, why, asks_code);
    let asks_code = form.has("asks-code");

    // Who has to wait costs neither a slot nor a write.
    let standing = store.standing(&email, browser.as_deref()).await?;
    if let Some(left) = waits(standing.attempts, at) {
        return again(Refusal::Wait(left), asks_code);
    }
    let lane = if standing.browser_is_known {
        Lane::Known
    } else {
        Lane::Anybody
    };
    let Some(slot) = portal.hashing.slot(lane).await else {
        return again(Refusal::Busy, asks_code);
    };
    let known = match store
        .begin_attempt(&email, browser.as_deref(), at, waits)
        .await?
    {
        Attempt::Wait(left) => return again(Refusal::Wait(left), asks_code),
        Attempt::Counted(known) => known,
    };
    let stored = known.as_ref().and_then(|known| known.password.clone());
    let right = slot.is(password::cut(form.raw("password")), stored).await?;
    let Some(known) = known.filter(|_| right) else {
        return again(Refusal::Wrong, asks_code);
    };
    let step = match second_step(&known, form.text("code"), at)? {
        Ok(step) => step,
        Err(why) => return again(why, true),
    };
    let today = app.snapshot().town_zone().day(at);
    let Some(new_browser) = store
        .note_success(known.id, &step, browser.as_deref(), at, today)
        .await?
    else {
        return again(Refusal::CodeWrong, true);
    };
    let session = begin(store, &request, &known, at).await?;
    let mut answer = go_on(&app, &request, &form, &session)?;
    for cookie in [
        jar.begin_session(session.secret),
        jar.know_browser(new_browser.secret),
    ] {
        answer.add_cookie(&cookie).map_err(ApiError::internal)?;
    }
    Ok(answer)
}

async fn begin(
    store: &Store,
    request: &HttpRequest,
    known: &Credentials,
    at: Timestamp,
) -> Result<NewSession, ApiError> {
    let before = PortalCookies::value(request, PortalCookies::of(request).session());
    Ok(store.begin_session(known.id, before.as_deref(), at).await?)
}

/// What was shown besides the password, or why it does not do.
fn second_step(
    known: &Credentials,
    code: &str,
    at: Timestamp,
) -> Result<Result<SecondStep, Refusal>, ApiError> {
    let Some(secret) = &known.totp else {
        return Ok(Ok(SecondStep::None));
    };
    Ok(match second_step::typed(code) {
        Typed::Nothing => Err(Refusal::CodeMissing),
        Typed::Recovery(code) => Ok(SecondStep::Recovery(code)),
        Typed::Digits => second_step::step_of(secret, code, known.totp_step, at)?
            .map(SecondStep::Code)
            .ok_or(Refusal::CodeWrong),
    })
}

/// To where they wanted to be; with a form that was kept, to the question whether to send it now.
fn go_on(
    app: &SharedApp,
    request: &HttpRequest,
    form: &Form,
    session: &NewSession,
) -> Result<HttpResponse, ApiError> {
    let f = Frame::of(request, &app.snapshot(), app.now());
    let home = f.link("/portal");
    let next = inside(form.text("next"));
    if let (Some(to), Some(fields)) = (next, resume::fields_of(form.raw("kept"))) {
        return resume::ask(
            f,
            to.to_owned(),
            fields,
            session.csrf.clone(),
            StatusCode::OK,
        );
    }
    Ok(redirect(next.unwrap_or(&home)))
}

/// POST `/logout`
pub(crate) async fn sign_out(
    app: SharedApp,
    request: HttpRequest,
    who: Actor,
    _proven: Form,
) -> Result<HttpResponse, ApiError> {
    let store = app.database()?;
    store.end_session(&who.session).await?;
    let login = in_same_language(&request, "/login?done=out");
    let cookie = PortalCookies::of(&request).end_session();
    Ok(redirect_with_cookie(&login, cookie))
}

/// How long until the next try counts, if at all: 2 seconds after the fifth wrong one, then twice as long each time, a minute at most.
pub(crate) fn waits(attempts: Attempts, at: Timestamp) -> Option<SignedDuration> {
    let over = attempts.failures.checked_sub(FREE)?;
    let wait = SignedDuration::from_secs(1_i64 << over.min(6).saturating_add(1)).min(LONGEST_WAIT);
    let left = wait - at.duration_since(attempts.last?);
    // A clock that was set back makes nobody wait longer than that.
    (left > SignedDuration::ZERO).then_some(left.min(LONGEST_WAIT))
}

#[cfg(test)]
mod tests {
    use super::*;

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
        let last = |last| Attempts {
            failures: 1_000,
            last: Some(last),
        };
        let after = waits(last(at), at + LONGEST_WAIT);
        assert_eq!(after, None, "and then the owner may try");
        let set_back = waits(last(at + SignedDuration::from_hours(9)), at);
        assert_eq!(set_back, Some(LONGEST_WAIT));
    }
}
