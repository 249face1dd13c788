//! Changes that wait for a steward, and what becomes of them.

use std::fmt;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use signpost_domain::{OrganizationId, Site, SiteSlug};

use super::Reason;

/// The number of a proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ProposalId(pub i64);

impl fmt::Display for ProposalId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// How far a proposal got.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProposalState {
    /// A steward has not looked yet.
    Waiting,
    /// It is public.
    Accepted,
    /// A steward asked for something else; the note says what.
    SentBack,
    /// Its own people took it back.
    Withdrawn,
    /// A later proposal asks for the same parts.
    Replaced,
}

impl fmt::Display for ProposalState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Waiting => "waiting",
            Self::Accepted => "accepted",
            Self::SentBack => "sent back",
            Self::Withdrawn => "withdrawn",
            Self::Replaced => "replaced by a later one",
        })
    }
}

/// The part of an edit that waits while the rest is public at once.
#[derive(Debug, Clone, PartialEq)]
pub struct Waiting {
    /// The whole site as it shall be once all of it is accepted.
    pub wanted: Site,
    /// Names of the parts in which `wanted` differs from what the edit makes public. The store compares them, and reads no more into them.
    pub parts: Vec<String>,
}

/// Who ended a proposal, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decided {
    /// Who.
    pub by: String,
    /// When.
    pub at: Timestamp,
}

/// A change that waits, or waited.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposal {
    /// Its number.
    pub id: ProposalId,
    /// The site; one that is not there yet when `before` is `None`.
    pub site: SiteSlug,
    /// Whose site.
    pub organization: OrganizationId,
    /// Who asks for it.
    pub author: String,
    /// Why.
    pub reason: Reason,
    /// When it was asked for.
    pub at: Timestamp,
    /// The version of the site that `wanted` differs from, and that version; `None` for a new site.
    pub before: Option<(u64, Site)>,
    /// The whole site as it shall be.
    pub wanted: Site,
    /// The parts of `wanted` that are asked for still: those a later proposal names are no longer among them. Empty for a new site.
    pub parts: Vec<String>,
    /// How far it got.
    pub state: ProposalState,
    /// What the steward wrote back; may be empty.
    pub note: String,
    /// Who ended it; `None` while it waits.
    pub decided: Option<Decided>,
    /// The revision that came of it.
    pub revision: Option<u64>,
}

/// Which proposals are asked for.
#[derive(Debug, Clone, Default)]
pub struct ProposalsAsked {
    /// Only those about sites of this organization.
    pub organization: Option<OrganizationId>,
    /// Only those about this site.
    pub site: Option<SiteSlug>,
    /// Only those that wait.
    pub open_only: bool,
    /// At most so many; 0 means 200.
    pub limit: u32,
}

/// What is decided about a proposal.
#[derive(Debug, Clone)]
pub enum Decision {
    /// It becomes public.
    Accept {
        /// The whole site as it shall be now: what is asked for, brought together by the caller with what changed since.
        site: Box<Site>,
        /// The version of the site that `site` was made from; `None` for a new site.
        expected: Option<u64>,
        /// Why, for the history.
        reason: Reason,
    },
    /// Its people are asked for something else.
    SendBack {
        /// What they are to do; never empty.
        note: String,
    },
    /// Its people do not want it any more.
    Withdraw,
}
