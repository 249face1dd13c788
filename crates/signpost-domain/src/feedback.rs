//! What visitors say of a place, and what those who look after it decide.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// What somebody says who went by what they read of a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FeedbackKind {
    /// It was right.
    Right,
    /// It was closed when they came.
    Closed,
    /// It is not there any more.
    Moved,
    /// It does not do this.
    NotDone,
    /// Something else, in their own words.
    Other,
}

impl FeedbackKind {
    /// Every kind, in the order in which they are offered.
    pub const ALL: [Self; 5] = [
        Self::Right,
        Self::Closed,
        Self::Moved,
        Self::NotDone,
        Self::Other,
    ];

    /// Its name in forms and tables.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Right => "right",
            Self::Closed => "closed",
            Self::Moved => "moved",
            Self::NotDone => "not_done",
            Self::Other => "other",
        }
    }
}

impl FromStr for FeedbackKind {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let mut all = Self::ALL.into_iter();
        all.find(|kind| kind.code() == text).ok_or(())
    }
}

/// What those who look after a place decide about what visitors said of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FeedbackDecision {
    /// It was mended.
    Mended,
    /// It is right as it stands.
    StillRight,
    /// It is not about them.
    NotOurs,
}

impl FeedbackDecision {
    /// Every decision, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Mended, Self::StillRight, Self::NotOurs];

    /// Its name in forms and tables.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Mended => "mended",
            Self::StillRight => "still_right",
            Self::NotOurs => "not_ours",
        }
    }
}

impl FromStr for FeedbackDecision {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let mut all = Self::ALL.into_iter();
        all.find(|one| one.code() == text).ok_or(())
    }
}
