//! `signpost doctor`

use clap::Args;

use crate::{clock::Clock, doctor, fault::Failure, say::say, settings::ServeFlags};

/// Looks at settings, clock, zone rules, database, proxy, mail, map, backups and free space, and says what to do. Changes no data.
#[derive(Args)]
pub(crate) struct Doctor {
    #[command(flatten)]
    flags: ServeFlags,
    /// Asks nobody: neither the public address nor the mail server.
    #[arg(long)]
    offline: bool,
}

impl Doctor {
    /// Exit status 1 when something has to be done.
    pub(crate) async fn run(self) -> Result<(), Failure> {
        let settings = match self.flags.settle() {
            Ok(settings) => settings,
            Err(failure) => {
                say(
                    "bad   settings: what is wrong stands below; nothing else can be looked at before.",
                );
                return Err(failure);
            }
        };
        say("good  settings: read.");
        let now = Clock::new(settings.now).now();
        let findings = doctor::look(&settings, now, !self.offline).await;
        for finding in &findings {
            say(finding);
        }
        let bad = findings.iter().filter(|one| one.is_bad()).count();
        match bad {
            0 => Ok(()),
            1 => Err(Failure::new("1 thing has to be done.")),
            many => Err(Failure::new(format!("{many} things have to be done."))),
        }
    }
}
