//! `/account`: one's own password, second step and sessions. `/portal`: to the section of one's role.

mod page;

use actix_web::{HttpRequest, HttpResponse, web};
use signpost_store::{AccountId, Attempt, Role};

use self::page::{Shown, page};
use super::{login::waits, password, second_step};
use crate::access::{Actor, Form, PortalCookies, in_same_language, redirect, redirect_with_cookie};
use crate::{PortalState, state::SharedPortal};
use signpost_web::{ApiError, SharedApp};

/// GET `/portal`
pub(crate) async fn enter(request: HttpRequest, who: Actor) -> HttpResponse {
    let section = match who.role {
        Role::Editor(_) => "/agency",
        Role::Subcommittee => "/disposal/service",
        Role::Steward => "/steward",
    };
    redirect(&in_same_language(&request, section))
}

/// GET
pub(crate) async fn show(
    app: SharedApp,
    request: HttpRequest,
    who: Actor,
    query: web::Query<Vec<(String, String)>>,
) -> Result<HttpResponse, ApiError> {
    let done = query
        .iter()
        .find(|(name, value)| {
            name == "done" && ["step-on", "step-off", "sessions"].contains(&value.as_str())
        })
        .map(|(_, value)| format!("account-done-{value}"));
    let shown = Shown {
        done,
        ..Shown::default()
    };
    page(&app, &request, who, shown).await
}

/// POST `/account/password`
pub(crate) async fn change_password(
    app: SharedApp,
    portal: SharedPortal,
    request: HttpRequest,
    who: Actor,
    form: Form,
) -> Result<HttpResponse, ApiError> {
    let store = app.database()?;
    if let Err(key) = knows_password(&app, &portal, &request, &who, form.raw("current")).await? {
        return page(&app, &request, who, Shown::fault("password", key)).await;
    }
    let new = form.raw("password");
    if let Some(key) = password::fault(new, &[&who.name, &who.email]) {
        return page(&app, &request, who, Shown::fault("password", key)).await;
    }
    let slot = portal.hashing.slot_for_known().await?;
    let hash = slot.hash(new.to_owned()).await?;
    // Every session ends, this one too: whoever knew the old password is out.
    store
        .set_password(AccountId(who.account), &hash, app.now())
        .await?;
    let session = store
        .begin_session(AccountId(who.account), None, app.now())
        .await?;
    let cookie = PortalCookies::of(&request).begin_session(session.secret);
    Ok(redirect_with_cookie(&done(&request, "sessions"), cookie))
}

/// POST `/account/sessions`
pub(crate) async fn end_others(
    app: SharedApp,
    request: HttpRequest,
    who: Actor,
    _proven: Form,
) -> Result<HttpResponse, ApiError> {
    let store = app.database()?;
    store
        .end_other_sessions(AccountId(who.account), &who.session)
        .await?;
    Ok(redirect(&done(&request, "sessions")))
}

/// POST `/account/second-step`: offers a secret, switches on with a code of it, switches off with the password.
pub(crate) async fn second_step(
    app: SharedApp,
    portal: SharedPortal,
    request: HttpRequest,
    who: Actor,
    form: Form,
) -> Result<HttpResponse, ApiError> {
    let store = app.database()?;
    let (at, secret) = (app.now(), form.text("secret"));
    if form.has("off") {
        if let Err(key) = knows_password(&app, &portal, &request, &who, form.raw("current")).await?
        {
            return page(&app, &request, who, Shown::fault("step", key)).await;
        }
        store
            .set_totp(AccountId(who.account), None, 0, &[], at)
            .await?;
        return Ok(redirect(&done(&request, "step-off")));
    }
    let mut shown = Shown::default();
    if who.has_totp {
        // From a page that was open since before it was on. Switching it off asks for the password; so must changing it.
        return Ok(redirect(&done(&request, "step-on")));
    }
    if secret.is_empty() {
        shown.secret = Some(second_step::new_secret()?);
        return page(&app, &request, who, shown).await;
    }
    if let Ok(Some(step)) = second_step::step_of(secret, form.text("code"), 0, at) {
        shown.codes = second_step::recovery_codes()?;
        store
            .set_totp(AccountId(who.account), Some(secret), step, &shown.codes, at)
            .await?;
        shown.done = Some("account-done-step-on".to_owned());
        let who = Actor {
            has_totp: true,
            ..who
        };
        return page(&app, &request, who, shown).await;
    }
    shown.fault = Some(("step", "login-code-wrong"));
    shown.secret = Some(secret.to_owned());
    page(&app, &request, who, shown).await
}

/// Whether they know the password they have, or the key of what is wrong. Guesses are counted as those at the door are: a session that was
/// left open somewhere is no place to guess from.
async fn knows_password(
    app: &SharedApp,
    portal: &PortalState,
    request: &HttpRequest,
    who: &Actor,
    typed: &str,
) -> Result<Result<(), &'static str>, ApiError> {
    let store = app.database()?;
    let browser = PortalCookies::value(request, PortalCookies::of(request).browser());
    let slot = portal.hashing.slot_for_known().await?;
    let attempt = store
        .begin_attempt(&who.email, browser.as_deref(), app.now(), waits)
        .await?;
    let known = match attempt {
        Attempt::Wait(_) => return Ok(Err("account-wait")),
        Attempt::Counted(known) => known,
    };
    let stored = known.and_then(|known| known.password);
    if !slot.is(password::cut(typed), stored).await? {
        return Ok(Err("account-wrong-password"));
    }
    let id = AccountId(who.account);
    store.attempt_was_right(id, browser.as_deref()).await?;
    Ok(Ok(()))
}

/// The page again, saying what was done.
fn done(request: &HttpRequest, what: &str) -> String {
    in_same_language(request, &format!("/account?done={what}"))
}
