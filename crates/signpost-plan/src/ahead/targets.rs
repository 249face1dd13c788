//! What becomes of rules and of their targets, day by day.

use jiff::{SignedDuration, Timestamp, civil::Date};
use signpost_domain::{HolidayCode, NeedCode, OrganizationId, Plan, Rule, SiteSlug};
use signpost_hours::{Cause, OpenState};
use signpost_locate::{ServiceIx, Snapshot};

use super::news::{Concerned, Day, Lapse, News, near, reads};
use crate::{arrival::later, routes::Rulebook};

const HOURS: i64 = 24;
/// For so many days nothing may be open before hours are said to be over.
const SILENT_DAYS: usize = 14;

/// A rule as it is on a day, and where it leads.
pub(super) struct Standing<'p> {
    pub plan: &'p Plan,
    pub rule: &'p Rule,
    /// Each place it leads to, the need there, and whether its organization has agreed.
    pub stops: Vec<(SiteSlug, NeedCode, bool)>,
}

impl Standing<'_> {
    /// How many places people are sent to.
    pub fn left(&self) -> usize {
        self.stops.iter().filter(|(.., agreed)| *agreed).count()
    }

    /// The places of an organization that nobody is sent to for a need.
    pub fn refused(
        &self,
        snapshot: &Snapshot,
        (organization, need): (&OrganizationId, &NeedCode),
    ) -> Vec<SiteSlug> {
        let is_own = |slug: &SiteSlug| {
            snapshot
                .find(slug)
                .is_some_and(|site| snapshot.organization(site).id == *organization)
        };
        let stops = self.stops.iter();
        stops
            .filter(|(slug, own, agreed)| !agreed && own == need && is_own(slug))
            .map(|(slug, ..)| slug.clone())
            .collect()
    }
}

pub(super) fn lapses(snapshot: &Snapshot, days: &[Day<'_>]) -> Vec<News> {
    let mut found: Vec<News> = Vec::new();
    let Some(first) = days.first() else {
        return found;
    };
    let mut before = standings(snapshot, first);
    for (nth, day) in days.iter().enumerate().skip(1) {
        let now = standings(snapshot, day);
        for old in &before {
            let door = (&old.rule.from, &old.rule.need);
            let mut same = now.iter();
            let same = same.find(|new| (&new.rule.from, &new.rule.need) == door);
            let lapses = match same {
                None => vec![Lapse::Rule {
                    rule: old.rule.id.clone(),
                    by: day
                        .plan
                        .map(|(plan, _)| plan.version)
                        .filter(|version| *version != old.plan.version),
                    next: next_rule(snapshot, door, days.get(nth + 1..).unwrap_or_default()),
                }],
                Some(new) => of_targets(snapshot, old, new, (nth, days)),
            };
            for lapse in lapses {
                let lost = match (&lapse, same) {
                    (Lapse::Consent { organization, need }, Some(new)) => {
                        new.refused(snapshot, (organization, need))
                    }
                    _ => Vec::new(),
                };
                let news = News {
                    day: day.date,
                    near: near(first.date, day.date),
                    version: same.map_or(old.plan.version, |new| new.plan.version),
                    door: Concerned {
                        from: door.0.clone(),
                        need: door.1.clone(),
                        lost,
                        left: same.map_or(0, Standing::left),
                        reads: reads(snapshot, door, day.noon),
                    },
                    lapse,
                };
                let known = |one: &News| {
                    (&one.door.from, &one.door.need, &one.lapse)
                        == (&news.door.from, &news.door.need, &news.lapse)
                };
                if !found.iter().any(known) {
                    found.push(news);
                }
            }
        }
        before = now;
    }
    found
}

/// The first of some days on which a rule is there for a door.
fn next_rule(snapshot: &Snapshot, door: (&SiteSlug, &NeedCode), days: &[Day<'_>]) -> Option<Date> {
    let is_ruled = |day: &&Day<'_>| {
        let mut rules = standings(snapshot, day).into_iter();
        rules.any(|one| (&one.rule.from, &one.rule.need) == door)
    };
    days.iter().find(is_ruled).map(|day| day.date)
}

/// Every rule that applies on a day, with its stops, and whether each has agreed.
pub(super) fn standings<'p>(snapshot: &Snapshot, day: &Day<'p>) -> Vec<Standing<'p>> {
    let Some((plan, date)) = day.plan else {
        return Vec::new();
    };
    let book = Rulebook::new(plan);
    let rules = plan.rules.iter().filter(|rule| {
        let first = book.rule((&rule.from, &rule.need), date);
        first.is_some_and(|first| std::ptr::eq(first, *rule)) && snapshot.find(&rule.from).is_some()
    });
    rules
        .map(|rule| standing(snapshot, plan, rule, date))
        .collect()
}

/// A rule with its stops on a day.
pub(super) fn standing<'p>(
    snapshot: &Snapshot,
    plan: &'p Plan,
    rule: &'p Rule,
    date: Date,
) -> Standing<'p> {
    let book = Rulebook::new(plan);
    let route = book.follow((&rule.from, &rule.need), date, |slug| {
        snapshot.find(slug).map(|site| snapshot.organization(site))
    });
    let agreed = route.targets.into_iter().map(|stop| (stop, true));
    let refused = route.unconsented.into_iter().map(|stop| (stop, false));
    Standing {
        plan,
        rule,
        stops: agreed
            .chain(refused)
            .map(|(stop, agreed)| (stop.site, stop.need, agreed))
            .collect(),
    }
}

/// What happens on a day to the targets of a rule that goes on.
fn of_targets(
    snapshot: &Snapshot,
    old: &Standing<'_>,
    new: &Standing<'_>,
    (nth, days): (usize, &[Day<'_>]),
) -> Vec<Lapse> {
    let mut found = Vec::new();
    let (Some(day), Some(eve)) = (days.get(nth), days.get(nth - 1)) else {
        return found;
    };
    for (slug, need, agreed) in &new.stops {
        let mut before = old.stops.iter();
        let had_agreed = before
            .find(|(site, own, _)| (site, own) == (slug, need))
            .is_some_and(|(.., agreed)| *agreed);
        let Some(site) = snapshot.find(slug) else {
            continue;
        };
        if had_agreed && !agreed {
            let lapse = Lapse::Consent {
                organization: snapshot.organization(site).id.clone(),
                need: need.clone(),
            };
            if !found.contains(&lapse) {
                found.push(lapse);
            }
        }
        let mut services = snapshot.services_at(site);
        let service = services.find(|&service| snapshot.service(service).need == *need);
        let Some(service) = service.filter(|_| *agreed) else {
            continue;
        };
        let about = || (slug.clone(), need.clone());
        let confirmation = snapshot.service(service).confirmation.as_ref();
        if confirmation.is_some_and(|own| own.review_by == eve.date) {
            let (site, need) = about();
            found.push(Lapse::Confirmation { site, need });
        }
        let (site, need) = about();
        found.extend(match unstated(snapshot, service, day) {
            Some(Unstated::On(holiday)) => Some(Lapse::Holiday {
                site,
                need,
                holiday,
            }),
            // One note of many days is told on its first.
            Some(Unstated::Noted) if unstated(snapshot, service, eve) != Some(Unstated::Noted) => {
                Some(Lapse::NotKnown { site, need })
            }
            Some(Unstated::Noted) | None => None,
        });
        if falls_silent(snapshot, service, (nth, days)) {
            let (site, need) = about();
            found.push(Lapse::Hours { site, need });
        }
    }
    found
}

fn instants(day: &Day<'_>) -> impl Iterator<Item = Timestamp> {
    const HALF_A_DAY: i64 = 12;
    let noon = day.noon;
    (-HALF_A_DAY..HOURS - HALF_A_DAY).map(move |hour| later(noon, SignedDuration::from_hours(hour)))
}

/// Why nobody knows the hours of a day.
#[derive(PartialEq, Eq)]
enum Unstated {
    /// A holiday for which nobody said whether the target keeps its hours.
    On(HolidayCode),
    /// Somebody noted that they are not known, or nobody answered whether something without an end is over.
    Noted,
}

fn unstated(snapshot: &Snapshot, service: ServiceIx, day: &Day<'_>) -> Option<Unstated> {
    instants(day).find_map(|at| {
        let moment = snapshot.moment(service, at);
        match moment.cause {
            _ if moment.state != OpenState::Unknown => None,
            Cause::Holiday(code, _) => Some(Unstated::On(code)),
            Cause::Exception(..) | Cause::OutOfStock(..) | Cause::Full(..) => Some(Unstated::Noted),
            Cause::Hours | Cause::Lapsed | Cause::NotStated | Cause::Emergency => None,
        }
    })
}

/// Whether a target that was open the day before, or might have been, is closed for a fortnight.
fn falls_silent(snapshot: &Snapshot, service: ServiceIx, (nth, days): (usize, &[Day<'_>])) -> bool {
    let open =
        |day: &Day<'_>| instants(day).any(|at| snapshot.state(service, at) != OpenState::Closed);
    let (Some(eve), Some(ahead)) = (days.get(nth - 1), days.get(nth..nth + SILENT_DAYS)) else {
        return false;
    };
    open(eve) && !ahead.iter().any(open)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::news::{Near, near};

    #[test]
    fn a_day_is_as_near_as_its_distance() {
        let first = date(2026, 11, 25);
        for (day, expected) in [
            (date(2026, 12, 2), Near::Week),
            (date(2026, 12, 3), Near::Month),
            (date(2026, 12, 23), Near::Month),
            (date(2026, 12, 24), Near::Later),
        ] {
            assert_eq!(near(first, day), expected, "{day}");
        }
    }
}
