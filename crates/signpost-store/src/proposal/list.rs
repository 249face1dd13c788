//! Reading what waits, and what waited.

use sqlx::{QueryBuilder, SqliteConnection};

use crate::{
    error::StoreError,
    model::{Decided, Proposal, ProposalId, ProposalsAsked},
    reason_columns::ReasonColumns,
    rows::Cells,
    store::Store,
};

/// When nobody says how many.
const PAGE: u32 = 200;

#[derive(sqlx::FromRow)]
struct ProposalRow {
    id: i64,
    site: String,
    organization: String,
    author: String,
    #[sqlx(flatten)]
    why: ReasonColumns,
    at: String,
    base: Option<i64>,
    wanted: String,
    parts: String,
    state: String,
    note: String,
    decided_by: Option<String>,
    decided_at: Option<String>,
    revision: Option<i64>,
    was: Option<String>,
}

const SELECT: &str = "SELECT proposals.*, base.after AS was FROM proposals
     LEFT JOIN revisions AS base ON base.sequence = proposals.base";

impl TryFrom<ProposalRow> for Proposal {
    type Error = StoreError;

    fn try_from(row: ProposalRow) -> Result<Self, StoreError> {
        let key = row.id.to_string();
        let cells = Cells {
            table: "proposals",
            row: &key,
        };
        let before = match (row.base, &row.was) {
            (Some(base), Some(was)) => {
                Some((cells.number("base", base)?, cells.json("base", was)?))
            }
            (Some(_), None) => return Err(cells.fault("base")),
            (None, _) => None,
        };
        let decided = match (row.decided_by, &row.decided_at) {
            (Some(by), Some(at)) => Some(Decided {
                by,
                at: cells.parsed("decided_at", at)?,
            }),
            _ => None,
        };
        Ok(Self {
            id: ProposalId(row.id),
            site: cells.parsed("site", &row.site)?,
            organization: cells.parsed("organization", &row.organization)?,
            author: row.author,
            reason: row.why.into_reason(cells)?,
            at: cells.parsed("at", &row.at)?,
            before,
            wanted: cells.json("wanted", &row.wanted)?,
            parts: cells.list("parts", &row.parts)?,
            state: cells.one_of("state", &row.state)?,
            note: row.note,
            decided,
            revision: row
                .revision
                .map(|revision| cells.number("revision", revision))
                .transpose()?,
        })
    }
}

/// Reads proposals inside a transaction: the oldest first when only those that wait are asked for, else the newest first.
pub(super) async fn read_proposals(
    db: &mut SqliteConnection,
    asked: &ProposalsAsked,
) -> Result<Vec<Proposal>, StoreError> {
    let mut query = QueryBuilder::new(SELECT);
    query.push(" WHERE 1 = 1");
    if let Some(organization) = &asked.organization {
        query
            .push(" AND organization = ")
            .push_bind(organization.as_str());
    }
    if let Some(site) = &asked.site {
        query.push(" AND site = ").push_bind(site.as_str());
    }
    query.push(if asked.open_only {
        " AND state = 'waiting' ORDER BY id LIMIT "
    } else {
        " ORDER BY id DESC LIMIT "
    });
    query.push_bind(if asked.limit == 0 { PAGE } else { asked.limit });
    let rows: Vec<ProposalRow> = query.build_query_as().fetch_all(db).await?;
    rows.into_iter().map(Proposal::try_from).collect()
}

/// Reads one proposal inside a transaction.
pub(super) async fn read_proposal(
    db: &mut SqliteConnection,
    id: ProposalId,
) -> Result<Option<Proposal>, StoreError> {
    let mut query = QueryBuilder::new(SELECT);
    query.push(" WHERE id = ").push_bind(id.0);
    let row: Option<ProposalRow> = query.build_query_as().fetch_optional(db).await?;
    row.map(Proposal::try_from).transpose()
}

impl Store {
    /// Proposals: those that wait, the oldest first; or all of them, the newest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn proposals(&self, asked: &ProposalsAsked) -> Result<Vec<Proposal>, StoreError> {
        let mut session = self.reading().await?;
        let found = read_proposals(&mut session, asked).await;
        session.settle(found).await
    }

    /// One proposal; `None` when there never was one of this number.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn proposal(&self, id: ProposalId) -> Result<Option<Proposal>, StoreError> {
        let mut session = self.reading().await?;
        let found = read_proposal(&mut session, id).await;
        session.settle(found).await
    }
}
