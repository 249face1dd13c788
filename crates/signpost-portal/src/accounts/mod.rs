//! `/steward/accounts`: who may sign in. Links go by letter, or are shown once, to be given by hand.

mod one;
mod page;
mod tokens;

use actix_web::{HttpRequest, HttpResponse, web};
use signpost_domain::{Lang, Line, OrganizationId};
use signpost_store::{AccountId, LinkPurpose, NewAccount, Role, StoreError};

use self::page::{FieldNote, Filled, Shown, show_page};
use crate::access::{Act, Actor, Form, RouteEntry, get, in_same_language, power, redirect};
use crate::{PortalState, access::SharedPortal, notice::tell};
use signpost_answers::{locale_path::lang_of_path, messages::words_of};
use signpost_mail::{
    is_address,
    letters::{self, NoticeKind},
};
use signpost_web::{ApiError, SharedApp};

/// The longest name of a person, in characters.
const LONGEST_NAME: usize = 80;

/// The addresses of this section.
pub(crate) fn routes() -> Vec<RouteEntry> {
    vec![
        get("/steward/accounts", Act::ManageAccounts, || web::to(show)),
        power("/steward/accounts", Act::ManageAccounts, || web::to(invite)),
        get("/steward/accounts/{id}", Act::ManageAccounts, || {
            web::to(one::show)
        }),
        power("/steward/accounts/{id}", Act::ManageAccounts, || {
            web::to(change)
        }),
        get("/steward/tokens", Act::ManageTokens, || {
            web::to(tokens::show)
        }),
        power("/steward/tokens", Act::ManageTokens, || {
            web::to(tokens::make)
        }),
        power("/steward/tokens/{id}/end", Act::ManageTokens, || {
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
    if !is_address(email) {
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
    link_for(&app, &portal, &request, &who, id, LinkPurpose::Password).await
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
    let (store, at, by) = (app.database()?, app.now(), who.name.clone());
    let id = AccountId(*id);
    let Some(account) = store.account(id).await? else {
        return Err(ApiError::not_found());
    };
    let is_own = id.0 == who.account;
    let purpose = match form.text("do") {
        "link" => Some(LinkPurpose::Password),
        "lost-phone" if account.has_totp => Some(LinkPurpose::Phone),
        "lost-phone" => return fault(&app, &portal, &request, &who, "accounts-no-step").await,
        _ => None,
    };
    if let Some(purpose) = purpose {
        // A session that was left open would let whoever found it keep the account for good. Another steward makes it, or the command line.
        if is_own {
            return fault(&app, &portal, &request, &who, "accounts-own-link").await;
        }
        return link_for(&app, &portal, &request, &who, id, purpose).await;
    }
    let whom = account.name.clone();
    let (done, kind, own) = match form.text("do") {
        // Nobody shuts themselves out by a slip.
        "disable" if !is_own => (
            store.set_disabled(id, true, &who.author(), at).await,
            NoticeKind::Stopped { by },
            NoticeKind::AccessStopped { whom },
        ),
        "enable" => (
            store.set_disabled(id, false, &who.author(), at).await,
            NoticeKind::LetInAgain { by },
            NoticeKind::AccessGiven { whom },
        ),
        // Nor does anybody give away what they alone may be: another steward does.
        "role" if !is_own => match role_of(&form) {
            Ok(role) => (
                store.set_role(id, &role, &who.author(), at).await,
                NoticeKind::RoleChanged { by },
                NoticeKind::RoleGiven { whom },
            ),
            Err((_, key)) => return fault(&app, &portal, &request, &who, key).await,
        },
        _ => {
            let wanted = "do: write link, lost-phone, disable, enable or role";
            return Err(ApiError::body(wanted));
        }
    };
    match done {
        Err(StoreError::NoSuchOrganization { .. }) => {
            return fault(&app, &portal, &request, &who, "accounts-organization-fault").await;
        }
        Err(StoreError::LastSteward) => {
            return fault(&app, &portal, &request, &who, "accounts-last-steward").await;
        }
        done => done?,
    }
    tell(&app, &portal, id, kind).await;
    // Who has this session may not be who it is of: they learn of it too.
    if !is_own {
        tell(&app, &portal, AccountId(who.account), own).await;
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

async fn fault(
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
    purpose: LinkPurpose,
) -> Result<HttpResponse, ApiError> {
    let (store, by, at) = (app.database()?, who.author(), app.now());
    let link = match purpose {
        LinkPurpose::Password => store.one_time_link(id, &by, at).await,
        LinkPurpose::Phone => store.lost_phone_link(id, &by, at).await,
    };
    let link = match link {
        Err(StoreError::NoSuchAccount { .. }) => return Err(ApiError::not_found()),
        link => link?,
    };
    let Some(account) = store.account(id).await? else {
        return Err(ApiError::not_found());
    };
    let post = portal.post.as_ref();
    let delivery = letters::invite(app.live(), post, &account, (purpose, &link), &who.name).await;
    // Who has this session may not be who it is of: they learn of it too.
    let whom = account.name.clone();
    let own = AccountId(who.account);
    tell(app, portal, own, NoticeKind::LinkMade { whom }).await;
    let shown = Shown {
        link: Some((account, link)),
        delivery,
        ..Shown::default()
    };
    show_page(app, portal, request, who, shown).await
}
