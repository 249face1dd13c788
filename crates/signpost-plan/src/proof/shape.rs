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
    /// The usual weeks of rules that follow at this door, in their order; empty when one rule does all the time.
    pub later: Vec<LaterWeek>,
    /// The real days.
    pub days: Vec<DayProof>,
}

/// A usual week as it is from a later day on, because another rule of the door begins to count.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct LaterWeek {
    /// The first of the seven days.
    pub from: Date,
    /// Seven days from Monday, each with 24 hours.
    pub week: Grid,
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
    /// Its usual weeks, each with the day from which it is so.
    pub fn weeks(&self) -> impl Iterator<Item = (Date, &Grid)> {
        let later = self.later.iter().map(|later| (later.from, &later.week));
        std::iter::once((self.week_from, &self.week)).chain(later)
    }

    /// Whether a real day is other than the same day of the usual week that is then.
    #[must_use]
    pub fn differs(&self, day: &DayProof) -> bool {
        let weeks = self.weeks().take_while(|(from, _)| *from <= day.date);
        let week = weeks.last().map_or(&self.week, |(_, week)| week);
        let usual = week.day(day.date.weekday());
        let states = |cells: &[Cell]| cells.iter().map(|cell| cell.state).collect::<Vec<_>>();
        states(usual) != states(&day.hours)
    }
}
