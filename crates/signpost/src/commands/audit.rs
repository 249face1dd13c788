//! `signpost audit draw`

use clap::{Args, Subcommand};
use jiff::Timestamp;
use signpost_answers::{Speaker, phone_sheet_line};
use signpost_domain::Lang;
use signpost_editing::{Live, MOST_LISTINGS, draw_phone_check};
use signpost_figures::Field;
use signpost_store::Store;

use crate::{clock::Clock, fault::Failure, say::say, settings::DatabaseFlag, start};

/// Checks whether listings are right.
#[derive(Args)]
pub(crate) struct AuditCommand {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Draws listings by lot, keeps the draw, and prints the sheet to call by; what was found is written down at /steward/phone.
    Draw(Draw),
}

/// Draws listings by lot.
#[derive(Args)]
struct Draw {
    /// How many.
    #[arg(long, default_value_t = 20, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=i64::from(MOST_LISTINGS)))]
    n: u32,
    /// The lot: the same number over the same directory draws the same places.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(..=i64::MAX as u64))]
    seed: u64,
    /// The language of the sheet.
    #[arg(long, default_value = "en", value_name = "TAG")]
    lang: Lang,
    /// Who draws; kept with the draw.
    #[arg(long, default_value = "audit", value_name = "NAME")]
    author: String,
    /// As of this instant instead of now.
    #[arg(long, value_name = "RFC3339")]
    now: Option<Timestamp>,
    #[command(flatten)]
    database: DatabaseFlag,
}

impl AuditCommand {
    /// Does it.
    pub(crate) async fn run(self) -> Result<(), Failure> {
        let What::Draw(draw) = self.what;
        draw.run().await
    }
}

impl Draw {
    async fn run(self) -> Result<(), Failure> {
        signpost_http::read_embedded();
        let clock = Clock::new(self.now);
        let store = Store::open(&self.database.settle()?).await?;
        let snapshot = start::snapshot(&store, clock.now()).await?;
        let live = Live::new(snapshot, clock.function(), Some(store));
        let check = draw_phone_check(&live, (self.n, self.seed), &self.author).await?;
        if check.lines.is_empty() {
            return Err(Failure::new(
                "No place has a number that may be called: nothing was drawn.",
            ));
        }
        let speaker = Speaker::of(self.lang);
        let (asked, of) = (check.lines.len().to_string(), check.drawn_of.to_string());
        let seed = check.seed.to_string();
        let args = [("asked", &*asked), ("of", &of), ("seed", &seed)];
        say(speaker.t1("check-drawn", "day", check.drawn_on.to_string()));
        say(speaker.say("check-how-drawn", &args));
        say(speaker.t("check-ask"));
        let snapshot = live.snapshot();
        let labels = Field::ALL.map(|field| {
            speaker.t(match field {
                Field::Phone => "check-phone",
                Field::Address => "check-address",
                Field::Hours => "check-hours",
                Field::Offers => "check-offers",
            })
        });
        for (nth, line) in (1..).zip(&check.lines) {
            let Some(sheet) = phone_sheet_line(&snapshot, &line.site, clock.now(), speaker) else {
                say(format!(
                    "\n{nth}. {}: {}",
                    line.site,
                    speaker.t("check-gone")
                ));
                continue;
            };
            say(format!("\n{nth}. {} ({})", sheet.name, line.site));
            let told = [
                sheet.phone,
                sheet.address,
                sheet.hours.join("; "),
                sheet.offers,
            ];
            for (label, told) in labels.iter().zip(told) {
                say(format!("   [ ] {label}: {told}"));
            }
        }
        Ok(())
    }
}
