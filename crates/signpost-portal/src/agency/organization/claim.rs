//! "Indigenous-led" on its way: what the agency reads of it, and taking it back.

use actix_web::{HttpRequest, HttpResponse, web};
use signpost_domain::Organization;
use signpost_store::{ClaimId, ProposalState, StoreError};

use crate::access::{
    Act, Actor, Form, Owner, PortalContext, RouteEntry, Verdict, address, may, post, redirect,
    town_time,
};
use signpost_web::{ApiError, App, SharedApp};

/// Its route.
pub(crate) fn routes() -> [RouteEntry; 1] {
    // Whose it is, the handler asks the same policy.
    [post("/agency/claims/{id}/withdraw", Act::SeeOwn, || {
        web::to(withdraw)
    })]
}

/// What became of what an organization said last, when that is not public.
pub(crate) async fn news(
    app: &App,
    f: &PortalContext,
    organization: &Organization,
) -> Result<Vec<String>, ApiError> {
    let claims = app.database()?.claims(Some(&organization.id)).await?;
    let Some(last) = claims.iter().max_by_key(|claim| claim.id) else {
        return Ok(vec![]);
    };
    Ok(match last.state {
        ProposalState::Waiting => {
            let when = town_time(f, &app.snapshot(), last.at);
            vec![f.t1("claim-waits", "when", when)]
        }
        ProposalState::SentBack if !organization.indigenous_led => {
            vec![f.t1("claim-sent-back", "note", &last.note)]
        }
        _ => vec![],
    })
}

/// POST: takes it back.
async fn withdraw(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
    _form: Form,
) -> Result<HttpResponse, ApiError> {
    let id = ClaimId(address::named(&request, "id")?);
    let store = app.database()?;
    let claims = store.claims(None).await?;
    let claim = claims.into_iter().find(|claim| claim.id == id);
    let owner = claim.as_ref().map_or(Owner::Missing, |claim| {
        Owner::Organization(&claim.organization)
    });
    match may(&who.role, Act::EditOrganization, owner) {
        Verdict::Yes => {}
        Verdict::Hidden => return Err(ApiError::not_found()),
        Verdict::Refused => return Err(ApiError::Forbidden),
    }
    match store.drop_claim(id, None, &who.author(), app.now()).await {
        Ok(()) | Err(StoreError::NoSuchClaim { .. }) => {}
        Err(error) => return Err(error.into()),
    }
    let f = PortalContext::of(&request, &app, &who);
    Ok(redirect(&f.link("/agency/waiting?done=withdrawn")))
}
