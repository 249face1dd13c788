//! Signing in: what a try is checked against, and what was shown.

use jiff::{SignedDuration, Timestamp};

use super::{Account, AccountId};

/// Tries in a row that were not right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Attempts {
    /// How many.
    pub failures: u32,
    /// When the last one was.
    pub last: Option<Timestamp>,
}

/// How a browser stands with an account before it tries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Standing {
    /// Its tries so far.
    pub attempts: Attempts,
    /// Whether the owner signed in with it before.
    pub browser_is_known: bool,
}

/// What becomes of a try.
#[derive(Clone)]
pub enum Attempt {
    /// It comes too early, by so much; it was not counted.
    Wait(SignedDuration),
    /// It was counted. This is what it is checked against; `None` when nobody has this name.
    Counted(Option<Credentials>),
}

/// The secret of a browser in which somebody signed in.
#[derive(Clone)]
pub struct KnownBrowser {
    /// What its cookie holds; stored only as a hash.
    pub secret: String,
}

/// What is needed to check a password and a code.
#[derive(Clone)]
pub struct Credentials {
    /// Whose.
    pub id: AccountId,
    /// The hash of the password, as a PHC string.
    pub password: Option<String>,
    /// What the second step is.
    pub second_step: StoredSecondStep,
    /// The last step of it that was used.
    pub totp_step: u64,
}

/// The second step of an account, as it is stored.
#[derive(Clone, PartialEq, Eq)]
pub enum StoredSecondStep {
    /// None is asked for.
    Off,
    /// Codes are made of this secret, in base32.
    On(String),
    /// It is on, but its secret cannot be read: the key file is not there, or is another one. Only a recovery code opens the account.
    Unreadable,
}

/// What was shown besides a password.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SecondStep {
    /// Nothing: none is asked for.
    None,
    /// A code from the phone, of this step; each step is good once.
    Code(u64),
    /// A recovery code, as it was given out; each is good once.
    Recovery(String),
}

/// What a one-time link is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkPurpose {
    /// Setting a password. A second step stays as it is.
    Password,
    /// Switching the second step off, with the password.
    Phone,
}

/// Whose a link is, and what for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkOwner {
    /// Whose.
    pub account: Account,
    /// What for.
    pub purpose: LinkPurpose,
}

/// A link that was just made.
#[derive(Clone)]
pub struct OneTimeLink {
    /// The part of the address nobody can guess.
    pub secret: String,
    /// Until when it is good.
    pub expires_at: Timestamp,
}
