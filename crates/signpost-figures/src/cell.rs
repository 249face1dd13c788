//! What one thing that happened adds to.

use std::{fmt, str::FromStr};

use serde::Serialize;

use crate::Week;

/// Whether a row is about an old door or a need.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// A site of origin.
    Door,
    /// What was looked for by who came from no old door.
    Need,
}

/// How it went. A look-up is of one kind only, so that no kind is a part of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A place was open then, and nothing that was shown was past its review.
    Open,
    /// A place was open then, and something that was shown was past its review.
    OpenPastReview,
    /// None was known to be open: phone lines were left.
    Line,
    /// The same, and something that was shown was past its review.
    LinePastReview,
    /// The code of a poster was followed; the look-up it leads to is another thing.
    Scan,
}

impl Subject {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Door, Self::Need];

    /// As it is stored.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Door => "door",
            Self::Need => "need",
        }
    }

    /// What may happen at it.
    #[must_use]
    pub const fn kinds(self) -> &'static [Kind] {
        match self {
            Self::Door => &Kind::ALL,
            Self::Need => &Kind::LOOK_UPS,
        }
    }
}

impl Kind {
    /// The kinds of look-ups.
    pub const LOOK_UPS: [Self; 4] = [
        Self::Open,
        Self::OpenPastReview,
        Self::Line,
        Self::LinePastReview,
    ];
    /// Every kind.
    pub const ALL: [Self; 5] = [
        Self::Open,
        Self::OpenPastReview,
        Self::Line,
        Self::LinePastReview,
        Self::Scan,
    ];

    /// The kind of a look-up.
    #[must_use]
    pub const fn of_look_up(open: bool, past_review: bool) -> Self {
        match (open, past_review) {
            (true, false) => Self::Open,
            (true, true) => Self::OpenPastReview,
            (false, false) => Self::Line,
            (false, true) => Self::LinePastReview,
        }
    }

    /// As it is stored.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::OpenPastReview => "open_past_review",
            Self::Line => "line",
            Self::LinePastReview => "line_past_review",
            Self::Scan => "scan",
        }
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Subject {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let mut all = Self::ALL.into_iter();
        all.find(|one| one.as_str() == text).ok_or(())
    }
}

impl FromStr for Kind {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let mut all = Self::ALL.into_iter();
        all.find(|one| one.as_str() == text).ok_or(())
    }
}

/// Where one thing that happened is counted.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cell {
    /// The week.
    pub week: Week,
    /// Door or need.
    pub subject: Subject,
    /// The slug of the door, the code of the need.
    pub code: String,
    /// What happened.
    pub kind: Kind,
}

/// How often it happened.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Counted {
    /// What.
    pub cell: Cell,
    /// How often. No page says it: pages say [`crate::Printed`].
    pub count: u64,
}
