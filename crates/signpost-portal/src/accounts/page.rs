//! The page of accounts.

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use signpost_domain::Lang;
use signpost_hours::words::date;
use signpost_store::{Account, OneTimeLink};

use crate::access::{self, Actor, Authors, Form, PortalContext};
use crate::{PortalState, sign_in::event};
use signpost_answers::{LocalizedText, locale_path};
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
    organizations: Vec<(String, LocalizedText)>,
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
    organization: Option<LocalizedText>,
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
    let organizations: Vec<(String, LocalizedText)> = snapshot
        .directory()
        .organizations
        .iter()
        .map(|own| (own.id.to_string(), LocalizedText::of(&own.name, f.lang)))
        .collect();
    let named = |account: &Account| {
        let id = account.role.organization()?.as_str();
        let found = organizations.iter().find(|(own, _)| own == id)?;
        Some(found.1.clone())
    };
    // In the language of who opens it, not of who made it.
    let address = |lang: Lang, secret: &str| {
        // Without a public address the link is copied by hand, by who sees where it leads.
        let root = app.hosting().origin(request).unwrap_or_default();
        let path = locale_path::address(lang, &format!("/invite/{secret}"));
        format!("{root}{path}")
    };
    let zone = snapshot.town_zone();
    let authors = Authors::read(store).await?;
    let events = store.account_events(None, EVENTS).await?;
    let events = events
        .iter()
        .map(|one| {
            let day = date(zone.day(one.at), f.lang);
            (day, event(&f, &authors, one))
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
        link: shown.link.map(|(account, link)| {
            let address = address(account.lang, &link.secret);
            (account, address)
        }),
        filled: shown.filled,
        notes: shown.notes,
        organizations,
        f,
    };
    let fine = page.notes.is_empty() && page.fault.is_none();
    access::page(&page.f, &page, fine)
}
