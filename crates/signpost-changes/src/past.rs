//! What was changed lately, as it is kept in memory for whoever follows it.

use std::{collections::BTreeMap, sync::Arc};

use jiff::Timestamp;
use signpost_domain::{Exception, ExceptionId, NeedCode, OrganizationId, Site, SiteSlug};

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

/// What else was changed, but for what only the redirection plan and the map know.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OtherChanges {
    /// The last change of each organization, and whether it was removed.
    pub organizations: BTreeMap<OrganizationId, (Timestamp, bool)>,
    /// The last change of the directory's own words: its edition, its needs.
    pub settings: Option<Timestamp>,
}

/// The changes of some time, newest first.
#[derive(Debug, Clone, Default)]
pub struct Past {
    sequence: u64,
    changes: Vec<Arc<Change>>,
    others: OtherChanges,
    /// Later than this everything that was changed is known; `None`: nothing was read yet.
    reaches: Option<Timestamp>,
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

    /// What was changed beside places.
    #[must_use]
    pub const fn others(&self) -> &OtherChanges {
        &self.others
    }

    /// After which instant nothing is missing; `None` when nothing was read yet.
    #[must_use]
    pub const fn reaches(&self) -> Option<Timestamp> {
        self.reaches
    }

    /// The same with what came since, newest first, up to a change of the history; without what was made before an instant.
    #[must_use]
    pub fn with(&self, new: Vec<Change>, sequence: u64, since: Timestamp) -> Self {
        let new = new.into_iter().map(Arc::new);
        let all = new.chain(self.changes.iter().cloned());
        let mut changes: Vec<_> = all.filter(|change| change.at >= since).collect();
        // Of as many as are read at once, some may have been left out.
        let cut = changes.len() >= Self::MOST;
        changes.truncate(Self::MOST);
        let known = self.reaches.map_or(since, |known| known.max(since));
        let oldest = changes.last().filter(|_| cut).map(|oldest| oldest.at);
        Self {
            sequence,
            changes,
            others: self.others.clone(),
            reaches: Some(oldest.map_or(known, |oldest| oldest.max(known))),
        }
    }

    /// The same with what was changed beside places.
    #[must_use]
    pub fn with_others(mut self, new: OtherChanges) -> Self {
        self.others.organizations.extend(new.organizations);
        self.others.settings = new.settings.max(self.others.settings);
        self
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

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).expect("an instant")
    }

    fn changes(seconds: impl DoubleEndedIterator<Item = i64>) -> Vec<Change> {
        let change = |second| Change {
            sequence: 1,
            at: at(second),
            before: None,
            after: None,
        };
        seconds.rev().map(change).collect()
    }

    #[test]
    fn it_says_from_when_on_nothing_is_missing() {
        let nothing = Past::default();
        assert_eq!(nothing.reaches(), None);
        let few = nothing.with(changes(100..110), 9, at(50));
        assert_eq!(few.reaches(), Some(at(50)));
        let most = i64::try_from(Past::MOST).expect("few");
        let many = few.with(changes(1_000..1_000 + most), 10, at(50));
        assert_eq!(many.reaches(), Some(at(1_000)));
        let more = many.with(changes(9_000..9_001), 11, at(60));
        assert_eq!(more.changes().len(), Past::MOST);
        assert_eq!(more.reaches(), Some(at(1_001)));
    }
}
