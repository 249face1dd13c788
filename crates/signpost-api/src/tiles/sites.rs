//! `/tiles/sites/…`: the sites as vector tiles, straight from the snapshot, for maps and desks of others.

use std::collections::BTreeMap;

use actix_web::{
    HttpRequest, HttpResponse,
    http::header::{self, HeaderValue},
    web::{Data, Path},
};
use fast_mvt::{MvtCoord, MvtGeomType, MvtLayerBuilder, MvtResult};
use serde::Serialize;
use signpost_domain::{Lang, Offer, SiteKind};
use signpost_locate::{SiteIx, Snapshot};
use utoipa::ToSchema;

use super::{
    address::{self, MVT, Numbers, TileNumber, Zoom},
    kept::{Drawn, SiteTiles},
    tile_math,
};
use crate::parameters::EntityTag;
use signpost_web::{
    ApiError, SharedApp,
    params::Params,
    reply::{self, JSON},
};

const LAYER: &str = "sites";
/// The zoom a town is first shown at.
const FIRST_ZOOM: f64 = 12.0;
/// What is offered changes by an edit at once.
const ONE_MINUTE: &str = "public, max-age=60";
/// Above this zoom a map draws the tiles of this one larger.
const MAX_ZOOM: u8 = 16;
/// A tile with more sites than this is thinned: one site a cell, with how many it stands for.
const CROWDED: usize = 5_000;
/// The side of such a cell, in units of the tile: 2 to 4 points on a screen.
const CELL: i32 = 32;

/// What describes the tiles of the sites.
#[derive(Serialize, ToSchema)]
#[schema(as = SitesTileJson)]
pub(crate) struct Described<'a> {
    /// The version of TileJSON.
    tilejson: &'static str,
    /// What the directory calls itself.
    name: &'a str,
    /// How rows are counted.
    scheme: &'static str,
    /// Whole addresses, because other hosts' maps read them.
    tiles: [String; 1],
    /// The lowest zoom with tiles.
    minzoom: u8,
    /// Above this zoom a map draws the tiles of this one larger.
    maxzoom: u8,
    /// West, south, east, north.
    bounds: [f64; 4],
    /// Longitude, latitude and zoom to begin with.
    center: [f64; 3],
    /// The directory's own words; may be empty.
    description: &'a str,
    /// The layers of the tiles.
    vector_layers: [SitesLayer; 1],
}

/// The layer of the sites.
#[derive(Serialize, ToSchema)]
struct SitesLayer {
    /// Its name.
    id: &'static str,
    /// What is in it.
    description: &'static str,
    /// What its features tell: name of the property, and what it is.
    fields: BTreeMap<&'static str, &'static str>,
}

/// The sites as vector tiles: TileJSON 3.0
#[utoipa::path(
    get,
    path = "/tiles/sites.json",
    responses(
        (status = 200, description = "Done", body = Described,
            headers(("ETag" = EntityTag, description = "A digest of this answer"))),
        (status = 304, description = "Not changed since the ETag in If-None-Match"),
    )
)]
pub(crate) async fn described(
    app: SharedApp,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    Params::read(request.query_string(), &[])?;
    let snapshot = app.snapshot();
    let bounds = bounds(&snapshot);
    let server = app.hosting().origin(&request).unwrap_or_default();
    let [west, south, east, north] = bounds;
    let body = reply::text(&Described {
        tilejson: "3.0.0",
        name: snapshot.directory().title.words(Lang::En),
        scheme: "xyz",
        tiles: [format!("{server}/tiles/sites/{{z}}/{{x}}/{{y}}.mvt")],
        minzoom: 0,
        maxzoom: MAX_ZOOM,
        bounds,
        center: [
            f64::midpoint(west, east),
            f64::midpoint(south, north),
            FIRST_ZOOM,
        ],
        description: snapshot.directory().banner.words(Lang::En),
        vector_layers: [SitesLayer {
            id: LAYER,
            description: "Places of the directory; unconfirmed ones are among them",
            fields: BTreeMap::from([
                ("slug", "The site's id: its page is /sites/{slug}"),
                ("name", "English name, else the one there is"),
                ("name:fr", "French name, where there is one"),
                (
                    "needs",
                    "Codes of what it offers or may offer, with spaces between",
                ),
                ("kind", "building, pharmacy, box or mobile"),
                ("example", "true for a made-up row"),
                (
                    "sites",
                    "In a crowded tile: how many sites this one stands for",
                ),
            ]),
        }],
    })?;
    let tag = format!("\"{}\"", reply::digest(body.as_bytes()));
    Ok(reply::tagged(&request, body, JSON, &tag))
}

/// `[west, south, east, north]` around every site; the world when none has a point.
fn bounds(snapshot: &Snapshot) -> [f64; 4] {
    let points = snapshot
        .sites()
        .filter_map(|site| snapshot.site(site).point);
    points
        .map(|point| [point.lon(), point.lat(), point.lon(), point.lat()])
        .reduce(|[west, south, east, north], [w, s, e, n]| {
            [west.min(w), south.min(s), east.max(e), north.max(n)]
        })
        .unwrap_or([-180.0, -85.0, 180.0, 85.0])
}

/// A vector tile of the sites; 204 where there are none
#[utoipa::path(
    get,
    path = "/tiles/sites/{z}/{x}/{y}.mvt",
    params(
        ("z" = Zoom, Path, description = "The zoom of the tile."),
        ("x" = TileNumber, Path, description = "Its column, from the west."),
        ("y" = TileNumber, Path, description = "Its row, from the north."),
    ),
    responses(
        (status = 200, description = "Done", body = Vec<u8>, content_type = MVT,
            headers(("ETag" = EntityTag, description = "A digest of this tile"))),
        (status = 204, description = "Nothing is in this tile"),
        (status = 304, description = "Not changed since the ETag in If-None-Match"),
    )
)]
pub(crate) async fn tile(
    app: SharedApp,
    tiles: Data<SiteTiles>,
    request: HttpRequest,
    path: Path<(String, String, String)>,
) -> Result<HttpResponse, ApiError> {
    let (z, x, y) = path.into_inner();
    let numbers = address::read(&z, &x, &y)?;
    let snapshot = app.snapshot();
    let drawn = if let Some(drawn) = tiles.get(&snapshot, numbers) {
        drawn
    } else {
        let bytes = drawn(&snapshot, numbers)?;
        let tag = format!("\"{}\"", reply::digest(&bytes));
        let drawn = Drawn {
            bytes: bytes.into(),
            tag,
        };
        tiles.keep(&snapshot, numbers, &drawn);
        drawn
    };
    let mut response = if drawn.bytes.is_empty() {
        HttpResponse::NoContent().finish()
    } else {
        reply::tagged(&request, drawn.bytes, MVT, &drawn.tag)
    };
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, HeaderValue::from_static(ONE_MINUTE));
    Ok(response)
}

/// The tile's bytes; none when no site is in it.
fn drawn(snapshot: &Snapshot, tile: Numbers) -> Result<Vec<u8>, ApiError> {
    let sites = snapshot.in_box(&tile_math::bbox(tile)?);
    let placed = sites.into_iter().filter_map(|site| {
        let point = snapshot.site(site).point?;
        Some((site, tile_math::place(tile, point)))
    });
    let placed: Vec<(SiteIx, MvtCoord)> = placed.collect();
    if placed.is_empty() {
        return Ok(Vec::new());
    }
    let crowded = placed.len() > CROWDED;
    let layer = MvtLayerBuilder::new(LAYER).map_err(ApiError::internal)?;
    let layer = if crowded {
        thinned(&placed)
            .into_values()
            .try_fold(layer, |layer, (site, place, count)| {
                write(layer, snapshot, site, place, Some(count))
            })
    } else {
        placed.into_iter().try_fold(layer, |layer, (site, place)| {
            write(layer, snapshot, site, place, None)
        })
    };
    Ok(layer.map_err(ApiError::internal)?.encode())
}

/// The first site of each cell, and how many are in it.
fn thinned(placed: &[(SiteIx, MvtCoord)]) -> BTreeMap<(i32, i32), (SiteIx, MvtCoord, u64)> {
    let mut cells = BTreeMap::new();
    for (site, place) in placed {
        let cell = (place.x.div_euclid(CELL), place.y.div_euclid(CELL));
        let (_, _, count) = cells.entry(cell).or_insert((*site, *place, 0));
        *count += 1;
    }
    cells
}

fn write(
    layer: MvtLayerBuilder,
    snapshot: &Snapshot,
    ix: SiteIx,
    place: MvtCoord,
    stands_for: Option<u64>,
) -> MvtResult<MvtLayerBuilder> {
    let site = snapshot.site(ix);
    let mut needs = String::new();
    for service in snapshot.services_at(ix) {
        // "Not offered" does not lapse, so that a tile is of its snapshot and of no instant.
        if snapshot.service(service).offer == Offer::NotOffered {
            continue;
        }
        if !needs.is_empty() {
            needs.push(' ');
        }
        needs.push_str(snapshot.service(service).need.as_str());
    }
    let mut feature = layer.feature_of(MvtGeomType::Point);
    feature
        .points([place])?
        .id(Some(ix.index() as u64))
        .tag_string("slug", site.slug.as_str())?
        .tag_string("name", site.name.words(Lang::En))?
        .tag_string("needs", needs)?
        .tag_string("kind", kind(site.kind))?;
    if let Some(french) = site.name.exactly(Lang::Fr) {
        feature.tag_string("name:fr", french)?;
    }
    if site.example {
        feature.tag_bool("example", true)?;
    }
    if let Some(count) = stands_for {
        feature.tag_uint("sites", count)?;
    }
    Ok(feature.end())
}

/// The same word as in the API.
const fn kind(kind: SiteKind) -> &'static str {
    match kind {
        SiteKind::Building => "building",
        SiteKind::Pharmacy => "pharmacy",
        SiteKind::Box => "box",
        SiteKind::Mobile => "mobile",
    }
}
