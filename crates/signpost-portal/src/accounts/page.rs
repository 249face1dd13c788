//! The page of accounts.

use actix_web::{HttpRequest, HttpResponse, http::header};
use askama::Template;
use signpost_hours::words::date;
use signpost_store::{Account, EventKind, OneTimeLink};

use crate::PortalState;
use crate::access::{self, Actor, Form, PortalContext};
use signpost_answers::Said;
use signpost_mail::letters::Delivery;
use signpost_web::{ApiError, SharedApp};

/// What is wrong with a field, to stand beside it.
pub(crate) struct FieldNote {
    /// The name of the field.
    pub field: &'static str,
    /// A sentence in the reader's language.
    pub words: String,
}

/// What the page shows besides the list.
#[derive(Default)]
pub(crate) struct Shown {
    /// What was typed.
    pub filled: Filled,
    /// What is wrong with it.
    pub notes: Vec<FieldNote>,
    /// What is wrong with something besides the invitation.
    pub fault: Option<String>,
    /// A link that was just made, and whose it is.
    pub link: Option<(Account, OneTimeLink)>,
    /// How it gets to whom it is for.
    pub delivery: Delivery,
}

/// The fields of the invitation as they were typed.
#[derive(Default)]
pub(crate) struct Filled {
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
    f: PortalContext,
    me: i64,
    accounts: Vec<AccountLine>,
    organizations: Vec<(String, Said)>,
    filled: Filled,
    notes: Vec<FieldNote>,
    fault: Option<String>,
    link: Option<(Account, String)>,
    delivery: Delivery,
    by_letter: bool,
    /// What happened to accounts, newest first: the day, and what.
    events: Vec<(String, String)>,
}

/// How many things that happened are shown.
const EVENTS: u32 = 50;

/// One account of the list.
struct AccountLine {
    account: Account,
    /// The organization of an editor.
    organization: Option<Said>,
    /// The last day its owner signed in.
    signed_in: Option<String>,
}

impl AccountsPage {
    fn note(&self, field: &str) -> Option<&str> {
        let found = self.notes.iter().find(|note| note.field == field)?;
        Some(found.words.as_str())
    }

    /// Whether this is the organization of an editor.
    #[expect(clippy::unused_self, reason = "templates call it as a method")]
    fn keeps(&self, line: &AccountLine, organization: &str) -> bool {
        let own = line.account.role.organization();
        own.is_some_and(|own| own.as_str() == organization)
    }

    fn sent_to(&self, account: &Account) -> String {
        let (name, email) = (
            ("name", account.name.as_str()),
            ("email", account.email.as_str()),
        );
        self.f.t2("accounts-link-sent", name, email)
    }

    fn role(&self, line: &AccountLine) -> String {
        self.f.t(&format!("role-{}", line.account.role.word()))
    }
}

/// Shows it.
pub(crate) async fn show_page(
    app: &SharedApp,
    portal: &PortalState,
    request: &HttpRequest,
    who: &Actor,
    shown: Shown,
) -> Result<HttpResponse, ApiError> {
    let store = app.database()?;
    let accounts = store.accounts().await?;
    let snapshot = app.snapshot();
    let f = PortalContext::of(request, app, who);
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
            portal
                .address
                .as_ref()
                .map_or_else(|| public_root(request), |own| own.as_str().to_owned()),
            f.link(&format!("/invite/{secret}"))
        )
    };
    let zone = snapshot.town_zone();
    let events = store.account_events(EVENTS).await?;
    let events = events
        .into_iter()
        .map(|event| {
            let what = f.t2(
                &format!("accounts-event-{}", key_of(event.kind)),
                ("name", &event.name),
                ("by", &event.by),
            );
            (date(zone.day(event.at), f.lang), what)
        })
        .collect();
    let page = AccountsPage {
        events,
        fault: shown.fault,
        me: who.account,
        accounts: accounts
            .into_iter()
            .map(|account| AccountLine {
                organization: named(&account),
                signed_in: account.signed_in_on.map(|day| date(day, f.lang)),
                account,
            })
            .collect(),
        delivery: shown.delivery,
        by_letter: portal.post.is_some(),
        link: shown
            .link
            .map(|(account, link)| (account, address(&link.secret))),
        filled: shown.filled,
        notes: shown.notes,
        organizations,
        f,
    };
    let fine = page.notes.is_empty() && page.fault.is_none();
    access::page(&page.f, &page, fine)
}

/// The last part of the key of what happened.
const fn key_of(kind: EventKind) -> &'static str {
    match kind {
        EventKind::Invited => "invited",
        EventKind::Reset => "reset",
        EventKind::PasswordSet => "password",
        EventKind::Disabled => "disabled",
        EventKind::Enabled => "enabled",
        EventKind::RoleChanged => "role",
        EventKind::TotpOn => "step-on",
        EventKind::TotpOff => "step-off",
        EventKind::RecoveryUsed => "recovery",
    }
}

/// The address of this server as the reader knows it, when nobody set it: the link is copied by hand, by who sees it.
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
