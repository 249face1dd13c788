//! What checking a database found.

use super::{ProposalId, SubjectKind};

/// A database without fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// How many revisions there are.
    pub revisions: u64,
    /// Hash of the last one, in hexadecimal; keep it elsewhere, and nobody can rewrite history unseen.
    pub head: String,
}

/// What the mark beside the database remembers and the database does not.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "the history went on to revision {counted} ({head}), which is not in the database; its last one is {found}"
)]
pub struct Loss {
    /// The last revision that was acknowledged.
    pub counted: u64,
    /// The last one there is; not below `counted` when it is another history.
    pub found: u64,
    /// Hash of the one that was acknowledged last.
    pub head: String,
}

/// Something [`crate::Store::verify`] found.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum VerifyFault {
    /// SQLite's own check of the file.
    #[error("the file is damaged: {words}")]
    File {
        /// SQLite's words.
        words: String,
    },
    /// Edits that were acknowledged are not there.
    #[error("{0}")]
    Lost(Loss),
    /// A row points at a row that is not there.
    #[error("a row of {table} points at a row of {parent} that is not there")]
    Orphan {
        /// The table of the row.
        table: String,
        /// The table it points at.
        parent: String,
    },
    /// A revision is missing.
    #[error("revision {sequence} is missing")]
    Gap {
        /// The one that should be there.
        sequence: u64,
    },
    /// Revisions were taken from the end.
    #[error("the last revision should be {counted} and is {last}")]
    End {
        /// The last one there is.
        last: u64,
        /// The last one there ever was.
        counted: u64,
    },
    /// A revision does not follow from the one before.
    #[error("revision {sequence} does not carry the hash of the one before")]
    Link {
        /// The revision.
        sequence: u64,
    },
    /// A revision was altered.
    #[error("revision {sequence} was altered: its hash does not match its words")]
    Altered {
        /// The revision.
        sequence: u64,
    },
    /// Between two revisions of a subject somebody changed the row without one.
    #[error("revision {sequence} of {kind} {id} did not find what the one before had left")]
    Before {
        /// The later revision.
        sequence: u64,
        /// What it is about.
        kind: SubjectKind,
        /// Which one.
        id: String,
    },
    /// A row was changed without a revision.
    #[error("{kind} {id} is not what its last revision ({sequence}) says")]
    Row {
        /// What it is.
        kind: SubjectKind,
        /// Which one.
        id: String,
        /// Its last revision.
        sequence: u64,
    },
    /// A row names another revision as its own.
    #[error("{kind} {id} says its last revision is {found}, but it is {sequence}")]
    Version {
        /// What it is.
        kind: SubjectKind,
        /// Which one.
        id: String,
        /// What the row says.
        found: u64,
        /// Its last revision.
        sequence: u64,
    },
    /// A row is gone without a revision.
    #[error("{kind} {id} is missing, and no revision removed it")]
    Missing {
        /// What it is.
        kind: SubjectKind,
        /// Which one.
        id: String,
    },
    /// A row is there without a revision.
    #[error("{kind} {id} is there, but no revision put it there")]
    Unaccounted {
        /// What it is.
        kind: SubjectKind,
        /// Which one.
        id: String,
    },
    /// A proposal says it was accepted, and the history knows nothing of it.
    #[error(
        "proposal {id} for the site {site} says it became revision {revision}, which is none of that site"
    )]
    Accepted {
        /// Its number.
        id: ProposalId,
        /// The site.
        site: String,
        /// What it says it became.
        revision: u64,
    },
    /// A row cannot be read as what it should be.
    #[error("{words}")]
    Unreadable {
        /// Where, and why.
        words: String,
    },
}
