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

/// What says, in what proves a form, whose form it is. It is the same in all sessions of an account, random, and on no page of anybody else:
/// so a form that outlived its session still tells who typed it.
///
/// # Examples
/// ```
/// assert_eq!(signpost_store::mark_of("4f3c.91ab"), Some("91ab"));
/// assert_eq!(signpost_store::mark_of("4f3c"), None);
/// ```
#[must_use]
pub fn mark_of(csrf: &str) -> Option<&str> {
    let (_, mark) = csrf.split_once('.')?;
    Some(mark).filter(|mark| !mark.is_empty())
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
    /// When a password or a code was last shown in it again; `None` when never since the sign-in.
    pub proven_at: Option<Timestamp>,
}

/// What becomes of a session in which a password or a code was typed again and was wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WrongProof {
    /// It goes on.
    GoesOn,
    /// That was once too often: it is over.
    Ended,
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
