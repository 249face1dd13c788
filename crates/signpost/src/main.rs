#![doc = include_str!("../README.md")]

mod backups;
mod bundle;
mod clock;
mod commands;
mod doctor;
mod fault;
mod folder;
mod log;
mod rehearsal;
mod removals;
mod restoring;
mod say;
mod settings;
mod settings_access;
mod settings_backups;
mod settings_environment;
mod settings_file;
mod settings_mail;
mod settings_operator;
mod settings_phone;
mod settings_pictures;
mod shipped_map;
mod shipped_number;
mod start;
mod whatever_is_there;
mod wording;

use std::process::ExitCode;

use clap::{CommandFactory as _, Parser};

use crate::{commands::Command, fault::Failure};

/// Where to go now: a directory, a redirection plan and the answer, from one server.
#[derive(Parser)]
#[command(name = "signpost", version, about, propagate_version = true)]
struct Arguments {
    #[command(flatten)]
    config: settings::ConfigFlag,
    #[command(subcommand)]
    command: Command,
}

/// Exit status: 0 done, 1 the data or the database has faults, 2 the command's words are off (clap's own).
#[actix_web::main]
async fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return settings_environment::refuse(&error),
    };
    arguments.config.hold();
    let log = log::Log::start();
    if let Err(error) = signpost_hours::check_zone_rules() {
        return Failure::from(error).report();
    }
    match arguments.command.run(&log, Arguments::command).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(),
    }
}
