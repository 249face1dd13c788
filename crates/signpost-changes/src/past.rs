//! What was changed lately, as it is kept in memory for whoever follows it.

use std::sync::Arc;

use jiff::Timestamp;
use signpost_domain::{Exception, ExceptionId, NeedCode, Site, SiteSlug};

/// One change of one place.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// Its place in the history.
    pub sequence: u64,
    /// When it was made.
    pub at: Timestamp,
    /// The place before; `None` when it is new.
    pub before: Option<Site>,
    /// The place after; `None` when it was removed.
    pub after: Option<Site>,
}

/// The changes of some time, newest first.
#[derive(Debug, Clone, Default)]
pub struct Past {
    sequence: u64,
    changes: Vec<Arc<Change>>,
}

impl Past {
    /// How many changes are kept.
    pub const MOST: usize = 1_000;

    /// Up to which change of the history it tells, changes of other things included.
    #[must_use]
    pub const fn sequence(&self) -> u64 {
        self.sequence
    }

    /// The changes, newest first.
    #[must_use]
    pub fn changes(&self) -> &[Arc<Change>] {
        &self.changes
    }

    /// The same with what came since, newest first, up to a change of the history; without what was made before an instant.
    #[must_use]
    pub fn with(&self, new: Vec<Change>, sequence: u64, since: Timestamp) -> Self {
        let new = new.into_iter().map(Arc::new);
        let all = new.chain(self.changes.iter().cloned());
        Self {
            sequence,
            changes: all
                .filter(|change| change.at >= since)
                .take(Self::MOST)
                .collect(),
        }
    }

    /// When an exception of a place was changed last, as far as that is kept.
    #[must_use]
    pub fn changed(&self, site: &SiteSlug, id: &ExceptionId) -> Option<Timestamp> {
        let found = self.changes.iter().find(|change| {
            let one = change.after.as_ref().filter(|after| after.slug == *site);
            one.is_some_and(|after| {
                exception(Some(after), id) != exception(change.before.as_ref(), id)
            })
        });
        found.map(|change| change.at)
    }

    /// When what a place says of a service was changed last since an instant, its confirmation aside; `None` when it was not. A place or a
    /// service that is new was not changed.
    #[must_use]
    pub fn service_changed(
        &self,
        site: &SiteSlug,
        need: &NeedCode,
        since: Timestamp,
    ) -> Option<Timestamp> {
        let recent = self.changes.iter().filter(|change| change.at >= since);
        let found = recent.into_iter().find(|change| {
            let [before, after] = [&change.before, &change.after].map(|site| site.as_ref());
            let own = after.filter(|after| after.slug == *site);
            let pair = own.zip(before).and_then(|(after, before)| {
                Some((before.service(need)?.clone(), after.service(need)?.clone()))
            });
            pair.is_some_and(|(mut before, mut after)| {
                before.confirmation = None;
                after.confirmation = None;
                before != after
            })
        });
        found.map(|change| change.at)
    }
}

fn exception<'a>(site: Option<&'a Site>, id: &ExceptionId) -> Option<&'a Exception> {
    site?.exceptions.iter().find(|one| one.id == *id)
}
