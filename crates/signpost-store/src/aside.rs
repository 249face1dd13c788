//! A database that makes room for another: put aside whole, under a name of its own.

use std::path::{Path, PathBuf};

use sqlx::{ConnectOptions as _, Connection as _, SqliteConnection, sqlite::SqliteConnectOptions};

use crate::{error::StoreError, file::with_suffix, last, mark};

/// The files that belong to a database.
const SUFFIXES: [&str; 3] = ["", "-wal", "-shm"];

/// How many may lie there; nobody restores so often without looking.
const MOST: u32 = 9_999;

/// Puts the database at `path` aside under the first free of `….before-restore-1`, `-2`, …, and says where; `None` when there is none.
///
/// What stood only in its write-ahead log is brought into the file first, so that one file is all of it. A damaged database, of which that
/// cannot be done, goes aside with its log beside it.
///
/// # Errors
/// [`StoreError::InUse`] while anybody has it open, and when a file cannot be renamed.
pub async fn put_aside(path: &Path) -> Result<Option<PathBuf>, StoreError> {
    if path.symlink_metadata().is_err() {
        return Ok(None);
    }
    gather(path).await?;
    let free = (1..=MOST)
        .map(|number| with_suffix(path, &format!(".before-restore-{number}")))
        .find(|name| {
            let mut files = SUFFIXES.iter().map(|suffix| with_suffix(name, suffix));
            files.all(|file| file.symlink_metadata().is_err())
        });
    let Some(free) = free else {
        return Err(StoreError::FileExists {
            path: with_suffix(path, &format!(".before-restore-{MOST}")),
        });
    };
    for suffix in SUFFIXES {
        let old = with_suffix(path, suffix);
        if old.symlink_metadata().is_ok() {
            std::fs::rename(&old, with_suffix(&free, suffix)).map_err(|source| StoreError::Io {
                doing: format!("putting {} aside", old.display()),
                source,
            })?;
        }
    }
    Ok(Some(free))
}

/// Forgets how far the history went that another has taken the place of, and the copy of its directory.
///
/// To be said once that one is there: until then a missing database is taken for one that was lost, never for a new one.
///
/// # Errors
/// When the file cannot be removed.
pub fn forget_mark(path: &Path) -> Result<(), StoreError> {
    for old in [mark::beside(path), last::beside(path)] {
        match std::fs::remove_file(&old) {
            Err(source) if source.kind() != std::io::ErrorKind::NotFound => {
                return Err(StoreError::Io {
                    doing: format!("removing {}", old.display()),
                    source,
                });
            }
            _ => {}
        }
    }
    Ok(())
}

/// Brings the write-ahead log into the file. SQLite leaves that mode only when nobody else has the database open, which is how it is known.
async fn gather(path: &Path) -> Result<(), StoreError> {
    let in_use = || StoreError::InUse {
        path: path.to_owned(),
    };
    let options = SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(false)
        .disable_statement_logging();
    let Ok(mut connection) = SqliteConnection::connect_with(&options).await else {
        // No database at all: it goes aside as it is.
        return Ok(());
    };
    let mode: Result<String, sqlx::Error> = sqlx::query_scalar("PRAGMA journal_mode = DELETE")
        .fetch_one(&mut connection)
        .await;
    let _nothing_was_written = connection.close().await;
    match mode.map_err(StoreError::from) {
        Ok(mode) if mode == "wal" => Err(in_use()),
        Err(StoreError::Locked) => Err(in_use()),
        Ok(_) | Err(_) => Ok(()),
    }
}
