//! Runs of days, and the days on which a plan may begin to say something else.

use std::collections::BTreeSet;

use jiff::civil::Date;
use signpost_domain::{Organization, Plan, Rule};

/// A run of days, both ends included; empty when the last is before the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Days {
    pub first: Date,
    pub last: Date,
}

impl Days {
    fn new(first: Option<Date>, last: Option<Date>) -> Self {
        Self {
            first: first.unwrap_or(Date::MIN),
            last: last.unwrap_or(Date::MAX),
        }
    }

    /// The days of a plan.
    pub fn of(plan: &Plan) -> Self {
        Self::new(plan.from, plan.last_day())
    }

    /// The days of a rule, whatever those of its plan are.
    pub fn of_rule_alone(rule: &Rule) -> Self {
        Self::new(rule.first, rule.last)
    }

    /// The days on which a rule applies.
    pub fn of_rule(plan: &Plan, rule: &Rule) -> Self {
        let (plan, own) = (Self::of(plan), Self::of_rule_alone(rule));
        Self {
            first: plan.first.max(own.first),
            last: plan.last.min(own.last),
        }
    }

    pub fn is_empty(self) -> bool {
        self.last < self.first
    }

    pub fn contains(self, day: Date) -> bool {
        (self.first..=self.last).contains(&day)
    }

    /// Whether some day is in both.
    pub fn meet(self, other: Self) -> bool {
        self.first.max(other.first) <= self.last.min(other.last)
    }
}

/// The days on which what a version says may change: the first day of every rule, of every consent and of every word of an organization, and the day after the last.
///
/// Between two of these days nothing changes, so that looking at them is looking at every day.
#[must_use]
pub fn change_days(plan: &Plan, organizations: &[Organization]) -> BTreeSet<Date> {
    let rules = plan.rules.iter().map(|rule| (rule.first, rule.last));
    let consents = plan
        .consents
        .iter()
        .map(|consent| (Some(consent.on), consent.until));
    let words = organizations.iter().flat_map(|row| &row.consents);
    let words = words.map(|word| (Some(word.first), word.last));
    rules
        .chain(consents)
        .chain(words)
        .flat_map(|(first, last)| [first, last.and_then(|last| last.tomorrow().ok())])
        .flatten()
        .collect()
}
