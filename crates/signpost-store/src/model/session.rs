//! Who is signed in, until when.

use jiff::{SignedDuration, Timestamp};

use super::Account;

/// How long a session lasts.
#[derive(Debug, Clone, Copy)]
pub struct SessionTimes {
    /// Without a request.
    pub idle: SignedDuration,
    /// In all.
    pub absolute: SignedDuration,
}

impl SessionTimes {
    /// Whether a session that began and was last used then lasts.
    pub(crate) fn last(self, made_at: Timestamp, seen_at: Timestamp, at: Timestamp) -> bool {
        at.duration_since(made_at) <= self.absolute && at.duration_since(seen_at) <= self.idle
    }
}

/// A session that was just begun.
#[derive(Clone)]
pub struct NewSession {
    /// What the cookie holds; stored only as a hash.
    pub secret: String,
    /// What every form of this session carries.
    pub csrf: String,
}

/// Whose session it is.
#[derive(Debug, Clone)]
pub struct SessionOwner {
    /// Who.
    pub account: Account,
    /// What every form of this session carries, so that no other page can send one.
    pub csrf: String,
    /// When it began.
    pub made_at: Timestamp,
}

/// One of the sessions of an account, as its owner sees them. What kind of phone or computer it is, nobody keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OpenSession {
    /// When it began.
    pub made_at: Timestamp,
    /// When it was last used, to the minute.
    pub seen_at: Timestamp,
    /// Whether it is the one that asks.
    pub is_this: bool,
}
