//! Banks and crossings, and the shortest ways between the ends of crossings, worked out once.

use std::{cmp::Reverse, collections::BinaryHeap};

use geo::{Contains, ConvexHull as _, LineString, MultiPolygon, Point, Polygon};
use signpost_domain::{Ground, LonLat, Metres};

use crate::{BuildError, distance::metres_between, neighbours::Measured};

/// A bank, by its place in the list of the ground.
pub type BankIx = usize;

/// One end of an open crossing. The two ends of one crossing stand beside each other.
#[derive(Debug, Clone, Copy)]
struct End {
    at: LonLat,
    bank: BankIx,
    /// Index into [`Terrain::crossings`].
    crossing: usize,
}

/// An end of an open crossing on another bank, and how far it is on foot.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Landing {
    /// Where one comes off the crossing.
    pub at: LonLat,
    /// The bank it is on.
    pub bank: BankIx,
    /// The shortest way there.
    pub metres: Metres,
}

/// What one can walk on: the banks, and the shortest ways over the open crossings between them.
#[derive(Debug)]
pub struct Terrain {
    banks: Vec<Polygon>,
    /// Around everything drawn: what is inside of it and on no bank is water.
    drawn: Polygon,
    /// Ids of the open crossings.
    crossings: Vec<String>,
    ends: Vec<End>,
    /// From each end, the shortest way to every end; `None` when there is none.
    ways: Vec<Vec<Option<Leg>>>,
}

/// How a shortest way reaches an end.
#[derive(Debug, Clone, Copy)]
struct Leg {
    metres: f64,
    /// The end before, or the end itself at the start.
    before: usize,
}

/// A way over crossings: its length and the ids of the crossings in walking order.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Over {
    pub metres: Metres,
    pub crossings: Vec<String>,
}

impl Terrain {
    /// Lays out the banks and works out every way from one end of an open crossing to another.
    ///
    /// # Errors
    /// When a crossing joins a bank that is not there.
    pub fn new(ground: &Ground) -> Result<Self, BuildError> {
        let banks: Vec<Polygon> = ground
            .banks
            .iter()
            .map(|bank| outline(&bank.ring))
            .collect();
        let mut terrain = Self {
            drawn: MultiPolygon::new(banks.clone()).convex_hull(),
            banks,
            crossings: Vec::new(),
            ends: Vec::new(),
            ways: Vec::new(),
        };
        for crossing in &ground.crossings {
            let bank = |id: &String| {
                ground
                    .banks
                    .iter()
                    .position(|bank| &bank.id == id)
                    .ok_or_else(|| BuildError::UnknownBank {
                        crossing: crossing.id.clone(),
                        bank: id.clone(),
                    })
            };
            let [first, second] = &crossing.joins;
            let banks = [bank(first)?, bank(second)?];
            if crossing.open {
                for (at, bank) in crossing.ends.into_iter().zip(banks) {
                    terrain.ends.push(End {
                        at,
                        bank,
                        crossing: terrain.crossings.len(),
                    });
                }
                terrain.crossings.push(crossing.id.clone());
            }
        }
        terrain.ways = (0..terrain.ends.len())
            .map(|start| terrain.ways_from(start))
            .collect();
        Ok(terrain)
    }

    /// The bank a place is on; `None` on the water, on the line of an outline and where nobody drew one.
    #[must_use]
    pub fn bank(&self, place: LonLat) -> Option<BankIx> {
        let point = Point::new(place.lon(), place.lat());
        self.banks.iter().position(|bank| bank.contains(&point))
    }

    /// Whether a place lies in the water, as far as anybody drew it: between the banks and on none of them. Where nobody drew banks, and
    /// beyond them, nobody knows of water.
    #[must_use]
    pub fn is_water(&self, place: LonLat) -> bool {
        let point = Point::new(place.lon(), place.lat());
        self.bank(place).is_none() && self.drawn.contains(&point)
    }

    /// The ends of open crossings on other banks that one gets to on foot, each with the shortest way. None from a place on no bank.
    #[must_use]
    pub fn landings(&self, from: LonLat) -> Vec<Landing> {
        let Some(bank) = self.bank(from) else {
            return Vec::new();
        };
        let starts: Vec<(usize, f64)> = self.reached_on(bank, from).collect();
        let others = self.ends.iter().enumerate();
        others
            .filter(|(_, end)| end.bank != bank)
            .filter_map(|(last, end)| {
                let metres = starts
                    .iter()
                    .filter_map(|&(first, there)| Some(there + self.leg(first, last)?.metres))
                    .min_by(f64::total_cmp)?;
                Some(Landing {
                    at: end.at,
                    bank: end.bank,
                    metres: Metres(metres),
                })
            })
            .collect()
    }

    /// The ends on a bank, and how far they are from a place on it.
    fn reached_on(&self, bank: BankIx, place: LonLat) -> impl Iterator<Item = (usize, f64)> + '_ {
        self.ends
            .iter()
            .enumerate()
            .filter(move |(_, end)| end.bank == bank)
            .map(move |(ix, end)| (ix, metres_between(place, end.at).0))
    }

    /// The shortest way between places on two banks; `None` when no chain of open crossings joins them.
    pub(crate) fn over(&self, from: (LonLat, BankIx), to: (LonLat, BankIx)) -> Option<Over> {
        let landings: Vec<(usize, f64)> = self.reached_on(to.1, to.0).collect();
        let (metres, first, last) = self
            .reached_on(from.1, from.0)
            .flat_map(|(first, there)| {
                landings
                    .iter()
                    .map(move |&(last, on)| (first, last, there, on))
            })
            .filter_map(|(first, last, there, on)| {
                Some((there + self.leg(first, last)?.metres + on, first, last))
            })
            .min_by(|a, b| a.0.total_cmp(&b.0))?;
        Some(Over {
            metres: Metres(metres),
            crossings: self.walked(first, last),
        })
    }

    fn leg(&self, first: usize, last: usize) -> Option<Leg> {
        *self.ways.get(first)?.get(last)?
    }

    /// The crossings walked over from one end to another, in order.
    fn walked(&self, first: usize, last: usize) -> Vec<String> {
        let mut crossings = Vec::new();
        let mut at = last;
        while let Some(leg) = self.leg(first, at).filter(|leg| leg.before != at) {
            if let (Some(here), Some(before)) = (self.ends.get(at), self.ends.get(leg.before))
                && here.crossing == before.crossing
                && let Some(id) = self.crossings.get(here.crossing)
            {
                crossings.push(id.clone());
            }
            at = leg.before;
        }
        crossings.reverse();
        crossings
    }

    /// Dijkstra from one end: over its crossing, or straight along its bank to the other ends there.
    fn ways_from(&self, start: usize) -> Vec<Option<Leg>> {
        let mut found: Vec<Option<Leg>> = vec![None; self.ends.len()];
        let mut open = BinaryHeap::new();
        if let (Ok(row), Some(slot)) = (u32::try_from(start), found.get_mut(start)) {
            *slot = Some(Leg {
                metres: 0.0,
                before: start,
            });
            open.push(Reverse(Measured { length: 0.0, row }));
        }
        while let Some(Reverse(Measured { length, row })) = open.pop() {
            let here_ix = row as usize;
            let Some(here) = self.ends.get(here_ix) else {
                continue;
            };
            if found
                .get(here_ix)
                .copied()
                .flatten()
                .is_none_or(|leg| leg.metres < length)
            {
                continue;
            }
            for (row, (there, slot)) in (0_u32..).zip(self.ends.iter().zip(&mut found)) {
                if there.bank != here.bank && there.crossing != here.crossing {
                    continue;
                }
                let metres = length + metres_between(here.at, there.at).0;
                if slot.is_none_or(|leg| metres < leg.metres) {
                    *slot = Some(Leg {
                        metres,
                        before: here_ix,
                    });
                    open.push(Reverse(Measured {
                        length: metres,
                        row,
                    }));
                }
            }
        }
        found
    }
}

fn outline(ring: &[LonLat]) -> Polygon {
    let line: LineString = ring
        .iter()
        .map(|place| (place.lon(), place.lat()))
        .collect();
    Polygon::new(line, Vec::new())
}
