//! Why nothing can be stored now, as far as people are told: what happened, and what whoever runs the server can do.

use signpost_store::StoreError;

/// What keeps edits from being stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outage {
    /// It takes too long, or nobody knows: it may well be over soon.
    Passing,
    /// There is no room, or it may not be written.
    NoRoom,
    /// The database could not be opened; what is read is a copy.
    Closed,
    /// Edits that were acknowledged are missing; somebody has to decide.
    Lost,
    /// The database is damaged; a backup has to be restored.
    Damaged,
}

impl Outage {
    /// What happened and what to do, in one or two sentences.
    #[must_use]
    pub const fn told(self) -> &'static str {
        match self {
            Self::Passing => {
                "changes cannot be stored right now; reading goes on. Try again in a few minutes"
            }
            Self::NoRoom => {
                "changes cannot be stored: the server's disk is full or may not be written; reading goes on. Whoever runs the server has to make room"
            }
            Self::Closed => {
                "changes cannot be stored: the database could not be opened, and what is read is a copy. The server tries again by itself; whoever runs it finds the cause in the log"
            }
            Self::Lost => {
                "changes cannot be stored: some that were taken before are missing from the database; reading goes on. Whoever runs the server has to restore a backup, or take the loss with `signpost verify --accept-loss --author NAME`"
            }
            Self::Damaged => {
                "changes cannot be stored: the database is damaged; reading goes on. Whoever runs the server has to restore a backup with `signpost restore`"
            }
        }
    }

    /// What it is called in addresses of words and in `/health`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Passing => "passing",
            Self::NoRoom => "no-room",
            Self::Closed => "closed",
            Self::Lost => "lost",
            Self::Damaged => "damaged",
        }
    }
}

impl From<&StoreError> for Outage {
    fn from(error: &StoreError) -> Self {
        match error {
            StoreError::Full | StoreError::ReadOnly => Self::NoRoom,
            StoreError::Lost(_) | StoreError::NoMark { .. } => Self::Lost,
            StoreError::Corrupt { .. } => Self::Damaged,
            _ => Self::Passing,
        }
    }
}
