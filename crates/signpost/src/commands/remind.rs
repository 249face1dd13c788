//! `signpost remind`

use clap::Args;
use signpost_answers::public_url::PublicAddress;
use signpost_editing::Live;
use signpost_mail::letters::{letters_due, send_letters_due};
use signpost_store::Store;

use crate::{
    clock::Clock,
    fault::Failure,
    say::say,
    settings::{DatabaseFlag, mail_of},
    settings_mail::MailFlags,
    start,
};

/// Sends the weekly letters that are due. A running server with a mail server does so by itself.
#[derive(Args)]
pub(crate) struct Remind {
    /// Print the letters instead of sending them.
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    database: DatabaseFlag,
    #[command(flatten)]
    mail: MailFlags,
}

impl Remind {
    /// Does it.
    pub(crate) async fn run(self) -> Result<(), Failure> {
        let mail = mail_of(self.mail)?;
        let clock = Clock::Running;
        let store = Store::open(&self.database.settle()?).await?;
        let snapshot = start::snapshot(&store, clock.now()).await?;
        signpost_http::read_embedded();
        let live = Live::new(snapshot, clock.function(), Some(store));
        if self.dry_run {
            let root = mail.address.as_ref().map_or("", PublicAddress::as_str);
            let letters = letters_due(&live, root).await?;
            for letter in &letters {
                say(format!(
                    "To: {} <{}>\nSubject: {}\n\n{}",
                    letter.name, letter.to, letter.subject, letter.text
                ));
            }
            say(format!("{} to send.", letters.len()));
            return Ok(());
        }
        let Some(post) = mail.post else {
            return Err(Failure::new(
                "No mail server is set: set SIGNPOST_SMTP_URL, or print the letters with --dry-run.",
            ));
        };
        let round = send_letters_due(&live, &post).await?;
        say(format!("{} sent.", round.sent));
        if round.failed > 0 {
            return Err(Failure::new(format!(
                "{} could not be sent; they are tried again next time.",
                round.failed
            )));
        }
        Ok(())
    }
}
