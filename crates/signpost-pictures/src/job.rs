//! A scene as the program with maplibre-rs reads it: tiles of our own for the ground, and paths for the rest.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use fast_mvt::{MvtCoord, MvtGeomType, MvtTileBuilder};
use serde::Serialize;

use crate::{
    PictureError, Scene,
    scene::{Area, Polygon},
    view::Spot,
};

/// The side of a tile in its own units.
const SIDE: f64 = 4096.0;

/// What the program reads.
#[derive(Serialize)]
struct Job<'s> {
    width: u32,
    height: u32,
    /// Longitude and latitude of the middle.
    centre: (f64, f64),
    /// As maplibre-rs counts: at a whole zoom a tile is as high as the picture.
    zoom: f64,
    areas: Vec<Colour<'s>>,
    tiles: Vec<Tile>,
    layers: Vec<Layer<'s>>,
}

#[derive(Serialize)]
struct Colour<'s> {
    layer: &'s str,
    colour: &'s str,
}

#[derive(Serialize)]
struct Tile {
    z: u8,
    x: u32,
    y: u32,
    /// Where its corner is on the picture, in pixels, and how wide it is there.
    left: f64,
    top: f64,
    side: f64,
    /// A Mapbox vector tile, in Base64.
    mvt: String,
}

#[derive(Serialize)]
struct Layer<'s> {
    colour: &'s str,
    shapes: Vec<Shape<'s>>,
}

#[derive(Serialize)]
struct Shape<'s> {
    path: &'s str,
    #[serde(skip_serializing_if = "Option::is_none")]
    stroke: Option<f64>,
}

/// A scene as JSON. The same scene gives the same bytes.
///
/// # Errors
/// When a tile cannot be written: our own mistake.
pub fn job(scene: &Scene) -> Result<Vec<u8>, PictureError> {
    let view = &scene.view;
    let (z, zoom) = view.zoom();
    let side = view.tile_side(z);
    let count = f64::from(z).exp2();
    let mut tiles = Vec::new();
    for (x, y) in view.tiles(z, 0.0) {
        let (left, top) = view.spot(f64::from(x) / count, f64::from(y) / count);
        tiles.push(Tile {
            z,
            x,
            y,
            left,
            top,
            side,
            mvt: STANDARD.encode(tile(&scene.areas, (left, top), side)?),
        });
    }
    let layers = scene.layers.iter().map(|layer| Layer {
        colour: layer.colour,
        shapes: layer
            .shapes
            .iter()
            .map(|shape| Shape {
                path: &shape.path,
                stroke: shape.stroke,
            })
            .collect(),
    });
    let job = Job {
        width: whole(view.width),
        height: whole(view.height),
        centre: view.centre(),
        zoom,
        areas: scene
            .areas
            .iter()
            .map(|area| Colour {
                layer: area.layer,
                colour: area.colour,
            })
            .collect(),
        tiles,
        layers: layers.collect(),
    };
    serde_json::to_vec(&job).map_err(|error| PictureError::Undrawn(error.to_string()))
}

/// The ground of a tile: one layer a colour. Rings are wound as the standard has it, for maplibre-rs falls over others.
fn tile(areas: &[Area], corner: Spot, side: f64) -> Result<Vec<u8>, PictureError> {
    let mut tile = MvtTileBuilder::new();
    for area in areas {
        let within = |polygon: &&Polygon| {
            let outer = polygon.first().map(Vec::as_slice).unwrap_or_default();
            meets(outer, corner, side)
        };
        let of_tile = |polygon: &Polygon| in_units(polygon, corner, side);
        let polygons = area.polygons.iter().filter(within).filter_map(of_tile);
        let polygons: Vec<Vec<Vec<MvtCoord>>> = polygons.collect();
        if polygons.is_empty() {
            continue;
        }
        let mut layer = tile.layer(area.layer)?;
        for rings in polygons {
            let mut feature = layer.feature_of(MvtGeomType::Polygon);
            for (ix, ring) in rings.into_iter().enumerate() {
                feature.ring(ring, ix == 0)?;
            }
            layer = feature.end();
        }
        tile = layer.end();
    }
    Ok(tile.encode())
}

/// The rings of a polygon in the units of a tile; `None` of one that is too small to be seen. maplibre-rs falls over a ring without an area.
fn in_units(polygon: &Polygon, corner: Spot, side: f64) -> Option<Vec<Vec<MvtCoord>>> {
    let mut rings = polygon.iter().map(|ring| {
        let mut ring: Vec<MvtCoord> = ring.iter().map(|spot| units(*spot, corner, side)).collect();
        ring.dedup();
        ring
    });
    let outer = rings.next().filter(|ring| has_area(ring))?;
    let holes = rings.filter(|ring| has_area(ring));
    Some(std::iter::once(outer).chain(holes).collect())
}

/// Whether a ring goes around anything.
fn has_area(ring: &[MvtCoord]) -> bool {
    let ends = ring.iter().zip(ring.iter().cycle().skip(1));
    let twice: i64 = ends
        .map(|(a, b)| i64::from(a.x) * i64::from(b.y) - i64::from(b.x) * i64::from(a.y))
        .sum();
    twice != 0
}

/// Whether the box around a ring meets a tile.
fn meets(ring: &[Spot], (left, top): Spot, side: f64) -> bool {
    let range = |of: fn(&Spot) -> f64| {
        ring.iter()
            .map(of)
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), one| {
                (low.min(one), high.max(one))
            })
    };
    let ((west, east), (north, south)) = (range(|spot| spot.0), range(|spot| spot.1));
    west < left + side && east > left && north < top + side && south > top
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a cast saturates, and no polygon is a million tiles wide"
)]
fn units((x, y): Spot, (left, top): Spot, side: f64) -> MvtCoord {
    MvtCoord {
        x: ((x - left) / side * SIDE).round() as i32,
        y: ((y - top) / side * SIDE).round() as i32,
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "sizes are a few thousand pixels at the most"
)]
const fn whole(pixels: f64) -> u32 {
    pixels as u32
}
