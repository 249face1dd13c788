//! Streets as a graph whose corners are never far apart.

use std::{cmp::Reverse, collections::BinaryHeap, collections::HashMap};

use signpost_domain::LonLat;
use signpost_locate::metres_between;

/// The furthest that two neighbouring corners are apart; longer stretches get corners in between, so that what is reached
/// can be told corner by corner.
///
/// # Units
/// Metres.
const STRETCH: f64 = 25.0;

/// The side of a square of the index, in degrees: some 200 metres across at 50° north.
const SQUARE: f64 = 0.003;

/// The streets of a town that can be walked.
#[derive(Debug, Default)]
pub struct Streets {
    corners: Vec<LonLat>,
    /// From each corner, the corners one walks to and how far they are.
    next: Vec<Vec<(u32, f64)>>,
    squares: HashMap<(i64, i64), Vec<u32>>,
}

/// A corner while ways are looked for: the nearest first.
#[derive(PartialEq)]
struct Walked {
    metres: f64,
    corner: u32,
    from: u32,
}

impl Eq for Walked {}

impl PartialOrd for Walked {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Walked {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.metres
            .total_cmp(&other.metres)
            .then(self.corner.cmp(&other.corner))
            .then(self.from.cmp(&other.from))
    }
}

/// The way to a corner, and which of the starts it is from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Reached {
    pub metres: f64,
    pub from: u32,
}

impl Streets {
    /// Streets of lines of places. Lines that share a place meet there; others pass over or under each other.
    #[must_use]
    pub fn of_lines(lines: &[Vec<LonLat>]) -> Self {
        let mut streets = Self::default();
        let mut known: HashMap<[u64; 2], u32> = HashMap::new();
        for line in lines {
            let mut before: Option<u32> = None;
            for &place in line {
                let bits = [place.lon().to_bits(), place.lat().to_bits()];
                let corner = *known.entry(bits).or_insert_with(|| streets.corner(place));
                if let Some(before) = before {
                    streets.stretch(before, corner);
                }
                before = Some(corner);
            }
        }
        streets
    }

    /// How many corners there are, those in between included.
    #[must_use]
    pub fn corners(&self) -> usize {
        self.corners.len()
    }

    fn corner(&mut self, place: LonLat) -> u32 {
        // A town has some ten thousand corners, a province some million.
        let ix = u32::try_from(self.corners.len()).unwrap_or(u32::MAX);
        self.corners.push(place);
        self.next.push(Vec::new());
        self.squares.entry(square(place)).or_default().push(ix);
        ix
    }

    /// Joins two corners, with corners in between.
    fn stretch(&mut self, from: u32, to: u32) {
        let (Some(a), Some(b)) = (self.place(from), self.place(to)) else {
            return;
        };
        let metres = metres_between(a, b).0;
        if metres <= 0.0 {
            return;
        }
        let parts = (metres / STRETCH).ceil().max(1.0);
        let mut before = from;
        let mut part = 1.0;
        while part < parts {
            let share = part / parts;
            let between = |a: f64, b: f64| (b - a).mul_add(share, a);
            if let Ok(place) = LonLat::new(between(a.lon(), b.lon()), between(a.lat(), b.lat())) {
                let corner = self.corner(place);
                self.join(before, corner, metres / parts);
                before = corner;
            }
            part += 1.0;
        }
        self.join(before, to, metres / parts);
    }

    fn join(&mut self, a: u32, b: u32, metres: f64) {
        for (from, to) in [(a, b), (b, a)] {
            if let Some(next) = self.next.get_mut(from as usize) {
                next.push((to, metres));
            }
        }
    }

    pub(super) fn place(&self, corner: u32) -> Option<LonLat> {
        self.corners.get(corner as usize).copied()
    }

    pub(super) fn all(&self) -> impl Iterator<Item = (u32, LonLat)> + '_ {
        (0..).zip(self.corners.iter().copied())
    }

    /// The corners one walks to from a corner.
    pub(super) fn beside(&self, corner: u32) -> impl Iterator<Item = u32> + '_ {
        let next = self.next.get(corner as usize).into_iter().flatten();
        next.map(|(other, _)| *other)
    }

    /// Where a place comes onto the nearest street whose corners `fit`: the corners at both ends of that stretch, each with the way to it
    /// straight to the street and along it. Streets more than a square of the index away may be missed.
    pub(super) fn onto(
        &self,
        place: LonLat,
        most: f64,
        fits: impl Fn(u32, LonLat) -> bool,
    ) -> Vec<(u32, f64)> {
        let (across, down) = square(place);
        let near = (-1..=1)
            .flat_map(|x| (-1..=1).map(move |y| (across + x, down + y)))
            .filter_map(|square| self.squares.get(&square))
            .flatten();
        let corners = near
            .filter_map(|&corner| Some((corner, self.place(corner)?)))
            .filter(|&(corner, at)| fits(corner, at));
        let stretches = corners.flat_map(|(corner, at)| {
            let next = self.next.get(corner as usize).into_iter().flatten();
            let alone = Foot {
                off: metres_between(place, at).0,
                ends: [(corner, 0.0), (corner, 0.0)],
            };
            let fits = &fits;
            next.filter_map(move |&(other, length)| {
                let there = self.place(other).filter(|&there| fits(other, there))?;
                Some(foot(place, (corner, at), (other, there), length))
            })
            .chain([alone])
        });
        let best = stretches
            .filter(|foot| foot.off <= most)
            .min_by(|a, b| a.off.total_cmp(&b.off).then(a.ends[0].0.cmp(&b.ends[0].0)));
        best.map(|foot| {
            foot.ends
                .map(|(corner, along)| (corner, foot.off + along))
                .to_vec()
        })
        .unwrap_or_default()
    }

    /// Dijkstra from several starts at once, each with what was walked before, over corners that are `open`.
    pub(super) fn ways(
        &self,
        starts: &[(u32, f64)],
        limit: f64,
        open: impl Fn(u32) -> bool,
    ) -> Vec<Option<Reached>> {
        let mut found: Vec<Option<Reached>> = vec![None; self.corners.len()];
        let mut heap = BinaryHeap::new();
        for (from, &(corner, metres)) in (0..).zip(starts) {
            heap.push(Reverse(Walked {
                metres,
                corner,
                from,
            }));
        }
        while let Some(Reverse(Walked {
            metres,
            corner,
            from,
        })) = heap.pop()
        {
            let ix = corner as usize;
            let Some(slot) = found.get_mut(ix) else {
                continue;
            };
            if metres > limit || slot.is_some() || !open(corner) {
                continue;
            }
            *slot = Some(Reached { metres, from });
            for &(corner, step) in self.next.get(ix).into_iter().flatten() {
                if found.get(corner as usize).is_some_and(Option::is_none) {
                    heap.push(Reverse(Walked {
                        metres: metres + step,
                        corner,
                        from,
                    }));
                }
            }
        }
        found
    }
}

/// The place on a stretch of street that is nearest to somewhere.
struct Foot {
    /// How far it is.
    off: f64,
    /// The corners of the stretch, and how far they are along it.
    ends: [(u32, f64); 2],
}

/// The nearest place on the stretch between two corners. It is short enough for the ground to be a plane.
fn foot(place: LonLat, from: (u32, LonLat), to: (u32, LonLat), length: f64) -> Foot {
    let (start, end) = (from.1, to.1);
    let squeeze = start.lat().to_radians().cos();
    let flat = |to: LonLat| ((to.lon() - start.lon()) * squeeze, to.lat() - start.lat());
    let (there, along) = (flat(place), flat(end));
    let onto = there.0.mul_add(along.0, there.1 * along.1);
    let share = (onto / along.0.mul_add(along.0, along.1 * along.1)).clamp(0.0, 1.0);
    let between = |a: f64, b: f64| (b - a).mul_add(share, a);
    let at = LonLat::new(
        between(start.lon(), end.lon()),
        between(start.lat(), end.lat()),
    );
    Foot {
        off: at.map_or(f64::INFINITY, |at| metres_between(place, at).0),
        ends: [(from.0, share * length), (to.0, (1.0 - share) * length)],
    }
}

fn square(place: LonLat) -> (i64, i64) {
    // Degrees are at most 180.
    #[expect(clippy::cast_possible_truncation)]
    let at = |degrees: f64| (degrees / SQUARE).floor() as i64;
    (at(place.lon()), at(place.lat()))
}
