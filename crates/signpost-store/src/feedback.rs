//! What visitors say of places: kept by the day, without who or where, until those who look after the place have decided.

use jiff::{ToSpan as _, civil::Date};
use signpost_domain::{FeedbackDecision, FeedbackKind, NeedCode, SiteSlug};

use crate::{
    error::StoreError,
    feedback_outcomes,
    model::{Feedback, NewFeedback},
    rows::{Cells, word},
    store::Store,
};

/// How long what is decided, or was only said to be right, is kept.
const KEPT_DAYS: i64 = 90;
/// How many of those that wait a list holds.
const MOST: i64 = 500;

#[derive(sqlx::FromRow)]
struct FeedbackRow {
    id: i64,
    site: String,
    need: Option<String>,
    said: String,
    words: String,
    day: String,
    state: String,
    decided_by: Option<String>,
}

impl TryFrom<FeedbackRow> for Feedback {
    type Error = StoreError;

    fn try_from(row: FeedbackRow) -> Result<Self, StoreError> {
        let key = row.id.to_string();
        let cells = Cells {
            table: "feedback",
            row: &key,
        };
        let decided = match row.state.as_str() {
            "waiting" => None,
            state => Some((
                cells.one_of("state", state)?,
                row.decided_by.unwrap_or_default(),
            )),
        };
        Ok(Self {
            site: cells.parsed("site", &row.site)?,
            need: cells.maybe("need", row.need.as_deref())?,
            said: cells.one_of("said", &row.said)?,
            words: row.words,
            day: cells.parsed("day", &row.day)?,
            decided,
        })
    }
}

impl Store {
    /// Keeps what somebody says, and answers what all who found this place closed since a day had come for, as far as nobody decided yet.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn add_feedback(
        &self,
        new: &NewFeedback,
        since: Date,
    ) -> Result<Vec<Option<NeedCode>>, StoreError> {
        let mut session = self.writing().await?;
        let outcome = async {
            let old = new.day.saturating_sub(KEPT_DAYS.days());
            sqlx::query(
                "DELETE FROM feedback WHERE day < ? AND (state <> 'waiting' OR said = 'right')",
            )
            .bind(old.to_string())
            .execute(&mut *session)
            .await?;
            sqlx::query(
                "INSERT INTO feedback (site, need, said, words, version, day) VALUES (?, ?, ?, ?, ?, ?)",
            )
            .bind(new.site.as_str())
            .bind(new.need.as_ref().map(NeedCode::as_str))
            .bind(word(&new.said)?)
            .bind(&new.words)
            .bind(new.version.cast_signed())
            .bind(new.day.to_string())
            .execute(&mut *session)
            .await?;
            let rows: Vec<FeedbackRow> = sqlx::query_as(
                "SELECT * FROM feedback WHERE site = ? AND state = 'waiting' AND said = 'closed' AND day >= ?",
            )
            .bind(new.site.as_str())
            .bind(since.to_string())
            .fetch_all(&mut *session)
            .await?;
            let rows = rows.into_iter().map(Feedback::try_from);
            rows.map(|row| Ok(row?.need)).collect()
        }
        .await;
        self.settle(session, outcome).await
    }

    /// What waits for somebody to look, by place, the oldest first; and what was said to be right meanwhile.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn feedback_waiting(&self) -> Result<Vec<Feedback>, StoreError> {
        let rows: Vec<FeedbackRow> = sqlx::query_as(
            "SELECT * FROM feedback WHERE state = 'waiting' ORDER BY site, id LIMIT ?",
        )
        .bind(MOST)
        .fetch_all(self.readers())
        .await?;
        rows.into_iter().map(Feedback::try_from).collect()
    }

    /// What was decided last, the newest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn feedback_decided(&self, limit: u32) -> Result<Vec<Feedback>, StoreError> {
        let rows: Vec<FeedbackRow> = sqlx::query_as(
            "SELECT * FROM feedback WHERE state <> 'waiting' AND said <> 'right' ORDER BY decided_on DESC, id DESC LIMIT ?",
        )
        .bind(limit)
        .fetch_all(self.readers())
        .await?;
        rows.into_iter().map(Feedback::try_from).collect()
    }

    /// Decides all that waits of one place, and deletes the words. Answers what it was.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn decide_feedback(
        &self,
        site: &SiteSlug,
        decision: FeedbackDecision,
        by: &str,
        on: Date,
    ) -> Result<Vec<FeedbackKind>, StoreError> {
        let mut session = self.writing().await?;
        let outcome = async {
            let rows: Vec<FeedbackRow> = sqlx::query_as(
                "SELECT * FROM feedback WHERE site = ? AND state = 'waiting' ORDER BY id",
            )
            .bind(site.as_str())
            .fetch_all(&mut *session)
            .await?;
            sqlx::query(
                "UPDATE feedback SET state = ?, words = '', decided_by = ?, decided_on = ? WHERE site = ? AND state = 'waiting'",
            )
            .bind(word(&decision)?)
            .bind(by)
            .bind(on.to_string())
            .bind(site.as_str())
            .execute(&mut *session)
            .await?;
            let mut said = Vec::with_capacity(rows.len());
            for row in rows {
                let row = Feedback::try_from(row)?;
                feedback_outcomes::count(&mut session, row.said, (row.day, on)).await?;
                said.push(row.said);
            }
            Ok(said)
        }
        .await;
        self.settle(session, outcome).await
    }
}
