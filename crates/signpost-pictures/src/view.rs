//! Which ground a picture shows, and where a place lies on it (Web Mercator).

use std::f64::consts::{PI, TAU};

use signpost_domain::LonLat;

use crate::Size;

/// Metres around the Earth, as Web Mercator takes it.
const AROUND: f64 = 40_075_016.7;
/// The most and the least a picture may show, as zooms of tiles of 256 pixels.
const CLOSEST: f64 = 18.0;
const FARTHEST: f64 = 8.0;

/// A place on a picture, in pixels from its upper left corner.
pub(crate) type Spot = (f64, f64);

/// Ground, seen from above, north up.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct View {
    pub width: f64,
    pub height: f64,
    /// The middle, where the world is 1 wide and 1 high.
    middle: (f64, f64),
    /// How many pixels wide the world is.
    world: f64,
}

impl View {
    /// Around a place, with so many metres of ground from top to bottom.
    pub fn around(at: LonLat, metres: f64, size: Size) -> Self {
        let (width, height) = size.pixels();
        let (width, height) = (f64::from(width), f64::from(height));
        let world = AROUND * at.lat().to_radians().cos() / metres * height;
        let (closest, farthest) = (256.0 * CLOSEST.exp2(), 256.0 * FARTHEST.exp2());
        Self {
            width,
            height,
            middle: on_the_world(at),
            world: world.clamp(farthest, closest),
        }
    }

    /// With every one of these places in it and some room around them; `None` without a place.
    pub fn of_all(places: &[LonLat], size: Size) -> Option<Self> {
        /// The part of a picture that pins stand in: names and the lower edge need room.
        const FILLED: f64 = 0.74;
        /// A single place is not looked at more closely than this.
        const LEAST_METRES: f64 = 1_200.0;
        let all = || places.iter().map(|place| on_the_world(*place));
        let [west, east] = [
            all().map(|(x, _)| x).reduce(f64::min)?,
            all().map(|(x, _)| x).reduce(f64::max)?,
        ];
        let [north, south] = [
            all().map(|(_, y)| y).reduce(f64::min)?,
            all().map(|(_, y)| y).reduce(f64::max)?,
        ];
        let nearest = Self::around(*places.first()?, LEAST_METRES, size);
        let fits = (nearest.width * FILLED / (east - west).max(1e-12))
            .min(nearest.height * FILLED / (south - north).max(1e-12));
        Some(Self {
            middle: (f64::midpoint(west, east), f64::midpoint(north, south)),
            world: nearest.world.min(fits),
            ..nearest
        })
    }

    /// Where a place is.
    pub fn place(&self, at: LonLat) -> Spot {
        let (x, y) = on_the_world(at);
        self.spot(x, y)
    }

    /// Where a point of a world that is 1 wide and 1 high is.
    pub fn spot(&self, x: f64, y: f64) -> Spot {
        (
            (x - self.middle.0).mul_add(self.world, self.width / 2.0),
            (y - self.middle.1).mul_add(self.world, self.height / 2.0),
        )
    }

    /// The middle, in degrees: longitude and latitude.
    pub fn centre(&self) -> (f64, f64) {
        let (x, y) = self.middle;
        let up = PI * 2.0f64.mul_add(-y, 1.0);
        (x.mul_add(360.0, -180.0), up.sinh().atan().to_degrees())
    }

    /// How many pixels a metre of this ground is.
    pub fn pixels_a_metre(&self) -> f64 {
        let latitude = self.centre().1.to_radians();
        self.world / (AROUND * latitude.cos())
    }

    /// How many pixels wide a tile of this zoom is.
    pub fn tile_side(&self, zoom: u8) -> f64 {
        self.world / f64::from(zoom).exp2()
    }

    /// The zoom at which tiles are at least as high as the picture and less than twice as high, and what is left over: as maplibre-rs counts.
    pub fn zoom(&self) -> (u8, f64) {
        let exact = (self.world / self.height).log2();
        (whole(exact.floor()), exact)
    }

    /// The zoom whose tiles hold about what can be seen.
    pub fn zoom_of_detail(&self, fineness: f64) -> u8 {
        whole((self.world / (512.0 * fineness)).log2().ceil())
    }

    /// Whether any of it is seen, with so much beyond the edge.
    pub fn sees(&self, spots: &[Spot], beyond: f64) -> bool {
        let within = |side: fn(&Spot) -> f64, most: f64| {
            let low = spots.iter().map(side).fold(f64::INFINITY, f64::min);
            let high = spots.iter().map(side).fold(f64::NEG_INFINITY, f64::max);
            high >= -beyond && low <= most + beyond
        };
        within(|spot| spot.0, self.width) && within(|spot| spot.1, self.height)
    }

    /// The tiles of a zoom that lie under it, with so many pixels beyond the edge: columns and rows.
    pub fn tiles(&self, zoom: u8, beyond: f64) -> Vec<(u32, u32)> {
        let side = self.tile_side(zoom);
        let last = f64::from(zoom).exp2() - 1.0;
        let range = |middle: f64, length: f64| {
            let middle = middle * self.world;
            let lowest = ((middle - length / 2.0 - beyond) / side).floor();
            let highest = ((middle + length / 2.0 + beyond) / side).floor();
            number(lowest.clamp(0.0, last))..=number(highest.clamp(0.0, last))
        };
        let rows = range(self.middle.1, self.height);
        range(self.middle.0, self.width)
            .flat_map(|x| rows.clone().map(move |y| (x, y)))
            .collect()
    }
}

/// Where a place is on a world that is 1 wide and 1 high.
fn on_the_world(at: LonLat) -> (f64, f64) {
    let x = (at.lon() + 180.0) / 360.0;
    let latitude = at.lat().clamp(-85.05, 85.05).to_radians();
    (x, (1.0 - latitude.tan().asinh() / PI) / 2.0)
}

/// The angle of a street as people read along it: never upside down.
pub(crate) fn readable(from: Spot, to: Spot) -> f64 {
    let angle = (to.1 - from.1).atan2(to.0 - from.0);
    if angle > TAU / 4.0 {
        angle - PI
    } else if angle < -TAU / 4.0 {
        angle + PI
    } else {
        angle
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a cast saturates, and zooms are from 8 to 18"
)]
fn whole(zoom: f64) -> u8 {
    zoom as u8
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "it was clamped to tiles there are"
)]
fn number(tile: f64) -> u32 {
    tile as u32
}
