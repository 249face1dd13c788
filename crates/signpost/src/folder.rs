//! Data from files, whole or not at all: the one step behind `check`, `import` and the first start.

use std::{collections::HashMap, path::Path};

use signpost_domain::{Directory, Lang, PlanStatus, Site, SiteSlug};
use signpost_editing::HoursCheck;
use signpost_exchange::Fault;
use signpost_plan::{PlanFault, Severity};

use crate::wording;

/// What was read, and what to say about it although nothing stands in its way.
#[derive(Debug)]
pub(crate) struct Read {
    /// The directory, with what was read in it.
    pub directory: Directory,
    /// Words that should be others, plans that a single file leaves with an error, and hours that may not be meant: one line each.
    pub notes: Vec<String>,
}

/// Reads a data folder, or lays a single CSV or GeoJSON file over `base`.
///
/// A label blocks, wherever it comes from; of a single file only its own words are looked at, so that an old text never stands in the
/// way of a new phone number. What the plan check calls an error is a fault of a folder's `plan.toml`, unless the plan is a draft. A
/// single file holds no plan: that a place stops offering something is true even when a plan still sends people there, so that is said
/// and taken.
pub(crate) fn read_data(base: Option<Directory>, path: &Path) -> Result<Read, Vec<Fault>> {
    let shown = path.display().to_string();
    let (before, directory) = match base {
        Some(base) if !path.is_dir() => {
            let directory = signpost_exchange::read_into(base.clone(), path)?;
            (Some(base), directory)
        }
        None if path.is_file() => {
            let message = "a single file is laid over a directory, and there is none yet: give a data folder first";
            return Err(vec![Fault::of_file(&shown, message)]);
        }
        _ => (None, signpost_exchange::read_folder(path)?),
    };
    let mut notes = Vec::new();
    let mut faults = Vec::new();
    match &before {
        None => faults.extend(plan_errors(&directory).map(|(version, message)| Fault {
            field: Some(format!("plan {version}")),
            ..Fault::of_file(&path.join("plan.toml").display().to_string(), &message)
        })),
        Some(before) => {
            let old: Vec<_> = plan_errors(before).collect();
            let new = plan_errors(&directory).filter(|error| !old.contains(error));
            notes.extend(new.map(|(version, message)| format!("plan {version}: {message}")));
        }
    }
    for found in wording::of(&directory, before.as_ref()) {
        if found.blocks() {
            faults.push(Fault::of_file(&shown, &found.in_words()));
        } else {
            notes.push(found.in_words());
        }
    }
    notes.extend(hours_notes(&directory, before.as_ref()));
    if faults.is_empty() {
        Ok(Read { directory, notes })
    } else {
        Err(faults)
    }
}

/// Hours that may not be meant, as far as they do not stand in `before` already.
fn hours_notes(directory: &Directory, before: Option<&Directory>) -> Vec<String> {
    let old: HashMap<&SiteSlug, &Site> = before
        .iter()
        .flat_map(|before| &before.sites)
        .map(|site| (&site.slug, site))
        .collect();
    let mut check = HoursCheck::default();
    let sites = directory.sites.iter();
    sites
        .flat_map(|site| {
            let old = old.get(&site.slug).copied();
            let warnings = check.warnings(old, site, Lang::En);
            warnings.into_iter().map(|found| {
                format!(
                    "{}, {}: {} ({})",
                    site.slug, found.field, found.detail, found.code
                )
            })
        })
        .collect()
}

/// The version and the words of every error of a plan that is more than a draft.
fn plan_errors(directory: &Directory) -> impl Iterator<Item = (u32, String)> {
    directory
        .plans
        .iter()
        .filter(|plan| plan.status != PlanStatus::Draft)
        .flat_map(|plan| {
            signpost_plan::check(plan, directory)
                .into_iter()
                .map(move |fault| (plan.version, fault))
        })
        .filter(|(_, fault)| fault.severity == Severity::Error)
        .map(|(version, fault)| (version, fault_line(&fault)))
}

/// A fault of a plan in one line.
pub(crate) fn fault_line(fault: &PlanFault) -> String {
    let severity = match fault.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    match &fault.rule {
        Some(rule) => format!(
            "{severity} in rule {rule}: {} ({})",
            fault.message, fault.code
        ),
        None => format!("{severity}: {} ({})", fault.message, fault.code),
    }
}
