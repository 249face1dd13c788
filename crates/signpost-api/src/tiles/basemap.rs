//! Tiles of the basemap, with the archive's own compression.

use std::io::Read as _;

use actix_web::{
    HttpRequest, HttpResponse,
    http::header::{self, AcceptEncoding, ContentEncoding, Header as _},
    web::Path,
};
use flate2::read::MultiGzDecoder;
use signpost_basemap::{Basemaps, Encoding, Tile};

use super::address::{self, MVT, TileNumber, Zoom};
use signpost_web::{ApiError, App, SharedApp};

/// A tile whose address holds the hash of its archive never changes.
const FOR_GOOD: &str = "public, max-age=31536000, immutable";
/// A tile that may come from another archive tomorrow.
const FIVE_MINUTES: &str = "public, max-age=300";

/// The same of one archive, to be kept for good
#[utoipa::path(
    get,
    path = "/tiles/basemap/{hash}/{z}/{x}/{y}.mvt",
    params(
        ("hash" = String, Path, description = "The hash of the archive, as /tiles/basemap.json tells it."),
        ("z" = Zoom, Path, description = "The zoom of the tile."),
        ("x" = TileNumber, Path, description = "Its column, from the west."),
        ("y" = TileNumber, Path, description = "Its row, from the north."),
    ),
    responses(
        (status = 200, description = "Done", body = Vec<u8>, content_type = MVT),
        (status = 204, description = "Nothing is in this tile"),
    )
)]
pub(crate) async fn of_hash(
    request: HttpRequest,
    app: SharedApp,
    path: Path<(String, String, String, String)>,
) -> Result<HttpResponse, ApiError> {
    let (hash, z, x, y) = path.into_inner();
    let numbers = address::read(&z, &x, &y)?;
    let found = basemaps(&app)?
        .tile_of(&hash, numbers)
        .map_err(ApiError::internal)?;
    let tile = found.ok_or_else(|| ApiError::NotFound {
        detail: "no map has this hash now; /tiles/basemap.json tells the ones in use".to_owned(),
    })?;
    answer(&request, tile, FOR_GOOD)
}

/// A vector tile of the newest map; 204 where it has none
#[utoipa::path(
    get,
    path = "/tiles/basemap/{z}/{x}/{y}.mvt",
    params(
        ("z" = Zoom, Path, description = "The zoom of the tile."),
        ("x" = TileNumber, Path, description = "Its column, from the west."),
        ("y" = TileNumber, Path, description = "Its row, from the north."),
    ),
    responses(
        (status = 200, description = "Done", body = Vec<u8>, content_type = MVT),
        (status = 204, description = "Nothing is in this tile"),
    )
)]
pub(crate) async fn newest(
    request: HttpRequest,
    app: SharedApp,
    path: Path<(String, String, String)>,
) -> Result<HttpResponse, ApiError> {
    let (z, x, y) = path.into_inner();
    let (z, x, y) = address::read(&z, &x, &y)?;
    let tile = basemaps(&app)?.tile(z, x, y).map_err(ApiError::internal)?;
    answer(&request, tile, FIVE_MINUTES)
}

/// The maps of this server.
pub(crate) fn basemaps(app: &App) -> Result<&Basemaps, ApiError> {
    app.basemaps()
        .ok_or_else(|| ApiError::internal("the map compiled in is damaged"))
}

fn answer(
    request: &HttpRequest,
    tile: Option<Tile>,
    cache: &'static str,
) -> Result<HttpResponse, ApiError> {
    let Some(tile) = tile else {
        return Ok(HttpResponse::NoContent()
            .insert_header((header::CACHE_CONTROL, cache))
            .finish());
    };
    let mut response = HttpResponse::Ok();
    response
        .insert_header((header::CONTENT_TYPE, MVT))
        .insert_header((header::CACHE_CONTROL, cache))
        .insert_header((header::VARY, "accept-encoding"));
    if tile.encoding == Encoding::Plain {
        return Ok(response.body(tile.bytes));
    }
    if takes_gzip(request) {
        // The encoding is named here, so that the layer that compresses answers leaves this one alone.
        response.insert_header(ContentEncoding::Gzip);
        return Ok(response.body(tile.bytes));
    }
    let mut plain = Vec::new();
    MultiGzDecoder::new(tile.bytes.as_ref())
        .read_to_end(&mut plain)
        .map_err(ApiError::internal)?;
    Ok(response.body(plain))
}

/// Whoever says nothing takes anything (RFC 9110 §12.5.3).
fn takes_gzip(request: &HttpRequest) -> bool {
    if !request.headers().contains_key(header::ACCEPT_ENCODING) {
        return true;
    }
    AcceptEncoding::parse(request).is_ok_and(|accepted| {
        let offered = [header::Encoding::gzip()];
        accepted.negotiate(offered.iter()) == Some(header::Encoding::gzip())
    })
}
