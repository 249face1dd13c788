//! What was changed lately is kept in memory, so that whoever follows it reads no database.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use signpost_changes::{Change, OtherChanges, Past};
use signpost_domain::{OrganizationId, Site};
use signpost_store::{Revision, RevisionQuery, Store, SubjectKind};

use crate::{EditError, Live};

/// For how long changes are kept.
const KEPT: SignedDuration = SignedDuration::from_hours(24 * 120);

/// How many revisions of organizations are read at once.
const PAGE: u32 = 1_000;

/// Reads what came since it was read last.
pub(crate) async fn follow_past(live: &Live, store: &Store) -> Result<(), EditError> {
    let served = live.snapshot().sequence();
    let mut known = live.past();
    if known.sequence() == served {
        return Ok(());
    }
    // Another history, such as of a backup that was put back: from the beginning.
    if known.sequence() > served {
        known = std::sync::Arc::default();
    }
    let asked = RevisionQuery {
        kind: Some(SubjectKind::Site),
        after: Some(known.sequence()),
        limit: u32::try_from(Past::MOST).unwrap_or(u32::MAX),
        ..RevisionQuery::default()
    };
    let since = live.now().checked_sub(KEPT).unwrap_or(Timestamp::MIN);
    let new = store.revisions(&asked).await?.into_iter();
    let new: Vec<Change> = new
        .filter(|revision| revision.at >= since && revision.sequence <= served)
        .map(change)
        .collect();
    let others = OtherChanges {
        organizations: organizations(store, known.sequence(), served).await?,
        settings: last_of(store, SubjectKind::Settings, known.sequence()).await?,
    };
    let past = known.with(new, served, since);
    live.set_past(past.with_others(others));
    Ok(())
}

/// When each organization was changed last, and whether it was removed.
async fn organizations(
    store: &Store,
    after: u64,
    served: u64,
) -> Result<BTreeMap<OrganizationId, (Timestamp, bool)>, EditError> {
    let mut found = BTreeMap::new();
    let mut before = served.checked_add(1);
    // Newest first, a page at a time: the first of each is its last.
    loop {
        let asked = RevisionQuery {
            kind: Some(SubjectKind::Organization),
            after: Some(after),
            before,
            limit: PAGE,
            ..RevisionQuery::default()
        };
        let page = store.revisions(&asked).await?;
        let full = page.len() >= PAGE as usize;
        before = page.last().map(|last| last.sequence);
        for revision in page {
            if let Ok(id) = OrganizationId::new(&revision.id) {
                let told = (revision.at, revision.after.is_none());
                found.entry(id).or_insert(told);
            }
        }
        if !full {
            return Ok(found);
        }
    }
}

/// When something of a kind was changed last.
async fn last_of(
    store: &Store,
    kind: SubjectKind,
    after: u64,
) -> Result<Option<Timestamp>, EditError> {
    let asked = RevisionQuery {
        kind: Some(kind),
        after: Some(after),
        limit: 1,
        ..RevisionQuery::default()
    };
    let found = store.revisions(&asked).await?;
    Ok(found.first().map(|last| last.at))
}

/// A revision of a place. What a release before this one wrote and this one cannot read is left out.
fn change(revision: Revision) -> Change {
    let site = |text: Option<String>| -> Option<Site> { serde_json::from_str(&text?).ok() };
    Change {
        sequence: revision.sequence,
        at: revision.at,
        before: site(revision.before),
        after: site(revision.after),
    }
}
