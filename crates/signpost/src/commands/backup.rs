//! `signpost backup [FILE|FOLDER] [--keep 7d,4w,12m]`

use std::{
    fs,
    path::{Path, PathBuf},
};

use clap::Args;
use signpost_store::{ProvenBackup, Store, StoreError};

use crate::{
    backups::{self, Copy, Keep},
    clock::Clock,
    fault::Failure,
    say::say,
    settings::{DatabaseFlag, with_key},
    settings_access::KeyFlag,
    settings_backups::{BackupSettings, BackupsFlag},
};

/// Copies the database while the server runs; the copy has its name only once it was found to be whole.
#[derive(Args)]
pub(crate) struct Backup {
    /// A file to write, which must not exist; or a folder, in which the copy is named after the moment. Default: the folder of the settings.
    #[arg(value_name = "FILE|FOLDER")]
    to: Option<PathBuf>,
    /// Which older copies of the folder are kept: the newest of each of so many days, weeks, months and years. The one that was proven last
    /// is always kept. Default: the rule of the settings, else all of them.
    #[arg(long, value_name = "7d,4w,12m")]
    keep: Option<Keep>,
    #[command(flatten)]
    folder: BackupsFlag,
    #[command(flatten)]
    database: DatabaseFlag,
    #[command(flatten)]
    key: KeyFlag,
}

impl Backup {
    /// Writes the copy, checks it, gives it its name, and takes away what is older than the rule keeps.
    pub(crate) async fn run(self) -> Result<(), Failure> {
        let store = Store::open(&self.database.settle()?).await?;
        let store = with_key(store, self.key)?;
        let settings = BackupSettings::of_file()?;
        match (self.to, self.keep) {
            (Some(to), None) if !to.is_dir() => copy(&store, &to).await?,
            (Some(folder), keep) => into(&store, &folder, keep.as_ref()).await?,
            (None, keep) => {
                let folder = self.folder.settle(&settings).ok_or_else(|| {
                    Failure::new("Where to? Name a file or a folder, or set SIGNPOST_BACKUPS ([backups] folder).")
                })?;
                into(&store, &folder, keep.or(settings.keep).as_ref()).await?;
            }
        }
        if store.key_file().is_file() {
            say(format!(
                "The key of second steps is not in it: keep a copy of {} somewhere else.",
                store.key_file().display()
            ));
        }
        Ok(())
    }
}

async fn copy(store: &Store, file: &Path) -> Result<(), Failure> {
    let verified = store.backup(file).await?;
    say(format!(
        "{}: {} revisions, checked, head {}.",
        file.display(),
        verified.revisions,
        verified.head
    ));
    Ok(())
}

/// A copy under its instant, and the older ones thinned. What lost edits is not copied: in time such copies would be all there are.
async fn into(store: &Store, folder: &Path, keep: Option<&Keep>) -> Result<(), Failure> {
    if let Some(loss) = store.lost() {
        return Err(StoreError::Lost(loss).into());
    }
    make(folder).map_err(|error| Failure::new(format!("{}: {error}", folder.display())))?;
    let new = Copy::at(folder, Clock::Running.now());
    copy(store, &new.file).await?;
    let Some(keep) = keep else {
        return Ok(());
    };
    let proven = ProvenBackup::of(folder).map(|proven| proven.backup);
    let never: Vec<String> = std::iter::once(new.name()).chain(proven).collect();
    for gone in backups::thin(folder, keep, &never)? {
        say(format!("{} is taken away.", gone.file.display()));
    }
    Ok(())
}

/// For its owner alone, when it is not there.
fn make(folder: &Path) -> std::io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}
