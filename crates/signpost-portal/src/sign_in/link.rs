//! `/invite/{code}`: a one-time link, with which somebody sets a password, or, when their phone is lost, switches the second step off.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode, web};
use askama::Template;
use signpost_credentials::password;
use signpost_mail::letters::NoticeKind;
use signpost_store::{Account, Attempt, LinkOwner, LinkPurpose, SignInKind};

use super::guessable::password_fault;
use crate::access::{
    Form, PortalCookies,
    attempts::{slot_for_known, waits},
    in_same_language, redirect, redirect_with_cookie, signed_out_page,
};
use crate::{PortalState, access::SharedPortal, notice::tell};
use signpost_web::{ApiError, PageContext, SharedApp};

#[derive(Template)]
#[template(path = "portal/invite.html")]
struct InvitePage {
    f: PageContext,
    /// Whose link it is; `None` when it is not good.
    account: Option<Account>,
    fault: Option<String>,
}

#[derive(Template)]
#[template(path = "portal/lost_phone.html")]
struct LostPhonePage {
    f: PageContext,
    account: Account,
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
    let Some(LinkOwner { account, purpose }) = store.link_owner(&code, app.now()).await? else {
        return page(&app, &request, &code, None).await;
    };
    if purpose == LinkPurpose::Phone {
        return switch_off(&app, &portal, &request, &code, &account, &form).await;
    }
    let typed = form.raw("password");
    if let Some(key) = password_fault(&app, typed, &account.name, &account.email) {
        return page(&app, &request, &code, Some(key)).await;
    }
    let slot = slot_for_known(&portal).await?;
    let hash = slot
        .hash(typed.to_owned())
        .await
        .map_err(ApiError::internal)?;
    let Some(owner) = store.use_link(&code, &hash, app.now()).await? else {
        return page(&app, &request, &code, None).await;
    };
    if account.has_password {
        tell(&app, &portal, owner, NoticeKind::PasswordSet).await;
    }
    // Whoever holds the link is the owner: guesses of others do not hold this browser up.
    let browser = store.know_browser(owner, app.now()).await?;
    let login = in_same_language(&request, "/login?done=password");
    let cookie = PortalCookies::of(&request).know_browser(browser.secret);
    Ok(redirect_with_cookie(&login, &cookie))
}

/// The second step goes off for who has the link and the password: a lost phone is no reason to let in who has neither.
async fn switch_off(
    app: &SharedApp,
    portal: &PortalState,
    request: &HttpRequest,
    code: &str,
    account: &Account,
    form: &Form,
) -> Result<HttpResponse, ApiError> {
    let (store, at) = (app.database()?, app.now());
    let browser = PortalCookies::value(request, PortalCookies::of(request).browser());
    let slot = slot_for_known(portal).await?;
    let attempt = store
        .begin_attempt(&account.email, browser.as_deref(), at, waits)
        .await?;
    let stored = match attempt {
        Attempt::Wait(_) => return page(app, request, code, Some("account-wait")).await,
        Attempt::Counted(known) => known.and_then(|known| known.password),
    };
    let right = slot.is(password::cut(form.raw("current")), stored).await;
    if !right.map_err(ApiError::internal)? {
        store
            .record_sign_in(account.id, SignInKind::WrongPassword, at)
            .await?;
        return page(app, request, code, Some("account-wrong-password")).await;
    }
    store
        .attempt_was_right(account.id, browser.as_deref())
        .await?;
    let Some(owner) = store.use_lost_phone_link(code, at).await? else {
        return page(app, request, code, None).await;
    };
    tell(app, portal, owner, NoticeKind::StepOff).await;
    Ok(redirect(&in_same_language(request, "/login?done=step-off")))
}

async fn page(
    app: &SharedApp,
    request: &HttpRequest,
    code: &str,
    fault: Option<&'static str>,
) -> Result<HttpResponse, ApiError> {
    let store = app.database()?;
    let owner = store.link_owner(code, app.now()).await?;
    let f = PageContext::of(request, &app.snapshot(), app.now());
    let status = match (&owner, fault) {
        (None, _) => StatusCode::GONE,
        (Some(_), Some(_)) => StatusCode::UNPROCESSABLE_ENTITY,
        (Some(_), None) => StatusCode::OK,
    };
    let fault = fault.map(|key| f.t(key));
    match owner {
        Some(LinkOwner {
            account,
            purpose: LinkPurpose::Phone,
        }) => {
            let page = LostPhonePage { f, account, fault };
            signed_out_page(&page.f, &page, status)
        }
        owner => {
            let page = InvitePage {
                account: owner.map(|owner| owner.account),
                fault,
                f,
            };
            signed_out_page(&page.f, &page, status)
        }
    }
}
