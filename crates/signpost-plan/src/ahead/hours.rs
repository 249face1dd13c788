//! Hours that have an open place in a usual week, and none on a day ahead; and those that have none in any week.

use std::collections::HashMap;

use jiff::{ToSpan as _, civil::Date};
use signpost_domain::{NeedCode, Plan, SiteSlug};

use super::news::{Concerned, Day, Lapse, Near, News, near, reads};
use super::targets::{standing, standings};
use crate::{
    before_of,
    proof::{CellState, Grid, Grounds, lost_hours, without_place},
};

/// Whether a day and those beside it, which it may have hours of, are as in a usual week for who comes for a need: then no hour can be lost, and
/// none need be asked.
fn is_usual(grounds: &Grounds<'_>, (plan, asked): (&Plan, &NeedCode), date: Date) -> bool {
    let targets = plan.rules.iter().flat_map(|rule| &rule.targets);
    let others: Vec<&NeedCode> = targets.filter_map(|one| one.need.as_ref()).collect();
    let concerned = |need: &NeedCode| need == asked || others.contains(&need);
    let sites = grounds.real.directory().sites.iter();
    let sites = sites.filter(|site| site.services.iter().any(|own| concerned(&own.need)));
    let exceptions = sites.flat_map(|site| &site.exceptions);
    let mut exceptions = exceptions.filter(|one| one.need.as_ref().is_none_or(concerned));
    let near: [Date; 3] = [-1, 0, 1].map(|off| date.saturating_add(off.days()));
    !exceptions.any(|one| near.iter().any(|day| one.covers(*day)))
        && near.iter().all(|day| grounds.holidays(*day).is_empty())
}

/// What no week has an open place for, of each rule that counts on one of the days: told as it is today, and again when a later rule or
/// version leaves other hours without one.
pub(super) fn every_week(grounds: &Grounds<'_>, days: &[Day<'_>]) -> Vec<News> {
    let mut found = Vec::new();
    // What is known of each door, and for which rule of which version it was worked out last.
    let mut known: HashMap<(&SiteSlug, &NeedCode), (u32, &str, Grid)> = HashMap::new();
    let plans = &grounds.real.directory().plans;
    for (nth, day) in days.iter().enumerate() {
        let Some((plan, own_day)) = day.plan else {
            continue;
        };
        for rule in standings(grounds.real, day).into_iter().map(|one| one.rule) {
            let door = (&rule.from, &rule.need);
            let (version, id) = (plan.version, rule.id.as_str());
            let last = known.get(&door);
            if last.is_some_and(|(own, rule, _)| (*own, *rule) == (version, id)) {
                continue;
            }
            let begun = plan.from.unwrap_or(own_day);
            let begun = rule.first.map_or(begun, |first| first.max(begun));
            let before = before_of(plans, plan, plan.from.unwrap_or(own_day));
            let (week, first) = without_place(grounds, (before, plan), door, day.date);
            let is_news = last.is_none_or(|(.., grid)| *grid != week);
            if let (Some(at), true) = (first, is_news) {
                found.push(News {
                    day: if nth == 0 { begun } else { day.date },
                    near: match days.first() {
                        Some(first) if nth > 0 => near(first.date, day.date),
                        _ => Near::Now,
                    },
                    version,
                    lapse: Lapse::EveryWeek { week: week.clone() },
                    door: Concerned {
                        from: rule.from.clone(),
                        need: rule.need.clone(),
                        lost: Vec::new(),
                        left: standing(grounds.real, plan, rule, own_day).left(),
                        reads: reads(grounds.real, door, at),
                    },
                });
            }
            known.insert(door, (version, id, week));
        }
    }
    found
}

impl Lapse {
    /// How many hours of a week or a day have no open place; nought of what is no matter of hours.
    #[must_use]
    pub fn hours(&self) -> usize {
        match self {
            Self::EveryWeek { week } => week.count(CellState::Lost),
            Self::NoPlace { hours } => usize::try_from(*hours).unwrap_or(usize::MAX),
            _ => 0,
        }
    }
}

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
            if known || is_usual(grounds, (plan, door.1), day.date) {
                continue;
            }
            let lost = lost_hours(grounds, plan, door, day.date);
            // What is read is read at an instant that is lost, not beside it.
            let Some(&at) = lost.first() else {
                continue;
            };
            let hours = u32::try_from(lost.len()).unwrap_or(u32::MAX);
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
