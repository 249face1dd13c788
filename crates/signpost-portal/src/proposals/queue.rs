//! What waits for a steward: the list, one proposal in words, and what becomes of it.

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use signpost_store::{Proposal, ProposalsAsked};

use super::item::{Item, item};
use crate::access::{Actor, PortalContext, page};
use signpost_web::{ApiError, SharedApp, params::Params};

#[derive(Template)]
#[template(path = "portal/steward/queue.html")]
struct QueuePage {
    f: PortalContext,
    waiting: Vec<Item>,
    decided: Vec<Item>,
}

/// GET: the list.
pub(crate) async fn show(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    Params::read(request.query_string(), &[])?;
    let f = PortalContext::of(&request, &app, &who);
    let store = app.database()?;
    let open = ProposalsAsked {
        open_only: true,
        ..ProposalsAsked::default()
    };
    let recent = ProposalsAsked {
        limit: 40,
        ..ProposalsAsked::default()
    };
    let snapshot = app.snapshot();
    let items = |proposals: Vec<Proposal>| -> Vec<Item> {
        let proposals = proposals.iter();
        proposals.map(|one| item(&f, &snapshot, one)).collect()
    };
    let waiting = items(store.proposals(&open).await?);
    let mut decided = store.proposals(&recent).await?;
    decided.retain(|proposal| proposal.decided.is_some());
    decided.truncate(10);
    let queue = QueuePage {
        waiting,
        decided: items(decided),
        f,
    };
    page(&queue.f, &queue, true)
}
