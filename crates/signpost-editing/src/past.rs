//! What was changed lately is kept in memory, so that whoever follows it reads no database.

use jiff::{SignedDuration, Timestamp};
use signpost_changes::{Change, Past};
use signpost_domain::Site;
use signpost_store::{Revision, RevisionQuery, Store, SubjectKind};

use crate::{EditError, Live};

/// For how long changes are kept.
const KEPT: SignedDuration = SignedDuration::from_hours(24 * 120);

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
    live.set_past(known.with(new, served, since));
    Ok(())
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
