//! Old doors of two versions, and days of a week.

use jiff::{ToSpan as _, civil::Date};
use signpost_domain::{NeedCode, Plan, SiteSlug};

/// The first such weekday on `day` or after it.
pub(super) fn weekday_from(day: Date, weekday: jiff::civil::Weekday) -> Date {
    let ahead = day.weekday().until(weekday);
    day.saturating_add(i32::from(ahead).days())
}

/// Every old door and need of either version, in their order; those of `after` first.
pub(super) fn doors<'p>(
    before: Option<&'p Plan>,
    after: &'p Plan,
) -> Vec<(&'p SiteSlug, &'p NeedCode)> {
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
