//! When each account was last sent its reminder, so that nobody gets two in a week.

use jiff::Timestamp;

use crate::{error::StoreError, rows::Cells, store::Store};

impl Store {
    /// When an account was last sent its reminder; `None` when it never was.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn reminded(&self, account: i64) -> Result<Option<Timestamp>, StoreError> {
        let at: Option<String> =
            sqlx::query_scalar("SELECT sent_at FROM reminders WHERE account = ?")
                .bind(account)
                .fetch_optional(self.readers())
                .await?;
        let key = account.to_string();
        let cells = Cells {
            table: "reminders",
            row: &key,
        };
        cells.maybe("sent_at", at.as_deref())
    }

    /// Takes such a note back, because the reminder could not be sent: `before` is when the one before it was.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn remind_again(
        &self,
        account: i64,
        before: Option<Timestamp>,
    ) -> Result<(), StoreError> {
        let mut session = self.writing().await?;
        let undone = match before {
            None => sqlx::query("DELETE FROM reminders WHERE account = ?").bind(account),
            Some(before) => sqlx::query("UPDATE reminders SET sent_at = ?2 WHERE account = ?1")
                .bind(account)
                .bind(before.to_string()),
        };
        let outcome = undone.execute(&mut *session).await;
        let outcome = outcome.map(|_done| ()).map_err(StoreError::from);
        self.settle(session, outcome).await
    }

    /// Notes that an account is sent its reminder now. Answers `false`, and changes nothing, when it was sent one after `not_since`: of two
    /// servers that work on one database, only one sends.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn remind(
        &self,
        account: i64,
        not_since: Timestamp,
        at: Timestamp,
    ) -> Result<bool, StoreError> {
        let mut session = self.writing().await?;
        let outcome = async {
            let last: Option<String> =
                sqlx::query_scalar("SELECT sent_at FROM reminders WHERE account = ?")
                    .bind(account)
                    .fetch_optional(&mut *session)
                    .await?;
            // What cannot be read is as good as never.
            let last = last.and_then(|at| at.parse::<Timestamp>().ok());
            if last.is_some_and(|last| last > not_since) {
                return Ok(false);
            }
            sqlx::query("INSERT OR REPLACE INTO reminders (account, sent_at) VALUES (?, ?)")
                .bind(account)
                .bind(at.to_string())
                .execute(&mut *session)
                .await?;
            Ok(true)
        }
        .await;
        self.settle(session, outcome).await
    }
}
