//! `signpost import DATA…`

use std::path::PathBuf;

use clap::Args;
use signpost_domain::Directory;
use signpost_plan::carried_over;
use signpost_store::{Cause, Store};

use crate::{
    clock::Clock,
    fault::{Failure, from_faults},
    folder::read_data,
    say::say,
    settings::DatabaseFlag,
};

/// Brings a data folder, or single CSV or GeoJSON files over what is stored, into the database. One fault anywhere and nothing changes.
#[derive(Args)]
pub(crate) struct Import {
    /// A data folder (replaces the whole directory), or `.csv` and `.geojson` files (add and change rows).
    #[arg(required = true, value_name = "DATA")]
    data: Vec<PathBuf>,
    /// Says what would change, and changes nothing.
    #[arg(long)]
    dry_run: bool,
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
            Some(before) => {
                carried_over(before, directory).map_err(|versions| published(&versions))?
            }
            None => directory,
        };
        let now = Clock::Running.now();
        crate::start::snapshot_of(&directory, now)?;
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
}

/// A published version never changes.
fn published(versions: &[u32]) -> Failure {
    let lines = versions.iter().map(|version| {
        format!("plan {version} is published and never changes: give a correction the next number")
    });
    Failure::new(lines.collect::<Vec<_>>().join("\n"))
}
