//! `signpost plan check|show`

use clap::{Args, Subcommand};
use signpost_domain::{Directory, Lang, Plan, PlanStatus};
use signpost_plan::Severity;
use signpost_store::Store;

use crate::{fault::Failure, folder::fault_line, say::say, settings::DatabaseFlag};

/// Looks at the redirection plan in the database.
#[derive(Args)]
pub(crate) struct PlanCommand {
    #[command(subcommand)]
    what: What,
    #[command(flatten)]
    database: DatabaseFlag,
}

#[derive(Subcommand)]
enum What {
    /// Names what is wrong with every version that is not ended; exit status 1 when one has an error.
    Check,
    /// Shows every version: dates, rules, targets, consents.
    Show,
    /// Shows which rules two versions do not share.
    Diff {
        /// The earlier version.
        before: u32,
        /// The later version.
        after: u32,
    },
}

impl PlanCommand {
    /// Does it.
    pub(crate) async fn run(self) -> Result<(), Failure> {
        let store = Store::open(&self.database.settle()?).await?;
        let directory = store.load().await?.directory;
        let directory =
            directory.ok_or_else(|| Failure::new("The database is empty: there is no plan."))?;
        match self.what {
            What::Check => check(&directory),
            What::Show => {
                directory.plans.iter().for_each(show);
                Ok(())
            }
            What::Diff { before, after } => {
                diff(version(&directory, before)?, version(&directory, after)?);
                Ok(())
            }
        }
    }
}

fn version(directory: &Directory, number: u32) -> Result<&Plan, Failure> {
    let found = directory.plans.iter().find(|plan| plan.version == number);
    found.ok_or_else(|| Failure::new(format!("There is no plan version {number}.")))
}

fn check(directory: &Directory) -> Result<(), Failure> {
    let mut errors = 0;
    for plan in directory
        .plans
        .iter()
        .filter(|plan| plan.status != PlanStatus::Ended)
    {
        let faults = signpost_plan::check(plan, directory);
        errors += faults
            .iter()
            .filter(|fault| fault.severity == Severity::Error)
            .count();
        for fault in &faults {
            say(format!("plan {}: {}", plan.version, fault_line(fault)));
        }
        if faults.is_empty() {
            say(format!("plan {}: nothing wrong.", plan.version));
        }
    }
    if errors == 0 {
        Ok(())
    } else {
        Err(Failure::new(format!("{errors} errors.")))
    }
}

fn show(plan: &Plan) {
    let day = |day: Option<jiff::civil::Date>| {
        day.map_or_else(|| "open".to_owned(), |day| day.to_string())
    };
    say(format!(
        "plan {} ({:?}), {} to {}: {}",
        plan.version,
        plan.status,
        day(plan.from),
        day(plan.until),
        plan.title.words(Lang::En)
    ));
    for rule in &plan.rules {
        say(format!("  {}: {}", rule.id, rule_words(rule)));
    }
    for consent in &plan.consents {
        let need = consent
            .need
            .as_ref()
            .map_or("every need", |need| need.as_str());
        say(format!(
            "  consent: {} for {need} since {}",
            consent.organization, consent.on
        ));
    }
}

fn rule_words(rule: &signpost_domain::Rule) -> String {
    let targets: Vec<&str> = rule
        .targets
        .iter()
        .map(|target| target.site.as_str())
        .collect();
    format!(
        "from {} for {} to {}",
        rule.from,
        rule.need,
        targets.join(", then ")
    )
}

fn diff(before: &Plan, after: &Plan) {
    for rule in before
        .rules
        .iter()
        .filter(|rule| !after.rules.contains(rule))
    {
        say(format!("- {}: {}", rule.id, rule_words(rule)));
    }
    for rule in after
        .rules
        .iter()
        .filter(|rule| !before.rules.contains(rule))
    {
        say(format!("+ {}: {}", rule.id, rule_words(rule)));
    }
}
