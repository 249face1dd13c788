//! Tokens with which the working group's own tools read and write drafts of the plan.

use jiff::{Timestamp, civil::Date};

use crate::{
    error::StoreError,
    model::{NewToken, StewardToken, StewardTokenRequest},
    rows::Cells,
    secret::{hash, secret},
    store::Store,
};

/// What such a token begins with: never taken for an agency's.
const PREFIX: &str = "signpost_steward_";

#[derive(sqlx::FromRow)]
struct TokenRow {
    id: i64,
    label: String,
    made_at: String,
    made_by: Option<String>,
    last_day: String,
    last_used: Option<String>,
    disabled_at: Option<String>,
}

impl TryFrom<TokenRow> for StewardToken {
    type Error = StoreError;

    fn try_from(row: TokenRow) -> Result<Self, StoreError> {
        let key = row.id.to_string();
        let cells = Cells {
            table: "steward_tokens",
            row: &key,
        };
        Ok(Self {
            id: row.id,
            label: row.label,
            made_at: cells.parsed("made_at", &row.made_at)?,
            made_by: row.made_by,
            last_day: cells.parsed("last_day", &row.last_day)?,
            last_used: cells.day("last_used", row.last_used.as_deref())?,
            disabled_at: cells.maybe("disabled_at", row.disabled_at.as_deref())?,
        })
    }
}

impl Store {
    /// Makes one. The secret is in the answer and nowhere else: only its SHA-256 is stored.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn make_steward_token(
        &self,
        wanted: StewardTokenRequest,
    ) -> Result<NewToken, StoreError> {
        let secret = secret(PREFIX)?;
        let mut session = self.writing().await?;
        let outcome = async {
            let done = sqlx::query(
                "INSERT INTO steward_tokens (label, hash, made_at, made_by, last_day) VALUES (?, ?, ?, ?, ?)",
            )
            .bind(&wanted.label)
            .bind(hash("steward token", &secret))
            .bind(wanted.at.to_string())
            .bind(&wanted.by)
            .bind(wanted.last_day.to_string())
            .execute(&mut *session)
            .await?;
            Ok(done.last_insert_rowid())
        }
        .await;
        let id = self.settle(session, outcome).await?;
        Ok(NewToken { id, secret })
    }

    /// Which token this is; `None` when it is none of these, was ended, or its last day is over.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn steward_token(
        &self,
        secret: &str,
        today: Date,
    ) -> Result<Option<StewardToken>, StoreError> {
        let found: Option<TokenRow> = sqlx::query_as(
            "SELECT * FROM steward_tokens WHERE hash = ? AND disabled_at IS NULL AND last_day >= ?",
        )
        .bind(hash("steward token", secret))
        .bind(today.to_string())
        .fetch_optional(self.readers())
        .await?;
        found.map(StewardToken::try_from).transpose()
    }

    /// Every one ever made, the newest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn steward_tokens(&self) -> Result<Vec<StewardToken>, StoreError> {
        let rows: Vec<TokenRow> = sqlx::query_as("SELECT * FROM steward_tokens ORDER BY id DESC")
            .fetch_all(self.readers())
            .await?;
        rows.into_iter().map(StewardToken::try_from).collect()
    }

    /// Notes that one was used on a day.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn steward_token_used(&self, id: i64, day: Date) -> Result<(), StoreError> {
        let mut session = self.writing().await?;
        let outcome = async {
            sqlx::query("UPDATE steward_tokens SET last_used = ? WHERE id = ?")
                .bind(day.to_string())
                .bind(id)
                .execute(&mut *session)
                .await?;
            Ok(())
        }
        .await;
        self.settle(session, outcome).await
    }

    /// Ends one at once.
    ///
    /// # Errors
    /// [`StoreError::NoSuchToken`] when there is none that could be ended, and when the database cannot be written.
    pub async fn end_steward_token(&self, id: i64, at: Timestamp) -> Result<(), StoreError> {
        let mut session = self.writing().await?;
        let outcome = async {
            let done = sqlx::query(
                "UPDATE steward_tokens SET disabled_at = ? WHERE id = ? AND disabled_at IS NULL",
            )
            .bind(at.to_string())
            .bind(id)
            .execute(&mut *session)
            .await?;
            if done.rows_affected() == 0 {
                return Err(StoreError::NoSuchToken { id });
            }
            Ok(())
        }
        .await;
        self.settle(session, outcome).await
    }
}
