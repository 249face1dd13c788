//! On which days a version counts: its own, less those of approved versions with a higher number.

use jiff::civil::Date;
use signpost_domain::{Plan, PlanStatus};

/// A run of days on which a version counts, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CountingDays {
    /// The first.
    pub first: Date,
    /// The last; `None` when that is open.
    pub last: Option<Date>,
}

impl CountingDays {
    fn of(plan: &Plan) -> Option<Self> {
        let own = Self {
            first: plan.from?,
            last: plan.last_day(),
        };
        own.is_some().then_some(own)
    }

    fn is_some(self) -> bool {
        self.last.is_none_or(|last| self.first <= last)
    }

    fn reaches(self, day: Date) -> bool {
        self.last.is_none_or(|last| day <= last)
    }

    fn meets(self, other: Self) -> bool {
        self.reaches(other.first) && other.reaches(self.first)
    }

    /// What is left of it without the days of another: none, one or two runs.
    fn without(self, other: Self) -> impl Iterator<Item = Self> {
        let before = other.first.yesterday().ok().map(|eve| Self {
            first: self.first,
            last: Some(self.last.map_or(eve, |last| last.min(eve))),
        });
        let after = other.last.and_then(|last| last.tomorrow().ok());
        let after = after.map(|first| Self {
            first: first.max(self.first),
            last: self.last,
        });
        [before, after]
            .into_iter()
            .flatten()
            .filter(|left| left.is_some())
    }
}

/// The versions that count instead of a version on some of its days: approved ones with a higher number, in the order of their numbers.
///
/// Each with the days, as far as they are the version's own and not before `from`.
#[must_use]
pub fn overriding<'p>(plan: &Plan, plans: &'p [Plan], from: Date) -> Vec<(&'p Plan, CountingDays)> {
    let Some(own) = CountingDays::of(plan) else {
        return Vec::new();
    };
    let own = CountingDays {
        first: own.first.max(from),
        ..own
    };
    let higher = plans
        .iter()
        .filter(|other| other.status == PlanStatus::Approved && other.version > plan.version);
    let mut found: Vec<(&Plan, CountingDays)> = higher
        .filter_map(|other| {
            let days = CountingDays::of(other).filter(|days| days.meets(own))?;
            let both = CountingDays {
                first: days.first.max(own.first),
                last: match (days.last, own.last) {
                    (Some(one), Some(two)) => Some(one.min(two)),
                    (one, two) => one.or(two),
                },
            };
            Some((other, both))
        })
        .collect();
    found.sort_by_key(|(other, _)| other.version);
    found
}

/// The days on which a version counts, or would if it were approved, in runs. None when it never does.
#[must_use]
pub fn counting_days(plan: &Plan, plans: &[Plan]) -> Vec<CountingDays> {
    let mut runs: Vec<CountingDays> = CountingDays::of(plan).into_iter().collect();
    for (_, taken) in overriding(plan, plans, Date::MIN) {
        runs = runs
            .into_iter()
            .flat_map(|run| {
                let whole = (!run.meets(taken)).then_some(run);
                let cut = run.meets(taken).then(|| run.without(taken));
                whole.into_iter().chain(cut.into_iter().flatten())
            })
            .collect();
    }
    runs
}

/// The run of days on which a version counts on `day`, else the next after it; `None` when it does not count any more.
#[must_use]
pub fn counts_from(plan: &Plan, plans: &[Plan], day: Date) -> Option<CountingDays> {
    let mut runs = counting_days(plan, plans).into_iter();
    runs.find(|run| run.reaches(day))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::{collection::vec, option, prelude::*};

    use super::*;

    fn plan(version: u32, (from, until): (i8, Option<i8>), status: PlanStatus) -> Plan {
        let day = |day: i8| date(2026, 3, day);
        Plan {
            version,
            status,
            from: Some(day(from)),
            until: until.map(day),
            ..Plan::default()
        }
    }

    proptest! {
        #[test]
        fn a_version_counts_on_the_days_on_which_asking_each_day_says_so(
            rows in vec((1_i8..28, option::of(1_i8..28), any::<bool>()), 1..5),
            own in 0_usize..5,
        ) {
            let status = |approved| if approved { PlanStatus::Approved } else { PlanStatus::Draft };
            let plans: Vec<Plan> = rows.iter().zip(1_u32..)
                .map(|(&(from, until, approved), version)| plan(version, (from, until), status(approved)))
                .collect();
            let Some(own) = plans.get(own) else { return Ok(()) };
            let runs = counting_days(own, &plans);
            for day in (1_i8..=30).map(|day| date(2026, 3, day)) {
                let higher = plans.iter().filter(|other| other.version > own.version && other.in_force(day));
                let counts = own.covers(day) && higher.count() == 0;
                let said = runs.iter().any(|run| run.first <= day && run.reaches(day));
                prop_assert_eq!(said, counts, "{} {:?}", day, runs);
            }
        }
    }
}
