//! What waits for a steward: the list, one proposal in words, and what becomes of it.

mod decide;
mod one;

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use signpost_changes::words;
use signpost_locate::Snapshot;
use signpost_store::{Proposal, ProposalId, ProposalsAsked};

pub(super) use self::{
    decide::{accept, send_back},
    one::show as show_one,
};
use super::{waiting::again_address, when};
use crate::{
    ApiError, SharedApp, edits,
    params::Params,
    portal::access::{Actor, PortalFrame, page},
};

#[derive(Template)]
#[template(path = "portal/steward/queue.html")]
struct QueuePage {
    f: PortalFrame,
    waiting: Vec<Item>,
    decided: Vec<Item>,
}

/// A proposal in a list.
pub(crate) struct Item {
    pub id: ProposalId,
    pub site: String,
    pub organization: String,
    pub is_new: bool,
    /// By whom and when, in words.
    pub asked_by: String,
    /// What would change, in words.
    pub lines: Vec<String>,
    /// How it ended; empty while it waits.
    pub state: String,
    pub note: String,
    /// The form that asks for it once more.
    pub again: String,
}

/// GET: the list.
pub(super) async fn show(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    Params::read(request.query_string(), &[])?;
    let f = PortalFrame::of(&request, &app, &who);
    let store = app.store().ok_or_else(ApiError::no_database)?;
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

/// A proposal for a list.
pub(super) fn item(f: &PortalFrame, snapshot: &Snapshot, proposal: &Proposal) -> Item {
    let mut organizations = snapshot.directory().organizations.iter();
    let organization = organizations.find(|one| one.id == proposal.organization);
    let name = |proposal: &Proposal| {
        let known = proposal.before.as_ref().map(|(_, site)| &site.name);
        known
            .unwrap_or(&proposal.wanted.name)
            .words(f.lang)
            .to_owned()
    };
    Item {
        id: proposal.id,
        site: name(proposal),
        organization: organization.map_or_else(
            || proposal.organization.to_string(),
            |one| one.name.words(f.lang).to_owned(),
        ),
        is_new: proposal.before.is_none(),
        asked_by: f.t2(
            "st-asked-by",
            ("who", &proposal.author),
            ("when", &when(f, snapshot, proposal.at)),
        ),
        lines: asked_for(f, snapshot, proposal),
        state: state(f, snapshot, proposal),
        note: proposal.note.clone(),
        again: again_address(proposal),
    }
}

/// What a proposal asks for, of the version it was made from.
fn asked_for(f: &PortalFrame, snapshot: &Snapshot, proposal: &Proposal) -> Vec<String> {
    let outcome = edits::outcome(proposal, proposal.before.clone().map(|(v, site)| (site, v)));
    let changes = outcome.map(|outcome| outcome.changes).unwrap_or_default();
    words::of(&changes, &snapshot.directory().needs, f.lang)
}

/// How a proposal ended, by whom and when.
fn state(f: &PortalFrame, snapshot: &Snapshot, proposal: &Proposal) -> String {
    use signpost_store::ProposalState as State;
    let Some(decided) = &proposal.decided else {
        return String::new();
    };
    let key = match proposal.state {
        State::Waiting => return String::new(),
        State::Accepted => "st-state-accepted",
        State::SentBack => "st-state-sent-back",
        State::Withdrawn => "st-state-withdrawn",
        State::Replaced => "st-state-replaced",
    };
    let at = when(f, snapshot, decided.at);
    f.t2(key, ("who", &decided.by), ("when", &at))
}
