//! Changes that wait for a steward: what they are, and reading them.

mod decide;
mod propose;

use std::fmt;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use signpost_domain::{OrganizationId, Site, SiteSlug};
use sqlx::{QueryBuilder, SqliteConnection};

pub use decide::Decision;
pub use propose::NewSite;
pub(crate) use propose::wait;

use crate::{Reason, Store, StoreError, reason_columns::ReasonColumns, rows::Cells};

/// The number of a proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ProposalId(pub i64);

impl fmt::Display for ProposalId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// How far a proposal got.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProposalState {
    /// A steward has not looked yet.
    Waiting,
    /// It is public.
    Accepted,
    /// A steward asked for something else; the note says what.
    SentBack,
    /// Its own people took it back.
    Withdrawn,
    /// A later proposal asks for the same parts.
    Replaced,
}

impl fmt::Display for ProposalState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Waiting => "waiting",
            Self::Accepted => "accepted",
            Self::SentBack => "sent back",
            Self::Withdrawn => "withdrawn",
            Self::Replaced => "replaced by a later one",
        })
    }
}

/// The part of an edit that waits while the rest is public at once.
#[derive(Debug, Clone, PartialEq)]
pub struct Waiting {
    /// The whole site as it shall be once all of it is accepted.
    pub wanted: Site,
    /// Names of the parts in which `wanted` differs from what the edit makes public. The store compares them, and reads no more into them.
    pub parts: Vec<String>,
}

/// Who ended a proposal, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decided {
    /// Who.
    pub by: String,
    /// When.
    pub at: Timestamp,
}

/// A change that waits, or waited.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposal {
    /// Its number.
    pub id: ProposalId,
    /// The site; one that is not there yet when `before` is `None`.
    pub site: SiteSlug,
    /// Whose site.
    pub organization: OrganizationId,
    /// Who asks for it.
    pub author: String,
    /// Why.
    pub reason: Reason,
    /// When it was asked for.
    pub at: Timestamp,
    /// The version of the site that `wanted` differs from, and that version; `None` for a new site.
    pub before: Option<(u64, Site)>,
    /// The whole site as it shall be.
    pub wanted: Site,
    /// The parts of `wanted` that are asked for still: those a later proposal names are no longer among them. Empty for a new site.
    pub parts: Vec<String>,
    /// How far it got.
    pub state: ProposalState,
    /// What the steward wrote back; may be empty.
    pub note: String,
    /// Who ended it; `None` while it waits.
    pub decided: Option<Decided>,
    /// The revision that came of it.
    pub revision: Option<u64>,
}

/// Which proposals are asked for.
#[derive(Debug, Clone, Default)]
pub struct ProposalsAsked {
    /// Only those about sites of this organization.
    pub organization: Option<OrganizationId>,
    /// Only those about this site.
    pub site: Option<SiteSlug>,
    /// Only those that wait.
    pub open_only: bool,
    /// At most so many; 0 means 200.
    pub limit: u32,
}

/// When nobody says how many.
const PAGE: u32 = 200;

#[derive(sqlx::FromRow)]
struct Row {
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

impl TryFrom<Row> for Proposal {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
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
            reason: row.why.read(cells)?,
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
async fn read(
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
    let rows: Vec<Row> = query.build_query_as().fetch_all(db).await?;
    rows.into_iter().map(Proposal::try_from).collect()
}

/// Reads one proposal inside a transaction.
async fn one(db: &mut SqliteConnection, id: ProposalId) -> Result<Option<Proposal>, StoreError> {
    let mut query = QueryBuilder::new(SELECT);
    query.push(" WHERE id = ").push_bind(id.0);
    let row: Option<Row> = query.build_query_as().fetch_optional(db).await?;
    row.map(Proposal::try_from).transpose()
}

impl Store {
    /// Proposals: those that wait, the oldest first; or all of them, the newest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn proposals(&self, asked: &ProposalsAsked) -> Result<Vec<Proposal>, StoreError> {
        let mut session = self.reading().await?;
        let found = read(&mut session, asked).await;
        session.settle(found).await
    }

    /// One proposal; `None` when there never was one of this number.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn proposal(&self, id: ProposalId) -> Result<Option<Proposal>, StoreError> {
        let mut session = self.reading().await?;
        let found = one(&mut session, id).await;
        session.settle(found).await
    }
}
