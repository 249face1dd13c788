//! A copy of the database, made while others read and write, and looked at before it has its name.

use std::path::Path;

use sqlx::{ConnectOptions as _, Connection as _, SqliteConnection, sqlite::SqliteConnectOptions};

use crate::{
    error::StoreError,
    file::with_suffix,
    mark::{self, Mark},
    model::Verified,
    private_file,
    sqlite_codes::at_open,
    store::Store,
    verify::verify,
};

fn io<T>(doing: &str, path: &Path, result: std::io::Result<T>) -> Result<T, StoreError> {
    result.map_err(|source| StoreError::Io {
        doing: format!("{doing} {}", path.display()),
        source,
    })
}

impl Store {
    /// Copies the database to a new file, whole and consistent, while others read and write; and says beside it, in `….head`, how far its
    /// history goes, so that a copy that is cut short later is noticed.
    ///
    /// The copy has its name only when it is complete, on the disk, and found to be without fault: a name that is there means a backup that
    /// is good.
    ///
    /// # Errors
    /// [`StoreError::FileExists`] when there is a file already, [`StoreError::Unsound`] when the copy has faults, and when the database cannot
    /// be read or the copy not be written.
    pub async fn backup(&self, path: impl AsRef<Path>) -> Result<Verified, StoreError> {
        self.duplicate(path.as_ref(), true).await
    }

    /// The same without the line beside it, for a copy that takes the place of a database.
    ///
    /// # Errors
    /// As [`Self::backup`].
    pub async fn copy_to(&self, path: impl AsRef<Path>) -> Result<Verified, StoreError> {
        self.duplicate(path.as_ref(), false).await
    }

    async fn duplicate(&self, path: &Path, marked: bool) -> Result<Verified, StoreError> {
        // An absolute path is never taken for a `file:` address by SQLite.
        let path = io("finding", path, std::path::absolute(path))?;
        if path.symlink_metadata().is_ok() {
            return Err(StoreError::FileExists { path });
        }
        let partial = with_suffix(&path, ".partial");
        // Left over from a backup that was interrupted; SQLite would refuse to write into it.
        if partial.exists() {
            io("removing", &partial, std::fs::remove_file(&partial))?;
        }
        // Made beforehand, for its owner alone: SQLite would make it as open as the system's habits are. It fills an empty file.
        io("making", &partial, private_file::make_empty(&partial))?;
        let copied = self.make(&partial, &path, marked).await;
        if copied.is_err() {
            let _already_gone = std::fs::remove_file(&partial);
        }
        copied
    }

    async fn make(
        &self,
        partial: &Path,
        path: &Path,
        marked: bool,
    ) -> Result<Verified, StoreError> {
        self.copy(partial).await?;
        let (verified, last) = look_at(partial).await?;
        if let Some(last) = last.filter(|_| marked) {
            let beside = mark::beside(path);
            io("writing", &beside, mark::write(&beside, &last, true))?;
        }
        publish(partial, path)?;
        Ok(verified)
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

/// Checks the file, the chain and the rows of a copy that nobody else has open, without writing anything.
async fn look_at(copy: &Path) -> Result<(Verified, Option<Mark>), StoreError> {
    let options = SqliteConnectOptions::new()
        .filename(copy)
        .read_only(true)
        .immutable(true)
        .disable_statement_logging();
    let mut connection = SqliteConnection::connect_with(&options)
        .await
        .map_err(|error| at_open(copy, error))?;
    let verified = verify(&mut connection).await?;
    let last = Mark::of(&mut connection).await?;
    connection.close().await?;
    Ok((verified, last))
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
