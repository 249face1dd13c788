//! Drafts: what somebody typed into a form and has not saved, so that a lost connection loses nothing.

use jiff::{SignedDuration, Timestamp};

use crate::{
    error::StoreError,
    model::{Draft, DraftKey},
    rows::{Cells, json},
    store::Store,
};

/// How long a draft is kept.
const KEPT: SignedDuration = SignedDuration::from_hours(24 * 14);
/// How many one account may have; the oldest go first.
const MOST: u32 = 40;

impl Store {
    /// Keeps a draft in the place of the one before.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn keep_draft(&self, key: &DraftKey, draft: &Draft) -> Result<(), StoreError> {
        let fields = json(&draft.fields)?;
        let oldest = draft.at.saturating_sub(KEPT).unwrap_or(Timestamp::MIN);
        let mut session = self.writing().await?;
        let outcome = async {
            sqlx::query("DELETE FROM drafts WHERE at < ?")
                .bind(oldest.to_string())
                .execute(&mut *session)
                .await?;
            sqlx::query(
                "INSERT OR REPLACE INTO drafts (account, subject, form, version, fields, at) VALUES (?, ?, ?, ?, ?, ?)",
            )
            .bind(key.account)
            .bind(key.subject.as_str())
            .bind(key.form.as_str())
            .bind(draft.version.cast_signed())
            .bind(fields)
            .bind(draft.at.to_string())
            .execute(&mut *session)
            .await?;
            sqlx::query(
                "DELETE FROM drafts WHERE account = ?1 AND (subject, form) NOT IN
                    (SELECT subject, form FROM drafts WHERE account = ?1 ORDER BY at DESC LIMIT ?2)",
            )
            .bind(key.account)
            .bind(MOST)
            .execute(&mut *session)
            .await?;
            Ok(())
        }
        .await;
        self.settle(session, outcome).await
    }

    /// The draft of a form; `None` when nothing was typed, or it was saved or thrown away.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn draft(&self, key: &DraftKey) -> Result<Option<Draft>, StoreError> {
        let row: Option<(i64, String, String)> = sqlx::query_as(
            "SELECT version, fields, at FROM drafts WHERE account = ? AND subject = ? AND form = ?",
        )
        .bind(key.account)
        .bind(key.subject.as_str())
        .bind(key.form.as_str())
        .fetch_optional(self.readers())
        .await?;
        let name = format!("{}, {}, {}", key.account, key.subject, key.form);
        let cells = Cells {
            table: "drafts",
            row: &name,
        };
        row.map(|(version, fields, at)| {
            Ok(Draft {
                version: cells.number("version", version)?,
                fields: cells.json("fields", &fields)?,
                at: cells.parsed("at", &at)?,
            })
        })
        .transpose()
    }

    /// Throws a draft away. There need not be one.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn drop_draft(&self, key: &DraftKey) -> Result<(), StoreError> {
        let mut session = self.writing().await?;
        let outcome = async {
            sqlx::query("DELETE FROM drafts WHERE account = ? AND subject = ? AND form = ?")
                .bind(key.account)
                .bind(key.subject.as_str())
                .bind(key.form.as_str())
                .execute(&mut *session)
                .await?;
            Ok(())
        }
        .await;
        self.settle(session, outcome).await
    }
}
