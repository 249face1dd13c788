//! As the crow flies over land, and over the crossings between its parts.

use std::collections::HashMap;

use signpost_domain::LonLat;
use signpost_locate::{BankIx, metres_between};

use crate::{
    Area, Ground, Method, Nearest, Reach, Standing,
    area::{common, joined},
    circle::circle,
};

/// Straight ways over land.
#[derive(Debug)]
pub struct OverLand(pub Ground);

/// A circle on one bank, or on ground that nobody drew.
struct Disc {
    centre: LonLat,
    metres: f64,
    bank: Option<BankIx>,
}

impl OverLand {
    /// The circles a point reaches: its own, and those around the far ends of crossings with what is left of the distance. None in water.
    fn discs(&self, point: LonLat, metres: f64) -> Vec<Disc> {
        let own = |bank| Disc {
            centre: point,
            metres,
            bank,
        };
        match self.0.standing(point) {
            Standing::InWater => Vec::new(),
            Standing::Undrawn => vec![own(None)],
            Standing::On(bank) => {
                let landings = self.0.terrain().landings(point).into_iter();
                std::iter::once(own(Some(bank)))
                    .chain(landings.map(|landing| Disc {
                        centre: landing.at,
                        metres: metres - landing.metres.0,
                        bank: Some(landing.bank),
                    }))
                    .filter(|disc| disc.metres > 0.0)
                    .collect()
            }
        }
    }

    /// The way from one place to another; `None` when water lies between and nothing leads over it.
    fn metres(&self, from: LonLat, to: LonLat) -> Option<f64> {
        let wet = |place| self.0.standing(place) == Standing::InWater;
        let way = self.0.terrain().way(from, to);
        (way.on_foot && !wet(from) && !wet(to)).then_some(way.metres.0)
    }
}

impl Reach for OverLand {
    fn method(&self) -> Method {
        if self.0.is_drawn() {
            Method::OverLand
        } else {
            Method::Straight
        }
    }

    fn standing(&self, place: LonLat) -> Standing {
        self.0.standing(place)
    }

    fn is_elsewhere(&self, place: LonLat) -> bool {
        self.0.is_elsewhere(place)
    }

    fn area(&self, points: &[LonLat], metres: f64) -> Area {
        // Of circles around one centre on one bank only the largest counts: the ends of a bridge come once a point.
        let mut largest: HashMap<(Option<BankIx>, [u64; 2]), Disc> = HashMap::new();
        for disc in points.iter().flat_map(|&point| self.discs(point, metres)) {
            let centre = [disc.centre.lon().to_bits(), disc.centre.lat().to_bits()];
            let known = largest.entry((disc.bank, centre));
            known
                .and_modify(|known| known.metres = known.metres.max(disc.metres))
                .or_insert(disc);
        }
        let mut by_bank: HashMap<Option<BankIx>, Vec<_>> = HashMap::new();
        for ((bank, _), disc) in largest {
            let circle = circle(disc.centre, disc.metres);
            by_bank.entry(bank).or_default().push(circle);
        }
        let parts: Vec<_> = by_bank
            .into_iter()
            .flat_map(|(bank, circles)| {
                let whole = joined(&circles);
                match bank.and_then(|bank| self.0.bank(bank)) {
                    Some(bank) => common(&whole, bank),
                    None => whole,
                }
            })
            .collect();
        joined(&parts)
    }

    fn nearest(&self, points: &[LonLat], places: &[LonLat]) -> Vec<Option<Nearest>> {
        let nearest = |&place: &LonLat| {
            let mut near: Vec<(usize, f64)> = points
                .iter()
                .map(|&point| metres_between(place, point).0)
                .enumerate()
                .collect();
            near.sort_by(|a, b| a.1.total_cmp(&b.1));
            let mut best: Option<Nearest> = None;
            for (point, straight) in near {
                // No way is shorter than the straight line.
                if best.is_some_and(|best| straight >= best.metres) {
                    break;
                }
                let way = points.get(point).and_then(|&to| self.metres(place, to));
                best = way
                    .map(|metres| Nearest { point, metres })
                    .into_iter()
                    .chain(best)
                    .min_by(|a, b| a.metres.total_cmp(&b.metres));
            }
            best
        };
        places.iter().map(nearest).collect()
    }

    fn within(&self, points: &[LonLat], metres: f64, places: &[LonLat]) -> Vec<Vec<usize>> {
        let near = |point: LonLat, place: LonLat| {
            metres_between(point, place).0 <= metres
                && self.metres(point, place).is_some_and(|way| way <= metres)
        };
        let reached = |&point: &LonLat| {
            let places = places.iter().enumerate();
            places
                .filter(|&(_, &place)| near(point, place))
                .map(|(ix, _)| ix)
                .collect()
        };
        points.iter().map(reached).collect()
    }

    fn dry(&self, area: &Area) -> Area {
        self.0.dry(area)
    }
}
