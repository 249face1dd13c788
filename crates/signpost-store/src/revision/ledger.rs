//! The end of the history, where what changes is added, tied by its hash to everything before.

use jiff::Timestamp;
use sqlx::SqliteConnection;

use crate::{
    chain::{BEGINNING, Link},
    error::StoreError,
    model::Reason,
    reason_columns::ReasonColumns,
    rows::{Aggregate, json, word},
};

/// Who answers for a change, why, and when it was made.
#[derive(Clone, Copy)]
pub(crate) struct By<'a> {
    pub(crate) author: &'a str,
    pub(crate) reason: &'a Reason,
    pub(crate) at: Timestamp,
}

/// The end of the history, inside a transaction that writes.
pub(crate) struct Ledger<'a> {
    by: By<'a>,
    why: ReasonColumns,
    sequence: i64,
    hash: String,
}

impl<'a> Ledger<'a> {
    /// Reads the end of the history.
    pub(crate) async fn open(db: &mut SqliteConnection, by: By<'a>) -> Result<Self, StoreError> {
        let last: Option<(i64, String)> =
            sqlx::query_as("SELECT sequence, hash FROM revisions ORDER BY sequence DESC LIMIT 1")
                .fetch_optional(db)
                .await?;
        let (sequence, hash) = last.unwrap_or_else(|| (0, BEGINNING.to_owned()));
        Ok(Self {
            why: ReasonColumns::of(by.reason)?,
            by,
            sequence,
            hash,
        })
    }

    /// The sequence of the last revision; 0 when there is none.
    pub(crate) fn sequence(&self) -> u64 {
        // A CHECK keeps it above 0.
        self.sequence.unsigned_abs()
    }

    /// Adds one revision and gives its sequence. One of the two is there at least.
    pub(crate) async fn append<A: Aggregate>(
        &mut self,
        db: &mut SqliteConnection,
        before: Option<&A>,
        after: Option<&A>,
    ) -> Result<i64, StoreError> {
        let id = after.or(before).map(Aggregate::id).unwrap_or_default();
        let subject = word(&A::KIND)?;
        let before = before.map(json).transpose()?;
        let after = after.map(json).transpose()?;
        let at = self.by.at.to_string();
        let link = Link {
            previous_hash: &self.hash,
            sequence: self.sequence + 1,
            at: &at,
            author: self.by.author,
            cause: self.why.cause.as_deref(),
            reason: &self.why.reason,
            detail: self.why.detail.as_deref(),
            subject: &subject,
            subject_id: &id,
            before: before.as_deref(),
            after: after.as_deref(),
        };
        let hash = link.hash();
        sqlx::query(
            "INSERT INTO revisions
                (sequence, at, author, cause, reason, detail, subject, subject_id, before, after, previous_hash, hash)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )
        .bind(link.sequence)
        .bind(link.at)
        .bind(link.author)
        .bind(link.cause)
        .bind(link.reason)
        .bind(link.detail)
        .bind(link.subject)
        .bind(link.subject_id)
        .bind(link.before)
        .bind(link.after)
        .bind(link.previous_hash)
        .bind(hash.as_str())
        .execute(db)
        .await?;
        self.sequence += 1;
        self.hash = hash;
        Ok(self.sequence)
    }
}
