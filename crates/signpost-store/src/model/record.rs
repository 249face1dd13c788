//! The record of sign-ins.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// What happened at the sign-in of an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SignInKind {
    /// Somebody signed in.
    SignedIn,
    /// Somebody signed in with a recovery code.
    SignedInByRecovery,
    /// The password was not right.
    WrongPassword,
    /// The password was right, the code was not.
    WrongCode,
    /// The password was right, and no code was shown: the sign-in stopped there.
    CodeMissing,
    /// Somebody who was signed in showed a password or a code again.
    Proven,
    /// Somebody who was signed in did not know it.
    WrongProof,
    /// A session was ended after too many wrong ones.
    SessionEnded,
    /// What a newer release calls by a name that is not known here.
    #[serde(other)]
    Unknown,
}

/// One line of the record; nothing in it says from where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignInRecord {
    /// What happened.
    pub kind: SignInKind,
    /// When, for the first time.
    pub first_at: Timestamp,
    /// And for the last, when it happened several times within minutes.
    pub last_at: Timestamp,
    /// How often.
    pub times: u32,
}
