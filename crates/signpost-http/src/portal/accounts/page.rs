//! The page of accounts.

use actix_web::{HttpRequest, HttpResponse, http::header};
use askama::Template;
use signpost_store::{Account, OneTimeLink};

use crate::{
    ApiError, SharedApp,
    answers::Said,
    portal::access::{self, Actor, Form, PortalFrame},
};

/// What is wrong with a field, to stand beside it.
pub(super) struct FieldNote {
    /// The name of the field.
    pub field: &'static str,
    /// A sentence in the reader's language.
    pub words: String,
}

/// What the page shows besides the list.
#[derive(Default)]
pub(super) struct Shown {
    /// What was typed.
    pub filled: Filled,
    /// What is wrong with it.
    pub notes: Vec<FieldNote>,
    /// A link that was just made, and whose it is.
    pub link: Option<(Account, OneTimeLink)>,
}

/// The fields of the invitation as they were typed.
#[derive(Default)]
pub(super) struct Filled {
    name: String,
    email: String,
    role: String,
    organization: String,
    lang: String,
}

impl From<&Form> for Filled {
    fn from(form: &Form) -> Self {
        let text = |name: &str| form.text(name).to_owned();
        Self {
            name: text("name"),
            email: text("email"),
            role: text("role"),
            organization: text("organization"),
            lang: text("lang"),
        }
    }
}

#[derive(Template)]
#[template(path = "portal/accounts.html")]
struct AccountsPage {
    f: PortalFrame,
    me: i64,
    accounts: Vec<Line>,
    organizations: Vec<(String, Said)>,
    filled: Filled,
    notes: Vec<FieldNote>,
    link: Option<(Account, String)>,
}

/// One account of the list.
struct Line {
    account: Account,
    /// The organization of an editor.
    organization: Option<Said>,
}

impl AccountsPage {
    fn note(&self, field: &str) -> Option<&str> {
        let found = self.notes.iter().find(|note| note.field == field)?;
        Some(found.words.as_str())
    }

    fn role(&self, line: &Line) -> String {
        self.f.t(&format!("role-{}", line.account.role.word()))
    }
}

/// Shows it.
pub(super) async fn show_page(
    app: &SharedApp,
    request: &HttpRequest,
    who: &Actor,
    shown: Shown,
) -> Result<HttpResponse, ApiError> {
    let store = app.store().ok_or_else(ApiError::no_database)?;
    let accounts = store.accounts().await?;
    let snapshot = app.snapshot();
    let f = PortalFrame::of(request, app, who);
    let organizations: Vec<(String, Said)> = snapshot
        .directory()
        .organizations
        .iter()
        .map(|own| (own.id.to_string(), Said::of(&own.name, f.lang)))
        .collect();
    let named = |account: &Account| {
        let id = account.role.organization()?.as_str();
        let found = organizations.iter().find(|(own, _)| own == id)?;
        Some(found.1.clone())
    };
    let address = |secret: &str| {
        format!(
            "{}{}",
            public_root(request),
            f.link(&format!("/invite/{secret}"))
        )
    };
    let page = AccountsPage {
        me: who.account,
        accounts: accounts
            .into_iter()
            .map(|account| Line {
                organization: named(&account),
                account,
            })
            .collect(),
        link: shown
            .link
            .map(|(account, link)| (account, address(&link.secret))),
        filled: shown.filled,
        notes: shown.notes,
        organizations,
        f,
    };
    access::page(&page.f, &page, page.notes.is_empty())
}

/// The address of this server as the reader knows it.
fn public_root(request: &HttpRequest) -> String {
    let host = request
        .headers()
        .get(header::HOST)
        .and_then(|host| host.to_str().ok())
        .unwrap_or("localhost");
    let local = ["localhost", "127.0.0.1", "[::1]"]
        .iter()
        .any(|own| host == *own || host.starts_with(&format!("{own}:")));
    let scheme = if local { "http" } else { "https" };
    format!("{scheme}://{host}")
}
