//! Browsers in which an owner signed in before.

use jiff::Timestamp;
use sqlx::SqliteConnection;

use crate::{
    error::StoreError,
    model::{AccountId, KnownBrowser},
    secret::{hash, secret},
};

/// Begins the count of a browser anew; whether it is a known one. What others tried elsewhere stays counted.
pub(super) async fn uncount(
    db: &mut SqliteConnection,
    id: AccountId,
    browser: Option<&str>,
) -> Result<bool, StoreError> {
    let known = sqlx::query(
        "UPDATE known_browsers SET failures = 0, failed_at = NULL WHERE account = ? AND hash = ?",
    )
    .bind(id.0)
    .bind(browser.map(|browser| hash("browser", browser)))
    .execute(&mut *db)
    .await?
    .rows_affected()
        > 0;
    if !known {
        sqlx::query("UPDATE accounts SET failures = 0, failed_at = NULL WHERE id = ?")
            .bind(id.0)
            .execute(db)
            .await?;
    }
    Ok(known)
}

/// Knows one more, by a new secret.
pub(super) async fn know(
    db: &mut SqliteConnection,
    id: AccountId,
    at: Timestamp,
) -> Result<KnownBrowser, StoreError> {
    let made = secret("")?;
    // The newest twenty browsers are enough for anybody.
    sqlx::query(
        "DELETE FROM known_browsers WHERE account = ? AND hash NOT IN
         (SELECT hash FROM known_browsers WHERE account = ? ORDER BY seen_at DESC LIMIT 19)",
    )
    .bind(id.0)
    .bind(id.0)
    .execute(&mut *db)
    .await?;
    sqlx::query("INSERT INTO known_browsers (hash, account, seen_at) VALUES (?, ?, ?)")
        .bind(hash("browser", &made))
        .bind(id.0)
        .bind(at.to_string())
        .execute(db)
        .await?;
    Ok(KnownBrowser { secret: made })
}
