//! A drawing of the town without a map: its land, what is reached, what is gained and lost. It says nothing that the tables do not say.

use std::fmt::Write as _;

use signpost_answers::LocalizedText;
use signpost_coverage::{Area, Town};
use signpost_domain::{Lang, LonLat};

use crate::Spot;

/// The width of the drawing, in its own units.
const WIDTH: f64 = 640.0;
/// How much taller it may be than wide, and the other way round.
const TALLEST: f64 = 1.4;
const FLATTEST: f64 = 0.35;
/// How wide a letter of a landmark's name is, about, and how high.
const LETTER: (f64, f64) = (8.2, 18.0);

/// What is drawn, from the bottom up.
pub struct Layers<'a> {
    /// The town.
    pub town: &'a Town,
    /// The language of its names.
    pub lang: Lang,
    /// Class and ground.
    pub areas: Vec<(&'static str, &'a Area)>,
    /// Numbered from 1 on, in their order.
    pub spots: &'a [Spot],
    /// Places that somebody proposed and that are none of the spots.
    pub maybe: &'a [Spot],
}

/// A drawing, and where it lies.
#[derive(Debug, Clone)]
pub struct Sketch {
    /// The picture.
    pub svg: String,
    /// West, south, east, north in degrees, with spaces between.
    pub bounds: String,
}

/// From degrees to the units of the drawing.
struct Scale {
    west: f64,
    south: f64,
    east: f64,
    north: f64,
    height: f64,
}

impl Scale {
    /// Around some places, with a little air; `None` around nothing.
    fn around(places: impl Iterator<Item = (f64, f64)>) -> Option<Self> {
        let bounds = places.fold(None, |bounds, (lon, lat)| {
            let (west, south, east, north) = bounds.unwrap_or((lon, lat, lon, lat));
            Some((lon.min(west), lat.min(south), lon.max(east), lat.max(north)))
        });
        let (west, south, east, north): (f64, f64, f64, f64) = bounds?;
        let air = |side: f64| side.mul_add(0.04, 1e-4);
        let (dx, dy) = (air(east - west), air(north - south));
        let (west, south, east, north) = (west - dx, south - dy, east + dx, north + dy);
        let squeeze = f64::midpoint(south, north).to_radians().cos().max(0.1);
        let shape = (north - south) / ((east - west) * squeeze);
        Some(Self {
            west,
            south,
            east,
            north,
            height: WIDTH * shape.clamp(FLATTEST, TALLEST),
        })
    }

    fn at(&self, lon: f64, lat: f64) -> (f64, f64) {
        (
            (lon - self.west) / (self.east - self.west) * WIDTH,
            (self.north - lat) / (self.north - self.south) * self.height,
        )
    }

    /// The same for a place that is on the drawing.
    fn inside(&self, place: LonLat) -> Option<(f64, f64)> {
        let (x, y) = self.at(place.lon(), place.lat());
        let is_on = (0.0..=WIDTH).contains(&x) && (0.0..=self.height).contains(&y);
        is_on.then_some((x, y))
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
#[must_use]
pub fn sketch(layers: &Layers<'_>) -> Option<Sketch> {
    let land = layers
        .town
        .neighbourhoods
        .iter()
        .flat_map(|place| &place.land);
    let land: Vec<(f64, f64)> = land
        .flat_map(|polygon| polygon.exterior().coords())
        .map(|place| (place.x, place.y))
        .collect();
    let spots = layers
        .spots
        .iter()
        .map(|spot| (spot.at.lon(), spot.at.lat()));
    let scale = if land.is_empty() {
        Scale::around(spots)?
    } else {
        Scale::around(land.into_iter())?
    };
    let mut svg = format!(
        "<svg class=\"sketch\" viewBox=\"0 0 {WIDTH} {:.0}\" aria-hidden=\"true\" focusable=\"false\"><defs><pattern id=\"hatch\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><path d=\"M0 0V8\"/></pattern></defs>",
        scale.height
    );
    for place in &layers.town.neighbourhoods {
        let path = scale.path(&place.land);
        let _infallible = write!(svg, "<path class=\"ground\" d=\"{path}\"/>");
    }
    for (class, area) in &layers.areas {
        let _infallible = write!(svg, "<path class=\"{class}\" d=\"{}\"/>", scale.path(area));
    }
    let taken = spots_of(layers, &scale, &mut svg);
    landmarks(layers, &scale, taken, &mut svg);
    svg.push_str("</svg>");
    Some(Sketch {
        svg,
        bounds: format!(
            "{:.6} {:.6} {:.6} {:.6}",
            scale.west, scale.south, scale.east, scale.north
        ),
    })
}

/// Draws the boxes; what they cover, as left, top, right, bottom.
fn spots_of(layers: &Layers<'_>, scale: &Scale, svg: &mut String) -> Vec<[f64; 4]> {
    let mut taken = Vec::new();
    let numbered = layers.spots.iter().enumerate();
    let numbered = numbered.map(|(ix, spot)| (Some(ix + 1), spot));
    let maybe = layers.maybe.iter().map(|spot| (None, spot));
    for (number, spot) in maybe.chain(numbered) {
        let Some((x, y)) = scale.inside(spot.at) else {
            continue;
        };
        let class = match (number, spot.is_new) {
            (None, _) => "spot maybe",
            (Some(_), true) => "spot new",
            (Some(_), false) => "spot",
        };
        let slug = spot
            .slug
            .as_ref()
            .map(|slug| format!(" data-slug=\"{slug}\""))
            .unwrap_or_default();
        let text = number.map_or_else(|| "?".to_owned(), |number| number.to_string());
        let _infallible = write!(
            svg,
            "<g class=\"{class}\"{slug}><circle class=\"touch\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"24\"/><circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"13\"/><text x=\"{x:.1}\" y=\"{:.1}\">{text}</text></g>",
            y + 5.5
        );
        taken.push([x - 14.0, y - 14.0, x + 14.0, y + 14.0]);
    }
    taken
}

/// Draws the places that people know, each with its name where there is room for it.
fn landmarks(layers: &Layers<'_>, scale: &Scale, mut taken: Vec<[f64; 4]>, svg: &mut String) {
    for row in &layers.town.landmarks {
        let Some((x, y)) = scale.inside(row.point) else {
            continue;
        };
        let _infallible = write!(
            svg,
            "<circle class=\"mark\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"3\"/>"
        );
        let name = LocalizedText::of(&row.name, layers.lang).to_string();
        #[expect(clippy::cast_precision_loss, reason = "a name is short")]
        let width = name.chars().count() as f64 * LETTER.0;
        let sides = [
            (
                x + 6.0,
                "start",
                [x + 4.0, y - 9.0, x + 8.0 + width, y + 9.0],
            ),
            (x - 6.0, "end", [x - 8.0 - width, y - 9.0, x - 4.0, y + 9.0]),
        ];
        let fits = |[left, top, right, bottom]: &[f64; 4]| {
            let free = taken.iter().all(|other| {
                *right < other[0] || other[2] < *left || *bottom < other[1] || other[3] < *top
            });
            free && *left >= 0.0 && *right <= WIDTH && *top >= 0.0 && *bottom <= scale.height
        };
        if let Some((at, anchor, room)) = sides.into_iter().find(|(_, _, room)| fits(room)) {
            let _infallible = write!(
                svg,
                "<text class=\"name\" text-anchor=\"{anchor}\" x=\"{at:.1}\" y=\"{:.1}\">{}</text>",
                y + LETTER.1 * 0.28,
                escaped(&name)
            );
            taken.push(room);
        }
    }
}

fn escaped(words: &str) -> String {
    words
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
