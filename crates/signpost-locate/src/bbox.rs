//! Boxes of longitude and latitude, also across the antimeridian and up to the poles.

use std::{fmt, str::FromStr};

use rstar::AABB;
use signpost_domain::LonLat;

/// A box between two meridians and two parallels, its edges included.
///
/// # Units
/// Degrees. `west > east` means that the box goes across the antimeridian (RFC 7946 §5.2).
///
/// # Examples
/// ```
/// use signpost_locate::BBox;
/// use signpost_domain::LonLat;
/// let fiji: BBox = "177,-20,-178,-16".parse().unwrap();
/// assert!(fiji.contains(LonLat::new(-179.0, -17.0).unwrap()));
/// assert!(!fiji.contains(LonLat::new(0.0, -17.0).unwrap()));
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BBox {
    west: f64,
    south: f64,
    east: f64,
    north: f64,
}

/// Why four numbers are not a box.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum BBoxError {
    /// Not four numbers with commas between.
    #[error(
        "expected WEST,SOUTH,EAST,NORTH in degrees, such as -94.6,49.7,-94.3,49.8, got {text:?}"
    )]
    Shape {
        /// What was given, cut to 80 characters.
        text: String,
    },
    /// NaN or an infinity.
    #[error("{edge} is not a finite number")]
    NotFinite {
        /// `west`, `south`, `east` or `north`.
        edge: &'static str,
    },
    /// A longitude outside -180 to 180 or a latitude outside -90 to 90.
    #[error("{edge} {degrees} is outside -{most} to {most}; the order is WEST,SOUTH,EAST,NORTH")]
    OutOfRange {
        /// `west`, `south`, `east` or `north`.
        edge: &'static str,
        /// What was given.
        degrees: f64,
        /// 180 for longitudes, 90 for latitudes.
        most: f64,
    },
    /// South above north. West above east is fine: it means across the antimeridian.
    #[error("south {south} is above north {north}; the order is WEST,SOUTH,EAST,NORTH")]
    Reversed {
        /// What was given.
        south: f64,
        /// What was given.
        north: f64,
    },
}

impl BBox {
    /// A box from its edges, in degrees.
    ///
    /// # Errors
    /// When an edge is not finite or out of range, or south is above north.
    pub fn new(west: f64, south: f64, east: f64, north: f64) -> Result<Self, BBoxError> {
        for (edge, degrees, most) in [
            ("west", west, 180.0),
            ("south", south, 90.0),
            ("east", east, 180.0),
            ("north", north, 90.0),
        ] {
            if !degrees.is_finite() {
                return Err(BBoxError::NotFinite { edge });
            }
            if degrees.abs() > most {
                return Err(BBoxError::OutOfRange {
                    edge,
                    degrees,
                    most,
                });
            }
        }
        if south > north {
            return Err(BBoxError::Reversed { south, north });
        }
        Ok(Self {
            west,
            south,
            east,
            north,
        })
    }

    /// The edges: west, south, east, north.
    #[must_use]
    pub const fn edges(&self) -> [f64; 4] {
        [self.west, self.south, self.east, self.north]
    }

    /// Whether the place is in the box or on its edge. 180° east and 180° west are one meridian, and a pole has every longitude.
    #[must_use]
    pub fn contains(&self, place: LonLat) -> bool {
        if !(self.south..=self.north).contains(&place.lat()) {
            return false;
        }
        let on_the_antimeridian = place.lon().abs() >= 180.0;
        place.lat().abs() >= 90.0
            || self.spans(place.lon())
            || (on_the_antimeridian && self.spans(-place.lon()))
    }

    fn spans(&self, lon: f64) -> bool {
        if self.west <= self.east {
            (self.west..=self.east).contains(&lon)
        } else {
            lon >= self.west || lon <= self.east
        }
    }

    /// A block of space that holds every point of the box on the unit sphere; some points outside the box are in it too.
    pub(crate) fn on_unit_sphere(&self) -> AABB<[f64; 3]> {
        let end = if self.west <= self.east {
            self.east
        } else {
            self.east + 360.0
        };
        // A pole belongs to the box at every longitude, but there the circle has no width, so it needs no wider block.
        let widths = cosine_range(self.south, self.north);
        let x = product(widths, cosine_range(self.west, end));
        let y = product(widths, cosine_range(self.west - 90.0, end - 90.0));
        let z = [self.south.to_radians().sin(), self.north.to_radians().sin()];
        let [low, high] = [0, 1].map(|side| {
            [x, y, z].map(|range| {
                let outward = if side == 0 { -ROUNDING } else { ROUNDING };
                range.get(side).copied().unwrap_or_default() + outward
            })
        });
        AABB::from_corners(low, high)
    }
}

/// Far above the rounding of a sine, far below a millimetre.
const ROUNDING: f64 = 1e-12;

/// The least and greatest cosine on an interval of degrees with `from <= to`.
fn cosine_range(from: f64, to: f64) -> [f64; 2] {
    let holds = |angle: f64| (from..=to).contains(&angle);
    let ends = [from.to_radians().cos(), to.to_radians().cos()];
    let [a, b] = ends;
    let least = if [-180.0, 180.0, 540.0].into_iter().any(holds) {
        -1.0
    } else {
        a.min(b)
    };
    let greatest = if [-360.0, 0.0, 360.0].into_iter().any(holds) {
        1.0
    } else {
        a.max(b)
    };
    [least, greatest]
}

/// The least and greatest product of a number of each interval; the first interval is not negative.
fn product([thin, wide]: [f64; 2], [low, high]: [f64; 2]) -> [f64; 2] {
    [(thin * low).min(wide * low), (thin * high).max(wide * high)]
}

impl fmt::Display for BBox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{},{},{},{}",
            self.west, self.south, self.east, self.north
        )
    }
}

/// Reads `WEST,SOUTH,EAST,NORTH`, the order of RFC 7946 §5 and of OGC API.
impl FromStr for BBox {
    type Err = BBoxError;

    fn from_str(text: &str) -> Result<Self, BBoxError> {
        let shape = || BBoxError::Shape {
            text: text.chars().take(80).collect(),
        };
        let mut edges = text.split(',').map(|part| part.trim().parse::<f64>().ok());
        match [(); 5].map(|()| edges.next()) {
            [
                Some(Some(west)),
                Some(Some(south)),
                Some(Some(east)),
                Some(Some(north)),
                None,
            ] => Self::new(west, south, east, north),
            _ => Err(shape()),
        }
    }
}

#[cfg(test)]
mod tests;
