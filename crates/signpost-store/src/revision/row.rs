//! A revision as it is stored.

use crate::{
    chain::Link,
    error::StoreError,
    model::{Revision, SubjectKind},
    reason_columns::ReasonColumns,
    rows::Cells,
};

#[derive(sqlx::FromRow)]
pub(crate) struct RevisionRow {
    pub(crate) sequence: i64,
    pub(crate) at: String,
    pub(crate) author: String,
    #[sqlx(flatten)]
    pub(crate) why: ReasonColumns,
    pub(crate) subject: String,
    pub(crate) subject_id: String,
    pub(crate) before: Option<String>,
    pub(crate) after: Option<String>,
    pub(crate) previous_hash: String,
    pub(crate) hash: String,
}

impl RevisionRow {
    /// Its fields, for its hash.
    pub(crate) fn link(&self) -> Link<'_> {
        Link {
            previous_hash: &self.previous_hash,
            sequence: self.sequence,
            at: &self.at,
            author: &self.author,
            cause: self.why.cause.as_deref(),
            reason: &self.why.reason,
            detail: self.why.detail.as_deref(),
            subject: &self.subject,
            subject_id: &self.subject_id,
            before: self.before.as_deref(),
            after: self.after.as_deref(),
        }
    }

    /// What kind of thing it is about.
    pub(crate) fn kind(&self) -> Result<SubjectKind, StoreError> {
        let key = self.sequence.to_string();
        cells(&key).one_of("subject", &self.subject)
    }
}

fn cells(key: &str) -> Cells<'_> {
    Cells {
        table: "revisions",
        row: key,
    }
}

impl TryFrom<RevisionRow> for Revision {
    type Error = StoreError;

    fn try_from(row: RevisionRow) -> Result<Self, StoreError> {
        let key = row.sequence.to_string();
        Ok(Self {
            sequence: cells(&key).number("sequence", row.sequence)?,
            at: cells(&key).parsed("at", &row.at)?,
            kind: row.kind()?,
            author: row.author,
            reason: row.why.into_reason(cells(&key))?,
            id: row.subject_id,
            before: row.before,
            after: row.after,
            previous_hash: row.previous_hash,
            hash: row.hash,
        })
    }
}
