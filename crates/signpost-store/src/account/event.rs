//! What happened to accounts, for stewards to read.

use jiff::Timestamp;
use sqlx::SqliteConnection;

use crate::{
    error::StoreError,
    model::{AccountEvent, AccountId, EventKind},
    rows::{Cells, word},
    store::Store,
};

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
