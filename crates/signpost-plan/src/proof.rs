//! The hour-by-hour proof: what a version of the plan changes for who comes to an old door, over each hour of a usual week and of the next
//! 28 days.
//!
//! [`prove`] is a pure function of the version that was there before, the draft and the [`Grounds`] it is judged on; pages, pictures, prints and
//! commands are views of what it gives.

mod cell;
mod grid;
mod grounds;
mod hash;
mod hours;
mod runs;
mod shares;
pub mod words;

use jiff::{ToSpan as _, civil::Date};
use serde::Serialize;
use signpost_domain::{NeedCode, Plan, SiteSlug};
use utoipa::ToSchema;

pub use self::{
    cell::{Cell, CellState},
    grid::{Grid, Worst, WorstHour},
    grounds::Grounds,
    runs::{Run, runs},
    shares::{Hours, PlaceShare, Shares, StandsAt},
};
use self::{hours::Asking, shares::shares};

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
    /// The first of the real days, in the plan's zone. The usual week is worked out on the seven days from it, without holidays and exceptions.
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

/// The first day that a version is looked at from: today, or its own first day when that is later.
#[must_use]
pub fn first_day(plan: &Plan, today: Date) -> Date {
    plan.from.map_or(today, |from| from.max(today))
}

/// What `after` changes against `before`, frozen as it was, from `day` on. Days and hours are those of the zone of `after`.
#[must_use]
pub fn prove(grounds: &Grounds<'_>, before: Option<&Plan>, after: &Plan, day: Date) -> Proof {
    let doors = doors(before, after);
    let asking = Asking::new(grounds, before, after);
    let doors = doors
        .into_iter()
        .filter_map(|(from, need)| {
            // Nobody comes from a door the directory does not have, or for a need it does not know: the check names both.
            grounds.real.find(from)?;
            grounds.real.need(need)?;
            let door = asking.at(from, need);
            let week = Grid::of_week(|weekday| {
                let date = weekday_from(day, weekday);
                door.usual_day(date)
            });
            let days = (0..REAL_DAYS).map(|ahead| {
                let date = day.saturating_add(ahead.days());
                DayProof {
                    holidays: grounds.holidays(date),
                    hours: door.real_day(date),
                    date,
                }
            });
            Some(DoorProof {
                from: from.clone(),
                need: need.clone(),
                week,
                days: days.collect(),
            })
        })
        .collect();
    let mut proof = Proof {
        before: before.map(|plan| plan.version),
        after: after.version,
        sequence: grounds.real.sequence(),
        day,
        zone: asking.zone_name(),
        hash: String::new(),
        doors,
        shares: shares(grounds, &asking, before, after, day),
    };
    proof.hash = hash::of(&proof, grounds, before, after);
    proof
}

/// The 24 hours of one real day at one old door; none when the directory has no such door or need. The same as in [`prove`], for who looks
/// further ahead than it does.
#[must_use]
pub fn real_day(
    grounds: &Grounds<'_>,
    (before, after): (Option<&Plan>, &Plan),
    (from, need): (&SiteSlug, &NeedCode),
    date: Date,
) -> Vec<Cell> {
    if grounds.real.find(from).is_none() || grounds.real.need(need).is_none() {
        return Vec::new();
    }
    Asking::new(grounds, before, after)
        .at(from, need)
        .real_day(date)
}

/// The same of a usual week, under one version.
#[must_use]
pub fn usual_day(
    grounds: &Grounds<'_>,
    plan: &Plan,
    (from, need): (&SiteSlug, &NeedCode),
    date: Date,
) -> Vec<Cell> {
    if grounds.real.find(from).is_none() || grounds.real.need(need).is_none() {
        return Vec::new();
    }
    Asking::new(grounds, None, plan)
        .at(from, need)
        .usual_day(date)
}

/// The first such weekday on `day` or after it.
fn weekday_from(day: Date, weekday: jiff::civil::Weekday) -> Date {
    let ahead = day.weekday().until(weekday);
    day.saturating_add(i32::from(ahead).days())
}

/// Every old door and need of either version, in their order; those of `after` first.
fn doors<'p>(before: Option<&'p Plan>, after: &'p Plan) -> Vec<(&'p SiteSlug, &'p NeedCode)> {
    let mut doors = Vec::new();
    let rules = after.rules.iter();
    for rule in rules.chain(before.into_iter().flat_map(|plan| &plan.rules)) {
        let door = (&rule.from, &rule.need);
        if !doors.contains(&door) {
            doors.push(door);
        }
    }
    doors
}
