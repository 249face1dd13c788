//! `signpost import DATA…`

use std::path::PathBuf;

use clap::Args;
use signpost_domain::{Directory, Edition, OrganizationId, PlanStatus};
use signpost_plan::carried_over;
use signpost_store::{Cause, Store};

use super::import_osm::FromOsm;
use crate::{
    clock::Clock,
    fault::{Failure, from_faults},
    folder::read_data,
    removals,
    say::say,
    settings::DatabaseFlag,
};

/// Brings a data folder, or single CSV, GeoJSON or HSDS files over what is stored, into the database. One fault anywhere and nothing changes.
#[derive(Args)]
pub(crate) struct Import {
    /// A data folder (replaces the whole directory), or `.csv`, `.geojson` and HSDS files (add and change rows): HSDS as JSON, or as the
    /// folder of a datapackage.
    #[arg(required_unless_present = "from_osm", value_name = "DATA")]
    data: Vec<PathBuf>,
    /// Proposes places of a file of OpenStreetMap (`.osm.pbf`) to the stewards, and lists hours that differ from ours. Nothing of it becomes
    /// public.
    #[arg(
        long,
        value_name = "FILE",
        conflicts_with = "data",
        requires = "organization"
    )]
    from_osm: Option<PathBuf>,
    /// With `--from-osm`: who answers for places whose operator is not in the directory.
    #[arg(long, value_name = "ID", requires = "from_osm")]
    organization: Option<OrganizationId>,
    /// Says what would change, and changes nothing.
    #[arg(long)]
    dry_run: bool,
    /// Takes the one data folder as the directory of another town: published versions of the plan give way too, each named. Refused
    /// while the stored directory is live.
    #[arg(long)]
    another_town: bool,
    /// Lets at most so many things go (places, what they offer, lines, organizations). Without it an import after which more than a tenth of
    /// all, and more than 20, are gone is refused: a folder that was cut short looks just like that.
    #[arg(long, value_name = "N")]
    allow_removals: Option<usize>,
    /// Who answers for this change; kept in the history.
    #[arg(long, default_value = "import", value_name = "NAME")]
    author: String,
    #[command(flatten)]
    database: DatabaseFlag,
}

impl Import {
    /// Reads everything first; only a whole, faultless directory is written.
    pub(crate) async fn run(self) -> Result<(), Failure> {
        let store = Store::open(&self.database.clone().settle()?).await?;
        if let Some(file) = &self.from_osm {
            let from_osm = FromOsm {
                file,
                organization: self.organization.as_ref(),
                dry_run: self.dry_run,
                author: &self.author,
            };
            return from_osm.run(store).await;
        }
        let stored = store.load().await?;
        let before = stored.directory.clone();
        let mut directory: Option<Directory> = stored.directory;
        let mut service_log = Vec::new();
        for path in &self.data {
            let read = read_data(directory, path).map_err(|faults| from_faults(&faults))?;
            read.notes.iter().for_each(say);
            directory = Some(read.directory);
            service_log.extend(read.service_log);
        }
        let Some(directory) = directory else {
            return Err(Failure::new("Nothing to import."));
        };
        let directory = match &before {
            Some(before) if self.another_town => {
                self.give_way(before)?;
                directory
            }
            Some(before) => {
                carried_over(before, directory).map_err(|versions| published(&versions))?
            }
            None => directory,
        };
        let directory = with_tombstones(before.as_ref(), directory);
        let now = Clock::Running.now();
        crate::start::snapshot_of(&directory, now)?;
        if let Some(before) = before.as_ref().filter(|_| !self.another_town) {
            removals::not_too_many(before, &directory, self.allow_removals)?;
        }
        if self.dry_run {
            let (added, changed, removed) = store.compare(&directory).await?;
            say(format!(
                "Would add {added}, change {changed} and remove {removed} rows. Nothing was changed."
            ));
            return Ok(());
        }
        let files = self.data.iter().map(|path| path.display().to_string());
        let reason = Cause::Imported {
            from: files.collect(),
        };
        // An edit made since we read must not be overwritten unseen.
        let synced = store
            .sync_unless_changed(
                &directory,
                stored.sequence,
                &self.author,
                &reason.into(),
                now,
            )
            .await?;
        store.add_service_entries(&service_log).await?;
        say(format!(
            "Added {}, changed {} and removed {} rows. The last revision is {}.",
            synced.added, synced.changed, synced.removed, synced.sequence
        ));
        Ok(())
    }

    /// What people somewhere are sent by is not taken away by a file; what is only practised with may be. Whatever goes is said aloud, and
    /// stays in the history.
    fn give_way(&self, before: &Directory) -> Result<(), Failure> {
        let [folder] = self.data.as_slice() else {
            return Err(Failure::new("--another-town takes one data folder."));
        };
        if !folder.is_dir() || signpost_exchange::is_hsds(folder) {
            return Err(Failure::new(
                "--another-town takes a data folder, no single file.",
            ));
        }
        if before.edition == Edition::Live {
            return Err(Failure::new(
                "The stored directory is live: a town in use is not replaced by another. Begin a new database instead.",
            ));
        }
        let plans = before.plans.iter();
        for plan in plans.filter(|plan| plan.status != PlanStatus::Draft) {
            say(format!(
                "plan {} was published here, and goes with its town; the history keeps it.",
                plan.version
            ));
        }
        Ok(())
    }
}

/// Places that asked not to be listed stay so, whatever a file brings: each that it brings is said.
fn with_tombstones(before: Option<&Directory>, directory: Directory) -> Directory {
    let tombstones = before.map_or_else(Vec::new, |before| before.tombstones.clone());
    for site in &directory.sites {
        if tombstones.iter().any(|one| one.covers(site)) {
            say(format!(
                "{}: asked not to be listed and not to be called; it stays hidden.",
                site.slug
            ));
        }
    }
    Directory {
        tombstones,
        ..directory
    }
}

/// A published version never changes.
fn published(versions: &[u32]) -> Failure {
    let mut lines: Vec<String> = versions
        .iter()
        .map(|version| {
            format!(
                "plan {version} is published and never changes: give a correction the next number"
            )
        })
        .collect();
    lines.push("When the folder is another town's directory, say --another-town.".to_owned());
    Failure::new(lines.join("\n"))
}
