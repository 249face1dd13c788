//! What people asked "what if" about disposal points, and kept.

use jiff::Timestamp;
use serde::{Serialize, de::DeserializeOwned};

use crate::{
    error::StoreError,
    model::DisposalIdea,
    rows::{Cells, json},
    store::Store,
};

impl Store {
    /// Keeps one. Its number.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn keep_idea<T: Serialize>(&self, idea: &DisposalIdea<T>) -> Result<i64, StoreError> {
        let changes = json(&idea.changes)?;
        let mut session = self.writing().await?;
        let outcome = async {
            let done = sqlx::query(
                "INSERT INTO disposal_ideas (name, note, changes, author, at) VALUES (?, ?, ?, ?, ?)",
            )
            .bind(idea.name.as_str())
            .bind(idea.note.as_str())
            .bind(changes)
            .bind(idea.author.as_str())
            .bind(idea.at.to_string())
            .execute(&mut *session)
            .await?;
            Ok(done.last_insert_rowid())
        }
        .await;
        self.settle(session, outcome).await
    }

    /// Those that nobody took off the list, the last first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn ideas<T: DeserializeOwned>(&self) -> Result<Vec<DisposalIdea<T>>, StoreError> {
        let rows: Vec<(i64, String, String, String, String, String)> = sqlx::query_as(
            "SELECT id, name, note, changes, author, at FROM disposal_ideas WHERE gone_at IS NULL ORDER BY id DESC LIMIT 200",
        )
        .fetch_all(self.readers())
        .await?;
        rows.into_iter()
            .map(|(id, name, note, changes, author, at)| {
                let row = id.to_string();
                let cells = Cells {
                    table: "disposal_ideas",
                    row: &row,
                };
                Ok(DisposalIdea {
                    id,
                    changes: cells.json("changes", &changes)?,
                    at: cells.parsed("at", &at)?,
                    name,
                    note,
                    author,
                })
            })
            .collect()
    }

    /// Takes one off the list.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn drop_idea(&self, id: i64, at: Timestamp) -> Result<(), StoreError> {
        let mut session = self.writing().await?;
        let outcome = async {
            sqlx::query("UPDATE disposal_ideas SET gone_at = ? WHERE id = ? AND gone_at IS NULL")
                .bind(at.to_string())
                .bind(id)
                .execute(&mut *session)
                .await?;
            Ok(())
        }
        .await;
        self.settle(session, outcome).await
    }
}
