//! Which backup was last restored and asked, kept beside the backups for whoever wants to know how old the proof is.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::private_file;

/// The name of the file.
const FILE: &str = "last-proven.json";

/// A backup that was restored into a folder of its own and answered as the live database did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProvenBackup {
    /// The name of its file.
    pub backup: String,
    /// When it was made.
    pub made: Timestamp,
    /// When it was proven.
    pub proven: Timestamp,
    /// How many revisions it has.
    pub revisions: u64,
    /// Hash of the last one.
    pub head: String,
    /// How many questions it answered as the live database did.
    pub questions: usize,
}

impl ProvenBackup {
    /// The last one in a folder of backups; `None` when none ever was, or what is written cannot be read.
    #[must_use]
    pub fn of(folder: &Path) -> Option<Self> {
        let text = fs::read_to_string(folder.join(FILE)).ok()?;
        serde_json::from_str(&text).ok()
    }

    /// Writes it down, in the place of the one before, whole or not at all.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn keep(&self, folder: &Path) -> io::Result<()> {
        let next = Self::place(folder).with_extension("next");
        let _left_over = fs::remove_file(&next);
        private_file::make(&next, &(serde_json::to_string_pretty(self)? + "\n"))?;
        fs::rename(&next, Self::place(folder))
    }

    fn place(folder: &Path) -> PathBuf {
        folder.join(FILE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_one_is_read_as_it_was_written_and_damage_is_none() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(ProvenBackup::of(folder.path()), None);
        let mut proven = ProvenBackup {
            backup: "signpost-20261129T083000Z.db".to_owned(),
            made: "2026-11-29T08:30:00Z".parse().unwrap(),
            proven: "2026-11-29T09:00:00Z".parse().unwrap(),
            revisions: 7,
            head: "5".repeat(64),
            questions: 20,
        };
        for revisions in [7, 8] {
            proven.revisions = revisions;
            proven.keep(folder.path()).unwrap();
            assert_eq!(ProvenBackup::of(folder.path()), Some(proven.clone()));
        }
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        fs::write(folder.path().join(FILE), "{").unwrap();
        assert_eq!(ProvenBackup::of(folder.path()), None);
    }
}
