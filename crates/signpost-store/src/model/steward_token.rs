//! Tokens of the working group's own tools.

use jiff::{Timestamp, civil::Date};

/// A token with which the working group's own tools read and write drafts of the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StewardToken {
    /// Its number.
    pub id: i64,
    /// What it is for.
    pub label: String,
    /// When it was made.
    pub made_at: Timestamp,
    /// Who made it.
    pub made_by: Option<String>,
    /// The last day it is good.
    pub last_day: Date,
    /// The last day it was used.
    pub last_used: Option<Date>,
    /// When it was ended.
    pub disabled_at: Option<Timestamp>,
}

/// Such a token to make.
#[derive(Debug, Clone)]
pub struct StewardTokenRequest {
    /// What it is for.
    pub label: String,
    /// The last day it is good.
    pub last_day: Date,
    /// Who makes it, when it is somebody.
    pub by: Option<String>,
    /// When.
    pub at: Timestamp,
}
