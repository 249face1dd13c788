//! A proposal in a list.

use signpost_changes::words;
use signpost_locate::Snapshot;
use signpost_store::{Proposal, ProposalId};

use crate::access::{Authors, PortalContext, town_time};

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

/// A proposal for a list.
pub(crate) fn item(
    f: &PortalContext,
    authors: &Authors,
    snapshot: &Snapshot,
    proposal: &Proposal,
) -> Item {
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
            ("who", &authors.named(&proposal.author)),
            ("when", &town_time(f, snapshot, proposal.at)),
        ),
        lines: asked_for(f, snapshot, proposal),
        state: state(f, authors, snapshot, proposal),
        note: proposal.note.clone(),
        again: again_address(proposal),
    }
}

/// What a proposal asks for, of the version it was made from.
fn asked_for(f: &PortalContext, snapshot: &Snapshot, proposal: &Proposal) -> Vec<String> {
    let outcome =
        signpost_editing::outcome(proposal, proposal.before.clone().map(|(v, site)| (site, v)));
    let changes = outcome.map(|outcome| outcome.changes).unwrap_or_default();
    words::of(&changes, &snapshot.directory().needs, f.lang)
}

/// How a proposal ended, by whom and when.
fn state(f: &PortalContext, authors: &Authors, snapshot: &Snapshot, proposal: &Proposal) -> String {
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
    let at = town_time(f, snapshot, decided.at);
    f.t2(key, ("who", &authors.named(&decided.by)), ("when", &at))
}

/// The form that asks for the same once more, filled in.
pub(crate) fn again_address(proposal: &Proposal) -> String {
    let Proposal { id, site, .. } = proposal;
    let offers = |part: &String| part.starts_with("services.");
    if proposal.before.is_none() {
        format!("/agency/sites/new?again={id}")
    } else if proposal.parts.iter().all(offers) {
        format!("/agency/sites/{site}/offers?again={id}")
    } else {
        format!("/agency/sites/{site}/place?again={id}")
    }
}
