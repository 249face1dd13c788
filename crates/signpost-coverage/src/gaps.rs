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
            let (deepest, nearest) = deepest(town, &area, square_metres, dry)?;
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
            })
        })
        .collect()
}

fn deepest(
    town: &Town,
    area: &Area,
    size: f64,
    points: &[LonLat],
) -> Option<(LonLat, Option<Nearest>)> {
    let mut places = of_side(area, (size / CELLS).sqrt());
    // A thin gap may slip through the grid.
    if places.is_empty() {
        let inside = area.interior_point()?;
        places.extend(LonLat::new(inside.x(), inside.y()).ok());
    }
    let nearest = town.reach.nearest(points, &places);
    let depth = |nearest: &Option<Nearest>| nearest.map_or(f64::INFINITY, |one| one.metres);
    places
        .into_iter()
        .zip(nearest)
        .max_by(|a, b| depth(&a.1).total_cmp(&depth(&b.1)))
}
