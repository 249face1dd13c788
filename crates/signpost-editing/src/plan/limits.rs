//! How long a plan and its parts may be, whoever writes it; and that all it names is there.

use signpost_domain::{Directory, FaultSubject, Line, Plan, Prose, Text, faults};
use signpost_hours::Zone;

use crate::{EditError, FieldFault};

/// The most rules of a version.
const MOST_RULES: usize = 200;
/// The most targets of a rule.
pub const MOST_TARGETS: usize = 20;
/// The most consents that are written into a version.
const MOST_CONSENTS: usize = 200;

/// What of a draft cannot be taken.
pub(super) fn of(plan: &Plan) -> Result<(), EditError> {
    let mut found = Vec::new();
    let mut fault = |field: String, detail: String| found.push(FieldFault { field, detail });
    let texts = [
        ("title", &plan.title),
        ("summary", &plan.summary),
        ("decided_by", &plan.decided_by),
    ];
    for (field, text) in texts {
        prose(field, text, &mut fault);
    }
    for (field, line) in [("decision", &plan.decision), ("owner", &plan.owner)] {
        if let Err(error) = Line::new(line) {
            fault(field.to_owned(), error.to_string());
        }
    }
    if Zone::named(&plan.zone).is_err() {
        fault("zone".to_owned(), format!("there is no zone {}", plan.zone));
    }
    if let (Some(from), Some(until)) = (plan.from, plan.until)
        && until < from
    {
        let detail = "the last day is before the first".to_owned();
        fault("until".to_owned(), detail);
    }
    if plan.rules.len() > MOST_RULES {
        fault(
            "rules".to_owned(),
            format!("a plan has at most {MOST_RULES} rules"),
        );
    }
    if plan.consents.len() > MOST_CONSENTS {
        let detail = format!("a plan holds at most {MOST_CONSENTS} consents");
        fault("consents".to_owned(), detail);
    }
    for rule in &plan.rules {
        let name = format!("rules.{}", rule.id);
        prose(&format!("{name}.message"), &rule.message, &mut fault);
        if let Err(error) = Line::new(&rule.decision) {
            fault(format!("{name}.decision"), error.to_string());
        }
        if rule.targets.len() > MOST_TARGETS {
            let detail = format!("a rule has at most {MOST_TARGETS} targets");
            fault(format!("{name}.targets"), detail);
        }
        for (nth, target) in rule.targets.iter().enumerate() {
            let field = format!("{name}.targets.{}.note", nth + 1);
            prose(&field, &target.note, &mut fault);
        }
    }
    if found.is_empty() {
        Ok(())
    } else {
        Err(EditError::Fields(found))
    }
}

fn prose(field: &str, text: &Text, fault: &mut impl FnMut(String, String)) {
    for (lang, words) in text.iter() {
        if let Err(error) = Prose::new(words) {
            fault(format!("{field}.{lang}"), error.to_string());
        }
    }
}

/// What a version names that is not there.
pub(super) fn whole(directory: &Directory, version: u32) -> Result<(), EditError> {
    let own = faults(directory).into_iter().filter_map(|fault| {
        let field = match &fault.subject {
            FaultSubject::Plan(own) if *own == version => fault.field.to_owned(),
            FaultSubject::Rule(own, id) if *own == version => format!("rules.{id}.{}", fault.field),
            _ => return None,
        };
        Some(FieldFault {
            field,
            detail: fault.message,
        })
    });
    let own: Vec<FieldFault> = own.collect();
    if own.is_empty() {
        Ok(())
    } else {
        Err(EditError::Fields(own))
    }
}
