//! `signpost verify`

use clap::Args;
use signpost_store::Store;

use crate::{clock::Clock, fault::Failure, say::say, settings::DatabaseFlag};

/// Checks the database file, the chain of revisions, and that every row is what its last revision says.
#[derive(Args)]
pub(crate) struct Verify {
    #[command(flatten)]
    database: DatabaseFlag,
    /// Takes it that edits which were acknowledged are lost: what is left is checked, goes on, and the history says what is missing.
    #[arg(long, requires = "author")]
    accept_loss: bool,
    /// Who takes the loss; kept in the history.
    #[arg(long, value_name = "NAME", requires = "accept_loss")]
    author: Option<String>,
}

impl Verify {
    /// Exit status 1 when anything is off.
    pub(crate) async fn run(self) -> Result<(), Failure> {
        let store = Store::open(&self.database.settle()?).await?;
        if let Some(author) = self.author.filter(|_| self.accept_loss) {
            let loss = store.accept_loss(&author, Clock::Running.now()).await?;
            say(format!("Taken as lost by {author}: {loss}."));
        }
        let verified = store.verify().await?;
        say(format!(
            "{} revisions, chain whole, head {}.",
            verified.revisions, verified.head
        ));
        Ok(())
    }
}
