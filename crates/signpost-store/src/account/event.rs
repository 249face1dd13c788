//! What happened to accounts, for stewards to read.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sqlx::SqliteConnection;

use super::AccountId;
use crate::{
    Store, StoreError,
    rows::{Cells, word},
};

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EventKind {
    /// The account was made.
    Invited,
    /// A steward made a link for a new password.
    Reset,
    /// Its owner set a password.
    PasswordSet,
    /// Nobody may sign in with it any more.
    Disabled,
    /// It may be used again.
    Enabled,
    /// It may do something else now.
    RoleChanged,
    /// A second step was switched on.
    TotpOn,
    /// The second step was switched off.
    TotpOff,
    /// Its owner signed in with a recovery code in place of one from the phone.
    RecoveryUsed,
}

/// One thing that happened to an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountEvent {
    /// When.
    pub at: Timestamp,
    /// Whose account.
    pub name: String,
    /// Who did it.
    pub by: String,
    /// What.
    pub kind: EventKind,
}

/// Notes one.
pub(super) async fn note(
    db: &mut SqliteConnection,
    account: AccountId,
    by: &str,
    kind: EventKind,
    at: Timestamp,
) -> Result<(), StoreError> {
    sqlx::query("INSERT INTO account_events (at, account, by, event) VALUES (?, ?, ?, ?)")
        .bind(at.to_string())
        .bind(account.0)
        .bind(by)
        .bind(word(&kind)?)
        .execute(db)
        .await?;
    Ok(())
}

impl Store {
    /// What happened to accounts, newest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn account_events(&self, limit: u32) -> Result<Vec<AccountEvent>, StoreError> {
        let rows: Vec<(i64, String, String, String, String)> = sqlx::query_as(
            "SELECT account_events.id, at, accounts.name, by, event FROM account_events
             JOIN accounts ON accounts.id = account ORDER BY account_events.id DESC LIMIT ?",
        )
        .bind(limit)
        .fetch_all(self.readers())
        .await?;
        rows.into_iter()
            .map(|(id, at, name, by, event)| {
                let key = id.to_string();
                let cells = Cells {
                    table: "account_events",
                    row: &key,
                };
                Ok(AccountEvent {
                    at: cells.parsed("at", &at)?,
                    name,
                    by,
                    kind: cells.one_of("event", &event)?,
                })
            })
            .collect()
    }
}
