//! `signpost backup FILE` and `signpost restore FILE`

use std::path::{Path, PathBuf};

use clap::Args;
use signpost_store::{Store, forget_mark, put_aside};

use crate::{
    fault::Failure,
    say::say,
    settings::{DatabaseFlag, with_key},
    settings_access::KeyFlag,
};

/// Copies the database to a new file, whole and consistent, while the server runs.
#[derive(Args)]
pub(crate) struct Backup {
    /// The file to write; must not exist.
    file: PathBuf,
    #[command(flatten)]
    database: DatabaseFlag,
    #[command(flatten)]
    key: KeyFlag,
}

/// Puts a backup in the place of the database; the server must be stopped. What was there is kept beside it, each time under a number of its own.
#[derive(Args)]
pub(crate) struct Restore {
    /// A file that `backup` wrote.
    file: PathBuf,
    #[command(flatten)]
    database: DatabaseFlag,
}

impl Backup {
    /// Writes the copy and checks it.
    pub(crate) async fn run(self) -> Result<(), Failure> {
        let store = Store::open(&self.database.settle()?).await?;
        let store = with_key(store, self.key)?;
        store.backup(&self.file).await?;
        let copy = open(&self.file).await?;
        let verified = copy.verify().await?;
        say(format!(
            "{}: {} revisions, checked.",
            self.file.display(),
            verified.revisions
        ));
        if store.key_file().is_file() {
            say(format!(
                "The key of second steps is not in it: keep a copy of {} somewhere else.",
                store.key_file().display()
            ));
        }
        Ok(())
    }
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
        let source = open(&self.file).await?;
        source.verify().await?;
        let fresh = with_suffix(&database, ".restoring");
        if fresh.exists() {
            std::fs::remove_file(&fresh)?;
        }
        source.backup(&fresh).await?;
        source.close().await;
        // What takes the place is what was looked at, not what it was copied from.
        let copy = open(&fresh).await?;
        let verified = copy.verify().await?;
        copy.close().await;
        let aside = match put_aside(&database).await {
            Ok(aside) => aside,
            Err(error) => {
                std::fs::remove_file(&fresh)?;
                return Err(error.into());
            }
        };
        std::fs::rename(&fresh, &database)?;
        forget_mark(&database)?;
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

async fn open(file: &Path) -> Result<Store, Failure> {
    Ok(Store::open(&format!("sqlite:{}", file.display())).await?)
}

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}
