//! Where the next boxes would reach most, counted by squares of ground.

use std::time::Duration;

use signpost_answers::LocalizedText;
use signpost_coverage::{Fewest, Placement, Problem, Standing, Town, cells, fewest, middle, most};
use signpost_domain::{Lang, LonLat, NeedCode, SiteKind};
use signpost_locate::{Snapshot, metres_between};

use crate::Spot;

/// How many squares the ground is counted by, about.
const SQUARES: usize = 1_000;
/// The smallest side of a square.
///
/// # Units
/// Metres.
const LEAST_SIDE: f64 = 50.0;
/// How far from a landmark a place may be that is named by it.
///
/// # Units
/// Metres.
const NEAR: f64 = 500.0;
/// How many places are tried.
const PLACES: usize = 100;
/// How long the search for a proof may take.
const LIMIT: Duration = Duration::from_secs(2);

/// What is counted, and where boxes could stand.
#[derive(Debug, Clone)]
pub struct Question {
    /// The middles of the squares.
    pub demand: Vec<LonLat>,
    /// The side of a square.
    ///
    /// # Units
    /// Metres.
    pub side: f64,
    /// Where boxes could stand.
    pub candidates: Vec<Spot>,
    /// How many places more there were than are tried.
    pub left_out: usize,
    /// Places that people know or proposed which lie in the water by their row, by name: nothing can be tried there.
    pub wet: Vec<String>,
}

/// What the ground of the town and its places give.
#[must_use]
pub fn question(snapshot: &Snapshot, town: &Town, lang: Lang, near: &str) -> Question {
    let ground = town.land();
    let (demand, side) = cells(&ground, SQUARES, LEAST_SIDE);
    let mut candidates: Vec<Spot> = Vec::new();
    let (mut left_out, mut wet) = (0, Vec::new());
    // Where nobody drew the water, a place of the town is one near its squares.
    let undrawn = demand
        .first()
        .is_some_and(|at| town.reach.is_elsewhere(*at));
    let around = Around::of(&demand).filter(|_| undrawn);
    let is_here = |at: LonLat| match &around {
        Some(around) => around.holds(at),
        None => !town.reach.is_elsewhere(at),
    };
    let mut add = |name: String, at: LonLat| {
        if town.reach.standing(at) == Standing::InWater {
            wet.push(name);
        } else if candidates.iter().any(|spot| spot.at == at) {
            // It is tried already.
        } else if candidates.len() >= PLACES {
            left_out += 1;
        } else {
            candidates.push(Spot {
                slug: None,
                name,
                at,
                is_new: true,
            });
        }
    };
    for site in snapshot.proposed() {
        if let Some(at) = site.point {
            add(LocalizedText::of(&site.name, lang).to_string(), at);
        }
    }
    let disposal = NeedCode::disposal();
    for site in &snapshot.directory().sites {
        let stands = matches!(site.kind, SiteKind::Building | SiteKind::Pharmacy);
        if let (true, Some(at), None) = (stands, site.point, site.service(&disposal))
            && is_here(at)
        {
            add(LocalizedText::of(&site.name, lang).to_string(), at);
        }
    }
    for row in &town.landmarks {
        if is_here(row.point) {
            add(LocalizedText::of(&row.name, lang).to_string(), row.point);
        }
    }
    // The rest of the places are spread over the ground, so that no part is left out because nobody named anything there.
    let (spread, _) = cells(&ground, PLACES, LEAST_SIDE);
    for at in spread {
        // A landmark far off would name another place.
        let landmark = town.landmark_near(at);
        let landmark = landmark.filter(|row| metres_between(row.point, at).0 <= NEAR);
        let name = landmark.map_or_else(
            || {
                let within = town.neighbourhoods.iter().find(|one| one.holds(at));
                let part =
                    within.map(|one| format!("{}: ", LocalizedText::of(&one.row.name, lang)));
                let part = part.unwrap_or_default();
                format!("{part}{:.5}, {:.5}", at.lat(), at.lon())
            },
            |row| {
                format!(
                    "{near} {} ({:.5}, {:.5})",
                    LocalizedText::of(&row.name, lang),
                    at.lat(),
                    at.lon()
                )
            },
        );
        add(name, at);
    }
    Question {
        demand,
        side,
        candidates,
        left_out,
        wet,
    }
}

/// How far beyond the squares a place is still one of the town.
///
/// # Units
/// Degrees: about 10 km north to south, and 7 east to west at 50° north.
const BEYOND: f64 = 0.1;

/// The box around some places, and what is near it.
struct Around {
    west: f64,
    east: f64,
    south: f64,
    north: f64,
}

impl Around {
    /// `None` around nothing.
    fn of(places: &[LonLat]) -> Option<Self> {
        let first = places.first()?;
        let start = Self {
            west: first.lon(),
            east: first.lon(),
            south: first.lat(),
            north: first.lat(),
        };
        Some(places.iter().fold(start, |all, place| Self {
            west: all.west.min(place.lon()),
            east: all.east.max(place.lon()),
            south: all.south.min(place.lat()),
            north: all.north.max(place.lat()),
        }))
    }

    fn holds(&self, place: LonLat) -> bool {
        let (lon, lat) = (place.lon(), place.lat());
        (self.west - BEYOND..=self.east + BEYOND).contains(&lon)
            && (self.south - BEYOND..=self.north + BEYOND).contains(&lat)
    }
}

impl Question {
    /// The same with more places to choose from.
    #[must_use]
    pub fn with(mut self, places: Vec<Spot>) -> Self {
        for spot in places {
            if self.candidates.iter().all(|one| one.at != spot.at) {
                self.candidates.push(spot);
            }
        }
        self
    }

    fn problem(
        &self,
        town: &Town,
        candidates: &[LonLat],
        standing: &[Spot],
        metres: f64,
    ) -> Problem {
        let standing: Vec<LonLat> = standing.iter().map(|spot| spot.at).collect();
        let weights = vec![1; self.demand.len()];
        Problem::of(
            town,
            (&self.demand, &weights),
            candidates,
            &standing,
            metres,
        )
    }

    /// The places that reach most beside what stands.
    #[must_use]
    pub fn best(&self, town: &Town, standing: &[Spot], metres: f64, count: usize) -> Placement {
        let places: Vec<LonLat> = self.candidates.iter().map(|spot| spot.at).collect();
        most(&self.problem(town, &places, standing, metres), count, LIMIT)
    }

    /// How many squares these places reach together.
    #[must_use]
    pub fn reached(&self, town: &Town, places: &[Spot], metres: f64) -> u64 {
        self.problem(town, &[], places, metres).reached_by(&[])
    }

    /// The fewest places with which the middle of every neighbourhood has one within `metres`; the demands are the neighbourhoods.
    #[must_use]
    pub fn fewest(&self, town: &Town, standing: &[Spot], metres: f64) -> Fewest {
        let middles: Vec<LonLat> = town
            .neighbourhoods
            .iter()
            .filter_map(|place| middle(&place.land))
            .collect();
        let standing: Vec<LonLat> = standing.iter().map(|spot| spot.at).collect();
        let places: Vec<LonLat> = self.candidates.iter().map(|spot| spot.at).collect();
        let weights = vec![1; middles.len()];
        let problem = Problem::of(town, (&middles, &weights), &places, &standing, metres);
        fewest(&problem, LIMIT)
    }
}
