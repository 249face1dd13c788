//! The file a key is in: read once, made once.

use std::{
    io::ErrorKind,
    path::{Path, PathBuf},
    sync::OnceLock,
};

use super::cipher::Key;
use crate::{error::StoreError, private_file};

/// Where the key is. It is read when it is first needed.
#[derive(Default)]
pub(crate) struct KeyFile {
    /// `None` for a database in memory, whose key lasts as long.
    path: Option<PathBuf>,
    key: OnceLock<Key>,
}

/// Never shows the key, so that no log can.
impl std::fmt::Debug for KeyFile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("KeyFile")
            .field("path", &self.path)
            .finish_non_exhaustive()
    }
}

impl KeyFile {
    /// At this place.
    pub(crate) fn at(path: impl Into<PathBuf>) -> Self {
        Self {
            path: Some(path.into()),
            key: OnceLock::new(),
        }
    }

    /// Where it is; empty for a database in memory.
    pub(crate) fn path(&self) -> &Path {
        self.path.as_deref().unwrap_or(Path::new(""))
    }

    /// The key; `None` when there is none yet.
    ///
    /// # Errors
    /// When there is a file that cannot be read, or holds something else.
    pub(crate) fn read(&self) -> Result<Option<Key>, StoreError> {
        if let Some(key) = self.key.get() {
            return Ok(Some(key.clone()));
        }
        let Some(path) = &self.path else {
            return Ok(None);
        };
        let text = match std::fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(source) => return Err(failed("reading", path, source)),
        };
        private_file::close_to_others(path);
        let key = Key::read(&text).ok_or_else(|| StoreError::NoKey { path: path.clone() })?;
        Ok(Some(self.key.get_or_init(|| key).clone()))
    }

    /// The key, made when there is none.
    ///
    /// # Errors
    /// As [`KeyFile::read`], and when it cannot be written.
    pub(crate) fn read_or_make(&self) -> Result<Key, StoreError> {
        if let Some(key) = self.read()? {
            return Ok(key);
        }
        let key = Key::new()?;
        let Some(path) = &self.path else {
            return Ok(self.key.get_or_init(|| key).clone());
        };
        let made = private_file::make(path, &format!("{}\n", key.written()));
        match made {
            Ok(()) => {}
            // Another process was first.
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(source) => return Err(failed("writing", path, source)),
        }
        self.read()?
            .ok_or_else(|| StoreError::KeyMissing { path: path.clone() })
    }
}

fn failed(doing: &str, path: &Path, source: std::io::Error) -> StoreError {
    StoreError::Io {
        doing: format!("{doing} {}", path.display()),
        source,
    }
}
