//! `signpost check DATA…`

use std::path::{Path, PathBuf};

use clap::Args;
use signpost_domain::Directory;

use crate::{
    fault::{Failure, from_faults},
    folder::read_data,
    say::say,
};

/// Reads data folders or files and names every fault with file, line and column.
#[derive(Args)]
pub(crate) struct Check {
    /// Data folders, each by itself; `.csv`, `.geojson` and HSDS files, laid over the folder that stands before them.
    #[arg(required = true, value_name = "DATA")]
    data: Vec<PathBuf>,
}

impl Check {
    /// Exit status 1 when anything has a fault.
    pub(crate) fn run(self) -> Result<(), Failure> {
        let mut faults = Vec::new();
        let mut base = None;
        for path in &self.data {
            match read_data(base.take(), path) {
                Ok(read) => {
                    read.notes.iter().for_each(say);
                    say(summary(path, &read.directory));
                    base = Some(read.directory);
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

fn summary(path: &Path, directory: &Directory) -> String {
    let services: usize = directory.sites.iter().map(|site| site.services.len()).sum();
    format!(
        "{}: {} organizations, {} sites, {services} services, {} phone lines, {} landmarks, {} plans; no faults.",
        path.display(),
        directory.organizations.len(),
        directory.sites.len(),
        directory.lines.len(),
        directory.landmarks.len(),
        directory.plans.len(),
    )
}
