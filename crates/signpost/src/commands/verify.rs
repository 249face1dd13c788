//! `signpost verify`

use clap::Args;
use signpost_store::Store;

use crate::{fault::Failure, say::say, settings::DatabaseFlag};

/// Checks the database file, the chain of revisions, and that every row is what its last revision says.
#[derive(Args)]
pub(crate) struct Verify {
    #[command(flatten)]
    database: DatabaseFlag,
}

impl Verify {
    /// Exit status 1 when anything is off.
    pub(crate) async fn run(self) -> Result<(), Failure> {
        let store = Store::open(&self.database.settle()?).await?;
        let verified = store.verify().await?;
        say(format!(
            "{} revisions, chain whole, head {}.",
            verified.revisions, verified.head
        ));
        Ok(())
    }
}
