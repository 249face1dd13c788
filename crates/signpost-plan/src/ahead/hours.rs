//! Hours that have an open place in a usual week, and none on a day ahead.

use signpost_domain::{NeedCode, SiteSlug};

use super::news::{Ahead, Day, Lapse, near, reads};
use crate::proof::{Grounds, real_day, usual_day};

const HOURS: i8 = 24;

/// The first such day of each door.
pub(super) fn without_a_place(grounds: &Grounds<'_>, days: &[Day<'_>]) -> Vec<Ahead> {
    let mut found: Vec<Ahead> = Vec::new();
    let Some(first) = days.first() else {
        return found;
    };
    for day in days {
        let Some((plan, own_day)) = day.plan else {
            continue;
        };
        for rule in plan.rules.iter().filter(|rule| rule.covers(own_day)) {
            let door: (&SiteSlug, &NeedCode) = (&rule.from, &rule.need);
            let known = found
                .iter()
                .any(|one| (&one.from, &one.need, one.version) == (door.0, door.1, plan.version));
            if known {
                continue;
            }
            let usual = usual_day(grounds, plan, door, day.date);
            let real = real_day(grounds, (None, plan), door, day.date);
            let mut lost = (0..HOURS)
                .zip(usual.iter().zip(&real))
                .filter(|(_, (usual, real))| usual.state.is_served() && real.after.is_none());
            let Some((hour, _)) = lost.next() else {
                continue;
            };
            let hours = u32::try_from(lost.count() + 1).unwrap_or(u32::MAX);
            let at = grounds.real.town_zone().instant(day.date.at(hour, 0, 0, 0));
            found.push(Ahead {
                day: day.date,
                near: near(first.date, day.date),
                version: plan.version,
                from: rule.from.clone(),
                need: rule.need.clone(),
                lapse: Lapse::NoPlace { hours },
                reads: reads(grounds.real, door, at),
            });
        }
    }
    found
}
