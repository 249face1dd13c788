//! A town to measure: how one gets about in it, its parts, and the places people know.

use std::sync::Arc;

use geo::{Contains as _, MultiPolygon};
use signpost_domain::{Landmark, LonLat, Neighbourhood};
use signpost_locate::{BuildError, Snapshot};

use crate::{
    Area, Ground, OverLand, Reach, Streets, area::outline, square_metres, streets::AlongStreets,
};

/// A part of the town.
#[derive(Debug, Clone)]
pub struct Place {
    /// Its row.
    pub row: Neighbourhood,
    /// Its dry part.
    pub land: Area,
    /// How much that is.
    ///
    /// # Units
    /// Square metres.
    pub square_metres: f64,
}

impl Place {
    /// Whether a place lies on its land.
    #[must_use]
    pub fn holds(&self, place: LonLat) -> bool {
        self.land
            .contains(&geo::Point::new(place.lon(), place.lat()))
    }
}

/// A town to measure.
pub struct Town {
    /// How one gets about.
    pub reach: Box<dyn Reach>,
    /// Its parts.
    pub neighbourhoods: Vec<Place>,
    /// The places people know.
    pub landmarks: Vec<Landmark>,
}

impl Town {
    /// The town of a snapshot; along streets when there is a file of them.
    ///
    /// # Errors
    /// When a crossing joins a bank that is not there.
    pub fn of(snapshot: &Snapshot, streets: Option<&Arc<Streets>>) -> Result<Self, BuildError> {
        let directory = snapshot.directory();
        Self::new(&directory.ground, &directory.landmarks, streets)
    }

    /// A town of this ground with these landmarks.
    ///
    /// # Errors
    /// When a crossing joins a bank that is not there.
    pub fn new(
        ground: &signpost_domain::Ground,
        landmarks: &[Landmark],
        streets: Option<&Arc<Streets>>,
    ) -> Result<Self, BuildError> {
        let neighbourhoods = &ground.neighbourhoods;
        let over_land = OverLand(Ground::new(ground)?);
        let reach: Box<dyn Reach> = match streets {
            Some(streets) => Box::new(AlongStreets::new(Arc::clone(streets), over_land.0)),
            None => Box::new(over_land),
        };
        let neighbourhoods = neighbourhoods
            .iter()
            .map(|row| {
                let land = reach.dry(&MultiPolygon::new(vec![outline(&row.ring)]));
                Place {
                    row: row.clone(),
                    square_metres: square_metres(&land),
                    land,
                }
            })
            .collect();
        Ok(Self {
            reach,
            neighbourhoods,
            landmarks: landmarks.to_vec(),
        })
    }

    /// The dry ground of all its parts.
    #[must_use]
    pub fn land(&self) -> Area {
        let all: Vec<_> = self
            .neighbourhoods
            .iter()
            .flat_map(|place| place.land.iter().cloned())
            .collect();
        crate::area::joined(&all)
    }

    /// The landmark nearest to a place as the crow flies.
    #[must_use]
    pub fn landmark_near(&self, place: LonLat) -> Option<&Landmark> {
        let metres = |landmark: &Landmark| signpost_locate::metres_between(landmark.point, place).0;
        let mut landmarks = self.landmarks.iter();
        let first = landmarks.next()?;
        Some(landmarks.fold(first, |best, next| {
            if metres(next) < metres(best) {
                next
            } else {
                best
            }
        }))
    }
}
