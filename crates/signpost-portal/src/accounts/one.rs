//! `/steward/accounts/{id}`: what happened at one account. When and what, never from where.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use signpost_store::{Account, AccountId};

use crate::{
    access::{Actor, PortalContext, page},
    sign_in::{Happened, happened},
};
use signpost_web::{ApiError, SharedApp};

#[derive(Template)]
#[template(path = "portal/steward/account.html")]
struct AccountPage {
    f: PortalContext,
    account: Account,
    happened: Happened,
}

/// GET
pub(crate) async fn show(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
    id: web::Path<i64>,
) -> Result<HttpResponse, ApiError> {
    let store = app.database()?;
    let account = store.account(AccountId(*id)).await?;
    let account = account.ok_or_else(ApiError::not_found)?;
    let f = PortalContext::of(&request, &app, &who);
    let one = AccountPage {
        happened: happened(&app, store, &f, account.id).await?,
        account,
        f,
    };
    page(&one.f, &one, true)
}
