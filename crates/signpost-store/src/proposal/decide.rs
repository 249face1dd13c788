//! The end of a proposal: accepted, sent back or withdrawn, once and for good.

use jiff::Timestamp;
use signpost_domain::Site;
use sqlx::SqliteConnection;

use super::{list::read_proposal, new_site::add};
use crate::{
    check::check,
    edit::put,
    error::StoreError,
    idempotency::Edited,
    model::{Decision, Proposal, ProposalId, ProposalState},
    revision::By,
    rows::{in_order, site, word},
    store::Store,
};

impl Decision {
    const fn state(&self) -> ProposalState {
        match self {
            Self::Accept { .. } => ProposalState::Accepted,
            Self::SendBack { .. } => ProposalState::SentBack,
            Self::Withdraw => ProposalState::Withdrawn,
        }
    }
}

impl Store {
    /// Ends a proposal. Accepting writes the site and ends the proposal in one transaction, and answers with the version of the site.
    ///
    /// # Errors
    /// [`StoreError::NoSuchProposal`], [`StoreError::Decided`] when somebody was first, [`StoreError::Stale`] when the site is no longer
    /// the one that was `expected`, [`StoreError::NoSuchSite`] when it is gone, [`StoreError::SlugTaken`], [`StoreError::Renamed`] and
    /// [`StoreError::Faulty`]; the others when the database cannot be written. Nothing was changed then.
    pub async fn decide(
        &self,
        id: ProposalId,
        decision: Decision,
        author: &str,
        at: Timestamp,
    ) -> Result<Option<Edited>, StoreError> {
        let mut session = self.writing().await?;
        let outcome = async {
            let db = &mut *session;
            let proposal = read_proposal(&mut *db, id)
                .await?
                .ok_or(StoreError::NoSuchProposal { id })?;
            if proposal.state != ProposalState::Waiting {
                return Err(StoreError::Decided {
                    id,
                    state: proposal.state,
                });
            }
            let state = decision.state();
            let (note, edited) = match decision {
                Decision::Withdraw => (String::new(), None),
                Decision::SendBack { note } => (note, None),
                Decision::Accept {
                    site,
                    expected,
                    reason,
                } => {
                    let reason = &reason;
                    let by = By { author, reason, at };
                    let edited = accept(&mut *db, &proposal, in_order(*site), expected, by).await?;
                    (String::new(), Some(edited))
                }
            };
            sqlx::query(
                "UPDATE proposals SET state = ?, note = ?, decided_by = ?, decided_at = ?, revision = ? WHERE id = ?",
            )
            .bind(word(&state)?)
            .bind(note)
            .bind(author)
            .bind(at.to_string())
            .bind(edited.map(|edited| edited.sequence.cast_signed()))
            .bind(id.0)
            .execute(db)
            .await?;
            Ok(edited)
        }
        .await;
        self.settle(session, outcome).await
    }
}

/// Writes what was accepted.
async fn accept(
    db: &mut SqliteConnection,
    proposal: &Proposal,
    wanted: Site,
    expected: Option<u64>,
    by: By<'_>,
) -> Result<Edited, StoreError> {
    if wanted.slug != proposal.site {
        return Err(StoreError::Renamed {
            slug: proposal.site.clone(),
            given: wanted.slug,
        });
    }
    let Some(expected) = expected else {
        return add(db, &wanted, Some(proposal.id), by).await;
    };
    let Some(current) = site(&mut *db, &proposal.site).await? else {
        return Err(StoreError::NoSuchSite {
            slug: proposal.site.clone(),
        });
    };
    if current.revision != expected {
        return Err(StoreError::Stale {
            current: current.revision,
        });
    }
    check(&mut *db, &wanted).await?;
    put(db, &current, &wanted, by).await
}
