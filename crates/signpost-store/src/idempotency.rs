//! Answers already given, so that a client that lost one may ask again: one key, one request, one change.

use jiff::{SignedDuration, Timestamp};
use sqlx::SqliteConnection;

use crate::{
    chain::{digest, hexadecimal},
    error::StoreError,
    legacy_reason,
    model::{ProposalId, Reason},
    reason_columns::ReasonColumns,
    revision::By,
};

/// An edit that is stored for good.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Edited {
    /// The site's version now.
    pub sequence: u64,
    /// Whether this request was answered before, so that nothing was changed now.
    pub replayed: bool,
    /// What of it waits for a steward.
    pub proposal: Option<ProposalId>,
}

/// How long an answer is kept for a client that lost it.
const KEYS_KEPT: SignedDuration = SignedDuration::from_hours(24 * 30);

/// What makes two requests the same request. The instant does not: asking again is later.
pub(crate) struct RequestHash {
    hash: String,
    /// As releases before migration 7 made it. Their keys are kept for 30 days, and a client that asks again may have asked them first.
    legacy: String,
}

impl RequestHash {
    /// The hash of a request of this kind: what is asked for, why, and what more comes with it.
    pub(crate) fn of(
        kind: &str,
        asked: &[Option<&str>],
        reason: &Reason,
        more: Option<&str>,
    ) -> Result<Self, StoreError> {
        let why = ReasonColumns::of(reason)?;
        let why = [
            why.cause.as_deref(),
            Some(&*why.reason),
            why.detail.as_deref(),
        ];
        let sentence = legacy_reason::sentence(reason);
        let hash = |form: u8, why: &[Option<&str>]| {
            let mut texts = [asked, why].concat();
            // Without it, the hash is what it was before anything could wait: keys that are kept stay good.
            texts.extend(more.map(Some));
            hexadecimal(&digest(&format!("signpost {kind} {form}"), &texts))
        };
        Ok(Self {
            hash: hash(2, &why),
            legacy: hash(1, &[Some(&sentence)]),
        })
    }
}

/// The answer that was given for this key before.
pub(crate) async fn answered(
    db: &mut SqliteConnection,
    author: &str,
    key: &str,
    request: &RequestHash,
) -> Result<Option<Edited>, StoreError> {
    let before: Option<(String, i64, Option<i64>)> = sqlx::query_as(
        "SELECT request_hash, sequence, proposal FROM idempotency_keys WHERE author = ? AND key = ?",
    )
    .bind(author)
    .bind(key)
    .fetch_optional(db)
    .await?;
    match before {
        None => Ok(None),
        Some((hash, ..)) if hash != request.hash && hash != request.legacy => {
            Err(StoreError::KeyReused)
        }
        Some((_, sequence, proposal)) => Ok(Some(Edited {
            sequence: sequence.unsigned_abs(),
            replayed: true,
            proposal: proposal.map(ProposalId),
        })),
    }
}

/// Keeps an answer for a client that loses it.
pub(crate) async fn remember(
    db: &mut SqliteConnection,
    by: By<'_>,
    key: &str,
    request: &RequestHash,
    edited: Edited,
) -> Result<(), StoreError> {
    let oldest = by.at.saturating_sub(KEYS_KEPT).unwrap_or(Timestamp::MIN);
    sqlx::query("DELETE FROM idempotency_keys WHERE at < ?")
        .bind(oldest.to_string())
        .execute(&mut *db)
        .await?;
    sqlx::query(
        "INSERT INTO idempotency_keys (author, key, request_hash, sequence, at, proposal) VALUES (?, ?, ?, ?, ?, ?)",
    )
    .bind(by.author)
    .bind(key)
    .bind(request.hash.as_str())
    .bind(edited.sequence.cast_signed())
    .bind(by.at.to_string())
    .bind(edited.proposal.map(|id| id.0))
    .execute(db)
    .await?;
    Ok(())
}
