//! The part of an edit that waits for a steward.

use signpost_domain::OrganizationId;
use sqlx::SqliteConnection;

use super::list::read_proposals;
use crate::{
    check::check,
    error::StoreError,
    model::{Proposal, ProposalId, ProposalsAsked, Waiting},
    reason_columns::ReasonColumns,
    revision::By,
    rows::json,
};

/// Who asks for what, about which site.
pub(super) struct Asking<'a> {
    pub(super) organization: &'a OrganizationId,
    pub(super) base: Option<u64>,
    pub(super) waiting: &'a Waiting,
    pub(super) by: By<'a>,
}

/// Keeps what waits, inside the transaction of the edit it came with. `base` is the version that the edit left.
///
/// Parts that are named again are taken out of the proposals that named them before; one that has none left is replaced.
pub(crate) async fn wait(
    db: &mut SqliteConnection,
    base: u64,
    waiting: &Waiting,
    by: By<'_>,
) -> Result<ProposalId, StoreError> {
    check(&mut *db, &waiting.wanted).await?;
    let earlier = ProposalsAsked {
        site: Some(waiting.wanted.slug.clone()),
        open_only: true,
        ..ProposalsAsked::default()
    };
    let earlier = read_proposals(&mut *db, &earlier).await?;
    let asking = Asking {
        organization: &waiting.wanted.organization,
        base: Some(base),
        waiting,
        by,
    };
    let same = |old: &&Proposal| {
        let was = old.before.as_ref().map(|(version, _)| *version);
        old.wanted == waiting.wanted && old.parts == waiting.parts && was == Some(base)
    };
    if let Some(old) = earlier.iter().find(same) {
        return Ok(old.id);
    }
    for old in &earlier {
        give_way(&mut *db, old, &asking).await?;
    }
    insert(db, &asking).await
}

/// Takes what is asked for again out of an earlier proposal.
async fn give_way(
    db: &mut SqliteConnection,
    old: &Proposal,
    asking: &Asking<'_>,
) -> Result<(), StoreError> {
    let named = |part: &&String| !asking.waiting.parts.contains(*part);
    let left: Vec<&String> = old.parts.iter().filter(named).collect();
    if left.len() == old.parts.len() {
        return Ok(());
    }
    if !left.is_empty() {
        sqlx::query("UPDATE proposals SET parts = ? WHERE id = ?")
            .bind(json(&left)?)
            .bind(old.id.0)
            .execute(db)
            .await?;
        return Ok(());
    }
    sqlx::query(
        "UPDATE proposals SET state = 'replaced', decided_by = ?, decided_at = ? WHERE id = ?",
    )
    .bind(asking.by.author)
    .bind(asking.by.at.to_string())
    .bind(old.id.0)
    .execute(db)
    .await?;
    Ok(())
}

/// Keeps it as a proposal.
pub(super) async fn insert(
    db: &mut SqliteConnection,
    asking: &Asking<'_>,
) -> Result<ProposalId, StoreError> {
    let Waiting { wanted, parts } = asking.waiting;
    let why = ReasonColumns::of(asking.by.reason)?;
    let done = sqlx::query(
        "INSERT INTO proposals (site, organization, author, cause, reason, detail, at, base, wanted, parts, state, note)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting', '')",
    )
    .bind(wanted.slug.as_str())
    .bind(asking.organization.as_str())
    .bind(asking.by.author)
    .bind(why.cause)
    .bind(why.reason)
    .bind(why.detail)
    .bind(asking.by.at.to_string())
    .bind(asking.base.map(u64::cast_signed))
    .bind(json(wanted)?)
    .bind(json(parts)?)
    .execute(db)
    .await?;
    Ok(ProposalId(done.last_insert_rowid()))
}
