//! Rows in the order of their geodesic distance, from rows in the order of their chord.

use std::{
    cmp::{Ordering, Reverse},
    collections::BinaryHeap,
};

use signpost_domain::Metres;

use crate::distance::least_metres;

/// A row and a length, ordered by length and then by row, so that equal lengths keep slug order.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Measured {
    pub length: f64,
    pub row: u32,
}

impl Ord for Measured {
    fn cmp(&self, other: &Self) -> Ordering {
        self.length
            .total_cmp(&other.length)
            .then(self.row.cmp(&other.row))
    }
}

impl PartialOrd for Measured {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Measured {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Measured {}

/// Yields rows by (geodesic metres, row), lazily.
///
/// The chord order of the source is nearly, not quite, the geodesic order. Rows wait in a heap until nothing still in the source could come
/// before them; the heap stays small because chord and geodesic agree within a hundredth.
pub(crate) struct Neighbours<Source, Measure> {
    source: Source,
    measure: Measure,
    reach: Metres,
    next: Option<(u32, f64)>,
    waiting: BinaryHeap<Reverse<Measured>>,
}

impl<Source, Measure> Neighbours<Source, Measure>
where
    Source: Iterator<Item = (u32, f64)>,
    Measure: Fn(u32) -> Metres,
{
    /// `source` yields rows and squared chords, shortest first; `measure` the geodesic of a row; nothing farther than `reach` is yielded.
    pub fn new(mut source: Source, measure: Measure, reach: Metres) -> Self {
        let next = source.next();
        Self {
            source,
            measure,
            reach,
            next,
            waiting: BinaryHeap::new(),
        }
    }
}

impl<Source, Measure> Iterator for Neighbours<Source, Measure>
where
    Source: Iterator<Item = (u32, f64)>,
    Measure: Fn(u32) -> Metres,
{
    type Item = (u32, Metres);

    fn next(&mut self) -> Option<Self::Item> {
        while let Some((row, chord_squared)) = self.next {
            let least = least_metres(chord_squared);
            if least > self.reach.0 {
                self.next = None;
                break;
            }
            // Strictly: an equal length may have the smaller row.
            if self
                .waiting
                .peek()
                .is_some_and(|Reverse(first)| first.length < least)
            {
                break;
            }
            let Metres(length) = (self.measure)(row);
            if length <= self.reach.0 {
                self.waiting.push(Reverse(Measured { length, row }));
            }
            self.next = self.source.next();
        }
        self.waiting
            .pop()
            .map(|Reverse(first)| (first.row, Metres(first.length)))
    }
}

/// Yields rows by squared chord from rows in no order, sorting only as far as it is asked.
pub(crate) fn by_chord(rows: impl Iterator<Item = (u32, f64)>) -> impl Iterator<Item = (u32, f64)> {
    let mut heap: BinaryHeap<_> = rows
        .map(|(row, length)| Reverse(Measured { length, row }))
        .collect();
    std::iter::from_fn(move || heap.pop().map(|Reverse(first)| (first.row, first.length)))
}
