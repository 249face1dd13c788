//! The hour-by-hour proof: what a version of the plan changes for who comes to an old door, over each hour of a usual week and of the next
//! 28 days.
//!
//! [`prove`] is a pure function of the version that was there before, the draft and the [`Grounds`] it is judged on; pages, pictures, prints and
//! commands are views of what it gives.

mod cell;
mod doors;
mod grid;
mod grounds;
mod hash;
mod hours;
mod runs;
mod shape;
mod shares;
pub mod words;

use jiff::{Timestamp, ToSpan as _, civil::Date};
use signpost_domain::{NeedCode, Plan, SiteSlug};

use crate::counting::counts_from;

pub use self::{
    cell::{Cell, CellState},
    grid::{Grid, Worst, WorstHour},
    grounds::Grounds,
    runs::{Run, runs},
    shape::{DayProof, DoorProof, LaterWeek, Proof, REAL_DAYS},
    shares::{Hours, PlaceShare, Shares, StandsAt},
};
use self::{
    doors::{doors, usual_weeks, weekday_from},
    hours::Asking,
    shares::shares,
};

/// The first day that a version is looked at from: today, or its own first day when that is later.
#[must_use]
pub fn first_day(plan: &Plan, today: Date) -> Date {
    plan.from.map_or(today, |from| from.max(today))
}

/// The same among all versions: where another counts instead, the first day on which it does itself.
#[must_use]
pub fn first_day_among(plans: &[Plan], plan: &Plan, today: Date) -> Date {
    let counts = counts_from(plan, plans, today);
    counts.map_or_else(|| first_day(plan, today), |run| run.first.max(today))
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
            let week_of =
                |first| Grid::of_week(|weekday| door.usual_day(weekday_from(first, weekday)));
            let (week_from, later) = usual_weeks(after, (from, need), day);
            let later = later.into_iter().map(|from| LaterWeek {
                from,
                week: week_of(from),
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
                week_from,
                week: week_of(week_from),
                later: later.collect(),
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

/// The hours of a usual week from a day on that have no open place under `plan`, and the first such instant.
///
/// Those are lost in which `before` had one, or the old door is open by its own hours; all others are not served.
pub(crate) fn without_place(
    grounds: &Grounds<'_>,
    (before, plan): (Option<&Plan>, &Plan),
    (from, need): (&SiteSlug, &NeedCode),
    day: Date,
) -> (Grid, Option<Timestamp>) {
    let asking = Asking::new(grounds, before, plan);
    let door = asking.at(from, need);
    let mut first: Option<Timestamp> = None;
    let week = Grid::of_week(|weekday| {
        let (cells, own) = door.without_place(weekday_from(day, weekday));
        first = [first, own].into_iter().flatten().min();
        cells
    });
    (week, first)
}

/// When on a day an old door has no open place, and has one in a usual week, under one version: the first such instant of each hour.
#[must_use]
pub fn lost_hours(
    grounds: &Grounds<'_>,
    plan: &Plan,
    (from, need): (&SiteSlug, &NeedCode),
    date: Date,
) -> Vec<Timestamp> {
    if grounds.real.find(from).is_none() || grounds.real.need(need).is_none() {
        return Vec::new();
    }
    Asking::new(grounds, None, plan)
        .at(from, need)
        .lost_hours(date)
}
