//! A box of longitudes and latitudes, and the tiles that cover it.

use std::{fmt, ops::RangeInclusive, str::FromStr};

/// Tiles end here in the north and the south: Web Mercator's square world.
const MERCATOR_EDGE: f64 = 85.051_128_779_8;

/// A box in degrees: west and south below east and north, inside the world; never over the date line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bounds {
    west: f64,
    south: f64,
    east: f64,
    north: f64,
}

/// Why a text is no box.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BoundsError {
    /// Not four numbers.
    #[error("write four numbers with commas, W,S,E,N, such as -94.75,49.65,-94.30,49.90")]
    Numbers,
    /// A longitude or latitude outside the world.
    #[error("longitudes lie between -180 and 180, latitudes between -90 and 90")]
    World,
    /// West is not west of east, or south not south of north.
    #[error("the order is W,S,E,N: west before east and south before north")]
    Order,
}

impl Bounds {
    /// A box from its sides, in degrees.
    ///
    /// # Errors
    /// Sides outside the world or in the wrong order.
    pub fn new(west: f64, south: f64, east: f64, north: f64) -> Result<Self, BoundsError> {
        let is_in = |range: RangeInclusive<f64>, sides: [f64; 2]| {
            sides.iter().all(|side| range.contains(side))
        };
        if !is_in(-180.0..=180.0, [west, east]) || !is_in(-90.0..=90.0, [south, north]) {
            return Err(BoundsError::World);
        }
        if west >= east || south >= north {
            return Err(BoundsError::Order);
        }
        Ok(Self {
            west,
            south,
            east,
            north,
        })
    }

    /// `[west, south, east, north]`, in degrees.
    #[must_use]
    pub const fn sides(self) -> [f64; 4] {
        [self.west, self.south, self.east, self.north]
    }

    /// The middle, `[longitude, latitude]`.
    #[must_use]
    pub const fn middle(self) -> [f64; 2] {
        [
            f64::midpoint(self.west, self.east),
            f64::midpoint(self.south, self.north),
        ]
    }

    /// Whether `[longitude, latitude]` lies in it.
    pub(crate) fn holds(self, [lon, lat]: [f64; 2]) -> bool {
        (self.west..=self.east).contains(&lon) && (self.south..=self.north).contains(&lat)
    }

    /// Whether it overlaps `[west, south, east, north]`.
    pub(crate) fn meets(self, [west, south, east, north]: [f64; 4]) -> bool {
        self.west < east && west < self.east && self.south < north && south < self.north
    }

    /// The columns and rows of the tiles of one zoom (0 to 22) that cover the box.
    #[must_use]
    pub fn tiles(self, zoom: u8) -> (RangeInclusive<u32>, RangeInclusive<u32>) {
        let zoom = zoom.min(22);
        (
            column(self.west, zoom)..=column(self.east, zoom),
            row(self.north, zoom)..=row(self.south, zoom),
        )
    }
}

fn column(longitude: f64, zoom: u8) -> u32 {
    cell((longitude + 180.0) / 360.0, zoom)
}

fn row(latitude: f64, zoom: u8) -> u32 {
    let latitude = latitude.clamp(-MERCATOR_EDGE, MERCATOR_EDGE).to_radians();
    cell(
        (1.0 - latitude.tan().asinh() / std::f64::consts::PI) / 2.0,
        zoom,
    )
}

/// The tile a share of the world's width falls in.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the share is clamped to the number of tiles, at most 2^22"
)]
fn cell(share: f64, zoom: u8) -> u32 {
    let count = 1_u32 << zoom;
    let at = (share * f64::from(count)).floor();
    at.clamp(0.0, f64::from(count - 1)) as u32
}

impl FromStr for Bounds {
    type Err = BoundsError;

    fn from_str(text: &str) -> Result<Self, BoundsError> {
        let numbers: Vec<f64> = text
            .split(',')
            .map(|number| number.trim().parse::<f64>().ok().filter(|n| n.is_finite()))
            .collect::<Option<_>>()
            .ok_or(BoundsError::Numbers)?;
        match numbers.as_slice() {
            [west, south, east, north] => Self::new(*west, *south, *east, *north),
            _ => Err(BoundsError::Numbers),
        }
    }
}

impl fmt::Display for Bounds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [west, south, east, north] = self.sides();
        write!(f, "{west},{south},{east},{north}")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn kenoras_town_box_takes_a_few_hundred_tiles_and_no_more() {
        let town: Bounds = "-94.75,49.65,-94.30,49.90".parse().unwrap();
        let (columns, rows) = town.tiles(0);
        assert_eq!((columns, rows), (0..=0, 0..=0));
        let (columns, rows) = town.tiles(15);
        assert!(columns.contains(&7783) && rows.contains(&11_146));
        assert_eq!((columns.count(), rows.count()), (42, 36));
    }

    #[test]
    fn a_box_that_is_none_is_refused_with_what_to_write() {
        let fault = |text: &str| text.parse::<Bounds>().unwrap_err();
        assert_eq!(fault("49.65,-94.75"), BoundsError::Numbers);
        assert_eq!(fault("a,b,c,d"), BoundsError::Numbers);
        assert_eq!(fault("NaN,0,1,1"), BoundsError::Numbers);
        assert_eq!(fault("-94.3,49.65,-94.75,49.9"), BoundsError::Order);
        assert_eq!(
            fault("49.65,-94.75,49.90,-94.30"),
            BoundsError::World,
            "swapped"
        );
    }

    proptest! {
        #[test]
        fn a_tile_that_covers_a_point_of_the_box_is_among_its_tiles(
            west in -179.0..178.0_f64, south in -84.0..83.0_f64,
            wide in 0.001..1.0_f64, high in 0.001..1.0_f64,
            along in 0.0..1.0_f64, up in 0.0..1.0_f64, zoom in 0_u8..=16,
        ) {
            let bounds = Bounds::new(west, south, west + wide, south + high).unwrap();
            let (columns, rows) = bounds.tiles(zoom);
            prop_assert!(columns.contains(&column(west + wide * along, zoom)));
            prop_assert!(rows.contains(&row(south + high * up, zoom)));
        }
    }
}
