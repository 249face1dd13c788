//! The append-only history: what changed, who answers for it, and a hash that ties it to everything before.

use std::fmt;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use sqlx::{QueryBuilder, SqliteConnection};

use crate::{
    Store, StoreError,
    chain::{BEGINNING, Link},
    model::Reason,
    reason_columns::ReasonColumns,
    rows::{Aggregate, Cells, json, word},
};

/// What a revision is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SubjectKind {
    /// The directory's own words: edition, title, banner, zone, centre, needs.
    Settings,
    /// An organization.
    Organization,
    /// A site with its services and exceptions.
    Site,
    /// A phone line.
    Line,
    /// A landmark.
    Landmark,
    /// Banks and crossings.
    Ground,
    /// A version of the plan.
    Plan,
}

/// In plain words, for a sentence.
impl fmt::Display for SubjectKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Settings => "settings of the",
            Self::Organization => "organization",
            Self::Site => "site",
            Self::Line => "line",
            Self::Landmark => "landmark",
            Self::Ground => "the",
            Self::Plan => "plan",
        })
    }
}

/// One change of one subject.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// Its place in the history, from 1 without gaps.
    pub sequence: u64,
    /// When it was made.
    pub at: Timestamp,
    /// Who answers for it.
    pub author: String,
    /// Why.
    pub reason: Reason,
    /// What kind of thing changed.
    pub kind: SubjectKind,
    /// Which one: an id, a slug, a plan's version.
    pub id: String,
    /// The subject before, as JSON; `None` when it is new.
    pub before: Option<String>,
    /// The subject after, as JSON; `None` when it was removed.
    pub after: Option<String>,
    /// Hash of the revision before, in hexadecimal.
    pub previous_hash: String,
    /// Its own hash, in hexadecimal.
    pub hash: String,
}

/// Which revisions are asked for.
#[derive(Debug, Clone, Default)]
pub struct RevisionsAsked {
    /// Only those about this subject.
    pub subject: Option<(SubjectKind, String)>,
    /// Only those before this sequence, for the next page.
    pub before: Option<u64>,
    /// At most so many; 0 means 100.
    pub limit: u32,
}

#[derive(sqlx::FromRow)]
pub(crate) struct Row {
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

impl Row {
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

impl TryFrom<Row> for Revision {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        let key = row.sequence.to_string();
        Ok(Self {
            sequence: cells(&key).number("sequence", row.sequence)?,
            at: cells(&key).parsed("at", &row.at)?,
            kind: row.kind()?,
            author: row.author,
            reason: row.why.read(cells(&key))?,
            id: row.subject_id,
            before: row.before,
            after: row.after,
            previous_hash: row.previous_hash,
            hash: row.hash,
        })
    }
}

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

/// When nobody says how many.
const PAGE: u32 = 100;

impl Store {
    /// The history, newest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn revisions(&self, asked: &RevisionsAsked) -> Result<Vec<Revision>, StoreError> {
        let mut query = QueryBuilder::new("SELECT * FROM revisions WHERE sequence < ");
        let before = asked
            .before
            .and_then(|before| i64::try_from(before).ok())
            .unwrap_or(i64::MAX);
        query.push_bind(before);
        if let Some((kind, id)) = &asked.subject {
            query.push(" AND subject = ").push_bind(word(kind)?);
            query.push(" AND subject_id = ").push_bind(id.as_str());
        }
        let limit = if asked.limit == 0 { PAGE } else { asked.limit };
        query
            .push(" ORDER BY sequence DESC LIMIT ")
            .push_bind(limit);
        let rows: Vec<Row> = query.build_query_as().fetch_all(self.readers()).await?;
        rows.into_iter().map(Revision::try_from).collect()
    }
}
