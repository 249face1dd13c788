//! Times in which one plan said one thing: between two midnights of any zone that a plan's days are meant in.

use std::collections::BTreeSet;

use jiff::{
    Timestamp, ToSpan as _,
    civil::{Date, time},
};
use signpost_domain::{NeedCode, Plan, SiteSlug};
use signpost_hours::Zone;
use signpost_locate::Snapshot;

use crate::{
    lifecycle::{in_force_among, plan_day},
    routes::Rulebook,
};

/// A time in which one plan was in force on one of its days.
pub(super) struct Slice<'s> {
    pub start: Timestamp,
    pub end: Timestamp,
    plan: &'s Plan,
    day: Date,
}

impl Slice<'_> {
    /// Where the plan sent people, each place and need once.
    pub(super) fn targets(&self, snapshot: &Snapshot) -> BTreeSet<(SiteSlug, NeedCode)> {
        let rules = Rulebook::new(self.plan);
        // Nobody comes from a door the directory does not have, or for a need it does not know.
        let doors = self.plan.rules.iter().filter(|rule| {
            rule.covers(self.day)
                && snapshot.find(&rule.from).is_some()
                && snapshot.need(&rule.need).is_some()
        });
        doors
            .flat_map(|rule| {
                let organization = |slug: &SiteSlug| {
                    let site = snapshot.find(slug)?;
                    Some(snapshot.organization(site))
                };
                let from = (&rule.from, &rule.need);
                rules.follow(from, self.day, organization).targets
            })
            .map(|stop| (stop.site, stop.need))
            .collect()
    }
}

/// The slices of some days of the town in which a plan was in force, one after the other.
pub(super) fn slices(snapshot: &Snapshot, first: Date, last: Date) -> Vec<Slice<'_>> {
    let (town, plans) = (snapshot.town_zone(), &snapshot.directory().plans);
    let midnight = |zone: &Zone, day: Date| zone.instant(day.to_datetime(time(0, 0, 0, 0)));
    let (start, end) = (
        midnight(town, first),
        midnight(town, last.saturating_add(1.days())),
    );
    let mut cuts = BTreeSet::from([start, end]);
    let own = plans.iter().filter_map(|plan| Zone::named(&plan.zone).ok());
    for zone in own.chain([town.clone()]) {
        let mut day = zone.day(start);
        while day <= zone.day(end) && day < Date::MAX {
            cuts.insert(midnight(&zone, day));
            day = day.saturating_add(1.days());
        }
    }
    let cuts: Vec<Timestamp> = cuts.range(start..=end).copied().collect();
    let pairs = cuts.iter().zip(cuts.iter().skip(1));
    pairs
        .filter_map(|(&start, &end)| {
            let plan = in_force_among(plans, town, start)?;
            Some(Slice {
                day: plan_day(plan, town, start),
                start,
                end,
                plan,
            })
        })
        .collect()
}
