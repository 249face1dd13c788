//! The scene, as `signpost-pictures` writes it.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Job {
    pub width: u32,
    pub height: u32,
    /// Longitude and latitude of the middle.
    pub centre: (f64, f64),
    /// At a whole zoom a tile is as high as the picture.
    pub zoom: f64,
    /// The colours of the tiles' layers, the lowest first.
    pub areas: Vec<Area>,
    pub tiles: Vec<Tile>,
    /// Shapes over the ground, the lowest first.
    pub layers: Vec<Layer>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Area {
    pub layer: String,
    pub colour: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tile {
    pub z: u8,
    pub x: u32,
    pub y: u32,
    /// Where its corner is on the picture, in pixels, and how wide it is there.
    pub left: f64,
    pub top: f64,
    pub side: f64,
    mvt: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Layer {
    pub colour: String,
    pub shapes: Vec<Shape>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shape {
    /// A path in SVG's words, in pixels.
    pub path: String,
    /// How wide its line is; it is filled when there is none.
    pub stroke: Option<f32>,
}

impl Job {
    pub fn of(text: &[u8]) -> Result<Self, String> {
        let job: Self =
            serde_json::from_slice(text).map_err(|error| format!("this is no scene: {error}"))?;
        let sane = |length| (1..=4096).contains(&length);
        if !sane(job.width) || !sane(job.height) {
            return Err("a picture is 1 to 4096 pixels wide and high".to_owned());
        }
        Ok(job)
    }
}

impl Tile {
    /// A Mapbox vector tile.
    pub fn bytes(&self) -> Result<Vec<u8>, String> {
        let bytes = STANDARD.decode(&self.mvt);
        bytes.map_err(|error| format!("this is no tile: {error}"))
    }
}
