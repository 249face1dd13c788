//! Tokens of agencies' own systems.

use std::fmt;

use jiff::{Timestamp, civil::Date};
use signpost_domain::OrganizationId;

/// A token that was just made.
#[derive(Clone, PartialEq, Eq)]
pub struct NewToken {
    /// Its number, for disabling it.
    pub id: i64,
    /// The token itself; it cannot be read again.
    pub secret: String,
}

/// Never shows the secret, so that no log can.
impl fmt::Debug for NewToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NewToken")
            .field("id", &self.id)
            .finish_non_exhaustive()
    }
}

/// Whose token it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenOwner {
    /// Whose sites it may change.
    pub organization: OrganizationId,
    /// What it is for.
    pub label: String,
    /// Its number.
    pub id: i64,
    /// The last day it was used, as far as [`crate::Store::token_used`] was told.
    pub last_used: Option<Date>,
    /// The last day it is good.
    pub last_day: Option<Date>,
}

/// A token in a list; its secret is known to nobody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Its number, and whose it is.
    pub owner: TokenOwner,
    /// When it was made.
    pub made_at: Timestamp,
    /// Who made it.
    pub made_by: Option<String>,
    /// When it was ended.
    pub disabled_at: Option<Timestamp>,
}

/// A token to make.
#[derive(Debug, Clone)]
pub struct TokenRequest {
    /// Whose sites it may change.
    pub organization: OrganizationId,
    /// What it is for.
    pub label: String,
    /// The last day it is good.
    pub last_day: Date,
    /// Who makes it, when it is somebody.
    pub by: Option<String>,
    /// When.
    pub at: Timestamp,
}
