//! Reach by hour of the week.

use std::collections::HashMap;

use jiff::{Timestamp, civil::Date};
use signpost_domain::NeedCode;
use signpost_locate::{ServiceIx, Snapshot};

use crate::{Town, area::common, open_points, square_metres};

/// What is reached at each hour of seven days, as each hour strikes.
#[derive(Debug, Clone, PartialEq)]
pub struct Week {
    /// The days.
    pub days: Vec<Date>,
    /// For each day 24 hours.
    pub hours: Vec<Vec<Hour>>,
}

/// What is reached at an hour.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Hour {
    /// How many points count.
    pub points: usize,
    /// The share of all neighbourhoods' land, from 0 to 1; `None` when nobody drew any.
    pub share: Option<f64>,
    /// How many landmarks have a point within the distance.
    pub landmarks: usize,
}

/// What is reached at each hour of the seven days from `first` on, by the clocks of the town. Equal sets of points are worked out once.
#[must_use]
pub fn week(
    snapshot: &Snapshot,
    town: &Town,
    need: &NeedCode,
    first: Date,
    metres: f64,
    also_unknown: bool,
) -> Week {
    let mut known: HashMap<Vec<ServiceIx>, Hour> = HashMap::new();
    let zone = snapshot.town_zone();
    let days: Vec<Date> = std::iter::successors(Some(first), |day| day.tomorrow().ok())
        .take(7)
        .collect();
    let hours = days
        .iter()
        .map(|day| {
            (0..24)
                .map(|hour| {
                    let at: Timestamp = zone.instant(day.at(hour, 0, 0, 0));
                    let set = open_points(snapshot, need, at, also_unknown);
                    let work_out = || {
                        let places = set.places();
                        let marks: Vec<_> = town.landmarks.iter().map(|row| row.point).collect();
                        let near = town.reach.nearest(&places, &marks);
                        let reached = near.into_iter().flatten();
                        Hour {
                            points: places.len(),
                            share: share(town, &places, metres),
                            landmarks: reached.filter(|one| one.metres <= metres).count(),
                        }
                    };
                    *known.entry(set.key()).or_insert_with(work_out)
                })
                .collect()
        })
        .collect();
    Week { days, hours }
}

fn share(town: &Town, places: &[signpost_domain::LonLat], metres: f64) -> Option<f64> {
    let of: f64 = town
        .neighbourhoods
        .iter()
        .map(|place| place.square_metres)
        .sum();
    if of <= 0.0 {
        return None;
    }
    let area = town.reach.area(places, metres);
    let reached: f64 = town
        .neighbourhoods
        .iter()
        .map(|place| square_metres(&common(&place.land, &area)))
        .sum();
    Some((reached / of).clamp(0.0, 1.0))
}
