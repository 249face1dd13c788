//! `/steward/accounts`: who may sign in. Links go by letter, or are shown once, to be given by hand.

mod page;
mod tokens;

use actix_web::{HttpRequest, HttpResponse, web};
use signpost_domain::{Lang, Line, OrganizationId};
use signpost_store::{AccountId, NewAccount, Role, StoreError};

use self::page::{FieldNote, Filled, Shown, show_page};
use crate::access::{Act, Actor, Form, RouteEntry, get, in_same_language, post, redirect};
use crate::{PortalState, state::SharedPortal};
use signpost_answers::{locale_path::lang_of_path, messages::words_of};
use signpost_mail::letters;
use signpost_web::{ApiError, SharedApp};

/// The longest name of a person, in characters.
const LONGEST_NAME: usize = 80;
/// The longest e-mail address (RFC 5321).
const LONGEST_EMAIL: usize = 254;

/// The addresses of this section.
pub(crate) fn routes() -> Vec<RouteEntry> {
    vec![
        get("/steward/accounts", Act::ManageAccounts, || web::to(show)),
        post("/steward/accounts", Act::ManageAccounts, || web::to(invite)),
        post("/steward/accounts/{id}", Act::ManageAccounts, || {
            web::to(change)
        }),
        get("/steward/tokens", Act::ManageTokens, || {
            web::to(tokens::show)
        }),
        post("/steward/tokens", Act::ManageTokens, || {
            web::to(tokens::make)
        }),
        post("/steward/tokens/{id}/end", Act::ManageTokens, || {
            web::to(tokens::end)
        }),
    ]
}

async fn show(
    app: SharedApp,
    portal: SharedPortal,
    request: HttpRequest,
    who: Actor,
) -> Result<HttpResponse, ApiError> {
    show_page(&app, &portal, &request, &who, Shown::default()).await
}

/// Makes an account and its link.
async fn invite(
    app: SharedApp,
    portal: SharedPortal,
    request: HttpRequest,
    who: Actor,
    form: Form,
) -> Result<HttpResponse, ApiError> {
    let store = app.database()?;
    let words = words_of(lang_of_path(request.path()));
    let mut notes = Vec::new();
    let mut note = |field: &'static str, key: &str| {
        notes.push(FieldNote {
            field,
            words: words.say(key, &[]),
        });
    };
    let (name, email) = (form.text("name"), form.text("email"));
    if name.is_empty() || name.chars().count() > LONGEST_NAME || Line::new(name).is_err() {
        note("name", "accounts-name-fault");
    }
    if !is_email(email) {
        note("email", "accounts-email-fault");
    }
    let role = match role_of(&form) {
        Ok(role) => Some(role),
        Err((field, key)) => {
            note(field, key);
            None
        }
    };
    let made = match role {
        Some(role) if notes.is_empty() => {
            let new = NewAccount {
                name: name.to_owned(),
                email: email.to_owned(),
                role,
                lang: if form.text("lang") == "fr" {
                    Lang::Fr
                } else {
                    Lang::En
                },
                by: who.author(),
                at: app.now(),
            };
            match store.add_account(new).await {
                Err(StoreError::EmailTaken) => Err(("email", "accounts-email-taken")),
                Err(StoreError::NoSuchOrganization { .. }) => {
                    Err(("organization", "accounts-organization-fault"))
                }
                made => Ok(made?),
            }
        }
        _ => Err(("", "")),
    };
    let id = match made {
        Ok(id) => id,
        Err((field, key)) => {
            if !field.is_empty() {
                notes.push(FieldNote {
                    field,
                    words: words.say(key, &[]),
                });
            }
            let shown = Shown {
                filled: Filled::from(&form),
                notes,
                ..Shown::default()
            };
            return show_page(&app, &portal, &request, &who, shown).await;
        }
    };
    link_for(&app, &portal, &request, &who, id).await
}

/// Makes a new link, disables, enables, or gives another role.
async fn change(
    app: SharedApp,
    portal: SharedPortal,
    request: HttpRequest,
    who: Actor,
    id: web::Path<i64>,
    form: Form,
) -> Result<HttpResponse, ApiError> {
    let store = app.database()?;
    let id = AccountId(*id);
    if store.account(id).await?.is_none() {
        return Err(ApiError::not_found());
    }
    match form.text("do") {
        "link" => return link_for(&app, &portal, &request, &who, id).await,
        // Nobody shuts themselves out by a slip.
        "disable" if id.0 != who.account => {
            store
                .set_disabled(id, true, &who.author(), app.now())
                .await?;
        }
        "enable" => {
            store
                .set_disabled(id, false, &who.author(), app.now())
                .await?;
        }
        // Nor does anybody give away what they alone may be: another steward does.
        "role" if id.0 != who.account => {
            let given = match role_of(&form) {
                Ok(role) => store.set_role(id, &role, &who.author(), app.now()).await,
                Err((_, key)) => return role_fault(&app, &portal, &request, &who, key).await,
            };
            match given {
                Err(StoreError::NoSuchOrganization { .. }) => {
                    let key = "accounts-organization-fault";
                    return role_fault(&app, &portal, &request, &who, key).await;
                }
                given => given?,
            }
        }
        _ => return Err(ApiError::body("do: write link, disable, enable or role")),
    }
    let page = in_same_language(&request, "/steward/accounts");
    Ok(redirect(&page))
}

/// The role a form asks for, or the field that does not say it and the key of what is wrong.
fn role_of(form: &Form) -> Result<Role, (&'static str, &'static str)> {
    match form.text("role") {
        "editor" => {
            let organization: Result<OrganizationId, _> = form.text("organization").parse();
            organization
                .map(Role::Editor)
                .map_err(|_not_one| ("organization", "accounts-organization-fault"))
        }
        "subcommittee" => Ok(Role::Subcommittee),
        "steward" => Ok(Role::Steward),
        _ => Err(("role", "accounts-role-fault")),
    }
}

async fn role_fault(
    app: &SharedApp,
    portal: &PortalState,
    request: &HttpRequest,
    who: &Actor,
    key: &str,
) -> Result<HttpResponse, ApiError> {
    let shown = Shown {
        fault: Some(words_of(lang_of_path(request.path())).say(key, &[])),
        ..Shown::default()
    };
    show_page(app, portal, request, who, shown).await
}

async fn link_for(
    app: &SharedApp,
    portal: &PortalState,
    request: &HttpRequest,
    who: &Actor,
    id: AccountId,
) -> Result<HttpResponse, ApiError> {
    let store = app.database()?;
    let link = match store.one_time_link(id, &who.author(), app.now()).await {
        Err(StoreError::NoSuchAccount { .. }) => return Err(ApiError::not_found()),
        link => link?,
    };
    let Some(account) = store.account(id).await? else {
        return Err(ApiError::not_found());
    };
    let delivery =
        letters::invite(app.live(), portal.post.as_ref(), &account, &link, &who.name).await;
    let shown = Shown {
        link: Some((account, link)),
        delivery,
        ..Shown::default()
    };
    show_page(app, portal, request, who, shown).await
}

/// Whether this can be an e-mail address; whether anybody reads it, only a letter tells.
fn is_email(text: &str) -> bool {
    let (local, domain) = text.split_once('@').unwrap_or_default();
    !local.is_empty()
        && text.len() <= LONGEST_EMAIL
        && domain.contains('.')
        && !domain.starts_with('.')
        && !domain.ends_with('.')
        && !domain.contains('@')
        && text
            .bytes()
            .all(|byte| byte.is_ascii_graphic() && !b"<>()[]\\,;:\"".contains(&byte))
}
