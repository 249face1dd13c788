//! The database file itself: where it should be, and whether it is still the one we opened.

use std::path::{Path, PathBuf};

use crate::error::StoreError;

/// The file behind an open database.
#[derive(Debug)]
pub(crate) struct File {
    path: PathBuf,
    identity: Identity,
}

impl File {
    /// The file as it is now, just opened.
    pub(crate) fn opened(path: &Path) -> Result<Self, StoreError> {
        let identity = identity(path).map_err(|source| StoreError::Io {
            doing: format!("looking at {}", path.display()),
            source,
        })?;
        Ok(Self {
            path: path.to_owned(),
            identity,
        })
    }

    /// Refuses when another file, or none, is at its place. SQLite would go on writing to a file that nobody can ever open again.
    pub(crate) fn still_there(&self) -> Result<(), StoreError> {
        match identity(&self.path) {
            Ok(now) if now == self.identity => Ok(()),
            _ => Err(StoreError::Gone {
                path: self.path.clone(),
            }),
        }
    }
}

/// Device and inode.
#[cfg(unix)]
type Identity = (u64, u64);

#[cfg(unix)]
fn identity(path: &Path) -> std::io::Result<Identity> {
    use std::os::unix::fs::MetadataExt as _;
    let metadata = std::fs::metadata(path)?;
    Ok((metadata.dev(), metadata.ino()))
}

/// Elsewhere an open file cannot be taken away: it is enough that there is one.
#[cfg(not(unix))]
type Identity = ();

#[cfg(not(unix))]
fn identity(path: &Path) -> std::io::Result<Identity> {
    std::fs::metadata(path).map(|_metadata| ())
}
