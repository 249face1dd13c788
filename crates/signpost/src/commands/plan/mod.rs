//! `signpost plan check|show|diff|ahead|delivered|export`

mod ahead;
mod delivered;
mod proof;
mod said;
mod show;

use std::path::PathBuf;

use clap::{Args, Subcommand};
use jiff::{Timestamp, civil::Date};
use signpost_answers::plan::difference_lines;
use signpost_domain::{Directory, Plan};
use signpost_hours::Zone;
use signpost_plan::{Stage, differences, plan_day, stage};
use signpost_store::{Loaded, Store};

use self::said::{names, outcome, say_faults, version};
use crate::{clock::Clock, fault::Failure, say::say, settings::DatabaseFlag};

/// Looks at the redirection plan in the database.
#[derive(Args)]
pub(crate) struct PlanCommand {
    #[command(subcommand)]
    what: What,
    #[command(flatten)]
    database: DatabaseFlag,
    /// Looks as of this instant instead of now.
    #[arg(long, value_name = "RFC3339", global = true)]
    now: Option<Timestamp>,
}

#[derive(Subcommand)]
enum What {
    /// Names what is wrong with every version that is not ended; exit status 1 when one has an error.
    Check {
        /// Only this version, and what it changes hour by hour.
        #[arg(long, value_name = "VERSION")]
        after: Option<u32>,
        /// The version it is held against; when left out, the one people are used to when it begins.
        #[arg(long, value_name = "VERSION", requires = "after")]
        before: Option<u32>,
        /// The whole proof as JSON, as the API gives it.
        #[arg(long, requires = "after")]
        json: bool,
    },
    /// Shows every version: dates, rules, targets, consents.
    Show,
    /// Says in words what differs between two versions.
    Diff {
        /// The earlier version.
        before: u32,
        /// The later version.
        after: u32,
    },
    /// Says what comes within 60 days if nobody does anything.
    Ahead,
    /// Says what the plan promised in a week that is over, and what was kept: "Served 151 of 160 promised hours."
    Delivered {
        /// Any day of the week, Monday to Sunday; the last one that is over when left out.
        #[arg(long, value_name = "DAY")]
        week: Option<Date>,
        /// As a table.
        #[arg(long, conflicts_with = "json")]
        csv: bool,
        /// As JSON, as the API gives it.
        #[arg(long)]
        json: bool,
    },
    /// Writes every version, and what organizations said, as a plan.toml that `signpost import` reads.
    Export {
        /// Where to; on standard output when left out.
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
}

impl PlanCommand {
    /// Does it.
    pub(crate) async fn run(self) -> Result<(), Failure> {
        signpost_http::read_embedded();
        let store = Store::open(&self.database.settle()?).await?;
        let loaded = store.load().await?;
        let now = Clock::new(self.now).now();
        let (sequence, versions) = (loaded.sequence, loaded.versions);
        let directory = loaded
            .directory
            .ok_or_else(|| Failure::new("The database is empty: there is no plan."))?;
        match self.what {
            What::Check {
                after: Some(after),
                before,
                json,
            } => {
                let loaded = Loaded {
                    directory: Some(directory),
                    versions,
                    sequence,
                };
                proof::run(loaded, (before, after), json, now)
            }
            What::Check { .. } => check(&directory, now),
            What::Show => {
                directory.plans.iter().for_each(show::show);
                Ok(())
            }
            What::Diff { before, after } => {
                diff(
                    &directory,
                    version(&directory, before)?,
                    version(&directory, after)?,
                );
                Ok(())
            }
            What::Ahead => ahead::run(&directory, store.posters_hanging().await?, now),
            What::Delivered { week, csv, json } => {
                let form = delivered::Form::of(csv, json);
                delivered::run(&directory, week, form, now)
            }
            What::Export { out } => export(&directory, out.as_deref()),
        }
    }
}

fn check(directory: &Directory, now: Timestamp) -> Result<(), Failure> {
    let town = Zone::named(&directory.zone).map_err(|error| Failure::new(error.to_string()))?;
    let plans = &directory.plans;
    let over = |plan: &&Plan| stage(plan, plans, &town, now) == Stage::Ended;
    let open = plans.iter().filter(|plan| !over(plan));
    let errors: usize = open
        .map(|plan| say_faults(plan, directory, plan_day(plan, &town, now)))
        .sum();
    outcome(errors)
}

fn diff(directory: &Directory, before: &Plan, after: &Plan) {
    let lines = difference_lines(&names(directory), &differences(before, after));
    if lines.is_empty() {
        say("Nothing differs.");
    }
    lines.iter().for_each(say);
}

fn export(directory: &Directory, out: Option<&std::path::Path>) -> Result<(), Failure> {
    let plans: Vec<&Plan> = directory.plans.iter().collect();
    let text = signpost_exchange::plans_toml(&plans, &directory.organizations);
    match out {
        None => {
            say(text.trim_end());
            Ok(())
        }
        Some(path) => std::fs::write(path, text)
            .map_err(|error| Failure::new(format!("{}: {error}", path.display()))),
    }
}
