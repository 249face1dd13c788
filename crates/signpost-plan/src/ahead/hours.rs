//! Hours that have an open place in a usual week, and none on a day ahead.

use signpost_domain::{NeedCode, SiteSlug};

use super::news::{Concerned, Day, Lapse, News, near, reads};
use super::targets::standing;
use crate::proof::{Grounds, real_day, usual_day};

const HOURS: i8 = 24;

/// The first such day of each door.
pub(super) fn without_a_place(grounds: &Grounds<'_>, days: &[Day<'_>]) -> Vec<News> {
    let mut found: Vec<News> = Vec::new();
    let Some(first) = days.first() else {
        return found;
    };
    for day in days {
        let Some((plan, own_day)) = day.plan else {
            continue;
        };
        for rule in plan.rules.iter().filter(|rule| rule.covers(own_day)) {
            let door: (&SiteSlug, &NeedCode) = (&rule.from, &rule.need);
            let known = found.iter().any(|one| {
                (&one.door.from, &one.door.need, one.version) == (door.0, door.1, plan.version)
            });
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
            found.push(News {
                day: day.date,
                near: near(first.date, day.date),
                version: plan.version,
                lapse: Lapse::NoPlace { hours },
                door: Concerned {
                    from: rule.from.clone(),
                    need: rule.need.clone(),
                    lost: Vec::new(),
                    left: standing(grounds.real, plan, rule, own_day).left(),
                    reads: reads(grounds.real, door, at),
                },
            });
        }
    }
    found
}
