//! `/login`: signing in, as slowly as guesses make it, and signing out.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode, web};
use jiff::Timestamp;
use signpost_credentials::{hashing::Lane, password};
use signpost_mail::letters::NoticeKind;
use signpost_store::{
    Attempt, Credentials, NewSession, SecondStep, SignInKind, Store, StoredSecondStep,
};

use super::page::{Refusal, fresh, inside, refused};
use crate::access::{
    Actor, Form, PortalCookies,
    attempts::{SecondStepTyped, second_step_typed, waits},
    in_same_language,
    kept_form::FormToResume,
    redirect, redirect_with_cookie, resume,
};
use crate::notice::tell;
use signpost_access::SharedPortal;
use signpost_web::{ApiError, PageContext, SharedApp};

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
    let right = slot.is(password::cut(form.raw("password")), stored).await;
    let right = right.map_err(ApiError::internal)?;
    let id = known.as_ref().map(|known| known.id);
    let Some(known) = known.filter(|_| right) else {
        if let Some(id) = id {
            store
                .record_sign_in(id, SignInKind::WrongPassword, at)
                .await?;
        }
        return again(Refusal::Wrong, asks_code);
    };
    let step = match second_step(&known, form.text("code"), at)? {
        Ok(step) => step,
        Err(why) => {
            // The clearest sign that somebody else has the password.
            let kind = match why {
                Refusal::CodeWrong => Some(SignInKind::WrongCode),
                Refusal::CodeMissing => Some(SignInKind::CodeMissing),
                _ => None,
            };
            if let Some(kind) = kind {
                store.record_sign_in(known.id, kind, at).await?;
            }
            return again(why, true);
        }
    };
    let today = app.snapshot().town_zone().day(at);
    let Some(new_browser) = store
        .note_success(known.id, &step, browser.as_deref(), at, today)
        .await?
    else {
        return again(Refusal::CodeWrong, true);
    };
    if matches!(step, SecondStep::Recovery(_)) {
        tell(&app, &portal, known.id, NoticeKind::RecoveryUsed).await;
    }
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
    if known.second_step == StoredSecondStep::Off {
        return Ok(Ok(SecondStep::None));
    }
    Ok(match second_step_typed(known, code, at)? {
        SecondStepTyped::Nothing => Err(Refusal::CodeMissing),
        SecondStepTyped::Wrong => Err(Refusal::CodeWrong),
        SecondStepTyped::Shown(step) => Ok(step),
    })
}

/// To where they wanted to be; with a form that they had typed, to the question whether to send it now. One that somebody else had typed is
/// dropped, and not shown.
fn go_on(
    app: &SharedApp,
    request: &HttpRequest,
    form: &Form,
    session: &NewSession,
) -> Result<HttpResponse, ApiError> {
    let f = PageContext::of(request, &app.snapshot(), app.now());
    let home = f.link("/portal");
    let next = inside(form.text("next"));
    let Some(kept) = FormToResume::read(form.raw("kept")) else {
        return Ok(redirect(next.unwrap_or(&home)));
    };
    match next {
        Some(to) if kept.is_by(&session.csrf) => {
            let (to, csrf) = (to.to_owned(), session.csrf.clone());
            resume::ask(f, to, kept, csrf, StatusCode::OK)
        }
        // Where it was going may not even be theirs.
        _ => Ok(redirect(&home)),
    }
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
    Ok(redirect_with_cookie(&login, &cookie))
}
