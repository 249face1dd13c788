//! Is the file sound, is the chain whole, is every row what its last revision says?

mod history;
mod present;
mod proposals;

use sqlx::SqliteConnection;

use crate::{ProposalId, Store, StoreError, revision::SubjectKind};

/// A database without fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// How many revisions there are.
    pub revisions: u64,
    /// Hash of the last one, in hexadecimal; keep it elsewhere, and nobody can rewrite history unseen.
    pub head: String,
}

/// Something [`Store::verify`] found.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum VerifyFault {
    /// SQLite's own check of the file.
    #[error("the file is damaged: {words}")]
    File {
        /// SQLite's words.
        words: String,
    },
    /// A row points at a row that is not there.
    #[error("a row of {table} points at a row of {parent} that is not there")]
    Orphan {
        /// The table of the row.
        table: String,
        /// The table it points at.
        parent: String,
    },
    /// A revision is missing.
    #[error("revision {sequence} is missing")]
    Gap {
        /// The one that should be there.
        sequence: u64,
    },
    /// Revisions were taken from the end.
    #[error("the last revision should be {counted} and is {last}")]
    End {
        /// The last one there is.
        last: u64,
        /// The last one there ever was.
        counted: u64,
    },
    /// A revision does not follow from the one before.
    #[error("revision {sequence} does not carry the hash of the one before")]
    Link {
        /// The revision.
        sequence: u64,
    },
    /// A revision was altered.
    #[error("revision {sequence} was altered: its hash does not match its words")]
    Altered {
        /// The revision.
        sequence: u64,
    },
    /// Between two revisions of a subject somebody changed the row without one.
    #[error("revision {sequence} of {kind} {id} did not find what the one before had left")]
    Before {
        /// The later revision.
        sequence: u64,
        /// What it is about.
        kind: SubjectKind,
        /// Which one.
        id: String,
    },
    /// A row was changed without a revision.
    #[error("{kind} {id} is not what its last revision ({sequence}) says")]
    Row {
        /// What it is.
        kind: SubjectKind,
        /// Which one.
        id: String,
        /// Its last revision.
        sequence: u64,
    },
    /// A row names another revision as its own.
    #[error("{kind} {id} says its last revision is {found}, but it is {sequence}")]
    Version {
        /// What it is.
        kind: SubjectKind,
        /// Which one.
        id: String,
        /// What the row says.
        found: u64,
        /// Its last revision.
        sequence: u64,
    },
    /// A row is gone without a revision.
    #[error("{kind} {id} is missing, and no revision removed it")]
    Missing {
        /// What it is.
        kind: SubjectKind,
        /// Which one.
        id: String,
    },
    /// A row is there without a revision.
    #[error("{kind} {id} is there, but no revision put it there")]
    Unaccounted {
        /// What it is.
        kind: SubjectKind,
        /// Which one.
        id: String,
    },
    /// A proposal says it was accepted, and the history knows nothing of it.
    #[error(
        "proposal {id} for the site {site} says it became revision {revision}, which is none of that site"
    )]
    Accepted {
        /// Its number.
        id: ProposalId,
        /// The site.
        site: String,
        /// What it says it became.
        revision: u64,
    },
    /// A row cannot be read as what it should be.
    #[error("{words}")]
    Unreadable {
        /// Where, and why.
        words: String,
    },
}

impl Store {
    /// Checks the file, the chain of revisions and the rows: every current row equals what its last revision left, and no revision is
    /// missing, altered or out of place.
    ///
    /// # Errors
    /// [`StoreError::Unsound`] names every fault; [`StoreError::Corrupt`] when the file is too damaged to be read.
    pub async fn verify(&self) -> Result<Verified, StoreError> {
        let mut session = self.reading().await?;
        let outcome = verify(&mut session).await;
        session.settle(outcome).await
    }
}

async fn verify(db: &mut SqliteConnection) -> Result<Verified, StoreError> {
    let faults = file(&mut *db).await?;
    if !faults.is_empty() {
        // What is read from a damaged file means nothing.
        return Err(StoreError::Unsound { faults });
    }
    let mut history = history::read(&mut *db).await?;
    history.settle_doubts(&mut *db).await?;
    present::check(&mut *db, &mut history).await?;
    proposals::check(db, &mut history.faults).await?;
    if history.faults.is_empty() {
        Ok(Verified {
            revisions: history.count,
            head: history.head,
        })
    } else {
        Err(StoreError::Unsound {
            faults: history.faults,
        })
    }
}

async fn file(db: &mut SqliteConnection) -> Result<Vec<VerifyFault>, StoreError> {
    let said: Vec<String> = sqlx::query_scalar("PRAGMA integrity_check")
        .fetch_all(&mut *db)
        .await?;
    let damage = said
        .into_iter()
        .filter(|words| words != "ok")
        .map(|words| VerifyFault::File { words });
    let orphans: Vec<(String, String)> =
        sqlx::query_as(r#"SELECT "table", parent FROM pragma_foreign_key_check"#)
            .fetch_all(db)
            .await?;
    let orphans = orphans
        .into_iter()
        .map(|(table, parent)| VerifyFault::Orphan { table, parent });
    Ok(damage.chain(orphans).collect())
}
