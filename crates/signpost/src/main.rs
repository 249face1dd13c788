#![doc = include_str!("../README.md")]

mod bundle;
mod clock;
mod commands;
mod fault;
mod folder;
mod log;
mod removals;
mod say;
mod settings;
mod settings_access;
mod settings_mail;
mod settings_operator;
mod settings_phone;
mod shipped_map;
mod shipped_number;
mod start;
mod wording;

use std::process::ExitCode;

use clap::Parser;

use crate::{commands::Command, fault::Failure};

/// Where to go now: a directory, a redirection plan and the answer, from one server.
#[derive(Parser)]
#[command(name = "signpost", version, about, propagate_version = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

/// Exit status: 0 done, 1 the data or the database has faults, 2 the command's words are off (clap's own).
#[actix_web::main]
async fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let log = log::Log::start();
    if let Err(error) = signpost_hours::check_zone_rules() {
        return Failure::from(error).report();
    }
    match arguments.command.run(&log).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(),
    }
}
