//! What is not reached.

use geo::{InteriorPoint as _, MultiPolygon};
use signpost_domain::LonLat;

use crate::{Area, Nearest, Town, area::without, grid::of_side, square_metres};

/// A piece of a neighbourhood's land that is not reached.
#[derive(Debug, Clone)]
pub struct Gap {
    /// Its place among the town's neighbourhoods.
    pub neighbourhood: usize,
    /// The ground.
    pub area: Area,
    /// How much that is.
    ///
    /// # Units
    /// Square metres.
    pub square_metres: f64,
    /// The place in it that is furthest from any point, as far as a grid of cells tells.
    pub deepest: LonLat,
    /// The point nearest to that; `None` where no way leads to any.
    pub nearest: Option<Nearest>,
    /// Whether from some of it no way leads to any point; the furthest place is then one from which a way does, when there is one.
    pub is_cut_off: bool,
}

/// Splinters between circles are no gaps.
///
/// # Units
/// Square metres.
const LEAST: f64 = 2_500.0;

/// How many gaps are told.
const MOST: usize = 40;

/// How many places of a gap are looked at for its deepest.
const CELLS: f64 = 200.0;

/// The gaps, largest first. `places` says which of all points the dry ones are.
pub(crate) fn gaps(town: &Town, area: &Area, dry: &[LonLat], places: &[usize]) -> Vec<Gap> {
    let mut found: Vec<(usize, Area, f64)> = Vec::new();
    for (ix, place) in town.neighbourhoods.iter().enumerate() {
        for piece in without(&place.land, area) {
            let piece = MultiPolygon::new(vec![piece]);
            let size = square_metres(&piece);
            if size >= LEAST {
                found.push((ix, piece, size));
            }
        }
    }
    found.sort_by(|a, b| b.2.total_cmp(&a.2));
    found.truncate(MOST);
    found
        .into_iter()
        .filter_map(|(neighbourhood, area, square_metres)| {
            let (deepest, nearest, is_cut_off) = deepest(town, &area, square_metres, dry)?;
            let nearest = nearest.and_then(|nearest| {
                Some(Nearest {
                    point: *places.get(nearest.point)?,
                    ..nearest
                })
            });
            Some(Gap {
                neighbourhood,
                area,
                square_metres,
                deepest,
                nearest,
                is_cut_off,
            })
        })
        .collect()
}

fn deepest(
    town: &Town,
    area: &Area,
    size: f64,
    points: &[LonLat],
) -> Option<(LonLat, Option<Nearest>, bool)> {
    let mut places = of_side(area, (size / CELLS).sqrt());
    // A thin gap may slip through the grid.
    if places.is_empty() {
        let inside = area.interior_point()?;
        places.extend(LonLat::new(inside.x(), inside.y()).ok());
    }
    let nearest = town.reach.nearest(points, &places);
    let is_cut_off = nearest.iter().any(Option::is_none);
    // One corner off the streets does not speak for all of it.
    let depth = |nearest: &Option<Nearest>| nearest.map_or(f64::NEG_INFINITY, |one| one.metres);
    places
        .into_iter()
        .zip(nearest)
        .max_by(|a, b| depth(&a.1).total_cmp(&depth(&b.1)))
        .map(|(place, nearest)| (place, nearest, is_cut_off))
}

#[cfg(test)]
mod tests {
    use signpost_domain::{Ground, Neighbourhood, Source, Text};

    use super::*;
    use crate::{Method, Reach, Standing, cover};

    /// Straight ways, and none from east of a line.
    struct NoWayFromTheEast {
        rest: Box<dyn Reach>,
        line: f64,
    }

    impl Reach for NoWayFromTheEast {
        fn method(&self) -> Method {
            self.rest.method()
        }

        fn standing(&self, place: LonLat) -> Standing {
            self.rest.standing(place)
        }

        fn is_elsewhere(&self, place: LonLat) -> bool {
            self.rest.is_elsewhere(place)
        }

        fn area(&self, points: &[LonLat], metres: f64) -> Area {
            self.rest.area(points, metres)
        }

        fn nearest(&self, points: &[LonLat], places: &[LonLat]) -> Vec<Option<Nearest>> {
            let found = self.rest.nearest(points, places).into_iter();
            let with = found.zip(places);
            with.map(|(nearest, place)| nearest.filter(|_| place.lon() < self.line))
                .collect()
        }

        fn within(&self, points: &[LonLat], metres: f64, places: &[LonLat]) -> Vec<Vec<usize>> {
            self.rest.within(points, metres, places)
        }

        fn dry(&self, area: &Area) -> Area {
            self.rest.dry(area)
        }
    }

    fn at(lon: f64, lat: f64) -> LonLat {
        LonLat::new(lon, lat).unwrap()
    }

    /// A part 1.4 km wide, and a place at its western end; no way leads there from east of `line`.
    fn gap(line: f64) -> Gap {
        let (west, east, south, north) = (-94.90, -94.88, 49.55, 49.555);
        let ring = vec![
            at(west, south),
            at(east, south),
            at(east, north),
            at(west, north),
            at(west, south),
        ];
        let part = Neighbourhood {
            id: "part".to_owned(),
            name: Text::default(),
            ring,
            approximate: false,
            source: Source {
                text: "A test".to_owned(),
                day: None,
            },
        };
        let ground = Ground {
            neighbourhoods: vec![part],
            ..Ground::default()
        };
        let mut town = Town::new(&ground, &[], None).unwrap();
        let rest = town.reach;
        town.reach = Box::new(NoWayFromTheEast { rest, line });
        let found = cover(&town, &[at(west, 49.5525)], 400.0);
        found.gaps.into_iter().next().unwrap()
    }

    #[test]
    fn one_corner_without_a_way_does_not_speak_for_all_of_a_gap() {
        let whole = gap(0.0);
        assert!(!whole.is_cut_off);
        assert!(whole.nearest.unwrap().metres > 1_300.0, "{whole:?}");
        let corner = gap(-94.885);
        assert!(corner.is_cut_off);
        let metres = corner.nearest.unwrap().metres;
        assert!((950.0..1_150.0).contains(&metres), "{corner:?}");
        assert!(corner.deepest.lon() < -94.885);
        let none = gap(-95.0);
        assert!(none.is_cut_off && none.nearest.is_none());
    }
}
