//! What an agency asked for: what waits, what a steward sent back and why, and taking it back.

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use jiff::SignedDuration;
use signpost_domain::{OrganizationId, SiteSlug};
use signpost_store::{Decision, Proposal, ProposalId, ProposalQuery, ProposalState, StoreError};

use super::{
    claims::{ClaimItem, waiting_claims},
    item::{Item, item},
};
use crate::access::redirect;
use crate::access::{
    Act, Actor, Authors, Form, Owner, PortalContext, Role, Verdict, address, may, page,
};
use signpost_web::{ApiError, App, SharedApp, params::Params};

/// How long a note that was sent back is shown.
const NOTES_SHOWN: SignedDuration = SignedDuration::from_hours(24 * 60);

#[derive(Template)]
#[template(path = "portal/steward/waiting.html")]
struct WaitingPage {
    f: PortalContext,
    news: Option<String>,
    asked: OwnProposals,
}

/// What was asked for and is not public.
#[derive(Default)]
pub(crate) struct OwnProposals {
    /// What waits.
    pub(crate) waiting: Vec<Item>,
    /// What was sent back with a note.
    pub(crate) sent_back: Vec<Item>,
    /// What the organization says of itself and waits; none on the page of one site.
    pub(crate) claims: Vec<ClaimItem>,
}

impl OwnProposals {
    /// Whether there is nothing to say.
    pub(crate) fn is_empty(&self) -> bool {
        self.waiting.is_empty() && self.sent_back.is_empty() && self.claims.is_empty()
    }
}

/// What was asked for, of one site or of all that somebody may see.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn own_proposals(
    app: &App,
    f: &PortalContext,
    site: Option<&SiteSlug>,
) -> Result<OwnProposals, ApiError> {
    let organization: Option<OrganizationId> = match &f.who.role {
        Role::Editor(own) => Some(own.clone()),
        Role::Subcommittee | Role::Steward => None,
    };
    let store = app.database()?;
    let found = store
        .proposals(&ProposalQuery {
            organization,
            site: site.cloned(),
            ..ProposalQuery::default()
        })
        .await?;
    let snapshot = app.snapshot();
    let authors = Authors::read(store).await?;
    let items = |wanted: &dyn Fn(&Proposal) -> bool| -> Vec<Item> {
        let found = found.iter().filter(|one| wanted(one));
        found.map(|one| item(f, &authors, &snapshot, one)).collect()
    };
    let fresh = |proposal: &Proposal| {
        let decided = proposal.decided.as_ref();
        decided.is_some_and(|decided| app.now().duration_since(decided.at) < NOTES_SHOWN)
    };
    // Who asked again has read the note.
    let asked_again = |old: &Proposal| {
        found
            .iter()
            .any(|new| new.site == old.site && new.id > old.id && new.parts == old.parts)
    };
    let claims = match site {
        None => waiting_claims(app, f, &authors, f.who.role.organization()).await?,
        Some(_) => vec![],
    };
    Ok(OwnProposals {
        claims,
        waiting: items(&|one| one.state == ProposalState::Waiting),
        sent_back: items(&|one| {
            one.state == ProposalState::SentBack && fresh(one) && !asked_again(one)
        }),
    })
}

/// What was sent back or taken back and is asked for once more, filled in: `?again=7`. Nothing when it is not there, or decided otherwise.
///
/// # Errors
/// When it is another agency's, or the database cannot be read.
pub(crate) async fn again(
    app: &App,
    who: &Actor,
    params: &Params,
) -> Result<Option<Proposal>, ApiError> {
    let Some(id) = params.value::<i64>("again")? else {
        return Ok(None);
    };
    let store = app.database()?;
    let Some(proposal) = store.proposal(ProposalId(id)).await? else {
        return Ok(None);
    };
    let owner = Owner::Organization(&proposal.organization);
    if may(&who.role, Act::EditSite, owner) != Verdict::Yes {
        return Err(ApiError::not_found());
    }
    let open_again = matches!(
        proposal.state,
        ProposalState::SentBack | ProposalState::Withdrawn
    );
    Ok(open_again.then_some(proposal))
}

/// GET
pub(crate) async fn show(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    let params = Params::read(request.query_string(), &["done"])?;
    let f = PortalContext::of(&request, &app, &who);
    let waiting = WaitingPage {
        news: match params.text("done") {
            Some("withdrawn") => Some(f.t("st-done-withdrawn")),
            Some("decided") => Some(f.t("st-done-decided")),
            Some("proposed") => Some(f.t("st-done-proposed")),
            _ => None,
        },
        asked: own_proposals(&app, &f, None).await?,
        f,
    };
    page(&waiting.f, &waiting, true)
}

/// POST: takes one back.
pub(crate) async fn withdraw(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
    _form: Form,
) -> Result<HttpResponse, ApiError> {
    let id = ProposalId(address::named(&request, "id")?);
    let store = app.database()?;
    let proposal = store.proposal(id).await?;
    let owner = proposal.as_ref().map_or(Owner::Missing, |proposal| {
        Owner::Organization(&proposal.organization)
    });
    match may(&who.role, Act::EditSite, owner) {
        Verdict::Yes => {}
        Verdict::Hidden => return Err(ApiError::not_found()),
        Verdict::Refused => return Err(ApiError::Forbidden),
    }
    let f = PortalContext::of(&request, &app, &who);
    let done = store
        .decide(id, Decision::Withdraw, &who.author(), app.now())
        .await;
    let word = match done {
        Ok(_) => "withdrawn",
        Err(StoreError::Decided { .. }) => "decided",
        Err(error) => return Err(error.into()),
    };
    Ok(redirect(&f.link(&format!("/agency/waiting?done={word}"))))
}
