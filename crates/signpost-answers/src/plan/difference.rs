//! What differs between two versions, in words.

use jiff::civil::Date;
use signpost_domain::{Consent, Rule, Target, Text};
use signpost_hours::words;
use signpost_plan::{FactValue, PlanChange, PlanFact, RuleChange};

use super::Names;

/// Each difference in a sentence.
#[must_use]
pub fn difference_lines(names: &Names<'_>, changes: &[PlanChange]) -> Vec<String> {
    changes
        .iter()
        .flat_map(|change| match change {
            PlanChange::Fact {
                fact,
                before,
                after,
            } => vec![fact_line(names, *fact, before, after)],
            PlanChange::RuleAdded(rule) => vec![rule_line(names, "plan-diff-rule-added", rule)],
            PlanChange::RuleRemoved(rule) => {
                vec![rule_line(names, "plan-diff-rule-removed", rule)]
            }
            PlanChange::RuleChanged { rule, changes } => changes
                .iter()
                .map(|change| rule_change_line(names, rule, change))
                .collect(),
            PlanChange::ConsentAdded(consent) => {
                vec![consent_line(names, "plan-diff-consent-added", consent)]
            }
            PlanChange::ConsentRemoved(consent) => {
                vec![consent_line(names, "plan-diff-consent-removed", consent)]
            }
        })
        .collect()
}

fn fact_line(names: &Names<'_>, fact: PlanFact, before: &FactValue, after: &FactValue) -> String {
    let name = names.speaker.t(match fact {
        PlanFact::Title => "plan-fact-title",
        PlanFact::Summary => "plan-fact-summary",
        PlanFact::From => "plan-fact-from",
        PlanFact::Until => "plan-fact-until",
        PlanFact::Decision => "plan-fact-decision",
        PlanFact::DecidedOn => "plan-fact-decided-on",
        PlanFact::DecidedBy => "plan-fact-decided-by",
        PlanFact::Owner => "plan-fact-owner",
        PlanFact::ReviewBy => "plan-fact-review-by",
        PlanFact::Hidden => "plan-fact-hidden",
    });
    became(names, &name, before, after)
}

/// "Last day: was March 31, 2027, is now April 30, 2027"; what was not there before, or is not any more, is said so.
fn became(names: &Names<'_>, name: &str, before: &FactValue, after: &FactValue) -> String {
    let key = match (is_nothing(before), is_nothing(after)) {
        (true, false) => "plan-diff-fact-new",
        (false, true) => "plan-diff-fact-gone",
        _ => "plan-diff-fact",
    };
    let (before, after) = (value(names, before), value(names, after));
    let args = [("fact", name), ("before", &*before), ("after", &*after)];
    names.speaker.say(key, &args)
}

fn is_nothing(value: &FactValue) -> bool {
    match value {
        FactValue::Nothing => true,
        FactValue::Text(text) => text.is_empty(),
        FactValue::Line(line) => line.is_empty(),
        FactValue::Day(_) | FactValue::Flag(_) => false,
    }
}

fn value(names: &Names<'_>, value: &FactValue) -> String {
    match value {
        FactValue::Nothing => names.speaker.t("plan-diff-nothing"),
        FactValue::Text(text) => quoted(names, text),
        FactValue::Line(line) => line.clone(),
        FactValue::Day(day) => words::date(*day, names.speaker.lang),
        FactValue::Flag(true) => names.speaker.t("plan-diff-yes"),
        FactValue::Flag(false) => names.speaker.t("plan-diff-no"),
    }
}

/// The words of a text in every language it has, so that a change of one is seen by readers of another.
fn quoted(names: &Names<'_>, text: &Text) -> String {
    let parts: Vec<String> = text
        .iter()
        .map(|(lang, words)| format!("“{words}” ({lang})"))
        .collect();
    if parts.is_empty() {
        return names.speaker.t("plan-diff-nothing");
    }
    parts.join(", ")
}

fn rule_line(names: &Names<'_>, key: &str, rule: &Rule) -> String {
    let door = names.door((&rule.from, &rule.need));
    let targets = targets(names, &rule.targets);
    let args = [("door", door.as_str()), ("targets", targets.as_str())];
    names.speaker.say(key, &args)
}

/// "Cedar Circle, being sent people for: Food, from May 1, 2026 to its end (letter 7)".
fn consent_line(names: &Names<'_>, key: &str, consent: &Consent) -> String {
    let who = names.organization(&consent.organization);
    let need = consent.need.as_ref().map_or_else(
        || names.speaker.t("plan-diff-every-need"),
        |need| names.need(need),
    );
    let args = [
        ("who", who.as_str()),
        ("need", &need),
        ("days", &days(names, (Some(consent.on), consent.until))),
        ("reference", &consent.reference),
    ];
    names.speaker.say(key, &args)
}

/// Places in their order, one after the other.
fn targets(names: &Names<'_>, targets: &[Target]) -> String {
    if targets.is_empty() {
        return names.speaker.t("plan-diff-nowhere");
    }
    let targets: Vec<String> = targets
        .iter()
        .map(|target| names.target(&target.site, target.need.as_ref()))
        .collect();
    targets.join(&names.speaker.t("plan-diff-then"))
}

fn rule_change_line(names: &Names<'_>, rule: &Rule, change: &RuleChange) -> String {
    let door = names.door((&rule.from, &rule.need));
    let about = |key: &str, place: &str| {
        let args = [("door", door.as_str()), ("place", place)];
        names.speaker.say(key, &args)
    };
    let place = |target: &Target| names.target(&target.site, target.need.as_ref());
    match change {
        RuleChange::Days { before, after } => {
            let fact = about("plan-diff-days", "");
            let line = |of| FactValue::Line(days(names, of));
            became(names, &fact, &line(*before), &line(*after))
        }
        RuleChange::Message { before, after } => {
            let fact = about("plan-diff-message", "");
            let text = |text: &Text| FactValue::Text(text.clone());
            became(names, &fact, &text(before), &text(after))
        }
        RuleChange::Decision { before, after } => {
            let line = |line: &str| FactValue::Line(line.to_owned());
            let fact = about("plan-diff-decision", "");
            became(names, &fact, &line(before), &line(after))
        }
        RuleChange::TargetAdded(target) => about("plan-diff-target-added", &place(target)),
        RuleChange::TargetRemoved(target) => about("plan-diff-target-removed", &place(target)),
        RuleChange::TargetsReordered(all) => about("plan-diff-order", &targets(names, all)),
        RuleChange::Note(target) if target.note.is_empty() => {
            about("plan-diff-note-gone", &place(target))
        }
        RuleChange::Note(target) => {
            let note = quoted(names, &target.note);
            let args = [
                ("door", door.as_str()),
                ("place", &place(target)),
                ("note", &note),
            ];
            names.speaker.say("plan-diff-note", &args)
        }
    }
}

/// "May 1, 2026 to June 30, 2026", "from May 1, 2026 on": none of its own are those of the plan.
fn days(names: &Names<'_>, (first, last): (Option<Date>, Option<Date>)) -> String {
    let speaker = names.speaker;
    let day = |day: Date| words::date(day, speaker.lang);
    match (first, last) {
        (None, None) => speaker.t("plan-diff-as-plan"),
        (Some(first), None) => speaker.t1("plan-diff-from", "first", day(first)),
        (None, Some(last)) => speaker.t1("plan-diff-until", "last", day(last)),
        (Some(first), Some(last)) => {
            let (first, last) = (day(first), day(last));
            speaker.t2("plan-diff-span", ("first", &first), ("last", &last))
        }
    }
}
