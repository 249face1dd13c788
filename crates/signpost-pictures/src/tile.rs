//! What tiles of the street map hold, in pixels of a picture.

use std::io::Read as _;

use fast_mvt::{MvtFeatureRef, MvtGeometry, MvtReaderRef, MvtValueRef};
use flate2::read::MultiGzDecoder;
use signpost_basemap::{Archive, Encoding, Tile};
use signpost_domain::Lang;

use crate::{
    PictureError,
    scene::Polygon,
    view::{Spot, View},
};

/// How far over the edge of a picture its map is read, so that wide roads and long names do not begin at the edge.
///
/// # Units
/// Pixels.
const BEYOND: f64 = 40.0;

/// Something on the map.
#[derive(Debug)]
pub(crate) struct Feature {
    /// The layer it is in, such as `roads`.
    pub layer: String,
    /// What it is, such as `minor_road`.
    pub kind: String,
    /// What it is called; empty for nothing.
    pub name: String,
    pub shape: Ground,
}

/// Where it is.
#[derive(Debug)]
pub(crate) enum Ground {
    Points(Vec<Spot>),
    Lines(Vec<Vec<Spot>>),
    Polygons(Vec<Polygon>),
}

/// Everything of the archive that a view sees.
pub(crate) fn features(
    archive: &Archive,
    view: &View,
    fineness: f64,
    lang: Lang,
) -> Result<Vec<Feature>, PictureError> {
    let about = archive.about();
    let zoom = view.zoom_of_detail(fineness);
    let zoom = zoom.clamp(about.minzoom, about.maxzoom);
    let own_name = format!("name:{}", lang.tag());
    let mut found = Vec::new();
    for (x, y) in view.tiles(zoom, BEYOND) {
        let Some(tile) = archive.tile(zoom, x, y)? else {
            continue;
        };
        let bytes = unpacked(&tile)?;
        let reader = MvtReaderRef::new(&bytes)?;
        for layer in reader.layers() {
            let extent = f64::from(layer.extent());
            let count = f64::from(zoom).exp2();
            let place = |at: (i32, i32)| {
                let along = |tile: u32, at: i32| (f64::from(tile) + f64::from(at) / extent) / count;
                view.spot(along(x, at.0), along(y, at.1))
            };
            for feature in layer.features() {
                let Some(shape) = ground(feature.geometry()?, &place) else {
                    continue;
                };
                if !shape.is_seen(view) {
                    continue;
                }
                let (kind, name) = properties(feature, &own_name)?;
                found.push(Feature {
                    layer: layer.name().to_owned(),
                    kind,
                    name,
                    shape,
                });
            }
        }
    }
    Ok(found)
}

impl Ground {
    fn is_seen(&self, view: &View) -> bool {
        match self {
            Self::Points(spots) => view.sees(spots, BEYOND),
            Self::Lines(lines) => lines.iter().any(|line| view.sees(line, BEYOND)),
            Self::Polygons(polygons) => polygons
                .iter()
                .filter_map(|rings| rings.first())
                .any(|ring| view.sees(ring, BEYOND)),
        }
    }
}

fn unpacked(tile: &Tile) -> Result<Vec<u8>, PictureError> {
    if tile.encoding == Encoding::Plain {
        return Ok(tile.bytes.to_vec());
    }
    let mut plain = Vec::new();
    MultiGzDecoder::new(tile.bytes.as_ref()).read_to_end(&mut plain)?;
    Ok(plain)
}

/// Its kind, and its name in the language of the picture, else the one on its signs.
fn properties(
    feature: MvtFeatureRef<'_>,
    own_name: &str,
) -> Result<(String, String), PictureError> {
    let (mut kind, mut name, mut own) = (String::new(), String::new(), String::new());
    for property in feature.properties() {
        let (key, value) = property?;
        let MvtValueRef::String(text) = value else {
            continue;
        };
        match key {
            "kind" => text.clone_into(&mut kind),
            "name" => text.clone_into(&mut name),
            _ if key == own_name => text.clone_into(&mut own),
            _ => {}
        }
    }
    Ok((kind, if own.is_empty() { name } else { own }))
}

fn ground(geometry: MvtGeometry, place: &impl Fn((i32, i32)) -> Spot) -> Option<Ground> {
    Some(match geometry {
        MvtGeometry::Point(point) => Ground::Points(vec![place((point.x(), point.y()))]),
        MvtGeometry::MultiPoint(points) => Ground::Points(
            points
                .iter()
                .map(|point| place((point.x(), point.y())))
                .collect(),
        ),
        MvtGeometry::LineString(line) => {
            Ground::Lines(vec![line.coords().map(|at| place((at.x, at.y))).collect()])
        }
        MvtGeometry::MultiLineString(lines) => Ground::Lines(
            lines
                .iter()
                .map(|line| line.coords().map(|at| place((at.x, at.y))).collect())
                .collect(),
        ),
        MvtGeometry::Polygon(polygon) => Ground::Polygons(vec![
            std::iter::once(polygon.exterior())
                .chain(polygon.interiors())
                .map(|ring| ring.coords().map(|at| place((at.x, at.y))).collect())
                .collect(),
        ]),
        MvtGeometry::MultiPolygon(polygons) => Ground::Polygons(
            polygons
                .iter()
                .map(|polygon| {
                    std::iter::once(polygon.exterior())
                        .chain(polygon.interiors())
                        .map(|ring| ring.coords().map(|at| place((at.x, at.y))).collect())
                        .collect()
                })
                .collect(),
        ),
        _ => return None,
    })
}
