//! A street map out of an OpenStreetMap extract.
//!
//! `osmium` cuts and assembles it, the tags become the layers of the Protomaps schema v4, `tippecanoe` makes the tiles, and our own
//! extractor puts them into an archive that passes the check.

mod build_request;
mod drawn;
mod error;
mod label;
mod layers;
mod places;
mod roads;
mod tools;

use std::{
    collections::BTreeMap,
    fs::File,
    io::{BufRead as _, BufReader, BufWriter, Write as _},
    path::{Path, PathBuf},
};

use geojson::Feature;
use serde_json::{Value, json};
use tempfile::TempDir;

pub use build_request::BuildRequest;
pub use error::BuildError;

use crate::{
    About, Bounds, attribution,
    fetch::{self, Source},
};
use drawn::{Drawn, Shape};
use tools::{Export, Tools};

/// Builds the map. `on_progress` is told each step in words.
///
/// # Errors
/// A tool is missing or fails, the extract has nothing in the box, or the disk is full. `out` is then as it was.
pub fn build(
    request: &BuildRequest<'_>,
    on_progress: &mut dyn FnMut(&str),
) -> Result<About, BuildError> {
    let tools = Tools::find()?;
    if !request.file.is_file() {
        return Err(BuildError::NoFile {
            path: request.file.to_owned(),
        });
    }
    let folder = work_folder(request.out)?;
    on_progress("cutting the box out of the extract");
    let cut = folder.path().join("cut.osm.pbf");
    tools.cut(request.file, request.bounds, &cut)?;
    on_progress("reading roads, water and buildings");
    let layers = sort_into_layers(tools.export(&cut)?, request.bounds, folder.path())?;
    on_progress("making tiles");
    let raw = folder.path().join("raw.pmtiles");
    let makers = request.attribution.map(attribution::cleaned);
    let makers = makers.as_deref().unwrap_or(attribution::OPEN_STREET_MAP);
    tools.tiles(&layers, request, makers, &raw)?;
    on_progress("checking");
    let source = Source::named(&raw.to_string_lossy());
    let plan = fetch::plan(&source, request.bounds, request.maxzoom)?;
    Ok(fetch::fetch(
        &source,
        &plan,
        request.out,
        &mut |_progress| {},
    )?)
}

/// Beside the target, so that the disk that has room for the map is the one that is used.
fn work_folder(out: &Path) -> Result<TempDir, BuildError> {
    let parent = out.parent().filter(|path| !path.as_os_str().is_empty());
    let parent = parent.unwrap_or(Path::new("."));
    tempfile::Builder::new()
        .prefix(".basemap-")
        .tempdir_in(parent)
        .map_err(BuildError::file(parent))
}

/// Layer -> its file of GeoJSON features, one a line.
fn sort_into_layers(
    mut export: Export,
    bounds: Bounds,
    folder: &Path,
) -> Result<BTreeMap<&'static str, PathBuf>, BuildError> {
    let mut files = Files::of(folder);
    files.write("earth", &earth(bounds))?;
    let mut drawn = 0_u64;
    for line in BufReader::new(export.lines()).lines() {
        let line = line.map_err(BuildError::file(folder))?;
        let Ok(feature) = line.parse::<Feature>() else {
            continue;
        };
        drawn += draw(&feature, bounds, &mut files)?;
    }
    export.finish()?;
    if drawn == 0 {
        return Err(BuildError::Nothing {
            bounds: bounds.to_string(),
        });
    }
    files.close()
}

/// Writes what is drawn of one feature; how many things that were.
fn draw(feature: &Feature, bounds: Bounds, files: &mut Files) -> Result<u64, BuildError> {
    let (Some(geometry), Some(tags)) = (&feature.geometry, &feature.properties) else {
        return Ok(0);
    };
    let Some(shape) = Shape::of(geometry) else {
        return Ok(0);
    };
    let mut count = 0;
    for Drawn {
        layer,
        properties,
        minzoom,
        is_label,
    } in layers::of(shape, tags)
    {
        let geometry = if is_label {
            match label::point(geometry, bounds) {
                Some(point) => json!({"type": "Point", "coordinates": point}),
                None => continue,
            }
        } else {
            serde_json::to_value(geometry).map_err(crate::ArchiveError::from)?
        };
        files.write(layer, &line(&geometry, &Value::Object(properties), minzoom))?;
        count += 1;
    }
    Ok(count)
}

/// A feature as tippecanoe reads it.
fn line(geometry: &Value, properties: &Value, minzoom: u8) -> Value {
    json!({
        "type": "Feature",
        "tippecanoe": {"minzoom": minzoom},
        "properties": properties,
        "geometry": geometry,
    })
}

/// Land everywhere; water is drawn over it.
fn earth(bounds: Bounds) -> Value {
    let [w, s, e, n] = bounds.sides();
    let ring = json!([[[w, s], [e, s], [e, n], [w, n], [w, s]]]);
    let polygon = json!({"type": "Polygon", "coordinates": ring});
    line(&polygon, &json!({"kind": "earth"}), 0)
}

/// The files of the layers, opened when something is in them.
struct Files {
    folder: PathBuf,
    open: BTreeMap<&'static str, (PathBuf, BufWriter<File>)>,
}

impl Files {
    fn of(folder: &Path) -> Self {
        Self {
            folder: folder.to_owned(),
            open: BTreeMap::new(),
        }
    }

    fn write(&mut self, layer: &'static str, feature: &Value) -> Result<(), BuildError> {
        let path = self.folder.join(format!("{layer}.geojsonl"));
        if !self.open.contains_key(layer) {
            let file = File::create(&path).map_err(BuildError::file(&path))?;
            self.open
                .insert(layer, (path.clone(), BufWriter::new(file)));
        }
        match self.open.get_mut(layer) {
            Some((_, file)) => writeln!(file, "{feature}").map_err(BuildError::file(&path)),
            None => Ok(()),
        }
    }

    fn close(self) -> Result<BTreeMap<&'static str, PathBuf>, BuildError> {
        self.open
            .into_iter()
            .map(|(layer, (path, mut file))| {
                file.flush().map_err(BuildError::file(&path))?;
                Ok((layer, path))
            })
            .collect()
    }
}
