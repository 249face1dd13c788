//! The way on foot from one place to another.

use signpost_domain::{LonLat, Metres};

use crate::{SiteIx, Snapshot, distance::metres_between, water::Terrain};

/// How far it is on foot, as far as the banks and crossings tell. Streets are not known here.
#[derive(Debug, Clone, PartialEq)]
pub struct Way {
    /// Straight geodesic metres on one bank, or the shortest way over open crossings; when there is no way on foot, the straight line.
    pub metres: Metres,
    /// Whether the places are on different banks.
    pub crosses_water: bool,
    /// The ids of the crossings, in walking order; empty without water between and when there is no way.
    pub over: Vec<String>,
    /// Whether one can get there on foot.
    pub on_foot: bool,
}

/// How far it is at least, from anywhere, to a place of which only the town is known.
pub const SOMEWHERE_IN_TOWN: Metres = Metres(1_000.0);

impl Terrain {
    /// See [`Snapshot::way`].
    #[must_use]
    pub fn way(&self, from: LonLat, to: LonLat) -> Way {
        // Always worked out in one direction, so that there and back are the same to the last bit.
        let backwards = from
            .lon()
            .total_cmp(&to.lon())
            .then(from.lat().total_cmp(&to.lat()))
            .is_gt();
        let (a, b) = if backwards { (to, from) } else { (from, to) };
        let straight = metres_between(a, b);
        let (Some(bank_a), Some(bank_b)) = (self.bank(a), self.bank(b)) else {
            return Way {
                metres: straight,
                crosses_water: false,
                over: Vec::new(),
                on_foot: true,
            };
        };
        if bank_a == bank_b {
            return Way {
                metres: straight,
                crosses_water: false,
                over: Vec::new(),
                on_foot: true,
            };
        }
        match self.over((a, bank_a), (b, bank_b)) {
            Some(mut over) => {
                if backwards {
                    over.crossings.reverse();
                }
                // A sum of legs may round below the straight line when all lie on it.
                let metres = Metres(over.metres.0.max(straight.0));
                Way {
                    metres,
                    crosses_water: true,
                    over: over.crossings,
                    on_foot: true,
                }
            }
            None => Way {
                metres: straight,
                crosses_water: true,
                over: Vec::new(),
                on_foot: false,
            },
        }
    }
}

impl Snapshot {
    /// The way to where a site stands, as far as anybody knows. To one without a point it is at least [`SOMEWHERE_IN_TOWN`]: what is not
    /// known is never next door.
    #[must_use]
    pub fn way_to(&self, from: LonLat, site: SiteIx) -> Way {
        let way = self.way(from, self.stands_at(site));
        if self.site(site).point.is_some() {
            return way;
        }
        Way {
            metres: Metres(way.metres.0.max(SOMEWHERE_IN_TOWN.0)),
            ..way
        }
    }

    /// Where a site stands, as far as anybody knows: at its point, else in the middle of its locality, else in the middle of town.
    #[must_use]
    pub fn stands_at(&self, site: SiteIx) -> LonLat {
        self.sites
            .get(site.index())
            .map_or(self.directory.centre, |row| row.stands_at)
    }

    /// How far it is to the middle of the town a site is in; where that is not known, as far as `way`, the way to the site itself.
    #[must_use]
    pub fn to_its_town(&self, from: LonLat, site: SiteIx, way: Metres) -> Metres {
        let town = self
            .sites
            .get(site.index())
            .map(|row| usize::from(row.town));
        let town = town.and_then(|town| self.town_middles.get(town));
        town.map_or(way, |middle| self.way(from, *middle).metres)
    }

    /// The middle of the town that each locality belongs to, with its name: those within walking range of the middle of the directory's town are
    /// parts of it, such as its west side.
    pub fn town_middles(&self) -> impl Iterator<Item = (&str, LonLat)> {
        let names = self.directory.localities.iter();
        names
            .map(|one| one.name.as_str())
            .zip(self.town_middles.iter().copied())
    }

    /// How far a site may be from the middle of its town, at most.
    #[must_use]
    pub const fn town_spread(&self) -> Metres {
        self.town_spread
    }

    /// The way on foot: straight when both places are on one bank or either is on none, else the shortest way over open crossings.
    #[must_use]
    pub fn way(&self, from: LonLat, to: LonLat) -> Way {
        self.terrain.way(from, to)
    }
}

#[cfg(test)]
mod tests;
