//! What happened to accounts, for stewards to read.

use jiff::Timestamp;
use sqlx::SqliteConnection;

use crate::{
    error::StoreError,
    model::{AccountEvent, AccountId, EventKind, author_of},
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

/// Notes one that the owner of the account did.
pub(super) async fn note_own(
    db: &mut SqliteConnection,
    account: AccountId,
    kind: EventKind,
    at: Timestamp,
) -> Result<(), StoreError> {
    let part: Option<String> =
        sqlx::query_scalar("SELECT coalesce(organization, role) FROM accounts WHERE id = ?")
            .bind(account.0)
            .fetch_optional(&mut *db)
            .await?;
    let part = part.ok_or(StoreError::NoSuchAccount { id: account.0 })?;
    note(db, account, &author_of(account, &part), kind, at).await
}

impl Store {
    /// Notes that somebody used the power of their role, in their own account; see [`EventKind`].
    ///
    /// # Errors
    /// [`StoreError::NoSuchAccount`], and when the database cannot be written.
    pub async fn note_event(
        &self,
        account: AccountId,
        kind: EventKind,
        at: Timestamp,
    ) -> Result<(), StoreError> {
        let mut session = self.writing_whatever_is_lost().await?;
        let outcome = note_own(&mut session, account, kind, at).await;
        self.settle(session, outcome).await
    }

    /// What happened to accounts, or to one of them, newest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn account_events(
        &self,
        of: Option<AccountId>,
        limit: u32,
    ) -> Result<Vec<AccountEvent>, StoreError> {
        let rows: Vec<(i64, String, i64, String, String, String)> = sqlx::query_as(
            "SELECT account_events.id, at, account, accounts.name, by, event FROM account_events
             JOIN accounts ON accounts.id = account WHERE ?1 IS NULL OR account = ?1
             ORDER BY account_events.id DESC LIMIT ?2",
        )
        .bind(of.map(|id| id.0))
        .bind(limit)
        .fetch_all(self.readers())
        .await?;
        rows.into_iter()
            .map(|(id, at, account, name, by, event)| {
                let key = id.to_string();
                let cells = Cells {
                    table: "account_events",
                    row: &key,
                };
                Ok(AccountEvent {
                    at: cells.parsed("at", &at)?,
                    account: AccountId(account),
                    name,
                    by,
                    kind: cells.one_of("event", &event)?,
                })
            })
            .collect()
    }
}
