//! What a data folder ships for the map of its town: streets to look at, and streets to walk along.

use std::path::{Path, PathBuf};

use signpost_basemap::Archive;
use signpost_domain::LonLat;

use crate::settings::BASEMAP;

/// The streets as OpenStreetMap's format has them, for ways on foot.
const STREETS: &str = "streets.osm.pbf";

/// The street map of a data folder.
pub(crate) struct ShippedMap {
    /// The archive of tiles.
    pub(crate) basemap: PathBuf,
    /// The streets it was drawn from.
    pub(crate) streets: Option<PathBuf>,
}

impl ShippedMap {
    /// The map in a folder, when it shows the town that is served: a database may have been filled from another folder.
    pub(crate) async fn of(folder: &Path, centre: LonLat) -> Option<Self> {
        let basemap = folder.join(BASEMAP);
        if !basemap.is_file() {
            return None;
        }
        let bounds = Archive::open(&basemap).await.ok()?.about().bounds;
        let [west, south, east, north] = bounds.sides();
        let is_there =
            (west..=east).contains(&centre.lon()) && (south..=north).contains(&centre.lat());
        let streets = folder.join(STREETS);
        is_there.then(|| Self {
            basemap,
            streets: streets.is_file().then_some(streets),
        })
    }
}
