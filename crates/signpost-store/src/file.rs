//! The database file itself: where it should be, and whether it is still the one we opened.

use std::{
    path::{Path, PathBuf},
    sync::{
        OnceLock, RwLock,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use crate::{error::StoreError, model::Loss};

/// For how long nobody has written when a database is idle.
const IDLE: Duration = Duration::from_secs(10);

/// The file behind an open database.
#[derive(Debug)]
pub(crate) struct File {
    path: PathBuf,
    identity: Identity,
    /// The last revision that the mark beside it names, as far as this process wrote it.
    marked: AtomicU64,
    /// What was found to be lost, until somebody decides.
    lost: RwLock<Option<Loss>>,
    /// What was found to be damaged, once and for all.
    damaged: OnceLock<String>,
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
            marked: AtomicU64::new(0),
            lost: RwLock::default(),
            damaged: OnceLock::new(),
        })
    }

    /// Where it is.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Whether this process marked this revision, or one after it.
    pub(crate) fn is_marked(&self, sequence: u64) -> bool {
        self.marked.load(Ordering::Relaxed) >= sequence
    }

    /// Notes that it did.
    pub(crate) fn marked(&self, sequence: u64) {
        self.marked.fetch_max(sequence, Ordering::Relaxed);
    }

    /// Notes what was found to be lost, or that nothing is.
    pub(crate) fn set_lost(&self, lost: Option<Loss>) {
        if let Ok(mut now) = self.lost.write() {
            *now = lost;
        }
    }

    /// What was found to be lost.
    pub(crate) fn lost(&self) -> Option<Loss> {
        self.lost.read().map_or(None, |lost| lost.clone())
    }

    /// Notes that it is damaged.
    pub(crate) fn set_damaged(&self, words: String) {
        let _the_first_words_stand = self.damaged.set(words);
    }

    /// What was found to be damaged.
    pub(crate) fn damaged(&self) -> Option<String> {
        self.damaged.get().cloned()
    }

    /// Whether a write-ahead log lies beside it that nobody has written to for a while.
    pub(crate) fn has_an_idle_log(&self) -> bool {
        let log = std::fs::metadata(with_suffix(&self.path, "-wal"));
        log.is_ok_and(|log| {
            let idle = log.modified().ok().and_then(|at| at.elapsed().ok());
            log.len() > 0 && idle.is_some_and(|idle| idle >= IDLE)
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

/// A file beside the database, such as `signpost.db-wal`.
pub(crate) fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
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
