//! A drawing of the town without a map: its land, what is reached, what is gained and lost. It says nothing that the tables do not say.

use std::fmt::Write as _;

use geo::{BoundingRect as _, Rect, coord};
use signpost_coverage::{Area, Town};

use super::changes::Spot;

/// The width of the drawing, in its own units.
const WIDTH: f64 = 640.0;
/// How much taller it may be than wide, and the other way round.
const TALLEST: f64 = 1.4;
const FLATTEST: f64 = 0.35;

/// What is drawn, from the bottom up.
pub(super) struct Layers<'a> {
    pub town: &'a Town,
    /// Class and ground.
    pub areas: Vec<(&'static str, &'a Area)>,
    pub spots: &'a [Spot],
}

/// A drawing, and where it lies: west, south, east, north in degrees.
pub(super) struct Sketch {
    pub svg: String,
    pub bounds: [f64; 4],
}

/// From degrees to the units of the drawing.
struct Scale {
    bounds: Rect,
    height: f64,
}

impl Scale {
    fn of(bounds: Rect) -> Self {
        let squeeze = bounds.center().y.to_radians().cos().max(0.1);
        let shape = bounds.height() / (bounds.width() * squeeze).max(1e-9);
        Self {
            bounds,
            height: WIDTH * shape.clamp(FLATTEST, TALLEST),
        }
    }

    fn at(&self, lon: f64, lat: f64) -> (f64, f64) {
        let bounds = &self.bounds;
        (
            (lon - bounds.min().x) / bounds.width().max(1e-9) * WIDTH,
            (bounds.max().y - lat) / bounds.height().max(1e-9) * self.height,
        )
    }

    fn path(&self, area: &Area) -> String {
        let mut path = String::new();
        for polygon in area {
            for ring in std::iter::once(polygon.exterior()).chain(polygon.interiors()) {
                for (ix, place) in ring.coords().enumerate() {
                    let (x, y) = self.at(place.x, place.y);
                    let mark = if ix == 0 { 'M' } else { 'L' };
                    let _infallible = write!(path, "{mark}{x:.1} {y:.1}");
                }
                path.push('Z');
            }
        }
        path
    }
}

/// Draws it; `None` where nobody drew neighbourhoods and nothing stands.
pub(super) fn sketch(layers: &Layers<'_>) -> Option<Sketch> {
    let land = layers.town.land();
    let bounds = land.bounding_rect().or_else(|| {
        let spots = layers.spots.iter().map(|spot| coord! { x: spot.at.lon(), y: spot.at.lat() });
        let line: geo::LineString = spots.collect();
        line.bounding_rect()
    })?;
    // A little air around.
    let (dx, dy) = (bounds.width() * 0.04 + 1e-4, bounds.height() * 0.04 + 1e-4);
    let bounds = Rect::new(
        coord! { x: bounds.min().x - dx, y: bounds.min().y - dy },
        coord! { x: bounds.max().x + dx, y: bounds.max().y + dy },
    );
    let scale = Scale::of(bounds);
    let mut svg = format!(
        "<svg class=\"sketch\" viewBox=\"0 0 {WIDTH} {:.0}\" aria-hidden=\"true\" focusable=\"false\"><defs><pattern id=\"hatch\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><path d=\"M0 0V8\"/></pattern></defs>",
        scale.height
    );
    for place in &layers.town.neighbourhoods {
        let _infallible = write!(svg, "<path class=\"ground\" d=\"{}\"/>", scale.path(&place.land));
    }
    for (class, area) in &layers.areas {
        let _infallible = write!(svg, "<path class=\"{class}\" d=\"{}\"/>", scale.path(area));
    }
    for (number, spot) in (1..).zip(layers.spots) {
        let (x, y) = scale.at(spot.at.lon(), spot.at.lat());
        if !(0.0..=WIDTH).contains(&x) || !(0.0..=scale.height).contains(&y) {
            continue;
        }
        let class = if spot.is_new { "spot new" } else { "spot" };
        let _infallible = write!(
            svg,
            "<circle class=\"{class}\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"11\"/><text x=\"{x:.1}\" y=\"{:.1}\">{number}</text>",
            y + 4.5
        );
    }
    svg.push_str("</svg>");
    Some(Sketch {
        svg,
        bounds: [
            bounds.min().x,
            bounds.min().y,
            bounds.max().x,
            bounds.max().y,
        ],
    })
}
