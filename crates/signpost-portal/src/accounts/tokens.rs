//! `/steward/tokens`: who may write through the API, a new token shown once, and the end of one.

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use signpost_domain::{Lang, OrganizationId};
use signpost_hours::words;
use signpost_store::{StoreError, Token};

use crate::access::{Actor, Form, PortalContext, address, page};
use crate::access::{redirect, town_time};
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
}

struct TokenLine {
    id: i64,
    organization: String,
    label: String,
    made: String,
    used: String,
    ended: String,
}

/// What was typed.
#[derive(Default)]
struct Typed {
    organization: String,
    label: String,
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
    who: Actor,
    request: HttpRequest,
    form: Form,
) -> Result<HttpResponse, ApiError> {
    let f = PortalContext::of(&request, &app, &who);
    let typed = Typed {
        organization: form.text("organization").to_owned(),
        label: form.text("label").trim().to_owned(),
    };
    let organization = organizations(&app, f.lang, "")
        .into_iter()
        .find(|one| one.id == typed.organization);
    let plain = (1..=LONGEST_LABEL).contains(&typed.label.chars().count())
        && signpost_domain::Line::new(&typed.label).is_ok();
    let faults = Faults {
        organization: organization
            .is_none()
            .then(|| f.t("st-token-fault-organization")),
        label: (!plain).then(|| f.t1("st-token-fault-label", "most", LONGEST_LABEL.to_string())),
    };
    let Some(organization) = organization.filter(|_| plain) else {
        let tokens = tokens_page(&app, f, typed, faults).await?;
        return page(&tokens.f, &tokens, false);
    };
    let id: OrganizationId = organization.id.parse().map_err(ApiError::internal)?;
    let store = app.database()?;
    let made = store.add_token(&id, &typed.label, app.now()).await?;
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
    who: Actor,
    request: HttpRequest,
    _form: Form,
) -> Result<HttpResponse, ApiError> {
    let id: i64 = address::named(&request, "id")?;
    let store = app.database()?;
    match store.disable_token(id, app.now()).await {
        Ok(()) => {}
        Err(StoreError::NoSuchToken { .. }) => {
            let known = store.tokens().await?;
            if !known.iter().any(|token| token.owner.id == id) {
                return Err(ApiError::not_found());
            }
        }
        Err(error) => return Err(error.into()),
    }
    let f = PortalContext::of(&request, &app, &who);
    Ok(redirect(&f.link("/steward/tokens?done=ended")))
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
    let (live, ended): (Vec<Token>, Vec<Token>) = store
        .tokens()
        .await?
        .into_iter()
        .partition(|token| token.disabled_at.is_none());
    let lines = |tokens: Vec<Token>| {
        let lines = tokens.into_iter();
        lines
            .map(|token| line(app, &f, &organizations, token))
            .collect()
    };
    Ok(TokensPage {
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

fn line(app: &App, f: &PortalContext, organizations: &[Choice], token: Token) -> TokenLine {
    let snapshot = app.snapshot();
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
        ended: token
            .disabled_at
            .map(|at| town_time(f, &snapshot, at))
            .unwrap_or_default(),
    }
}
