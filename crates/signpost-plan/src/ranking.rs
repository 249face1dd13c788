//! The order of answers, and the best few of many.

use std::{cmp::Ordering, collections::BinaryHeap};

use signpost_domain::Metres;
use signpost_locate::{ServiceIx, SiteIx};

/// What answers are ordered by; smaller is better.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a question of its own, asked one after another"
)]
#[derive(Debug, Clone, Copy)]
pub(crate) struct Key {
    /// The site one came from, when it is not known to serve.
    pub old_door: bool,
    /// Not for somebody of the age that was asked for.
    pub not_for_age: bool,
    /// In another town, too far to walk.
    pub beyond: bool,
    /// How far that town is, which orders towns; nothing within walking range.
    pub town: Metres,
    /// Within another town: open, not known, closed.
    pub state: u8,
    /// Half hours until one is served.
    pub half_hour: i64,
    /// Place among the plan's targets; [`Key::NO_TARGET`] for others.
    pub rank: usize,
    /// For some people only, and nobody asked for them.
    pub for_some: bool,
    /// How well it is known.
    pub known: Known,
    /// To call first, and nobody ever said when it is open.
    pub no_hours: bool,
    /// To call first, and there is no number to call.
    pub cannot_be_called: bool,
    /// Length of the way.
    pub metres: Metres,
    /// Sites sort as their slugs do; then services, since a plan may send people to one site for several needs. `None` before all.
    pub slug: Option<(SiteIx, ServiceIx)>,
}

/// How well it is known that a service is offered; better first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Known {
    /// Its organization confirmed it.
    Confirmed,
    /// A source says so that is not too old.
    Offered,
    /// A source or a confirmation said so, too long ago to rely on.
    SaidOnce,
    /// Nobody ever said.
    Unknown,
}

impl Key {
    /// The rank of a service that is no target of the plan.
    pub const NO_TARGET: usize = usize::MAX;

    /// Of a place in another town: how far the town is counts first, within it whether it is open and how well it is known, then how far it is. Also the best
    /// that anything this far away can be.
    pub const fn in_another_town(
        town: Metres,
        metres: Metres,
        slug: Option<(SiteIx, ServiceIx)>,
    ) -> Self {
        Self {
            beyond: true,
            town,
            ..Self::served_in(0, metres, slug)
        }
    }

    /// The best that anything can be whose way is this long.
    pub const fn served_in(
        half_hour: i64,
        metres: Metres,
        slug: Option<(SiteIx, ServiceIx)>,
    ) -> Self {
        Self {
            old_door: false,
            not_for_age: false,
            beyond: false,
            town: Metres(0.0),
            state: 0,
            half_hour,
            rank: Self::NO_TARGET,
            for_some: false,
            known: Known::Confirmed,
            no_hours: false,
            cannot_be_called: false,
            metres,
            slug,
        }
    }
}

impl Ord for Key {
    fn cmp(&self, other: &Self) -> Ordering {
        let first = |key: &Self| (key.old_door, key.not_for_age, key.beyond);
        let weighty = |key: &Self| {
            (
                key.state,
                key.half_hour,
                key.rank,
                key.for_some,
                key.known,
                key.no_hours,
                key.cannot_be_called,
            )
        };
        first(self)
            .cmp(&first(other))
            .then_with(|| self.town.0.total_cmp(&other.town.0))
            .then_with(|| weighty(self).cmp(&weighty(other)))
            .then_with(|| self.metres.0.total_cmp(&other.metres.0))
            .then_with(|| self.slug.cmp(&other.slug))
    }
}

impl PartialOrd for Key {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Key {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Key {}

/// Something with its key.
struct Ranked<T> {
    key: Key,
    what: T,
}

impl<T> Ord for Ranked<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.key.cmp(&other.key)
    }
}

impl<T> PartialOrd for Ranked<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<T> PartialEq for Ranked<T> {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

impl<T> Eq for Ranked<T> {}

/// The best so many of all that are offered, worst on top so that it is the one to go.
pub(crate) struct Best<T> {
    limit: usize,
    heap: BinaryHeap<Ranked<T>>,
}

impl<T> Best<T> {
    pub const fn new(limit: usize) -> Self {
        Self {
            limit,
            heap: BinaryHeap::new(),
        }
    }

    /// Whether something with this key, or a better one, would still be taken.
    pub fn has_room_for(&self, key: &Key) -> bool {
        self.heap.len() < self.limit || self.heap.peek().is_some_and(|worst| *key < worst.key)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.heap.len()
    }

    pub fn offer(&mut self, key: Key, what: T) {
        if self.has_room_for(&key) {
            if self.heap.len() >= self.limit {
                self.heap.pop();
            }
            self.heap.push(Ranked { key, what });
        }
    }

    /// Best first.
    pub fn into_sorted(self) -> impl Iterator<Item = T> {
        self.heap
            .into_sorted_vec()
            .into_iter()
            .map(|ranked| ranked.what)
    }
}
