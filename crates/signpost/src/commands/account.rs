//! `signpost account token|disable`

use clap::{Args, Subcommand};
use signpost_domain::OrganizationId;
use signpost_store::Store;

use super::say;
use crate::{clock::Clock, fault::Failure, settings::DatabaseFlag};

/// Tokens with which an agency's own system keeps its sites true through the API.
#[derive(Args)]
pub(crate) struct Account {
    #[command(subcommand)]
    what: What,
    #[command(flatten)]
    database: DatabaseFlag,
}

#[derive(Subcommand)]
enum What {
    /// Makes a token for one organization. It is shown once and stored only as a hash.
    Token {
        /// Whose sites it may change.
        #[arg(long, value_name = "ID")]
        organization: OrganizationId,
        /// What it is for; stands in the history beside each change.
        #[arg(long, value_name = "WORDS")]
        label: String,
    },
    /// Ends a token at once.
    Disable {
        /// The token's number, as printed when it was made.
        id: i64,
    },
}

impl Account {
    /// Does it.
    pub(crate) async fn run(self) -> Result<(), Failure> {
        let store = Store::open(&self.database.settle()?).await?;
        let now = Clock::Running.now();
        match self.what {
            What::Token {
                organization,
                label,
            } => {
                let known = store.load().await?.directory;
                if !known.is_some_and(|d| d.organizations.iter().any(|o| o.id == organization)) {
                    return Err(Failure::new(format!(
                        "There is no organization {organization}."
                    )));
                }
                let token = store.add_token(&organization, &label, now).await?;
                say(format!(
                    "Token {} for {organization}, shown only now:\n{}",
                    token.id, token.secret
                ));
            }
            What::Disable { id } => {
                store.disable_token(id, now).await?;
                say(format!("Token {id} is disabled."));
            }
        }
        Ok(())
    }
}
