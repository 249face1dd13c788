//! `/steward/accounts`: who may sign in. Links are shown once, to be given by hand.

mod page;

use actix_web::{HttpRequest, HttpResponse, http::header, web};
use signpost_domain::{Lang, OrganizationId};
use signpost_store::{AccountId, NewAccount, Role, StoreError};

use self::page::{FieldNote, Filled, Shown, show_page};
use super::access::{Act, Actor, Form, Row, Subject};
use crate::{ApiError, SharedApp, fluent_words::Words, problem_layer::lang_of_path};

/// The longest name of a person, in characters.
const LONGEST_NAME: usize = 80;
/// The longest e-mail address (RFC 5321).
const LONGEST_EMAIL: usize = 254;

/// The addresses of this room.
pub(super) fn rows() -> Vec<Row> {
    vec![
        Row::get(
            "/steward/accounts",
            Act::ManageAccounts,
            Subject::None,
            || web::get().to(show),
        ),
        Row::post(
            "/steward/accounts",
            Act::ManageAccounts,
            Subject::None,
            || web::post().to(invite),
        ),
        Row::post(
            "/steward/accounts/{id}",
            Act::ManageAccounts,
            Subject::None,
            || web::post().to(change),
        ),
    ]
}

async fn show(app: SharedApp, request: HttpRequest, who: Actor) -> Result<HttpResponse, ApiError> {
    show_page(&app, &request, &who, Shown::default()).await
}

/// Makes an account and its link.
async fn invite(
    app: SharedApp,
    request: HttpRequest,
    who: Actor,
    form: Form,
) -> Result<HttpResponse, ApiError> {
    let store = app.store().ok_or_else(ApiError::no_database)?;
    let words = Words::of(lang_of_path(request.path()));
    let mut notes = Vec::new();
    let mut note = |field: &'static str, key: &str| {
        notes.push(FieldNote {
            field,
            words: words.say(key, &[]),
        });
    };
    let (name, email) = (form.text("name"), form.text("email"));
    let plain = |text: &str| !text.chars().any(char::is_control);
    if name.is_empty() || name.chars().count() > LONGEST_NAME || !plain(name) {
        note("name", "accounts-name-fault");
    }
    if !is_email(email) {
        note("email", "accounts-email-fault");
    }
    let organization: Option<OrganizationId> = form.text("organization").parse().ok();
    let role = match (form.text("role"), organization) {
        ("editor", Some(organization)) => Some(Role::Editor(organization)),
        ("editor", None) => {
            note("organization", "accounts-organization-fault");
            None
        }
        ("subcommittee", _) => Some(Role::Subcommittee),
        ("steward", _) => Some(Role::Steward),
        _ => {
            note("role", "accounts-role-fault");
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
            return show_page(&app, &request, &who, shown).await;
        }
    };
    link_for(&app, &request, &who, id).await
}

/// Makes a new link, disables or enables.
async fn change(
    app: SharedApp,
    request: HttpRequest,
    who: Actor,
    id: web::Path<i64>,
    form: Form,
) -> Result<HttpResponse, ApiError> {
    let store = app.store().ok_or_else(ApiError::no_database)?;
    let id = AccountId(*id);
    if store.account(id).await?.is_none() {
        return Err(ApiError::not_found());
    }
    match form.text("do") {
        "link" => return link_for(&app, &request, &who, id).await,
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
        _ => return Err(ApiError::body("do: write link, disable or enable")),
    }
    let path = match lang_of_path(request.path()) {
        Lang::Fr => "/fr/steward/accounts",
        _ => "/steward/accounts",
    };
    Ok(HttpResponse::SeeOther()
        .insert_header((header::LOCATION, path))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .finish())
}

async fn link_for(
    app: &SharedApp,
    request: &HttpRequest,
    who: &Actor,
    id: AccountId,
) -> Result<HttpResponse, ApiError> {
    let store = app.store().ok_or_else(ApiError::no_database)?;
    let link = match store.one_time_link(id, &who.author(), app.now()).await {
        Err(StoreError::NoSuchAccount { .. }) => return Err(ApiError::not_found()),
        link => link?,
    };
    let Some(account) = store.account(id).await? else {
        return Err(ApiError::not_found());
    };
    let shown = Shown {
        link: Some((account, link)),
        ..Shown::default()
    };
    show_page(app, request, who, shown).await
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
