//! Posters at old doors: what one says, where it hangs, and since when.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{SiteSlug, Text};

/// What a poster says, and where its door sends people: as it was printed, whatever became of the plan since.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PosterSays {
    /// The version of the plan.
    pub version: u32,
    /// The sentence, in each language in which it is printed.
    pub sentence: Text,
    /// Whom to call; empty where there is nobody.
    pub phone: String,
    /// The number to text for an answer; empty where there is none, as on those printed before there were any.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text_number: String,
    /// The address that the code holds.
    pub address: String,
    /// Where the plan sends people who stand there, first choice first. Not printed.
    pub places: Vec<SiteSlug>,
}

/// A poster on a wall.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HangingPoster {
    /// Its number; 0 before it is kept.
    pub id: i64,
    /// The old door.
    pub door: SiteSlug,
    /// Where it hangs, such as "front door, at eye height".
    pub place: String,
    /// The day it was put up.
    pub put_up: Date,
    /// Who noted it, as the history names them.
    pub put_up_by: String,
    /// What it says.
    pub says: PosterSays,
    /// The day it was taken down, and who noted that.
    pub taken_down: Option<(Date, String)>,
}
