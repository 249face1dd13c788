//! A proof as it is given.

use jiff::civil::Date;
use serde::Serialize;
use signpost_domain::{NeedCode, SiteSlug};
use utoipa::ToSchema;

use super::{cell::Cell, grid::Grid, shares::Shares};

/// How many real days are looked at.
pub const REAL_DAYS: i32 = 28;

/// What a version changes.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Proof {
    /// The version it is held against, frozen as it was; `null` when there was no plan.
    #[schema(required)]
    pub before: Option<u32>,
    /// The version that is looked at.
    pub after: u32,
    /// The sequence of the directory it was worked out on.
    pub sequence: u64,
    /// The first of the real days, in the plan's zone. The usual week is worked out on the seven days from it, or from the day on which
    /// the door's rule begins to count, without holidays and exceptions.
    pub day: Date,
    /// IANA name of the zone of the days and hours.
    pub zone: String,
    /// What all of this rests on, as one word: the versions, the places they name, who runs those, holidays, and every cell.
    pub hash: String,
    /// One for each old door and need.
    pub doors: Vec<DoorProof>,
    /// How near an open place is, for each need.
    pub shares: Vec<Shares>,
}

/// What changes for who comes to one old door for one need.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct DoorProof {
    /// The old door.
    pub from: SiteSlug,
    /// What for.
    pub need: NeedCode,
    /// The first of the seven days that the usual week is worked out on: the first real day, or the day on which the door's rule begins to count.
    pub week_from: Date,
    /// The usual week: seven days from Monday, each with 24 hours.
    pub week: Grid,
    /// The real days.
    pub days: Vec<DayProof>,
}

/// One real day.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct DayProof {
    /// The day.
    pub date: Date,
    /// Codes of the holidays on it.
    pub holidays: Vec<String>,
    /// Its 24 hours.
    pub hours: Vec<Cell>,
}

impl DoorProof {
    /// Whether a real day is other than the same day of a usual week.
    #[must_use]
    pub fn differs(&self, day: &DayProof) -> bool {
        let usual = self.week.day(day.date.weekday());
        let states = |cells: &[Cell]| cells.iter().map(|cell| cell.state).collect::<Vec<_>>();
        states(usual) != states(&day.hours)
    }
}
