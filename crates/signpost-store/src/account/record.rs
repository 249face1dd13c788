//! The record of sign-ins and refusals, for the owner of an account and for stewards.

use jiff::{SignedDuration, Timestamp};
use sqlx::SqliteConnection;

use crate::{
    error::StoreError,
    model::{AccountId, SignInKind, SignInRecord},
    rows::{Cells, word},
    store::Store,
};

/// How long a line is kept.
const KEPT: SignedDuration = SignedDuration::from_hours(24 * 90);
/// The same again within this time is counted in the line there is, so that guessing does not fill the database.
const TOGETHER: SignedDuration = SignedDuration::from_mins(10);

/// Notes one, and forgets what is old.
pub(super) async fn record(
    db: &mut SqliteConnection,
    account: AccountId,
    kind: SignInKind,
    at: Timestamp,
) -> Result<(), StoreError> {
    let before = |duration| at.saturating_sub(duration).unwrap_or(at).to_string();
    sqlx::query("DELETE FROM sign_in_records WHERE last_at < ?")
        .bind(before(KEPT))
        .execute(&mut *db)
        .await?;
    let counted = sqlx::query(
        "UPDATE sign_in_records SET times = times + 1, last_at = ?1
         WHERE id = (SELECT max(id) FROM sign_in_records WHERE account = ?2) AND what = ?3 AND first_at >= ?4",
    )
    .bind(at.to_string())
    .bind(account.0)
    .bind(word(&kind)?)
    .bind(before(TOGETHER))
    .execute(&mut *db)
    .await?;
    if counted.rows_affected() == 0 {
        sqlx::query(
            "INSERT INTO sign_in_records (account, what, first_at, last_at) VALUES (?1, ?2, ?3, ?3)",
        )
        .bind(account.0)
        .bind(word(&kind)?)
        .bind(at.to_string())
        .execute(db)
        .await?;
    }
    Ok(())
}

impl Store {
    /// Notes a refusal.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn record_sign_in(
        &self,
        account: AccountId,
        kind: SignInKind,
        at: Timestamp,
    ) -> Result<(), StoreError> {
        let mut session = self.writing_whatever_is_lost().await?;
        let outcome = record(&mut session, account, kind, at).await;
        self.settle(session, outcome).await
    }

    /// The record of an account, the newest first, of the last 90 days.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn sign_in_records(
        &self,
        account: AccountId,
        at: Timestamp,
        limit: u32,
    ) -> Result<Vec<SignInRecord>, StoreError> {
        let rows: Vec<(String, String, String, i64)> = sqlx::query_as(
            "SELECT what, first_at, last_at, times FROM sign_in_records
             WHERE account = ? AND last_at >= ? ORDER BY id DESC LIMIT ?",
        )
        .bind(account.0)
        .bind(at.saturating_sub(KEPT).unwrap_or(at).to_string())
        .bind(limit)
        .fetch_all(self.readers())
        .await?;
        let cells = Cells {
            table: "sign_in_records",
            row: "of an account",
        };
        rows.into_iter()
            .map(|(what, first_at, last_at, times)| {
                Ok(SignInRecord {
                    kind: cells.one_of("what", &what)?,
                    first_at: cells.parsed("first_at", &first_at)?,
                    last_at: cells.parsed("last_at", &last_at)?,
                    times: cells.number("times", times)?,
                })
            })
            .collect()
    }
}
