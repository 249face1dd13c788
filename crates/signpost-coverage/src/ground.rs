//! The drawn ground: its banks, and what lies between them.

use geo::{ConvexHull as _, Distance as _, Euclidean, MultiPolygon, Point, Polygon};
use signpost_domain::LonLat;
use signpost_locate::{BankIx, BuildError, Terrain};

use crate::{
    Area,
    area::{common, joined, outline},
};

/// What a place stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// A bank.
    On(BankIx),
    /// Between banks: water, as far as anybody drew it.
    InWater,
    /// Outside of all that is drawn, where nobody knows of water.
    Undrawn,
}

/// The banks as areas.
#[derive(Debug)]
pub struct Ground {
    terrain: Terrain,
    banks: Vec<Area>,
    /// All banks as one.
    land: Area,
    /// Whatever is inside of this and on no bank is water.
    drawn: Polygon,
    /// Places of closed crossings, which a file of streets may still have.
    pub(crate) closed: Vec<[LonLat; 2]>,
}

impl Ground {
    /// Lays out the banks.
    ///
    /// # Errors
    /// When a crossing joins a bank that is not there.
    pub fn new(ground: &signpost_domain::Ground) -> Result<Self, BuildError> {
        let polygons: Vec<Polygon> = ground
            .banks
            .iter()
            .map(|bank| outline(&bank.ring))
            .collect();
        let land = joined(&polygons);
        Ok(Self {
            terrain: Terrain::new(ground)?,
            drawn: land.convex_hull(),
            land,
            banks: polygons
                .into_iter()
                .map(|bank| MultiPolygon::new(vec![bank]))
                .collect(),
            closed: ground
                .crossings
                .iter()
                .filter(|crossing| !crossing.open)
                .map(|crossing| crossing.ends)
                .collect(),
        })
    }

    /// What a place stands on.
    #[must_use]
    pub fn standing(&self, place: LonLat) -> Standing {
        match self.terrain.bank(place) {
            Some(bank) => Standing::On(bank),
            None if self.terrain.is_water(place) => Standing::InWater,
            None => Standing::Undrawn,
        }
    }

    /// Whether anybody drew banks here at all.
    #[must_use]
    pub fn is_drawn(&self) -> bool {
        !self.banks.is_empty()
    }

    /// Whether a place is further from everything drawn than any walk: another town, whose shores nobody drew.
    #[must_use]
    pub fn is_elsewhere(&self, place: LonLat) -> bool {
        /// About 10 km north to south, and 7 east to west at 50° north.
        const FAR: f64 = 0.1;
        !self.is_drawn()
            || Euclidean.distance(&Point::new(place.lon(), place.lat()), &self.drawn) > FAR
    }

    pub(crate) const fn terrain(&self) -> &Terrain {
        &self.terrain
    }

    pub(crate) fn bank(&self, bank: BankIx) -> Option<&Area> {
        self.banks.get(bank)
    }

    /// The dry part of an area. One that lies outside of everything drawn is dry as it is.
    pub(crate) fn dry(&self, area: &Area) -> Area {
        let drawn = MultiPolygon::new(vec![self.drawn.clone()]);
        if !self.is_drawn() || common(area, &drawn).0.is_empty() {
            return area.clone();
        }
        common(area, &self.land)
    }
}
