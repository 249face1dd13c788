//! What a revision is about.

use std::fmt;

use serde::{Deserialize, Serialize};

/// What a revision is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SubjectKind {
    /// The directory's own words: edition, title, banner, zone, centre, needs.
    Settings,
    /// An organization.
    Organization,
    /// A site with its services and exceptions.
    Site,
    /// A phone line.
    Line,
    /// A landmark.
    Landmark,
    /// Banks and crossings.
    Ground,
    /// A version of the plan.
    Plan,
}

/// In plain words, for a sentence.
impl fmt::Display for SubjectKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Settings => "settings of the",
            Self::Organization => "organization",
            Self::Site => "site",
            Self::Line => "line",
            Self::Landmark => "landmark",
            Self::Ground => "the",
            Self::Plan => "plan",
        })
    }
}
