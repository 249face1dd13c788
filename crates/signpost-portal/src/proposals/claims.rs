//! What organizations say of themselves and a steward looks at first: in the lists, accepted, sent back with a note.

use actix_web::{HttpRequest, HttpResponse};
use signpost_domain::{OrganizationId, Prose};
use signpost_store::{ClaimId, ProposalState, StoreError};

use crate::access::{Actor, Authors, Form, PortalContext, address, redirect, town_time};
use signpost_editing::EditError;
use signpost_web::{ApiError, App, SharedApp};

/// A claim that waits, in a list.
pub(crate) struct ClaimItem {
    pub id: ClaimId,
    pub organization: String,
    /// By whom and when, in words.
    pub asked_by: String,
}

/// The claims that wait, of one organization or of all.
pub(crate) async fn waiting_claims(
    app: &App,
    f: &PortalContext,
    authors: &Authors,
    of: Option<&OrganizationId>,
) -> Result<Vec<ClaimItem>, ApiError> {
    let claims = app.database()?.claims(of).await?;
    let snapshot = app.snapshot();
    let waiting = claims
        .into_iter()
        .filter(|claim| claim.state == ProposalState::Waiting);
    Ok(waiting
        .map(|claim| {
            let mut organizations = snapshot.directory().organizations.iter();
            let organization = organizations.find(|one| one.id == claim.organization);
            ClaimItem {
                id: claim.id,
                organization: organization.map_or_else(
                    || claim.organization.to_string(),
                    |one| one.name.words(f.lang).to_owned(),
                ),
                asked_by: f.t2(
                    "st-asked-by",
                    ("who", &authors.named(&claim.author)),
                    ("when", &town_time(f, &snapshot, claim.at)),
                ),
            }
        })
        .collect())
}

/// POST: accepts.
pub(crate) async fn accept(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
    _form: Form,
) -> Result<HttpResponse, ApiError> {
    let id = ClaimId(address::named(&request, "id")?);
    let f = PortalContext::of(&request, &app, &who);
    let done = match signpost_editing::accept_claim(app.live(), id, &who.author()).await {
        Ok(true) => "accepted",
        Ok(false) => "decided",
        Err(EditError::NotFound) => return Err(ApiError::not_found()),
        Err(error) => return Err(error.into()),
    };
    Ok(redirect(&f.link(&format!("/steward/review?done={done}"))))
}

/// POST: sends back with a note.
pub(crate) async fn send_back(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
    form: Form,
) -> Result<HttpResponse, ApiError> {
    let id = ClaimId(address::named(&request, "id")?);
    let f = PortalContext::of(&request, &app, &who);
    let store = app.database()?;
    if !store.claims(None).await?.iter().any(|claim| claim.id == id) {
        return Err(ApiError::not_found());
    }
    let note = form.text("note").replace("\r\n", "\n");
    if note.is_empty() || Prose::new(&note).is_err() {
        return Ok(redirect(&f.link("/steward/review?done=note-missing")));
    }
    let author = who.author();
    let done = match store.drop_claim(id, Some(&note), &author, app.now()).await {
        Ok(()) => "sent-back",
        Err(StoreError::NoSuchClaim { .. }) => "decided",
        Err(error) => return Err(error.into()),
    };
    Ok(redirect(&f.link(&format!("/steward/review?done={done}"))))
}
