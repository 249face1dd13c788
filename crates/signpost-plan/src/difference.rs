//! What differs between two versions of the plan, as data; `signpost-answers` says it in words.

use jiff::civil::Date;
use signpost_domain::{Consent, Plan, Rule, Target, Text};

/// A fact of a version, its rules aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PlanFact {
    /// Its name.
    Title,
    /// What changes, in plain words.
    Summary,
    /// The first day.
    From,
    /// The last day.
    Until,
    /// The reference of the decision.
    Decision,
    /// The day of the decision.
    DecidedOn,
    /// Who decided.
    DecidedBy,
    /// Who looks after it.
    Owner,
    /// When somebody looks again.
    ReviewBy,
    /// Whether only stewards see the draft.
    Hidden,
}

/// What a fact says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FactValue {
    /// Nothing.
    Nothing,
    /// Words in several languages.
    Text(Text),
    /// One line.
    Line(String),
    /// A day.
    Day(Date),
    /// Yes or no.
    Flag(bool),
}

/// What differs within a rule that both versions have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RuleChange {
    /// Other days.
    Days {
        /// Before.
        before: (Option<Date>, Option<Date>),
        /// After.
        after: (Option<Date>, Option<Date>),
    },
    /// Another message.
    Message {
        /// Before.
        before: Text,
        /// After.
        after: Text,
    },
    /// The decision it rests on.
    Decision {
        /// Before.
        before: String,
        /// After.
        after: String,
    },
    /// A place more.
    TargetAdded(Target),
    /// A place less.
    TargetRemoved(Target),
    /// The same places in another order.
    TargetsReordered(Vec<Target>),
    /// Another word about a place.
    Note(Target),
}

/// One difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlanChange {
    /// A fact became another.
    Fact {
        /// Which.
        fact: PlanFact,
        /// Before.
        before: FactValue,
        /// After.
        after: FactValue,
    },
    /// A rule more.
    RuleAdded(Box<Rule>),
    /// A rule less.
    RuleRemoved(Box<Rule>),
    /// A rule that says something else now.
    RuleChanged {
        /// The rule as it is after.
        rule: Box<Rule>,
        /// What differs in it; never empty.
        changes: Vec<RuleChange>,
    },
    /// An answer of an organization is written into it.
    ConsentAdded(Consent),
    /// An answer of an organization is not written into it any more.
    ConsentRemoved(Consent),
}

/// What differs: first facts, then rules in the order of the later version, then those that are gone; last the answers written into it.
///
/// Rules are the same rule when door, need and id are, or, where ids differ, when they are the only ones of their door and need.
#[must_use]
pub fn differences(before: &Plan, after: &Plan) -> Vec<PlanChange> {
    let mut changes: Vec<PlanChange> = facts(before)
        .into_iter()
        .zip(facts(after))
        .filter(|((_, old), (_, new))| old != new)
        .map(|((fact, before), (_, after))| PlanChange::Fact {
            fact,
            before,
            after,
        })
        .collect();
    let mut left: Vec<&Rule> = before.rules.iter().collect();
    for rule in &after.rules {
        let Some(place) = twin(&left, rule) else {
            changes.push(PlanChange::RuleAdded(Box::new(rule.clone())));
            continue;
        };
        let found = within(left.remove(place), rule);
        if !found.is_empty() {
            changes.push(PlanChange::RuleChanged {
                rule: Box::new(rule.clone()),
                changes: found,
            });
        }
    }
    changes.extend(
        left.into_iter()
            .map(|rule| PlanChange::RuleRemoved(Box::new(rule.clone()))),
    );
    let only = |own: &Plan, other: &Plan| -> Vec<Consent> {
        let own = own.consents.iter();
        own.filter(|one| !other.consents.contains(one))
            .cloned()
            .collect()
    };
    changes.extend(
        only(after, before)
            .into_iter()
            .map(PlanChange::ConsentAdded),
    );
    changes.extend(
        only(before, after)
            .into_iter()
            .map(PlanChange::ConsentRemoved),
    );
    changes
}

fn facts(plan: &Plan) -> [(PlanFact, FactValue); 10] {
    let text = |text: &Text| {
        if text.is_empty() {
            FactValue::Nothing
        } else {
            FactValue::Text(text.clone())
        }
    };
    let line = |line: &str| match line {
        "" => FactValue::Nothing,
        line => FactValue::Line(line.to_owned()),
    };
    let day = |day: Option<Date>| day.map_or(FactValue::Nothing, FactValue::Day);
    [
        (PlanFact::Title, text(&plan.title)),
        (PlanFact::Summary, text(&plan.summary)),
        (PlanFact::From, day(plan.from)),
        (PlanFact::Until, day(plan.last_day())),
        (PlanFact::Decision, line(&plan.decision)),
        (PlanFact::DecidedOn, day(plan.decided_on)),
        (PlanFact::DecidedBy, text(&plan.decided_by)),
        (PlanFact::Owner, line(&plan.owner)),
        (PlanFact::ReviewBy, day(plan.review_by)),
        (PlanFact::Hidden, FactValue::Flag(plan.hidden)),
    ]
}

/// The place of the same rule among some.
fn twin(rules: &[&Rule], rule: &Rule) -> Option<usize> {
    let alike = |one: &&Rule| (&one.from, &one.need) == (&rule.from, &rule.need);
    let by_id = rules.iter().position(|one| alike(one) && one.id == rule.id);
    by_id.or_else(|| rules.iter().position(alike))
}

fn within(before: &Rule, after: &Rule) -> Vec<RuleChange> {
    let mut found = Vec::new();
    let days = |rule: &Rule| (rule.first, rule.last);
    if days(before) != days(after) {
        found.push(RuleChange::Days {
            before: days(before),
            after: days(after),
        });
    }
    if before.message != after.message {
        found.push(RuleChange::Message {
            before: before.message.clone(),
            after: after.message.clone(),
        });
    }
    if before.decision != after.decision {
        found.push(RuleChange::Decision {
            before: before.decision.clone(),
            after: after.decision.clone(),
        });
    }
    let is_at = |target: &Target, rule: &Rule, other: &Target, own: &Rule| {
        target.site == other.site && target.need(rule) == other.need(own)
    };
    let known = |target: &Target| {
        let mut old = before.targets.iter();
        old.find(|one| is_at(target, after, one, before))
    };
    for target in &after.targets {
        match known(target) {
            None => found.push(RuleChange::TargetAdded(target.clone())),
            Some(old) if old.note != target.note => found.push(RuleChange::Note(target.clone())),
            Some(_) => {}
        }
    }
    let gone = before.targets.iter().filter(|old| {
        let mut new = after.targets.iter();
        !new.any(|one| is_at(one, after, old, before))
    });
    found.extend(gone.cloned().map(RuleChange::TargetRemoved));
    let kept_before: Vec<_> = before
        .targets
        .iter()
        .filter(|old| {
            after
                .targets
                .iter()
                .any(|one| is_at(one, after, old, before))
        })
        .map(|old| (&old.site, old.need(before)))
        .collect();
    let kept_after: Vec<_> = after
        .targets
        .iter()
        .filter(|new| known(new).is_some())
        .map(|new| (&new.site, new.need(after)))
        .collect();
    if kept_before != kept_after {
        found.push(RuleChange::TargetsReordered(after.targets.clone()));
    }
    found
}
