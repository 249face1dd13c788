//! The commands, one file each.

mod account;
mod audit;
mod backup;
mod basemap;
mod check;
mod doctor;
mod export;
mod import;
mod import_osm;
mod papers;
mod plan;
mod poster;
mod rehearse;
mod remind;
mod restore;
mod serve;
mod verify;

use clap::Subcommand;

use crate::{fault::Failure, log::Log};

/// What the binary can do.
#[derive(Subcommand)]
pub(crate) enum Command {
    /// Serve the pages and the API.
    Serve(Box<serve::Serve>),
    /// Read data folders or files and name every fault.
    Check(check::Check),
    /// Bring data folders or files into the database, all or nothing.
    Import(import::Import),
    /// Write the published directory out.
    Export(export::Export),
    /// Look at the redirection plan.
    Plan(plan::PlanCommand),
    /// Write what hangs at an old door, as PDF or SVG.
    Poster(poster::PosterCommand),
    /// People who sign in, and tokens for agencies' own systems.
    Account(account::Account),
    /// Check listings by phone.
    Audit(audit::AuditCommand),
    /// Copy the database to a new file, or into a folder, while the server runs.
    Backup(backup::Backup),
    /// Put a backup in the place of the database; the server must be stopped.
    Restore(restore::Restore),
    /// Prove the newest backup: restore it into a folder of its own and ask it what the live database is asked.
    Rehearse(rehearse::Rehearse),
    /// Send the weekly letters that are due, or look at them.
    Remind(remind::Remind),
    /// Get the street map of the town.
    Basemap(basemap::BasemapCommand),
    /// Look whether the server can run well, and say what to do.
    Doctor(Box<doctor::Doctor>),
    /// Write the manual pages and the completions of shells, for packages.
    #[command(hide = true)]
    Papers(papers::Papers),
    /// Check the database and the chain of revisions.
    Verify(verify::Verify),
}

impl Command {
    /// Does it; `whole` is the command line of all of it.
    pub(crate) async fn run(self, log: &Log, whole: fn() -> clap::Command) -> Result<(), Failure> {
        match self {
            Self::Serve(command) => command.run(log).await,
            Self::Check(command) => command.run(),
            Self::Import(command) => command.run().await,
            Self::Export(command) => command.run().await,
            Self::Plan(command) => command.run().await,
            Self::Poster(command) => command.run().await,
            Self::Account(command) => command.run().await,
            Self::Audit(command) => command.run().await,
            Self::Backup(command) => command.run().await,
            Self::Restore(command) => command.run().await,
            Self::Rehearse(command) => command.run().await,
            Self::Remind(command) => command.run().await,
            Self::Basemap(command) => command.run().await,
            Self::Doctor(command) => command.run().await,
            Self::Papers(command) => command.run(whole()),
            Self::Verify(command) => command.run().await,
        }
    }
}
