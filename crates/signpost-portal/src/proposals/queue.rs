//! What waits for a steward: the list, one proposal in words, and what becomes of it.

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use signpost_store::{Proposal, ProposalQuery};

use super::{
    claims::{ClaimItem, waiting_claims},
    item::{Item, item},
};
use crate::access::{Actor, Authors, PortalContext, page};
use signpost_web::{ApiError, SharedApp, params::Params};

#[derive(Template)]
#[template(path = "portal/steward/queue.html")]
struct QueuePage {
    f: PortalContext,
    news: Option<String>,
    claims: Vec<ClaimItem>,
    waiting: Vec<Item>,
    decided: Vec<Item>,
}

/// GET: the list.
pub(crate) async fn show(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    let params = Params::read(request.query_string(), &["done"])?;
    let f = PortalContext::of(&request, &app, &who);
    let news = match params.text("done") {
        Some("accepted") => Some(f.t("st-done-accepted")),
        Some("sent-back") => Some(f.t("st-done-sent-back")),
        Some("decided") => Some(f.t("st-done-decided")),
        Some("note-missing") => Some(f.t("st-fault-note")),
        _ => None,
    };
    let store = app.database()?;
    let open = ProposalQuery {
        open_only: true,
        ..ProposalQuery::default()
    };
    let recent = ProposalQuery {
        limit: 40,
        ..ProposalQuery::default()
    };
    let snapshot = app.snapshot();
    let authors = Authors::read(store).await?;
    let items = |proposals: Vec<Proposal>| -> Vec<Item> {
        let proposals = proposals.iter();
        proposals
            .map(|one| item(&f, &authors, &snapshot, one))
            .collect()
    };
    let waiting = items(store.proposals(&open).await?);
    let mut decided = store.proposals(&recent).await?;
    decided.retain(|proposal| proposal.decided.is_some());
    decided.truncate(10);
    let queue = QueuePage {
        claims: waiting_claims(&app, &f, &authors, None).await?,
        news,
        waiting,
        decided: items(decided),
        f,
    };
    page(&queue.f, &queue, true)
}
