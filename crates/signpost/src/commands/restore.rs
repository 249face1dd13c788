//! `signpost restore FILE`

use std::path::PathBuf;

use clap::Args;

use crate::{
    fault::Failure,
    restoring::{self, Put},
    say::say,
    settings::DatabaseFlag,
};

/// Puts a backup in the place of the database; the server must be stopped. What was there is kept beside it, each time under a number of its own.
#[derive(Args)]
pub(crate) struct Restore {
    /// A file that `backup` wrote.
    file: PathBuf,
    #[command(flatten)]
    database: DatabaseFlag,
}

impl Restore {
    /// Checks the backup first; a faulty one changes nothing.
    pub(crate) async fn run(self) -> Result<(), Failure> {
        if !self.file.is_file() {
            return Err(Failure::new(format!(
                "{}: there is no such file.",
                self.file.display()
            )));
        }
        let url = self.database.settle()?;
        let Some(database) = url.strip_prefix("sqlite:").map(PathBuf::from) else {
            return Err(Failure::new(format!(
                "{url}: only a SQLite file can be restored."
            )));
        };
        let Put { verified, aside } = restoring::put(&self.file, &database).await?;
        say(format!(
            "{}: {} revisions, restored.",
            database.display(),
            verified.revisions
        ));
        if let Some(aside) = aside {
            say(format!("What was there before is {}.", aside.display()));
        }
        Ok(())
    }
}
