//! `signpost papers FOLDER`: what a package holds besides the binary, made of the same words as `--help`.

use std::{fs, path::PathBuf};

use clap::Args;
use clap_complete::{Shell, generate_to};

use crate::{fault::Failure, say::say};

/// Writes the manual pages and the completions of bash, zsh and fish.
#[derive(Args)]
pub(crate) struct Papers {
    /// The folder to write into; made when missing.
    folder: PathBuf,
}

impl Papers {
    /// Writes them, of the whole command.
    pub(crate) fn run(self, whole: clap::Command) -> Result<(), Failure> {
        let folder = &self.folder;
        fs::create_dir_all(folder)?;
        // What somebody's environment holds stands in no manual.
        let mut whole = without_values(whole);
        for shell in [Shell::Bash, Shell::Zsh, Shell::Fish] {
            generate_to(shell, &mut whole, "signpost", folder)?;
        }
        clap_mangen::generate_to(whole, folder)?;
        say(format!("{} is written.", folder.display()));
        Ok(())
    }
}

/// Of every command; and no page for each `help` of one.
fn without_values(command: clap::Command) -> clap::Command {
    command
        .disable_help_subcommand(true)
        .mut_args(|one| one.hide_env_values(true))
        .mut_subcommands(without_values)
}
