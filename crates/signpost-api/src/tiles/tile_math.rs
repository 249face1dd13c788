//! Where a tile lies on the ground, and where a place lies in a tile (Web Mercator).

use std::f64::consts::PI;

use fast_mvt::MvtCoord;
use signpost_domain::LonLat;
use signpost_locate::BBox;

use super::address::Numbers;
use signpost_web::ApiError;

/// The side of a tile in its own units.
pub(crate) const SIDE: f64 = 4096.0;
/// How far a tile looks over its edge, in its own units, so that a pin on the edge is whole in both: 16 pixels of a map whose tiles are 256
/// wide, 32 where they are 512.
const EDGE: f64 = SIDE * 16.0 / 256.0;
/// Web Mercator's world is a square that ends here.
const MERCATOR_EDGE: f64 = 85.051_128_779_8;

/// The ground a tile shows, with a little over its edge.
pub(crate) fn bbox((z, x, y): Numbers) -> Result<BBox, ApiError> {
    let count = f64::from(1_u32 << z);
    let longitude = |column: f64| (column / count * 360.0 - 180.0).clamp(-180.0, 180.0);
    let latitude = |row: f64| {
        let up = PI * (1.0 - 2.0 * row / count);
        up.sinh()
            .atan()
            .to_degrees()
            .clamp(-MERCATOR_EDGE, MERCATOR_EDGE)
    };
    let edge = EDGE / SIDE;
    let (x, y) = (f64::from(x), f64::from(y));
    BBox::new(
        longitude(x - edge),
        latitude(y + 1.0 + edge),
        longitude(x + 1.0 + edge),
        latitude(y - edge),
    )
    .map_err(ApiError::internal)
}

/// A place in the units of a tile, from its north-western corner. To be asked about places near the tile.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a cast saturates, and a place near the tile is far from i32's ends"
)]
pub(crate) fn place((z, x, y): Numbers, point: LonLat) -> MvtCoord {
    let count = f64::from(1_u32 << z);
    let latitude = point.lat().clamp(-MERCATOR_EDGE, MERCATOR_EDGE);
    let column = (point.lon() + 180.0) / 360.0 * count;
    let row = (1.0 - latitude.to_radians().tan().asinh() / PI) / 2.0 * count;
    MvtCoord {
        x: ((column - f64::from(x)) * SIDE).round() as i32,
        y: ((row - f64::from(y)) * SIDE).round() as i32,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tile_holds_the_places_of_its_own_ground_and_none_far_away() {
        let kenora = LonLat::new(-94.4894, 49.767).unwrap();
        let tile = (15, 7783, 11_146);
        let ground = bbox(tile).unwrap();
        assert!(ground.contains(kenora));
        let MvtCoord { x, y } = place(tile, kenora);
        assert!((0..4096).contains(&x) && (0..4096).contains(&y), "{x} {y}");
        assert!(!bbox((15, 7785, 11_146)).unwrap().contains(kenora));
        assert!(bbox((0, 0, 0)).unwrap().contains(kenora));
    }

    #[test]
    fn a_pin_of_32_pixels_on_the_edge_is_whole_in_both_tiles() {
        let count = f64::from(1_u32 << 15);
        let edge = 7784.0 / count * 360.0 - 180.0;
        let pixel = 360.0 / count / 256.0;
        let west = (15, 7783, 11_146);
        for (pixels, seen) in [(15.9, true), (16.1, false)] {
            let pin = LonLat::new(edge + pixel * pixels, 49.767).unwrap();
            assert_eq!(bbox(west).unwrap().contains(pin), seen, "{pixels}");
        }
    }
}
