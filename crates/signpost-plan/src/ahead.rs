//! What happens to the plan in the days ahead if nobody does anything: what lapses, what a holiday leaves open, which hours lose their place.

mod gone;
mod hours;
mod news;
mod targets;

use jiff::{ToSpan as _, civil::Date};
use signpost_locate::Snapshot;

pub use self::news::{Ahead, Concerned, Lapse, Near, Reads};
use self::news::{Day, told_once};
use crate::{
    lifecycle::{in_force_among, plan_day},
    proof::Grounds,
};

/// How many days are looked at.
pub const AHEAD_DAYS: i32 = 60;

/// What happens from `today` on, in the order of the days, each the first time it does. What is so today already is not news, but for
/// [`gone()`], which comes first.
#[must_use]
pub fn ahead(grounds: &Grounds<'_>, today: Date) -> Vec<Ahead> {
    let snapshot = grounds.real;
    let days: Vec<Day<'_>> = (0..=AHEAD_DAYS)
        .map(|ahead| day(snapshot, today.saturating_add(ahead.days())))
        .collect();
    let mut coming = targets::lapses(snapshot, &days);
    coming.extend(hours::every_week(grounds, &days));
    coming.extend(hours::without_a_place(grounds, &days));
    let mut found = gone(snapshot, today);
    found.extend(told_once(coming));
    found
}

/// What the version in force has lost by today.
///
/// An organization took its word back, or the days it agreed to are over: which doors lost which places, and how many each has left. It stays until the organization agrees again or another version counts.
#[must_use]
pub fn gone(snapshot: &Snapshot, today: Date) -> Vec<Ahead> {
    told_once(gone::lost(snapshot, &day(snapshot, today)))
}

fn day(snapshot: &Snapshot, date: Date) -> Day<'_> {
    const NOON: i8 = 12;
    let zone = snapshot.town_zone();
    let noon = zone.instant(date.at(NOON, 0, 0, 0));
    let plan = in_force_among(&snapshot.directory().plans, zone, noon);
    Day {
        date,
        noon,
        plan: plan.map(|plan| (plan, plan_day(plan, zone, noon))),
    }
}
