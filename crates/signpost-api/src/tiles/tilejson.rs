//! `/tiles/basemap.json`: TileJSON 3.0, with what is installed on this server.

use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;
use signpost_basemap::{About, Layer};
use utoipa::ToSchema;

use super::basemap::basemaps;
use crate::parameters::EntityTag;
use signpost_web::{
    ApiError, SharedApp,
    params::Params,
    reply::{self, JSON},
};

/// The zoom a town is first shown at.
const TOWN_ZOOM: u8 = 12;
/// The zoom a district is first shown at.
const DISTRICT_ZOOM: u8 = 7;

/// What describes the map, with what is installed on this server.
#[derive(Serialize, ToSchema)]
#[schema(as = BasemapTileJson)]
pub(crate) struct Described<'a> {
    /// The version of TileJSON.
    tilejson: &'static str,
    name: &'static str,
    /// How rows are counted.
    scheme: &'static str,
    /// Addresses of the tiles of the newest archive.
    tiles: [String; 1],
    /// The lowest zoom with tiles.
    minzoom: u8,
    /// The highest zoom with tiles.
    maxzoom: u8,
    /// West, south, east, north.
    bounds: [f64; 4],
    /// Longitude, latitude and zoom to begin with.
    center: [f64; 3],
    /// Who has to be named beside the map: HTML with text and links only.
    attribution: &'a str,
    /// The layers of the tiles.
    vector_layers: &'a [Layer],
    /// Whether a street map is installed.
    street: bool,
    /// The district's map, which is always there.
    district: One<'a>,
    /// The street map; `null` when none is installed.
    #[schema(required)]
    town: Option<One<'a>>,
}

/// One archive.
#[derive(Serialize, ToSchema)]
#[schema(as = BasemapArchive)]
struct One<'a> {
    /// The same tiles, the same hash.
    hash: &'a str,
    /// Addresses of its tiles.
    tiles: [String; 1],
    /// The lowest zoom with tiles.
    minzoom: u8,
    /// The highest zoom with tiles.
    maxzoom: u8,
    /// West, south, east, north.
    bounds: [f64; 4],
    /// Who has to be named beside the map: HTML with text and links only.
    attribution: &'a str,
    /// The layers of the tiles.
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

/// The map under the sites: TileJSON 3.0 of each archive
#[utoipa::path(
    get,
    path = "/tiles/basemap.json",
    responses(
        (status = 200, description = "Done", body = Described,
            headers(("ETag" = EntityTag, description = "A digest of this answer"))),
        (status = 304, description = "Not changed since the ETag in If-None-Match"),
    )
)]
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
