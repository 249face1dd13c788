//! A change in the history, and asking for some.

use jiff::Timestamp;

use super::{Reason, SubjectKind};

/// One change of one subject.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// Its place in the history, from 1 without gaps.
    pub sequence: u64,
    /// When it was made.
    pub at: Timestamp,
    /// Who answers for it.
    pub author: String,
    /// Why.
    pub reason: Reason,
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
pub struct RevisionQuery {
    /// Only those about this subject.
    pub subject: Option<(SubjectKind, String)>,
    /// Only those about this kind of thing.
    pub kind: Option<SubjectKind>,
    /// Only those after this sequence.
    pub after: Option<u64>,
    /// Only those before this sequence, for the next page.
    pub before: Option<u64>,
    /// At most so many; 0 means 100.
    pub limit: u32,
}
