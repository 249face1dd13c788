//! `signpost rehearse [FOLDER]`

use std::path::PathBuf;

use clap::Args;
use signpost_store::Store;

use crate::{
    clock::Clock,
    fault::Failure,
    rehearsal::rehearse,
    say::say,
    settings::DatabaseFlag,
    settings_backups::{BackupSettings, BackupsFlag},
};

/// Proves the newest backup: restores it into a folder of its own and asks it twenty questions, which the live database answers the same. Writes
/// down when, for `/api/v1/health`. The server may run.
#[derive(Args)]
pub(crate) struct Rehearse {
    /// The folder of backups. Default: that of the settings.
    #[arg(value_name = "FOLDER")]
    folder: Option<PathBuf>,
    #[command(flatten)]
    backups: BackupsFlag,
    #[command(flatten)]
    database: DatabaseFlag,
}

impl Rehearse {
    /// Exit status 1 when the backup is not proven.
    pub(crate) async fn run(self) -> Result<(), Failure> {
        signpost_http::read_embedded();
        let settings = BackupSettings::of_file()?;
        let folder = self.folder.or_else(|| self.backups.settle(&settings));
        let folder = folder.ok_or_else(|| {
            Failure::new(
                "Which backups? Name their folder, or set SIGNPOST_BACKUPS ([backups] folder).",
            )
        })?;
        let live = Store::open(&self.database.settle()?).await?;
        let proven = rehearse(&folder, &live, Clock::Running.now()).await?;
        say(format!(
            "{}: restored, {} revisions, {} questions answered as the live database does.",
            proven.backup, proven.revisions, proven.questions
        ));
        Ok(())
    }
}
