//! Reach along streets.

use std::{collections::HashMap, collections::HashSet, sync::Arc};

use geo::{ConvexHull as _, MultiPolygon, Polygon};
use signpost_domain::LonLat;
use signpost_locate::metres_between;

use super::graph::{Reached, Streets};
use crate::{
    Area, Ground, Method, Nearest, Reach, Standing,
    area::{common, joined},
    circle::polygon,
};

/// How far from a street the ground still counts as reached from it.
///
/// # Units
/// Metres.
const BESIDE: f64 = 50.0;

/// How far from a place the streets may begin. Further off, nobody knows how one gets onto them.
///
/// # Units
/// Metres.
const ONTO: f64 = 150.0;

/// Corners of the circles beside streets. There are many circles; with so few corners a strip along a street is 0.3 % too wide at most.
const CORNERS: u16 = 32;

/// Streets over a ground.
pub(crate) struct AlongStreets {
    streets: Arc<Streets>,
    ground: Ground,
    /// Corners on crossings that are closed.
    shut: HashSet<u32>,
}

impl AlongStreets {
    pub(crate) fn new(streets: Arc<Streets>, ground: Ground) -> Self {
        let shut = if ground.closed.is_empty() {
            HashSet::new()
        } else {
            let on_closed = |&(_, place): &(u32, LonLat)| {
                ground.standing(place) == Standing::InWater
                    && ground.closed.iter().any(|ends| is_on(place, *ends))
            };
            streets.all().filter(on_closed).map(|(ix, _)| ix).collect()
        };
        Self {
            streets,
            ground,
            shut,
        }
    }

    /// Where one comes onto the streets, on the same bank: corners, and the ways to them.
    fn onto(&self, place: LonLat) -> Vec<(u32, f64)> {
        let standing = self.ground.standing(place);
        if standing == Standing::InWater {
            return Vec::new();
        }
        self.streets.onto(place, ONTO, |corner, at| {
            !self.shut.contains(&corner) && self.ground.standing(at) == standing
        })
    }

    /// Where these points come onto the streets, and which point each start is of.
    fn starts(&self, points: &[LonLat]) -> (Vec<(u32, f64)>, Vec<usize>) {
        let points = points.iter().enumerate();
        points
            .flat_map(|(ix, &point)| self.onto(point).into_iter().map(move |start| (start, ix)))
            .unzip()
    }

    /// The shortest way from the streets to a place, and which start it is from.
    fn arrive(&self, place: LonLat, ways: &[Option<Reached>]) -> Option<Reached> {
        let ends = self.onto(place).into_iter();
        ends.filter_map(|(corner, off)| {
            let reached = (*ways.get(corner as usize)?)?;
            Some(Reached {
                metres: reached.metres + off,
                ..reached
            })
        })
        .min_by(|a, b| a.metres.total_cmp(&b.metres))
    }

    fn ways(&self, starts: &[(u32, f64)], limit: f64) -> Vec<Option<Reached>> {
        self.streets
            .ways(starts, limit, |corner| !self.shut.contains(&corner))
    }

    /// The ground so far around a place, and the bank it is on; nothing in the water, since a bridge is no ground.
    fn around(&self, centre: LonLat, radius: f64) -> Option<(Option<usize>, Polygon)> {
        let bank = match self.ground.standing(centre) {
            Standing::On(bank) => Some(bank),
            Standing::Undrawn => None,
            Standing::InWater => return None,
        };
        (radius > 0.0).then(|| (bank, polygon(centre, radius, CORNERS)))
    }

    /// The ground on both sides of the stretches from a corner to those on the same bank that are reached too. Each stretch is told once, at
    /// its earlier corner; a corner whose stretches are all told by others has none left, and is within them.
    fn strips(
        &self,
        corner: u32,
        (bank, circle): (Option<usize>, &Polygon),
        circles: &[Option<(Option<usize>, Polygon)>],
    ) -> Vec<Polygon> {
        let mut strips = Vec::new();
        for other in self.streets.beside(corner) {
            let there = circles.get(other as usize).and_then(Option::as_ref);
            let Some((_, there)) = there.filter(|(own, _)| *own == bank) else {
                continue;
            };
            if corner < other {
                let both = MultiPolygon::new(vec![circle.clone(), there.clone()]);
                strips.push(both.convex_hull());
            }
        }
        strips
    }

    /// The straight line between places beside each other.
    fn beside(&self, a: LonLat, b: LonLat) -> Option<f64> {
        let metres = metres_between(a, b).0;
        if metres > BESIDE {
            return None;
        }
        let standing = self.ground.standing(a);
        let dry = standing != Standing::InWater && standing == self.ground.standing(b);
        dry.then_some(metres)
    }
}

/// Whether a place is about on the line between two ends.
fn is_on(place: LonLat, [a, b]: [LonLat; 2]) -> bool {
    /// How far a drawn crossing may be off.
    const OFF: f64 = 100.0;
    let around = metres_between(a, place).0 + metres_between(place, b).0;
    around <= metres_between(a, b).0 + OFF
}

impl Reach for AlongStreets {
    fn method(&self) -> Method {
        Method::Streets
    }

    fn standing(&self, place: LonLat) -> Standing {
        self.ground.standing(place)
    }

    fn is_elsewhere(&self, place: LonLat) -> bool {
        self.ground.is_elsewhere(place)
    }

    fn area(&self, points: &[LonLat], metres: f64) -> Area {
        let (starts, _) = self.starts(points);
        let mut by_standing: HashMap<Option<usize>, Vec<_>> = HashMap::new();
        for &point in points {
            if let Some((bank, circle)) = self.around(point, metres.min(BESIDE)) {
                by_standing.entry(bank).or_default().push(circle);
            }
        }
        let ways = self.ways(&starts, metres);
        let corners: Vec<_> = self.streets.all().zip(ways).collect();
        let circles: Vec<_> = corners
            .into_iter()
            .map(|((_, place), reached)| self.around(place, (metres - reached?.metres).min(BESIDE)))
            .collect();
        for (corner, own) in (0_u32..).zip(&circles) {
            let Some((bank, circle)) = own else { continue };
            let strips = self.strips(corner, (*bank, circle), &circles);
            let ground = by_standing.entry(*bank).or_default();
            if strips.is_empty() {
                ground.push(circle.clone());
            }
            ground.extend(strips);
        }
        let parts: Vec<_> = by_standing
            .into_iter()
            .flat_map(|(bank, circles)| {
                let whole = joined(&circles);
                match bank.and_then(|bank| self.ground.bank(bank)) {
                    Some(bank) => common(&whole, bank),
                    None => whole,
                }
            })
            .collect();
        joined(&parts)
    }

    fn nearest(&self, points: &[LonLat], places: &[LonLat]) -> Vec<Option<Nearest>> {
        let (starts, who) = self.starts(points);
        let ways = self.ways(&starts, f64::INFINITY);
        let along = |place: LonLat| {
            let reached = self.arrive(place, &ways)?;
            Some(Nearest {
                point: *who.get(reached.from as usize)?,
                metres: reached.metres,
            })
        };
        let beside = |place: LonLat| {
            let points = points.iter().enumerate();
            points
                .filter_map(|(point, &at)| {
                    let metres = self.beside(at, place)?;
                    Some(Nearest { point, metres })
                })
                .min_by(|a, b| a.metres.total_cmp(&b.metres))
        };
        let best = |&place: &LonLat| {
            along(place)
                .into_iter()
                .chain(beside(place))
                .min_by(|a, b| a.metres.total_cmp(&b.metres))
        };
        places.iter().map(best).collect()
    }

    fn within(&self, points: &[LonLat], metres: f64, places: &[LonLat]) -> Vec<Vec<usize>> {
        // Where places come onto the streets does not depend on the points, of which there are many.
        let ends: Vec<_> = places.iter().map(|&place| self.onto(place)).collect();
        let reached = |&point: &LonLat| {
            let (starts, _) = self.starts(&[point]);
            let ways = self.ways(&starts, metres);
            let along = |ends: &[(u32, f64)]| {
                ends.iter().any(|&(corner, off)| {
                    let reached = ways.get(corner as usize).copied().flatten();
                    reached.is_some_and(|reached| reached.metres + off <= metres)
                })
            };
            let beside = |place| self.beside(point, place).is_some_and(|way| way <= metres);
            let places = places.iter().zip(&ends).enumerate();
            places
                .filter(|&(_, (&place, ends))| along(ends) || beside(place))
                .map(|(ix, _)| ix)
                .collect()
        };
        points.iter().map(reached).collect()
    }

    fn dry(&self, area: &Area) -> Area {
        self.ground.dry(area)
    }
}
