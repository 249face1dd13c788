//! Whether the file is sound below what rows say, and whether anything can be written to it.

use crate::{error::StoreError, session::Session, store::Store};

impl Store {
    /// Lets SQLite look through the whole file (`PRAGMA quick_check`), and notes damage: from then on nothing is written, because that could
    /// only make it worse. `Some` is what is wrong, in SQLite's words.
    ///
    /// # Errors
    /// When the database cannot be read for another reason.
    pub async fn quick_check(&self) -> Result<Option<String>, StoreError> {
        let found = self.look_through().await;
        let damage = match found {
            Ok(words) if words == "ok" => None,
            Ok(words) | Err(StoreError::Corrupt { detail: words }) => Some(words),
            Err(other) => return Err(other),
        };
        if let (Some(words), Some(file)) = (&damage, self.file()) {
            file.set_damaged(words.clone());
        }
        Ok(damage)
    }

    async fn look_through(&self) -> Result<String, StoreError> {
        let mut session = self.reading().await?;
        let words = sqlx::query_scalar("PRAGMA quick_check(1)")
            .fetch_one(&mut *session)
            .await;
        session.settle(words.map_err(StoreError::from)).await
    }

    /// Refuses once damage was found.
    pub(crate) fn undamaged(&self) -> Result<(), StoreError> {
        match self.damage() {
            Some(detail) => Err(StoreError::Corrupt { detail }),
            None => Ok(()),
        }
    }

    /// What was found to be damaged, in SQLite's words.
    #[must_use]
    pub fn damage(&self) -> Option<String> {
        self.file().and_then(crate::file::File::damaged)
    }

    /// Writes something that changes nothing, to see whether anything can be stored.
    ///
    /// # Errors
    /// When nothing can.
    pub async fn can_write(&self) -> Result<(), StoreError> {
        let mut session = self.writing().await?;
        let written = same_again(&mut session).await;
        session.settle(written).await
    }

    /// Brings the write-ahead log into the file when nobody has written for a while, so that what was acknowledged stands in one file.
    /// Whether it did.
    ///
    /// # Errors
    /// When it cannot be done, somebody who reads excepted.
    pub async fn checkpoint(&self) -> Result<bool, StoreError> {
        let Some(file) = self.file() else {
            return Ok(false);
        };
        file.still_there()?;
        self.undamaged()?;
        if !file.has_an_idle_log() {
            return Ok(false);
        }
        let (busy, _pages, _done): (i64, i64, i64) =
            sqlx::query_as("PRAGMA wal_checkpoint(TRUNCATE)")
                .fetch_one(self.copier()?)
                .await?;
        Ok(busy == 0)
    }
}

/// The version SQLite keeps for its users, which is nothing to us, is set to what it is.
async fn same_again(session: &mut Session) -> Result<(), StoreError> {
    let version: i64 = sqlx::query_scalar("PRAGMA user_version")
        .fetch_one(&mut **session)
        .await?;
    let statement = format!("PRAGMA user_version = {version}");
    sqlx::raw_sql(sqlx::AssertSqlSafe(statement))
        .execute(&mut **session)
        .await?;
    Ok(())
}
