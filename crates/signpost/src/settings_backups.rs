//! Settings of backups: their folder, and which are kept.

use std::path::PathBuf;

use clap::Args;
use serde::Deserialize;

use crate::{backups::Keep, fault::Failure};

/// Where the backups lie.
#[derive(Args, Clone, Debug, Default)]
pub(crate) struct BackupsFlag {
    /// The folder of backups: `backup` and `rehearse` use it when none is named, and `/api/v1/health` says when one was last proven.
    #[arg(long, env = "SIGNPOST_BACKUPS", value_name = "FOLDER")]
    backups: Option<PathBuf>,
}

/// The same in `signpost.toml`.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub(crate) struct BackupsTable {
    folder: Option<PathBuf>,
    keep: Option<String>,
}

/// What the file says of backups.
#[derive(Debug, Default)]
pub(crate) struct BackupSettings {
    folder: Option<PathBuf>,
    /// Which are kept.
    pub(crate) keep: Option<Keep>,
}

impl BackupsTable {
    /// What it says, once it was read.
    pub(crate) fn settle(self) -> Result<BackupSettings, Failure> {
        let keep = self.keep.as_deref().map(str::parse).transpose();
        Ok(BackupSettings {
            folder: self.folder,
            keep: keep.map_err(|why| Failure::new(format!("[backups] keep: {why}.")))?,
        })
    }
}

impl BackupsFlag {
    /// The folder: flag and environment over the file.
    pub(crate) fn settle(self, file: &BackupSettings) -> Option<PathBuf> {
        self.backups.or_else(|| file.folder.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_of_the_flag_comes_first_and_a_rule_that_is_none_is_named() {
        let read = |text: &str| toml::from_str::<BackupsTable>(text).expect("a table");
        let file = read("folder = \"/a\"\nkeep = \"7d\"")
            .settle()
            .expect("fine");
        assert_eq!(file.keep, "7d".parse().ok());
        let flag = BackupsFlag {
            backups: Some("/b".into()),
        };
        assert_eq!(flag.settle(&file), Some("/b".into()));
        assert_eq!(BackupsFlag::default().settle(&file), Some("/a".into()));
        let fault = read("keep = \"for ever\"").settle().expect_err("no rule");
        assert!(format!("{fault:?}").contains("for ever"));
    }
}
