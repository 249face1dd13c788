//! The copy beside a database, as others use it: written after each edit, read when the database cannot be.

use std::{fs, path::PathBuf};

use crate::{
    address::Address,
    error::StoreError,
    file::with_suffix,
    last::{beside, read, tells_of, write},
    mark::{self, Mark},
    model::KeptCopy,
    store::Store,
};

/// The copy beside the database at this address; `None` when none was kept, or the database has no file.
///
/// # Errors
/// When the address is none, or what is there cannot be read or is not what was written.
pub fn kept_copy(url: &str) -> Result<Option<KeptCopy>, StoreError> {
    match Address::parse(url)? {
        Address::Memory => Ok(None),
        Address::File(database) => read(&beside(&database)),
    }
}

/// What tells that a directory was kept at this address, when something does: then a database that is missing or empty is one that was lost,
/// not a new one.
///
/// # Errors
/// When the address is none.
pub fn was_there(url: &str) -> Result<Option<StoreError>, StoreError> {
    Ok(match Address::parse(url)? {
        Address::Memory => None,
        Address::File(path) => tells_of(&path),
    })
}

impl Store {
    /// Keeps this copy beside the database, on the disk, in place of the one before. Waits for the disk: not for threads that answer.
    /// Nothing is written for a database in memory, one whose file is gone, and while edits are lost: then the copy may be all there is.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn keep_copy(&self, copy: &KeptCopy) -> Result<(), StoreError> {
        let Some(file) = self.file() else {
            return Ok(());
        };
        file.still_there()?;
        if file.lost().is_some() {
            return Ok(());
        }
        write(&beside(file.path()), copy)
    }
}

/// Puts aside what says that there was a database at this address and what was kept of it, so that another may begin; says where to.
///
/// # Errors
/// When the address is none or a file cannot be renamed.
pub fn begin_anew(url: &str) -> Result<Vec<PathBuf>, StoreError> {
    let Address::File(database) = Address::parse(url)? else {
        return Ok(Vec::new());
    };
    let mut aside = Vec::new();
    for old in [mark::beside(&database), beside(&database)] {
        if old.symlink_metadata().is_err() {
            continue;
        }
        let free = (1..=9_999)
            .map(|number| with_suffix(&old, &format!(".before-init-{number}")))
            .find(|name| name.symlink_metadata().is_err())
            .unwrap_or_else(|| with_suffix(&old, ".before-init"));
        fs::rename(&old, &free).map_err(|source| StoreError::Io {
            doing: format!("putting {} aside", old.display()),
            source,
        })?;
        aside.push(free);
    }
    Ok(aside)
}

/// How many revisions the mark beside the database counts; `None` when there is none that can be read.
///
/// # Errors
/// When the address is none.
pub fn counted(url: &str) -> Result<Option<u64>, StoreError> {
    Ok(match Address::parse(url)? {
        Address::Memory => None,
        Address::File(database) => mark::read(&mark::beside(&database))
            .ok()
            .flatten()
            .map(|Mark { sequence, .. }| sequence),
    })
}
