//! "We are Indigenous-led": kept until a steward has looked, and public only then.

use jiff::Timestamp;
use signpost_domain::OrganizationId;
use sqlx::SqliteConnection;

use crate::{
    error::StoreError,
    idempotency::Edited,
    model::{Cause, Claim, ClaimId, Decided, ProposalState, Reason},
    revision::{By, Ledger},
    rows::{Aggregate as _, Cells, organization, word},
    store::Store,
};

#[derive(sqlx::FromRow)]
struct ClaimRow {
    id: i64,
    organization: String,
    author: String,
    at: String,
    state: String,
    note: String,
    decided_by: Option<String>,
    decided_at: Option<String>,
}

impl TryFrom<ClaimRow> for Claim {
    type Error = StoreError;

    fn try_from(row: ClaimRow) -> Result<Self, StoreError> {
        let key = row.id.to_string();
        let cells = Cells {
            table: "claims",
            row: &key,
        };
        let decided_at: Option<Timestamp> = cells.maybe("decided_at", row.decided_at.as_deref())?;
        Ok(Self {
            id: ClaimId(row.id),
            organization: cells.parsed("organization", &row.organization)?,
            author: row.author,
            at: cells.parsed("at", &row.at)?,
            state: cells.one_of("state", &row.state)?,
            note: row.note,
            decided: row
                .decided_by
                .zip(decided_at)
                .map(|(by, at)| Decided { by, at }),
        })
    }
}

impl Store {
    /// Keeps what an organization says of itself until a steward has looked. Saying it twice keeps it once.
    ///
    /// # Errors
    /// [`StoreError::NoSuchOrganization`], and when the database cannot be written.
    pub async fn claim(
        &self,
        of: &OrganizationId,
        author: &str,
        at: Timestamp,
    ) -> Result<ClaimId, StoreError> {
        let mut session = self.writing().await?;
        let outcome = async {
            if organization(&mut session, of).await?.is_none() {
                return Err(StoreError::NoSuchOrganization { id: of.clone() });
            }
            let waiting: Option<i64> = sqlx::query_scalar(
                "SELECT id FROM claims WHERE organization = ? AND state = 'waiting'",
            )
            .bind(of.as_str())
            .fetch_optional(&mut *session)
            .await?;
            if let Some(id) = waiting {
                return Ok(ClaimId(id));
            }
            let done = sqlx::query(
                "INSERT INTO claims (organization, claim, author, at, state) VALUES (?, 'indigenous_led', ?, ?, 'waiting')",
            )
            .bind(of.as_str())
            .bind(author)
            .bind(at.to_string())
            .execute(&mut *session)
            .await?;
            Ok(ClaimId(done.last_insert_rowid()))
        }
        .await;
        self.settle(session, outcome).await
    }

    /// The claims of one organization or of all: those that wait first, then the newest decided ones.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn claims(&self, of: Option<&OrganizationId>) -> Result<Vec<Claim>, StoreError> {
        let rows: Vec<ClaimRow> = sqlx::query_as(
            "SELECT * FROM claims WHERE ?1 IS NULL OR organization = ?1 ORDER BY state <> 'waiting', id DESC LIMIT 100",
        )
        .bind(of.map(OrganizationId::as_str))
        .fetch_all(self.readers())
        .await?;
        rows.into_iter().map(Claim::try_from).collect()
    }

    /// How many claims wait for a steward.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn claims_waiting(&self) -> Result<usize, StoreError> {
        let waiting: i64 =
            sqlx::query_scalar("SELECT count(*) FROM claims WHERE state = 'waiting'")
                .fetch_one(self.readers())
                .await?;
        Ok(usize::try_from(waiting).unwrap_or_default())
    }

    /// Makes a claim public, as a revision of its organization that says who asked for it.
    ///
    /// # Errors
    /// [`StoreError::NoSuchClaim`], also when somebody decided before; [`StoreError::NoSuchOrganization`], and when the database cannot be
    /// written.
    pub async fn accept_claim(
        &self,
        id: ClaimId,
        author: &str,
        at: Timestamp,
    ) -> Result<Edited, StoreError> {
        let mut session = self.writing().await?;
        let outcome = async {
            let db = &mut *session;
            let claim = waiting(&mut *db, id).await?;
            let Some(current) = organization(&mut *db, &claim.organization).await? else {
                return Err(StoreError::NoSuchOrganization {
                    id: claim.organization,
                });
            };
            let reason = Reason {
                asked_by: Some(claim.author),
                ..Cause::OrganizationChanged.into()
            };
            let mut wanted = current.row.clone();
            wanted.indigenous_led = true;
            let mut sequence = current.revision;
            if wanted != current.row {
                let reason = &reason;
                let mut ledger = Ledger::open(&mut *db, By { author, reason, at }).await?;
                let revision = ledger
                    .append(&mut *db, Some(&current.row), Some(&wanted))
                    .await?;
                wanted.write(&mut *db, revision).await?;
                sequence = ledger.sequence();
            }
            end(
                db,
                id,
                ProposalState::Accepted,
                "",
                Some(sequence),
                author,
                at,
            )
            .await?;
            Ok(Edited {
                sequence,
                replayed: sequence == current.revision,
                proposal: None,
            })
        }
        .await;
        self.settle(session, outcome).await
    }

    /// Ends a claim that does not become public: sent back with a note, or, without one, taken back by its own people.
    ///
    /// # Errors
    /// [`StoreError::NoSuchClaim`], also when somebody decided before, and when the database cannot be written.
    pub async fn drop_claim(
        &self,
        id: ClaimId,
        note: Option<&str>,
        author: &str,
        at: Timestamp,
    ) -> Result<(), StoreError> {
        let mut session = self.writing().await?;
        let outcome = async {
            waiting(&mut session, id).await?;
            let state = match note {
                Some(_) => ProposalState::SentBack,
                None => ProposalState::Withdrawn,
            };
            end(
                &mut session,
                id,
                state,
                note.unwrap_or_default(),
                None,
                author,
                at,
            )
            .await
        }
        .await;
        self.settle(session, outcome).await
    }
}

async fn waiting(db: &mut SqliteConnection, id: ClaimId) -> Result<Claim, StoreError> {
    let row: Option<ClaimRow> =
        sqlx::query_as("SELECT * FROM claims WHERE id = ? AND state = 'waiting'")
            .bind(id.0)
            .fetch_optional(db)
            .await?;
    row.map(Claim::try_from)
        .transpose()?
        .ok_or(StoreError::NoSuchClaim { id: id.0 })
}

async fn end(
    db: &mut SqliteConnection,
    id: ClaimId,
    state: ProposalState,
    note: &str,
    revision: Option<u64>,
    author: &str,
    at: Timestamp,
) -> Result<(), StoreError> {
    sqlx::query(
        "UPDATE claims SET state = ?, note = ?, revision = ?, decided_by = ?, decided_at = ? WHERE id = ?",
    )
    .bind(word(&state)?)
    .bind(note)
    .bind(revision.map(u64::cast_signed))
    .bind(author)
    .bind(at.to_string())
    .bind(id.0)
    .execute(db)
    .await?;
    Ok(())
}
