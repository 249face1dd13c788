//! The order of answers, and the best few of many.

use std::{cmp::Ordering, collections::BinaryHeap};

use signpost_domain::Metres;
use signpost_locate::{ServiceIx, SiteIx};

/// What answers are ordered by; smaller is better.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Key {
    /// Half hours until one is served.
    pub half_hour: i64,
    /// Not confirmed.
    pub unconfirmed: bool,
    /// Place among the plan's targets; [`Key::NO_TARGET`] for others.
    pub rank: usize,
    /// Length of the way; `None` comes last.
    pub metres: Option<Metres>,
    /// Sites sort as their slugs do; then services, since a plan may send people to one site for several needs. `None` before all.
    pub slug: Option<(SiteIx, ServiceIx)>,
}

impl Key {
    /// The rank of a service that is no target of the plan.
    pub const NO_TARGET: usize = usize::MAX;

    fn metres_or_last(&self) -> f64 {
        self.metres.map_or(f64::INFINITY, |Metres(metres)| metres)
    }
}

impl Ord for Key {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.half_hour, self.unconfirmed, self.rank)
            .cmp(&(other.half_hour, other.unconfirmed, other.rank))
            .then_with(|| self.metres_or_last().total_cmp(&other.metres_or_last()))
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
