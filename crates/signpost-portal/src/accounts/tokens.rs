//! `/steward/tokens`: who may write through the API, a new token shown once, and the end of one.

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use jiff::{ToSpan as _, civil::Date};
use signpost_domain::{Lang, OrganizationId};
use signpost_hours::words;
use signpost_mail::letters::NoticeKind;
use signpost_store::{AccountId, EventKind, StoreError, Token, TokenRequest};

use crate::access::{Actor, Authors, Form, PortalContext, address, page};
use crate::access::{redirect, town_time};
use crate::{PortalState, access::SharedPortal, notice::tell_all};
use signpost_web::{ApiError, App, SharedApp, params::Params};

/// The longest label, in characters.
const LONGEST_LABEL: usize = 60;

#[derive(Template)]
#[template(path = "portal/steward/tokens.html")]
struct TokensPage {
    f: PortalContext,
    news: Option<String>,
    /// The secret of a token that was just made; it is on this page and nowhere else.
    secret: Option<Made>,
    organizations: Vec<Choice>,
    label: String,
    /// The last day of a new one: the latest there may be, unless something else was typed.
    last_day: String,
    latest: String,
    today: String,
    faults: Faults,
    live: Vec<TokenLine>,
    ended: Vec<TokenLine>,
}

struct Made {
    words: String,
    secret: String,
}

struct Choice {
    id: String,
    name: String,
    chosen: bool,
}

#[derive(Default)]
struct Faults {
    organization: Option<String>,
    label: Option<String>,
    last_day: Option<String>,
}

struct TokenLine {
    id: i64,
    organization: String,
    label: String,
    made: String,
    used: String,
    /// Until when it is good; by whom it was made.
    until: String,
    ended: String,
}

/// What was typed.
#[derive(Default)]
struct Typed {
    organization: String,
    label: String,
    last_day: String,
}

/// GET
pub(crate) async fn show(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    let params = Params::read(request.query_string(), &["done"])?;
    let f = PortalContext::of(&request, &app, &who);
    let news = params
        .text("done")
        .filter(|done| *done == "ended")
        .map(|_| f.t("st-token-ended-now"));
    let mut tokens = tokens_page(&app, f, Typed::default(), Faults::default()).await?;
    tokens.news = news;
    page(&tokens.f, &tokens, true)
}

/// POST: makes one.
pub(crate) async fn make(
    app: SharedApp,
    portal: SharedPortal,
    who: Actor,
    request: HttpRequest,
    form: Form,
) -> Result<HttpResponse, ApiError> {
    let f = PortalContext::of(&request, &app, &who);
    let typed = Typed {
        organization: form.text("organization").to_owned(),
        label: form.text("label").to_owned(),
        last_day: form.text("last-day").to_owned(),
    };
    let organization = organizations(&app, f.lang, "")
        .into_iter()
        .find(|one| one.id == typed.organization);
    let plain = (1..=LONGEST_LABEL).contains(&typed.label.chars().count())
        && signpost_domain::Line::new(&typed.label).is_ok();
    let (today, latest) = days(&app);
    let last_day = match typed.last_day.as_str() {
        "" => Some(latest),
        text => text.parse().ok(),
    };
    let last_day = last_day.filter(|day: &Date| (today..=latest).contains(day));
    let faults = Faults {
        organization: organization
            .is_none()
            .then(|| f.t("st-token-fault-organization")),
        label: (!plain).then(|| f.t1("st-token-fault-label", "most", LONGEST_LABEL.to_string())),
        last_day: last_day
            .is_none()
            .then(|| f.t1("st-token-fault-day", "day", words::date(latest, f.lang))),
    };
    let (Some(organization), Some(last_day), true) = (organization, last_day, plain) else {
        let tokens = tokens_page(&app, f, typed, faults).await?;
        return page(&tokens.f, &tokens, false);
    };
    let id: OrganizationId = organization.id.parse().map_err(ApiError::internal)?;
    let store = app.database()?;
    let made = store
        .make_token(TokenRequest {
            organization: id.clone(),
            label: typed.label.clone(),
            last_day,
            by: Some(who.author()),
            at: app.now(),
        })
        .await?;
    let kind = NoticeKind::TokenMade {
        by: who.name.clone(),
        label: typed.label.clone(),
    };
    told(&app, &portal, &who, &id, EventKind::TokenMade, kind).await?;
    let mut tokens = tokens_page(&app, f, Typed::default(), Faults::default()).await?;
    tokens.secret = Some(Made {
        words: tokens.f.t2(
            "st-token-for",
            ("organization", &organization.name),
            ("label", &typed.label),
        ),
        secret: made.secret,
    });
    page(&tokens.f, &tokens, true)
}

/// POST: ends one. A token that has ended already has ended.
pub(crate) async fn end(
    app: SharedApp,
    portal: SharedPortal,
    who: Actor,
    request: HttpRequest,
    _form: Form,
) -> Result<HttpResponse, ApiError> {
    let id: i64 = address::named(&request, "id")?;
    let store = app.database()?;
    let known = store.tokens().await?;
    let known = known.into_iter().find(|token| token.owner.id == id);
    let owner = known.ok_or_else(ApiError::not_found)?.owner;
    match store.disable_token(id, app.now()).await {
        Ok(()) => {
            let kind = NoticeKind::TokenEnded {
                by: who.name.clone(),
                label: owner.label,
            };
            let event = EventKind::TokenEnded;
            told(&app, &portal, &who, &owner.organization, event, kind).await?;
        }
        Err(StoreError::NoSuchToken { .. }) => {}
        Err(error) => return Err(error.into()),
    }
    let f = PortalContext::of(&request, &app, &who);
    Ok(redirect(&f.link("/steward/tokens?done=ended")))
}

/// Notes that a steward did so, and writes to them and to the editors of the organization.
async fn told(
    app: &App,
    portal: &PortalState,
    who: &Actor,
    of: &OrganizationId,
    event: EventKind,
    kind: NoticeKind,
) -> Result<(), ApiError> {
    let (store, own) = (app.database()?, AccountId(who.account));
    store.note_event(own, event, app.now()).await?;
    let accounts = store.accounts().await?;
    let editors = accounts
        .into_iter()
        .filter(|account| account.disabled_at.is_none() && account.role.organization() == Some(of));
    let whom: Vec<AccountId> = editors.map(|account| account.id).chain([own]).collect();
    tell_all(app, portal, &whom, kind).await;
    Ok(())
}

/// Today, and the latest day that a token may be good: a year from now.
fn days(app: &App) -> (Date, Date) {
    let today = app.snapshot().town_zone().day(app.now());
    (today, today.saturating_add(1.year()))
}

fn organizations(app: &App, lang: Lang, chosen: &str) -> Vec<Choice> {
    let snapshot = app.snapshot();
    let mut all: Vec<Choice> = snapshot
        .directory()
        .organizations
        .iter()
        .map(|one| Choice {
            id: one.id.to_string(),
            name: one.name.words(lang).to_owned(),
            chosen: one.id.as_str() == chosen,
        })
        .collect();
    all.sort_by(|one, other| one.name.cmp(&other.name));
    all
}

async fn tokens_page(
    app: &App,
    f: PortalContext,
    typed: Typed,
    faults: Faults,
) -> Result<TokensPage, ApiError> {
    let store = app.database()?;
    let organizations = organizations(app, f.lang, &typed.organization);
    let authors = Authors::read(store).await?;
    let (today, latest) = days(app);
    let over = |token: &Token| token.owner.last_day.is_some_and(|last| last < today);
    let (live, ended): (Vec<Token>, Vec<Token>) = store
        .tokens()
        .await?
        .into_iter()
        .partition(|token| token.disabled_at.is_none() && !over(token));
    let lines = |tokens: Vec<Token>| {
        let lines = tokens.into_iter();
        lines
            .map(|token| line(app, &f, &authors, &organizations, token))
            .collect()
    };
    Ok(TokensPage {
        last_day: match typed.last_day.as_str() {
            "" => latest.to_string(),
            typed => typed.to_owned(),
        },
        latest: latest.to_string(),
        today: today.to_string(),
        news: None,
        secret: None,
        label: typed.label,
        faults,
        live: lines(live),
        ended: lines(ended),
        organizations,
        f,
    })
}

fn line(
    app: &App,
    f: &PortalContext,
    authors: &Authors,
    organizations: &[Choice],
    token: Token,
) -> TokenLine {
    let snapshot = app.snapshot();
    let until = token.owner.last_day.map(|day| {
        let day = words::date(day, f.lang);
        f.t1("st-token-until", "day", day)
    });
    let by = token
        .made_by
        .map(|by| f.t1("st-token-by", "who", authors.named(&by)));
    let id = token.owner.organization.as_str();
    let name = organizations.iter().find(|one| one.id == id);
    TokenLine {
        id: token.owner.id,
        organization: name.map_or_else(|| id.to_owned(), |one| one.name.clone()),
        label: token.owner.label,
        made: town_time(f, &snapshot, token.made_at),
        used: token.owner.last_used.map_or_else(
            || f.t("st-token-unused"),
            |day| f.t1("st-token-used", "day", words::date(day, f.lang)),
        ),
        ended: token.disabled_at.map_or_else(
            || {
                let last = token.owner.last_day;
                last.map_or_else(String::new, |day| words::date(day, f.lang))
            },
            |at| town_time(f, &snapshot, at),
        ),
        until: until.into_iter().chain(by).collect::<Vec<_>>().join(" "),
    }
}
