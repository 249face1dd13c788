//! `/invite/{code}`: a one-time link, with which somebody sets a password.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode, web};
use askama::Template;
use signpost_store::Account;

use super::password;
use crate::access::{Form, PortalCookies, in_same_language, redirect_with_cookie, signed_out_page};
use crate::state::SharedPortal;
use signpost_web::{ApiError, Frame, SharedApp};

#[derive(Template)]
#[template(path = "portal/invite.html")]
struct InvitePage {
    f: Frame,
    /// Whose link it is; `None` when it is not good.
    account: Option<Account>,
    fault: Option<String>,
}

/// GET
pub(crate) async fn show(
    app: SharedApp,
    request: HttpRequest,
    code: web::Path<String>,
) -> Result<HttpResponse, ApiError> {
    page(&app, &request, &code, None).await
}

/// POST
pub(crate) async fn set(
    app: SharedApp,
    portal: SharedPortal,
    request: HttpRequest,
    code: web::Path<String>,
    form: Form,
) -> Result<HttpResponse, ApiError> {
    let store = app.database()?;
    let Some(owner) = store.link_owner(&code, app.now()).await? else {
        return page(&app, &request, &code, None).await;
    };
    let typed = form.raw("password");
    if let Some(key) = password::fault(typed, &[&owner.name, &owner.email]) {
        return page(&app, &request, &code, Some(key)).await;
    }
    let slot = portal.hashing.slot_for_known().await?;
    let hash = slot.hash(typed.to_owned()).await?;
    let Some(owner) = store.use_link(&code, &hash, app.now()).await? else {
        return page(&app, &request, &code, None).await;
    };
    // Whoever holds the link is the owner: guesses of others do not hold this browser up.
    let browser = store.know_browser(owner, app.now()).await?;
    let login = in_same_language(&request, "/login?done=password");
    let cookie = PortalCookies::of(&request).know_browser(browser.secret);
    Ok(redirect_with_cookie(&login, cookie))
}

async fn page(
    app: &SharedApp,
    request: &HttpRequest,
    code: &str,
    fault: Option<&'static str>,
) -> Result<HttpResponse, ApiError> {
    let store = app.database()?;
    let account = store.link_owner(code, app.now()).await?;
    let f = Frame::of(request, &app.snapshot(), app.now());
    let status = match (&account, fault) {
        (None, _) => StatusCode::GONE,
        (Some(_), Some(_)) => StatusCode::UNPROCESSABLE_ENTITY,
        (Some(_), None) => StatusCode::OK,
    };
    let page = InvitePage {
        account,
        fault: fault.map(|key| f.t(key)),
        f,
    };
    signed_out_page(&page.f, &page, status)
}
