//! A copy of the database, made while others read and write.

use std::path::{Path, PathBuf};

use crate::{error::StoreError, private_file, sqlite_codes::at_open, store::Store};

fn io<T>(doing: &str, path: &Path, result: std::io::Result<T>) -> Result<T, StoreError> {
    result.map_err(|source| StoreError::Io {
        doing: format!("{doing} {}", path.display()),
        source,
    })
}

impl Store {
    /// Copies the database to a new file, whole and consistent, while others read and write.
    ///
    /// The copy has its name only when it is complete and on the disk: a name that is there means a backup that is good.
    ///
    /// # Errors
    /// [`StoreError::FileExists`] when there is a file already, and when the database cannot be read or the copy not be written.
    pub async fn backup(&self, path: impl AsRef<Path>) -> Result<(), StoreError> {
        // An absolute path is never taken for a `file:` address by SQLite.
        let path = io("finding", path.as_ref(), std::path::absolute(path.as_ref()))?;
        if path.symlink_metadata().is_ok() {
            return Err(StoreError::FileExists { path });
        }
        let partial = beside(&path);
        // Left over from a backup that was interrupted; SQLite would refuse to write into it.
        if partial.exists() {
            io("removing", &partial, std::fs::remove_file(&partial))?;
        }
        // Made beforehand, for its owner alone: SQLite would make it as open as the system's habits are. It fills an empty file.
        io("making", &partial, private_file::make_empty(&partial))?;
        let copied = self
            .copy(&partial)
            .await
            .and_then(|()| publish(&partial, &path));
        if copied.is_err() {
            let _already_gone = std::fs::remove_file(&partial);
        }
        copied
    }

    async fn copy(&self, to: &Path) -> Result<(), StoreError> {
        let Some(name) = to.to_str() else {
            return Err(StoreError::CannotOpen {
                path: to.to_owned(),
            });
        };
        sqlx::query("VACUUM INTO ?")
            .bind(name)
            .execute(self.copier()?)
            .await
            .map_err(|error| at_open(to, error))?;
        Ok(())
    }
}

fn beside(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".partial");
    PathBuf::from(name)
}

/// Waits for the disk (`VACUUM INTO` does not), then gives the copy its name, which a hard link does only when it is free.
fn publish(partial: &Path, path: &Path) -> Result<(), StoreError> {
    let file = io("opening", partial, std::fs::File::open(partial))?;
    io("writing", partial, file.sync_all())?;
    match std::fs::hard_link(partial, path) {
        Ok(()) => io("removing", partial, std::fs::remove_file(partial))?,
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
            return Err(StoreError::FileExists {
                path: path.to_owned(),
            });
        }
        // Some file systems have no hard links.
        Err(_no_links) => io("naming", path, std::fs::rename(partial, path))?,
    }
    if let Some(folder) = path.parent()
        && let Ok(folder) = std::fs::File::open(folder)
    {
        let _some_systems_cannot = folder.sync_all();
    }
    Ok(())
}
