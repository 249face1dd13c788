//! Old doors of two versions, and days of a week.

use std::collections::BTreeSet;

use jiff::{ToSpan as _, civil::Date};
use signpost_domain::{NeedCode, Plan, SiteSlug};

/// The first such weekday on `day` or after it.
pub(super) fn weekday_from(day: Date, weekday: jiff::civil::Weekday) -> Date {
    let ahead = day.weekday().until(weekday);
    day.saturating_add(i32::from(ahead).days())
}

/// The days from which usual weeks of a door are worked out: that on which its rule begins to count, when that is later than the version, for a
/// week before it would say that nothing changes; and for each rule that follows, its first day. Never empty.
pub(super) fn usual_weeks(
    after: &Plan,
    (from, need): (&SiteSlug, &NeedCode),
    day: Date,
) -> (Date, Vec<Date>) {
    let own = after.rules.iter();
    let own = own.filter(|rule| (&rule.from, &rule.need) == (from, need));
    let begins = own.filter(|rule| rule.last.is_none_or(|last| day <= last));
    let begins = begins.map(|rule| rule.first.map_or(day, |first| first.max(day)));
    let begins: BTreeSet<Date> = begins
        .filter(|first| after.last_day().is_none_or(|last| *first <= last))
        .collect();
    let mut begins = begins.into_iter();
    (begins.next().unwrap_or(day), begins.collect())
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
