//! `signpost check DATA…`

use std::path::{Path, PathBuf};

use clap::Args;
use signpost_domain::{Directory, PlanStatus};
use signpost_exchange::Fault;
use signpost_plan::{PlanFault, Severity};

use super::{say, wording};
use crate::fault::{Failure, from_faults};

/// Reads data folders and names every fault with file, line and column.
#[derive(Args)]
pub(crate) struct Check {
    /// Data folders.
    #[arg(required = true, value_name = "DATA")]
    data: Vec<PathBuf>,
}

impl Check {
    /// Exit status 1 when any folder has a fault.
    pub(crate) fn run(self) -> Result<(), Failure> {
        let mut faults = Vec::new();
        for folder in &self.data {
            match read(folder) {
                Ok(directory) => {
                    for wording in wording::of(&directory) {
                        say(wording.in_words());
                    }
                    say(summary(folder, &directory));
                }
                Err(found) => faults.extend(found),
            }
        }
        if faults.is_empty() {
            Ok(())
        } else {
            Err(from_faults(&faults))
        }
    }
}

/// A folder read, its plans and its wording checked: a label blocks; what the plan check calls an error is a fault of `plan.toml`, unless the plan is a draft.
pub(crate) fn read(folder: &Path) -> Result<Directory, Vec<Fault>> {
    let directory = signpost_exchange::read_folder(folder)?;
    let mut faults: Vec<Fault> = directory
        .plans
        .iter()
        .filter(|plan| plan.status != PlanStatus::Draft)
        .flat_map(|plan| {
            signpost_plan::check(plan, &directory)
                .into_iter()
                .map(move |fault| (plan, fault))
        })
        .filter(|(_, fault)| fault.severity == Severity::Error)
        .map(|(plan, fault)| Fault {
            file: folder.join("plan.toml").display().to_string(),
            line: None,
            column: None,
            field: Some(format!("plan {}", plan.version)),
            message: words_of(&fault),
        })
        .collect();
    let blocked = wording::of(&directory);
    let blocked = blocked.iter().filter(|wording| wording.blocks());
    faults.extend(blocked.map(|wording| Fault {
        file: folder.display().to_string(),
        line: None,
        column: None,
        field: None,
        message: wording.in_words(),
    }));
    if faults.is_empty() {
        Ok(directory)
    } else {
        Err(faults)
    }
}

/// A fault of a plan in one line.
pub(crate) fn words_of(fault: &PlanFault) -> String {
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

fn summary(folder: &Path, directory: &Directory) -> String {
    let services: usize = directory.sites.iter().map(|site| site.services.len()).sum();
    format!(
        "{}: {} organizations, {} sites, {services} services, {} phone lines, {} landmarks, {} plans; no faults.",
        folder.display(),
        directory.organizations.len(),
        directory.sites.len(),
        directory.lines.len(),
        directory.landmarks.len(),
        directory.plans.len(),
    )
}
