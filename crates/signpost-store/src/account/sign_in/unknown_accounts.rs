//! Tries with a name that nobody has. They wait as tries with real ones do; table and hash keep an older word, `strangers`.

use jiff::{SignedDuration, Timestamp};
use sqlx::{SqliteConnection, SqliteExecutor};

use crate::{
    error::StoreError,
    model::{Attempts, Standing},
    rows::Cells,
    secret::hash,
};

/// More names than this are not kept; the oldest go.
const MOST: i64 = 10_000;
/// How long one is kept.
const KEPT: SignedDuration = SignedDuration::from_hours(24);

/// How often this name was tried.
pub(super) async fn standing_of_unknown(
    db: impl SqliteExecutor<'_>,
    email: &str,
) -> Result<Standing, StoreError> {
    let row: Option<(i64, String)> =
        sqlx::query_as("SELECT failures, failed_at FROM strangers WHERE hash = ?")
            .bind(hash("stranger", &email.trim().to_lowercase()))
            .fetch_optional(db)
            .await?;
    let Some((failures, failed_at)) = row else {
        return Ok(Standing::default());
    };
    let cells = Cells {
        table: "strangers",
        row: "of a name",
    };
    Ok(Standing {
        attempts: Attempts {
            failures: cells.number("failures", failures)?,
            last: Some(cells.parsed("failed_at", &failed_at)?),
        },
        browser_is_known: false,
    })
}

/// Counts a try, and forgets the oldest.
pub(super) async fn count_unknown(
    db: &mut SqliteConnection,
    email: &str,
    at: Timestamp,
) -> Result<(), StoreError> {
    let before = at.saturating_sub(KEPT).unwrap_or(at);
    sqlx::query(
        "DELETE FROM strangers WHERE failed_at < ? OR hash IN
         (SELECT hash FROM strangers ORDER BY failed_at LIMIT max(0, (SELECT count(*) FROM strangers) - ?))",
    )
    .bind(before.to_string())
    .bind(MOST)
    .execute(&mut *db)
    .await?;
    sqlx::query(
        "INSERT INTO strangers (hash, failures, failed_at) VALUES (?, 1, ?)
         ON CONFLICT (hash) DO UPDATE SET failures = failures + 1, failed_at = excluded.failed_at",
    )
    .bind(hash("stranger", &email.trim().to_lowercase()))
    .bind(at.to_string())
    .execute(db)
    .await?;
    Ok(())
}
