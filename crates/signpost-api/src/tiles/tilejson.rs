//! `/tiles/basemap.json`: TileJSON 3.0, with what is installed on this server.

use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;
use signpost_basemap::{About, Layer};

use super::basemap::basemaps;
use signpost_web::{
    ApiError, SharedApp,
    params::Params,
    reply::{self, JSON},
};

/// The zoom a town is first shown at.
const TOWN_ZOOM: u8 = 12;
/// The zoom a district is first shown at.
const DISTRICT_ZOOM: u8 = 7;

#[derive(Serialize)]
struct Described<'a> {
    tilejson: &'static str,
    name: &'static str,
    scheme: &'static str,
    tiles: [String; 1],
    minzoom: u8,
    maxzoom: u8,
    bounds: [f64; 4],
    center: [f64; 3],
    attribution: &'a str,
    vector_layers: &'a [Layer],
    /// Whether a street map is installed.
    street: bool,
    district: One<'a>,
    town: Option<One<'a>>,
}

/// One archive.
#[derive(Serialize)]
struct One<'a> {
    hash: &'a str,
    tiles: [String; 1],
    minzoom: u8,
    maxzoom: u8,
    bounds: [f64; 4],
    attribution: &'a str,
    vector_layers: &'a [Layer],
}

impl<'a> One<'a> {
    fn of(about: &'a About) -> Self {
        Self {
            hash: &about.hash,
            tiles: [template(about)],
            minzoom: about.minzoom,
            maxzoom: about.maxzoom,
            bounds: about.bounds.sides(),
            attribution: &about.attribution,
            vector_layers: &about.layers,
        }
    }
}

/// Describes what there is.
pub(crate) async fn show(request: HttpRequest, app: SharedApp) -> Result<HttpResponse, ApiError> {
    Params::read(request.query_string(), &[])?;
    let basemaps = basemaps(&app)?;
    let town = basemaps.town();
    let town = town.as_ref().map(|town| town.about());
    let district = basemaps.district().about();
    let (shown, zoom) = town.map_or((district, DISTRICT_ZOOM), |town| (town, TOWN_ZOOM));
    let [longitude, latitude] = shown.bounds.middle();
    let zoom = zoom.clamp(shown.minzoom, shown.maxzoom);
    let body = reply::text(&Described {
        tilejson: "3.0.0",
        name: "Signpost basemap",
        scheme: "xyz",
        tiles: [template(shown)],
        minzoom: shown.minzoom,
        maxzoom: shown.maxzoom,
        bounds: shown.bounds.sides(),
        center: [longitude, latitude, f64::from(zoom)],
        attribution: &shown.attribution,
        vector_layers: &shown.layers,
        street: town.is_some(),
        district: One::of(district),
        town: town.map(One::of),
    })?;
    let tag = format!("\"{}\"", reply::digest(body.as_bytes()));
    Ok(reply::tagged(&request, body, JSON, &tag))
}

/// The addresses of an archive's tiles.
pub(crate) fn template(about: &About) -> String {
    format!("/tiles/basemap/{}/{{z}}/{{x}}/{{y}}.mvt", about.hash)
}
