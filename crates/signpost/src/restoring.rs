//! A backup put in the place of a database.

use std::path::{Path, PathBuf};

use signpost_store::{Store, Verified, forget_mark, put_aside};

use crate::fault::Failure;

/// What was done.
pub(crate) struct Put {
    /// What took the place.
    pub(crate) verified: Verified,
    /// Where what was there before is now.
    pub(crate) aside: Option<PathBuf>,
}

/// Checks the backup first; a faulty one changes nothing.
pub(crate) async fn put(backup: &Path, database: &Path) -> Result<Put, Failure> {
    let source = open(backup).await?;
    source.verify().await?;
    let mut fresh = database.as_os_str().to_owned();
    fresh.push(".restoring");
    let fresh = PathBuf::from(fresh);
    if fresh.exists() {
        std::fs::remove_file(&fresh)?;
    }
    // What takes the place is what was looked at, not what it was copied from.
    let verified = source.copy_to(&fresh).await?;
    source.close().await;
    let aside = match put_aside(database).await {
        Ok(aside) => aside,
        Err(error) => {
            std::fs::remove_file(&fresh)?;
            return Err(error.into());
        }
    };
    std::fs::rename(&fresh, database)?;
    forget_mark(database)?;
    Ok(Put { verified, aside })
}

async fn open(file: &Path) -> Result<Store, Failure> {
    Ok(Store::open(&format!("sqlite:{}", file.display())).await?)
}
