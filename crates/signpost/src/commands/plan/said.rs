//! What the commands of the plan share: versions by number, names, faults.

use jiff::civil::Date;
use signpost_answers::{Speaker, plan::Names};
use signpost_domain::{Directory, Lang, Plan, PlanStatus};
use signpost_plan::{Severity, as_approved};

use crate::{fault::Failure, folder::fault_line, say::say};

/// The version of a number.
pub(super) fn version(directory: &Directory, number: u32) -> Result<&Plan, Failure> {
    let found = directory.plans.iter().find(|plan| plan.version == number);
    found.ok_or_else(|| Failure::new(format!("There is no plan version {number}.")))
}

/// Ids in English words.
pub(super) fn names(directory: &Directory) -> Names<'_> {
    Names {
        directory,
        speaker: Speaker::of(Lang::En),
    }
}

/// What stands in the way of approving a draft is said beforehand.
pub(super) fn say_faults_of(plan: &Plan, directory: &Directory, today: Date) -> usize {
    match plan.status {
        PlanStatus::Draft => say_faults(&as_approved(plan), directory, today),
        PlanStatus::Approved | PlanStatus::Ended => say_faults(plan, directory, today),
    }
}

/// Says what is wrong with a version, and how much of it are errors.
pub(super) fn say_faults(plan: &Plan, directory: &Directory, today: Date) -> usize {
    let faults = signpost_plan::check_from(plan, directory, today);
    for fault in &faults {
        say(format!("plan {}: {}", plan.version, fault_line(fault)));
    }
    if faults.is_empty() {
        say(format!("plan {}: nothing wrong.", plan.version));
    }
    let errors = faults
        .iter()
        .filter(|fault| fault.severity == Severity::Error);
    errors.count()
}

/// How a command ends that found so many errors.
pub(super) fn outcome(errors: usize) -> Result<(), Failure> {
    if errors == 0 {
        Ok(())
    } else {
        Err(Failure::new(format!("{errors} errors.")))
    }
}
