//! What a set of points reaches.

use signpost_domain::LonLat;

use crate::{Area, Gap, Method, Nearest, Standing, Town, area::common, gaps::gaps, square_metres};

/// What is reached.
#[derive(Debug, Clone)]
pub struct Coverage {
    /// How ways were measured.
    pub method: Method,
    /// How far one walks.
    ///
    /// # Units
    /// Metres.
    pub metres: f64,
    /// The ground within reach.
    pub area: Area,
    /// How much that is.
    ///
    /// # Units
    /// Square metres.
    pub square_metres: f64,
    /// The share of each neighbourhood's land, in their order.
    pub shares: Vec<Share>,
    /// The way from each landmark to its nearest point, in their order.
    pub landmarks: Vec<LandmarkReach>,
    /// What is not reached, largest first.
    pub gaps: Vec<Gap>,
    /// Points that lie in the water, by their place among the points: a mistake in their row, and not counted.
    pub in_water: Vec<usize>,
}

/// How much of a neighbourhood is reached.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Share {
    /// Its place among the town's neighbourhoods.
    pub neighbourhood: usize,
    /// Its land within reach.
    ///
    /// # Units
    /// Square metres.
    pub reached: f64,
    /// All its land.
    ///
    /// # Units
    /// Square metres.
    pub of: f64,
}

impl Share {
    /// From 0 to 1; nothing of nothing is 0.
    #[must_use]
    pub fn share(&self) -> f64 {
        share(self.reached, self.of)
    }
}

/// How far a landmark is from its nearest point.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LandmarkReach {
    /// Its place among the town's landmarks.
    pub landmark: usize,
    /// `None` where no way leads to any.
    pub nearest: Option<Nearest>,
}

impl Coverage {
    /// The share of all neighbourhoods' land that is reached; `None` when nobody drew any.
    #[must_use]
    pub fn share(&self) -> Option<f64> {
        let (reached, of) = self.shares.iter().fold((0.0, 0.0), |(reached, of), one| {
            (reached + one.reached, of + one.of)
        });
        (of > 0.0).then(|| share(reached, of))
    }

    /// How many landmarks have a point within the distance.
    #[must_use]
    pub fn landmarks_reached(&self) -> usize {
        self.landmarks
            .iter()
            .filter(|one| one.is_reached(self.metres))
            .count()
    }
}

impl LandmarkReach {
    /// Whether its nearest point is within `metres`.
    #[must_use]
    pub fn is_reached(&self, metres: f64) -> bool {
        self.nearest.is_some_and(|nearest| nearest.metres <= metres)
    }
}

fn share(reached: f64, of: f64) -> f64 {
    if of > 0.0 {
        (reached / of).clamp(0.0, 1.0)
    } else {
        0.0
    }
}

/// What these points reach within `metres`.
///
/// # Units
/// Metres.
#[must_use]
pub fn cover(town: &Town, points: &[LonLat], metres: f64) -> Coverage {
    let reach = town.reach.as_ref();
    let (mut dry, mut places, mut in_water) = (Vec::new(), Vec::new(), Vec::new());
    for (place, &point) in points.iter().enumerate() {
        if reach.standing(point) == Standing::InWater {
            in_water.push(place);
        } else {
            dry.push(point);
            places.push(place);
        }
    }
    let area = reach.area(&dry, metres);
    let shares = town.neighbourhoods.iter().enumerate();
    let shares = shares
        .map(|(neighbourhood, place)| Share {
            neighbourhood,
            reached: square_metres(&common(&place.land, &area)),
            of: place.square_metres,
        })
        .collect();
    let known: Vec<LonLat> = town.landmarks.iter().map(|row| row.point).collect();
    let nearest = reach.nearest(&dry, &known).into_iter().enumerate();
    let landmarks = nearest
        .map(|(landmark, nearest)| LandmarkReach {
            landmark,
            nearest: nearest.and_then(|nearest| {
                Some(Nearest {
                    point: *places.get(nearest.point)?,
                    ..nearest
                })
            }),
        })
        .collect();
    Coverage {
        method: reach.method(),
        metres,
        square_metres: square_metres(&area),
        gaps: gaps(town, &area, &dry, &places),
        area,
        shares,
        landmarks,
        in_water,
    }
}
