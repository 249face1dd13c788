//! How each place to leave used needles stands with its upkeep: when it was emptied last, when it is due, who said that it is full.

use std::collections::BTreeMap;

use jiff::{ToSpan as _, civil::Date};
use signpost_domain::{DisposalPoint, SiteSlug};
use signpost_locate::Snapshot;

/// What the log says of all places.
pub struct Upkeep {
    last_emptied: BTreeMap<SiteSlug, Date>,
    reported: BTreeMap<SiteSlug, Date>,
    today: Date,
}

/// How one place stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Standing {
    /// The day it was emptied last; `None` when nobody noted that.
    pub last_emptied: Option<Date>,
    /// The day it is to be emptied; `None` when nobody said how often.
    pub due: Option<Date>,
    /// Whether that day is over.
    pub overdue: bool,
    /// Since when somebody says that it is full.
    pub reported: Option<Date>,
}

impl Upkeep {
    /// What is known of all places: when each was emptied last, and since when somebody says that it is full.
    #[must_use]
    pub fn new(
        snapshot: &Snapshot,
        last_emptied: BTreeMap<SiteSlug, Date>,
        mut reported: BTreeMap<SiteSlug, Date>,
        today: Date,
    ) -> Self {
        reported.retain(|slug, _| snapshot.find(slug).is_some());
        Self {
            last_emptied,
            reported,
            today,
        }
    }

    /// How a place stands.
    #[must_use]
    pub fn of(&self, slug: &SiteSlug, point: Option<&DisposalPoint>) -> Standing {
        let last_emptied = self.last_emptied.get(slug).copied();
        let begins = last_emptied.or_else(|| point?.since);
        let every = point.and_then(|point| point.empty_every_days);
        let due = every
            .zip(begins)
            .and_then(|(days, last)| last.checked_add(i64::from(days).days()).ok());
        Standing {
            last_emptied,
            due,
            overdue: due.is_some_and(|due| due < self.today),
            reported: self.reported.get(slug).copied(),
        }
    }
}
