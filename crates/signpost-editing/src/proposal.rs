//! What waits for a steward on its way out: brought together with what changed since, stored, served.

use signpost_changes::{Difference, Merge, Part, differences, merge, put_all};
use signpost_domain::Site;
use signpost_locate::Inputs;
use signpost_store::{Decision, Loaded, Proposal, ProposalId, Reason, Store, StoreError};

use crate::{EditError, Live, refresh, site::put_in_place};

/// What accepting would do.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// The site as it is now, and its version; `None` for a new one.
    pub current: Option<(Site, u64)>,
    /// The site as it would be, what changed since it was asked for, and what cannot both be.
    pub merge: Merge,
    /// What would change, of what is public now.
    pub changes: Vec<Difference>,
}

/// What accepting a proposal would do to the site as it is `current`ly; `None` when the site is gone.
#[must_use]
pub fn outcome(proposal: &Proposal, current: Option<(Site, u64)>) -> Option<Outcome> {
    let Some((_, base)) = &proposal.before else {
        let site = proposal.wanted.clone();
        return Some(Outcome {
            changes: differences(None, Some(&site)),
            merge: Merge {
                site,
                theirs_changed: vec![],
                conflicts: vec![],
            },
            current: None,
        });
    };
    let (theirs, version) = current?;
    let asked_for: Vec<Difference> = differences(Some(base), Some(&proposal.wanted))
        .into_iter()
        .filter(|difference| proposal.parts.contains(&difference.part.to_string()))
        .collect();
    let mut mine = base.clone();
    put_all(&mut mine, &asked_for);
    let merge = merge(base, &mine, &theirs);
    Some(Outcome {
        changes: differences(Some(&theirs), Some(&merge.site)),
        merge,
        current: Some((theirs, version)),
    })
}

/// How a steward accepts.
#[derive(Debug, Clone)]
pub struct Accepting {
    /// The version the steward saw; `None` for a new site.
    pub seen: Option<u64>,
    /// Of the parts that changed meanwhile too, those to be as they were asked for.
    pub parts_as_asked: Vec<Part>,
    /// How the history names the steward.
    pub author: String,
}

/// What became of it.
#[derive(Debug)]
pub enum Accepted {
    /// It is public.
    Done,
    /// The site is not the one that the steward saw; they should look again.
    LookAgain,
    /// Somebody decided before.
    Decided,
}

/// Makes what waits public: stored for good, and served, when this comes back.
///
/// # Errors
/// [`EditError::NotFound`] when there is no such proposal or its site is gone, [`EditError::Fields`] when the site could not stand in the
/// directory, and when the database cannot be written; nothing was changed then.
pub async fn accept(live: &Live, id: ProposalId, how: Accepting) -> Result<Accepted, EditError> {
    live.edit(async |store| in_turn(live, store, id, how).await)
        .await
}

async fn in_turn(
    live: &Live,
    store: &Store,
    id: ProposalId,
    how: Accepting,
) -> Result<Accepted, EditError> {
    let proposal = store.proposal(id).await?.ok_or(EditError::NotFound)?;
    let loaded = store.load().await?;
    let slug = &proposal.site;
    let current = loaded
        .directory
        .iter()
        .flat_map(|directory| &directory.sites)
        .find(|site| site.slug == *slug)
        .cloned()
        .zip(loaded.versions.get(slug).copied());
    let found = outcome(&proposal, current).ok_or(EditError::NotFound)?;
    let expected = found.current.as_ref().map(|(_, version)| *version);
    if expected != how.seen {
        return Ok(Accepted::LookAgain);
    }
    let site = found.merge.with_mine(&how.parts_as_asked).site;
    // Built before anything is stored: what cannot be served is never acknowledged.
    let next = refresh::build(live, with_site(loaded, &site)?).await?;
    let reason = Reason {
        asked_by: Some(proposal.author.clone()),
        ..proposal.reason.clone()
    };
    let decision = Decision::Accept {
        site: Box::new(site),
        expected,
        reason,
    };
    match store.decide(id, decision, &how.author, live.now()).await {
        Ok(edited) => {
            let edited = edited.ok_or_else(|| EditError::internal("nothing came of it"))?;
            put_in_place(live, store, Some(next), edited).await;
            Ok(Accepted::Done)
        }
        Err(StoreError::Stale { .. }) => Ok(Accepted::LookAgain),
        Err(StoreError::Decided { .. }) => Ok(Accepted::Decided),
        Err(error) => Err(error.into()),
    }
}

/// The directory with this site in the place of the one before, or new.
pub fn with_site(loaded: Loaded, site: &Site) -> Result<Inputs, EditError> {
    let mut directory = loaded
        .directory
        .ok_or_else(|| EditError::internal("the directory went missing"))?;
    let sequence = loaded.sequence + 1;
    // As the database lists them, so that the snapshot is the one a restart would build.
    let place = directory.sites.partition_point(|own| own.slug < site.slug);
    match directory.sites.get_mut(place) {
        Some(own) if own.slug == site.slug => *own = site.clone(),
        _ => directory.sites.insert(place, site.clone()),
    }
    let mut versions = loaded.versions;
    versions.insert(site.slug.clone(), sequence);
    Ok(Inputs {
        directory,
        versions,
        sequence,
    })
}
