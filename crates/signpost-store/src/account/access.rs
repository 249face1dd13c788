//! Ending all the access somebody has.

use sqlx::SqliteConnection;

use crate::{error::StoreError, model::AccountId};

/// Ends every session, every open link and every unproven second step of an account.
pub(super) async fn end_access(db: &mut SqliteConnection, id: AccountId) -> Result<(), StoreError> {
    for table in [
        "DELETE FROM sessions WHERE account = ?",
        "DELETE FROM one_time_links WHERE account = ?",
        "DELETE FROM offered_second_steps WHERE account = ?",
    ] {
        sqlx::query(table).bind(id.0).execute(&mut *db).await?;
    }
    Ok(())
}
