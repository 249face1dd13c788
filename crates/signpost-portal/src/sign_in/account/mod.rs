//! `/account`: one's own password, second step, sessions, and what happened. `/portal`: to the section of one's role.

mod page;
mod record;
pub(crate) mod second_step;

use actix_web::{HttpRequest, HttpResponse, web};
use signpost_mail::letters::NoticeKind;
use signpost_store::{AccountId, Role, WrongProof};

use self::page::{Shown, page};
pub(crate) use self::record::{Happened, event, happened};
use super::guessable::password_fault;
use crate::access::{
    Actor, Form, PortalCookies, attempts::Shown as Password, attempts::knows_password,
    attempts::slot_for_known, in_same_language, proof, redirect, redirect_with_cookie,
};
use crate::{access::SharedPortal, notice::tell};
use signpost_web::{ApiError, SharedApp};

/// What may have been done a moment ago.
const DONE: [&str; 4] = ["step-on", "step-off", "sessions", "step-first"];

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
    portal: SharedPortal,
    request: HttpRequest,
    who: Actor,
    query: web::Query<Vec<(String, String)>>,
) -> Result<HttpResponse, ApiError> {
    let done = query
        .iter()
        .find(|(name, value)| name == "done" && DONE.contains(&value.as_str()))
        .map(|(_, value)| format!("account-done-{value}"));
    let shown = Shown {
        done,
        ..Shown::default()
    };
    page(&app, &portal, &request, who, shown).await
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
    let fault = match knows_password(&app, &portal, &request, &who, form.raw("current")).await? {
        Password::Right => password_fault(&app, form.raw("password"), &who.name, &who.email),
        Password::Wrong => match store.wrong_proof(&who.session, app.now()).await? {
            WrongProof::GoesOn => Some("account-wrong-password"),
            WrongProof::Ended => return Ok(proof::over(&request)),
        },
        Password::TooSoon => Some("account-wait"),
    };
    if let Some(key) = fault {
        return page(&app, &portal, &request, who, Shown::fault("password", key)).await;
    }
    let slot = slot_for_known(&portal).await?;
    let hash = slot.hash(form.raw("password").to_owned()).await;
    let hash = hash.map_err(ApiError::internal)?;
    let id = AccountId(who.account);
    // Every session ends, this one too: whoever knew the old password is out.
    store.set_password(id, &hash, app.now()).await?;
    tell(&app, &portal, id, NoticeKind::PasswordSet).await;
    let session = store.begin_session(id, None, app.now()).await?;
    let cookie = PortalCookies::of(&request).begin_session(session.secret);
    Ok(redirect_with_cookie(&done(&request, "sessions"), &cookie))
}

/// POST `/account/sessions`
pub(crate) async fn end_others(
    app: SharedApp,
    portal: SharedPortal,
    request: HttpRequest,
    who: Actor,
    _proven: Form,
) -> Result<HttpResponse, ApiError> {
    let (store, id) = (app.database()?, AccountId(who.account));
    store
        .end_other_sessions(id, &who.session, app.now())
        .await?;
    tell(&app, &portal, id, NoticeKind::SessionsEnded).await;
    Ok(redirect(&done(&request, "sessions")))
}

/// The page again, saying what was done.
fn done(request: &HttpRequest, what: &str) -> String {
    in_same_language(request, &format!("/account?done={what}"))
}
