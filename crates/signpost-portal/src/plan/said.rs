//! Faults of a version in words, each with the way to its field.

use signpost_answers::plan::fault_line;
use signpost_domain::{Plan, Rule};
use signpost_plan::{PlanFault, Severity, as_approved, check_from};

use super::opened::Opened;
use crate::agency::form::faults::id_of;
use signpost_editing::FieldFault;

/// A fault on a page.
pub(super) struct FaultLine {
    pub words: String,
    /// Where it is mended; empty when nowhere on these pages.
    pub address: String,
    pub is_error: bool,
}

/// What stands in the way of approving a draft, and what somebody should look at; errors first.
pub(super) fn faults(opened: &Opened) -> Vec<FaultLine> {
    let plan = &opened.plan;
    let mut lines: Vec<FaultLine> = check_from(&as_approved(plan), &opened.directory, opened.today)
        .iter()
        .map(|fault| FaultLine {
            words: fault_line(&opened.names(), plan, fault),
            address: address(opened, fault),
            is_error: fault.severity == Severity::Error,
        })
        .collect();
    lines.sort_by_key(|line| !line.is_error);
    lines
}

fn address(opened: &Opened, fault: &PlanFault) -> String {
    let f = &opened.f;
    let rule = fault.rule.as_ref();
    let rule = rule.and_then(|id| opened.plan.rules.iter().find(|rule| rule.id == *id));
    let Some(rule) = rule else {
        return match fault.code {
            "no_first_day" | "dates" | "zone" | "over" | "never_counts" | "overridden" => {
                f.link(&opened.path(&format!("/facts#{}", id_of("from"))))
            }
            "names_unagreed" | "names_gap" => {
                f.link(&opened.path(&format!("/facts#{}", id_of("summary.en"))))
            }
            _ => String::new(),
        };
    };
    let field = id_of(&field(rule, fault));
    f.link(&opened.path(&format!("/rules/{}#{field}", rule.id)))
}

/// The field of a rule's form that a fault is about.
fn field(rule: &Rule, fault: &PlanFault) -> String {
    let place = fault.target.as_ref().and_then(|slug| {
        let mut targets = rule.targets.iter();
        targets.position(|target| target.site == *slug)
    });
    match (fault.code, place) {
        (_, Some(place)) => format!("targets.{}.site", place + 1),
        ("no_message" | "names_unagreed" | "names_gap", _) => "message.en".to_owned(),
        ("one_language", _) => "message.fr".to_owned(),
        ("dates" | "outside_plan", _) => "first".to_owned(),
        ("loop" | "no_targets", _) => "targets.1.site".to_owned(),
        _ => "from".to_owned(),
    }
}

/// The faults of one rule, each beside its field.
pub(super) fn beside_fields(opened: &Opened, rule: &Rule) -> Vec<FieldFault> {
    let plan: &Plan = &opened.plan;
    let found = check_from(&as_approved(plan), &opened.directory, opened.today).into_iter();
    found
        .filter(|fault| fault.rule.as_ref() == Some(&rule.id))
        .map(|fault| FieldFault {
            field: field(rule, &fault),
            detail: fault_line(&opened.names(), plan, &fault),
        })
        .collect()
}
