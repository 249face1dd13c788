//! People who sign in, what they may do, and what happened to their accounts.

use std::fmt;

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use signpost_domain::{Lang, OrganizationId};

/// The number of an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct AccountId(pub i64);

impl fmt::Display for AccountId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// What somebody is here for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Role {
    /// Keeps the sites of one organization true.
    Editor(OrganizationId),
    /// Looks after used needles for the city.
    Subcommittee,
    /// The working group: review, accounts, the plan.
    Steward,
}

impl Role {
    /// As it is stored.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Editor(_) => "editor",
            Self::Subcommittee => "subcommittee",
            Self::Steward => "steward",
        }
    }

    /// The organization of an editor.
    #[must_use]
    pub const fn organization(&self) -> Option<&OrganizationId> {
        match self {
            Self::Editor(organization) => Some(organization),
            Self::Subcommittee | Self::Steward => None,
        }
    }
}

/// Somebody who may sign in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Its number.
    pub id: AccountId,
    /// As it stands in the history.
    pub name: String,
    /// In lower case; also what is typed to sign in.
    pub email: String,
    /// What they may do.
    pub role: Role,
    /// In which language to write to them.
    pub lang: Lang,
    /// Whether a password was set; before that only a one-time link opens the account.
    pub has_password: bool,
    /// Whether a second step is asked for.
    pub has_totp: bool,
    /// When it was made.
    pub made_at: Timestamp,
    /// Since when nobody may sign in with it.
    pub disabled_at: Option<Timestamp>,
    /// The last day its owner signed in.
    pub signed_in_on: Option<Date>,
}

/// An account to make.
#[derive(Debug, Clone)]
pub struct NewAccount {
    /// As it shall stand in the history.
    pub name: String,
    /// An e-mail address; kept in lower case.
    pub email: String,
    /// What they may do.
    pub role: Role,
    /// In which language to write to them.
    pub lang: Lang,
    /// Who makes it.
    pub by: String,
    /// When.
    pub at: Timestamp,
}

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EventKind {
    /// The account was made.
    Invited,
    /// A steward made a link for a new password.
    Reset,
    /// A steward made a link for who lost their phone.
    PhoneLost,
    /// Its owner set a password.
    PasswordSet,
    /// Nobody may sign in with it any more.
    Disabled,
    /// It may be used again.
    Enabled,
    /// It may do something else now.
    RoleChanged,
    /// A second step was switched on.
    TotpOn,
    /// The second step was switched off.
    TotpOff,
    /// Its owner signed in with a recovery code in place of one from the phone.
    RecoveryUsed,
    /// Its owner made new recovery codes; those of before are worth nothing.
    CodesMade,
    /// Its owner ended every other session.
    SessionsEnded,
    /// Its owner, a steward, made a token.
    TokenMade,
    /// Its owner, a steward, ended a token.
    TokenEnded,
    /// What a newer release calls by a name that is not known here.
    #[serde(other)]
    Unknown,
}

/// One thing that happened to an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountEvent {
    /// When.
    pub at: Timestamp,
    /// Whose account.
    pub account: AccountId,
    /// The name of its owner.
    pub name: String,
    /// Who did it.
    pub by: String,
    /// What.
    pub kind: EventKind,
}
