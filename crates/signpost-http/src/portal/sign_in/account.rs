//! `/account`: one's own password, second step and sessions. `/portal`: to the room of one's role.

use actix_web::{HttpRequest, HttpResponse, http::header, web};
use askama::Template;
use signpost_store::{AccountId, Role};

use super::{password, second_step};
use crate::{
    ApiError, SharedApp,
    portal::access::{self, Actor, Form, Jar, PortalFrame},
};

#[derive(Template)]
#[template(path = "portal/account.html")]
struct AccountPage {
    f: PortalFrame,
    who: Actor,
    done: Option<String>,
    /// What is wrong, and in which part of the page: `password` or `step`.
    fault: Option<(&'static str, String)>,
    /// A secret to switch the second step on with: itself, its address for an app, and its picture.
    offered: Option<Offered>,
}

struct Offered {
    secret: String,
    address: String,
    picture: String,
}

impl AccountPage {
    fn fault_in(&self, part: &str) -> Option<&str> {
        let (own, words) = self.fault.as_ref()?;
        (*own == part).then_some(words.as_str())
    }
}

/// GET `/portal`
pub(super) async fn enter(request: HttpRequest, who: Actor) -> HttpResponse {
    let room = match who.role {
        Role::Editor(_) => "/agency",
        Role::Subcommittee => "/disposal/service",
        Role::Steward => "/steward",
    };
    let twin = if request.path().starts_with("/fr/") {
        "/fr"
    } else {
        ""
    };
    HttpResponse::SeeOther()
        .insert_header((header::LOCATION, format!("{twin}{room}")))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .finish()
}

/// GET
pub(super) async fn show(
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
    page(&app, &request, who, None, None, done.as_deref())
}

/// POST `/account/password`
pub(super) async fn change_password(
    app: SharedApp,
    request: HttpRequest,
    who: Actor,
    form: Form,
) -> Result<HttpResponse, ApiError> {
    let store = app.store().ok_or_else(ApiError::no_database)?;
    if !knows_password(&app, &who, form.raw("current")).await? {
        let fault = ("password", "account-wrong-password");
        return page(&app, &request, who, Some(fault), None, None);
    }
    let new = form.raw("password");
    if let Some(key) = password::fault(new, &[&who.name, &who.email]) {
        return page(&app, &request, who, Some(("password", key)), None, None);
    }
    let hash = password::hash(new.to_owned()).await?;
    // Every session ends, this one too: whoever knew the old password is out.
    store
        .set_password(AccountId(who.account), &hash, app.now())
        .await?;
    let session = store
        .begin_session(AccountId(who.account), None, app.now())
        .await?;
    Ok(HttpResponse::SeeOther()
        .insert_header((
            header::LOCATION,
            format!("{}?done=sessions", home(&request)),
        ))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .cookie(Jar::of(&request).begin_session(session.secret))
        .finish())
}

/// POST `/account/sessions`
pub(super) async fn end_others(
    app: SharedApp,
    request: HttpRequest,
    who: Actor,
    _proven: Form,
) -> Result<HttpResponse, ApiError> {
    let store = app.store().ok_or_else(ApiError::no_database)?;
    store
        .end_other_sessions(AccountId(who.account), &who.session)
        .await?;
    Ok(see(&request, "sessions"))
}

/// POST `/account/second-step`: offers a secret, switches on with a code of it, switches off with the password.
pub(super) async fn second_step(
    app: SharedApp,
    request: HttpRequest,
    who: Actor,
    form: Form,
) -> Result<HttpResponse, ApiError> {
    let store = app.store().ok_or_else(ApiError::no_database)?;
    let (at, secret) = (app.now(), form.text("secret"));
    if form.has("off") {
        if !knows_password(&app, &who, form.raw("current")).await? {
            let fault = ("step", "account-wrong-password");
            return page(&app, &request, who, Some(fault), None, None);
        }
        store.set_totp(AccountId(who.account), None, 0, at).await?;
        return Ok(see(&request, "step-off"));
    }
    if secret.is_empty() {
        let secret = second_step::new_secret()?;
        return page(&app, &request, who, None, Some(secret), None);
    }
    if let Ok(Some(step)) = second_step::step_of(secret, form.text("code"), 0, at) {
        store
            .set_totp(AccountId(who.account), Some(secret), step, at)
            .await?;
        return Ok(see(&request, "step-on"));
    }
    let (fault, secret) = (("step", "login-code-wrong"), secret.to_owned());
    page(&app, &request, who, Some(fault), Some(secret), None)
}

async fn knows_password(app: &SharedApp, who: &Actor, typed: &str) -> Result<bool, ApiError> {
    let store = app.store().ok_or_else(ApiError::no_database)?;
    let known = store.credentials(&who.email, None).await?;
    let typed = typed.chars().take(password::LONGEST + 1).collect();
    password::is(typed, known.and_then(|known| known.password)).await
}

fn home(request: &HttpRequest) -> &'static str {
    if request.path().starts_with("/fr/") {
        "/fr/account"
    } else {
        "/account"
    }
}

fn see(request: &HttpRequest, done: &str) -> HttpResponse {
    HttpResponse::SeeOther()
        .insert_header((header::LOCATION, format!("{}?done={done}", home(request))))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .finish()
}

fn page(
    app: &SharedApp,
    request: &HttpRequest,
    who: Actor,
    fault: Option<(&'static str, &'static str)>,
    secret: Option<String>,
    done: Option<&str>,
) -> Result<HttpResponse, ApiError> {
    let f = PortalFrame::of(request, app, &who);
    // A secret that did not come from us, or was mistyped, is not offered again.
    let offered = secret.and_then(|secret| {
        let (address, picture) = second_step::picture(&secret, &who.email).ok()?;
        Some(Offered {
            secret,
            address,
            picture,
        })
    });
    let page = AccountPage {
        done: done.map(|key| f.t(key)),
        fault: fault.map(|(part, key)| (part, f.t(key))),
        offered,
        who,
        f,
    };
    access::page(&page.f, &page, page.fault.is_none())
}
