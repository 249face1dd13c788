//! Counts without people: what was looked for, by week and old door or need. In memory until a minute is over, then added to the database.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
};

use arc_swap::{ArcSwap, ArcSwapOption};
use signpost_domain::{NeedCode, SiteSlug};
use signpost_figures::{Cell, PublishedReport, Score};
pub use signpost_store::KeptTable;

/// What happened since it was last written down, and what is kept at all.
#[derive(Default)]
pub struct Counts {
    pending: Mutex<BTreeMap<Cell, u64>>,
    pub(crate) receipt: ArcSwapOption<Vec<KeptTable>>,
    pub(crate) phone_score: ArcSwapOption<Score>,
    pub(crate) reports: ArcSwap<Vec<PublishedReport>>,
}

/// What a look-up showed.
pub struct LookUp<'a> {
    /// What was looked for.
    pub need: &'a NeedCode,
    /// The door one came from.
    pub from: Option<&'a SiteSlug>,
    /// Whether a place was open then.
    pub open: bool,
    /// The places, best first: whose service for which need.
    pub shown: Vec<(&'a SiteSlug, &'a NeedCode)>,
}

impl Counts {
    pub(crate) fn pending(&self) -> std::sync::MutexGuard<'_, BTreeMap<Cell, u64>> {
        self.pending.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Every table of the database as it was within the last minute; nothing before it was first looked at.
    #[must_use]
    pub fn receipt(&self) -> Option<Arc<Vec<KeptTable>>> {
        self.receipt.load_full()
    }

    /// The reports that are public, the last month first.
    #[must_use]
    pub fn reports(&self) -> Arc<Vec<PublishedReport>> {
        self.reports.load_full()
    }

    /// What the last check by phone found, once all of it was looked at; nothing when none was made.
    #[must_use]
    pub fn phone_score(&self) -> Option<Score> {
        self.phone_score.load().as_deref().copied()
    }
}
