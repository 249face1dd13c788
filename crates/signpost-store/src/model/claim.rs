//! What an organization says of itself and a steward looks at before it is public.

use std::fmt;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use signpost_domain::OrganizationId;

use super::{Decided, ProposalState};

/// The number of a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ClaimId(pub i64);

impl fmt::Display for ClaimId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// "We are Indigenous-led": what an organization says, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// Its number.
    pub id: ClaimId,
    /// Whose.
    pub organization: OrganizationId,
    /// Who said it.
    pub author: String,
    /// When.
    pub at: Timestamp,
    /// How far it got.
    pub state: ProposalState,
    /// What the steward wrote back; may be empty.
    pub note: String,
    /// Who ended it; `None` while it waits.
    pub decided: Option<Decided>,
}
