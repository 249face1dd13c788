//! Areas as cells, to count ground by.

use geo::{BoundingRect as _, Contains as _, Point};
use signpost_domain::LonLat;

use crate::{Area, square_metres};

/// Metres from one parallel to the next, near enough to lay out a grid by.
const METRES_A_DEGREE: f64 = 111_200.0;

/// The middles of square cells of a grid over an area, those that lie in it, from the north-west on; and the side of a cell.
///
/// Cells are as small as they can be for no more than about `most` of them, and no smaller than `least_side`.
///
/// # Units
/// Metres.
#[must_use]
pub fn cells(area: &Area, most: usize, least_side: f64) -> (Vec<LonLat>, f64) {
    #[expect(clippy::cast_precision_loss)]
    let fair = (square_metres(area) / most.max(1) as f64).sqrt();
    // Steps that people can read: 25, 50, 100, …
    let mut side = least_side.max(1.0);
    while side < fair {
        side *= 2.0;
    }
    (of_side(area, side), side)
}

/// The same with cells of a given side.
pub(crate) fn of_side(area: &Area, side: f64) -> Vec<LonLat> {
    let Some(bounds) = area.bounding_rect() else {
        return Vec::new();
    };
    let down = side / METRES_A_DEGREE;
    let across = down / bounds.center().y.to_radians().cos().max(0.01);
    let steps = |from: f64, to: f64, step: f64| {
        let mut at = from + step / 2.0;
        std::iter::from_fn(move || {
            let here = at;
            at += step;
            (here < to).then_some(here)
        })
    };
    let rows = steps(-bounds.max().y, -bounds.min().y, down);
    rows.flat_map(|minus_lat| {
        steps(bounds.min().x, bounds.max().x, across).map(move |lon| (lon, -minus_lat))
    })
    .filter(|&(lon, lat)| area.contains(&Point::new(lon, lat)))
    .filter_map(|(lon, lat)| LonLat::new(lon, lat).ok())
    .collect()
}
