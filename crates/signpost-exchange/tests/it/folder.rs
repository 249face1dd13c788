//! Building small folders to read.

use std::path::{Path, PathBuf};

use signpost_domain::Directory;
use signpost_exchange::{Fault, read_folder};
use tempfile::TempDir;

/// The shipped training town.
pub fn training() -> PathBuf {
    data("training")
}

/// A folder under `data/`.
pub fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../data")
        .join(name)
}

/// A copy of the training town, to break.
pub struct Folder(TempDir);

impl Folder {
    pub fn new() -> Self {
        let copy = TempDir::new().unwrap();
        for entry in training().read_dir().unwrap() {
            let entry = entry.unwrap();
            std::fs::copy(entry.path(), copy.path().join(entry.file_name())).unwrap();
        }
        Self(copy)
    }

    pub fn path(&self, file: &str) -> PathBuf {
        self.0.path().join(file)
    }

    pub fn write(&self, file: &str, content: impl AsRef<[u8]>) {
        std::fs::write(self.path(file), content).unwrap();
    }

    pub fn text(&self, file: &str) -> String {
        std::fs::read_to_string(self.path(file)).unwrap()
    }

    /// Replaces the first `old` of a file, which has to be there.
    pub fn change(&self, file: &str, old: &str, new: &str) {
        let text = self.text(file);
        assert!(text.contains(old), "{file} has no {old:?}");
        self.write(file, text.replacen(old, new, 1));
    }

    pub fn read(&self) -> Result<Directory, Vec<Fault>> {
        read_folder(self.0.path())
    }

    /// The faults as they are shown, with file names only.
    pub fn faults(&self) -> Vec<String> {
        let prefix = format!("{}/", self.0.path().display());
        let faults = self.read().unwrap_err();
        faults
            .iter()
            .map(|fault| fault.to_string().replace(&prefix, ""))
            .collect()
    }
}

/// Whether exactly one fault is there, and starts and goes on like this.
pub fn only(faults: &[String], start: &str, part: &str) {
    assert_eq!(faults.len(), 1, "{faults:#?}");
    assert!(
        faults[0].starts_with(start) && faults[0].contains(part),
        "{}",
        faults[0]
    );
}
