//! The addresses of maps: vector tiles, what describes them, and a style over them.

use super::endpoint::{Endpoint, JSON, Param, query};

const MVT: &str = "application/vnd.mapbox-vector-tile";

const fn of_path(name: &'static str, schema: &'static str, says: &'static str) -> Param {
    Param {
        name,
        place: "path",
        required: true,
        schema,
        says,
    }
}

const Z: Param = of_path("z", "Zoom", "The zoom of the tile.");
const X: Param = of_path("x", "TileNumber", "Its column, from the west.");
const Y: Param = of_path("y", "TileNumber", "Its row, from the north.");
const HASH: Param = of_path(
    "hash",
    "Words",
    "The hash of the archive, as /tiles/basemap.json tells it.",
);
const SCHEME: Param = query("scheme", "Scheme", "Light or dark; light when left out.");
const NAMES: Param = query(
    "lang",
    "NamesIn",
    "Language of the names; en when left out.",
);

/// In the order a reader wants them.
pub(super) const TILES: &[Endpoint] = &[
    described(
        "/tiles/sites.json",
        "The sites as vector tiles: TileJSON 3.0",
    ),
    tile(
        "/tiles/sites/{z}/{x}/{y}.mvt",
        "A vector tile of the sites; an empty one where there are none",
        &[Z, X, Y],
    ),
    described(
        "/tiles/basemap.json",
        "The map under the sites: TileJSON 3.0 of each archive",
    ),
    tile(
        "/tiles/basemap/{z}/{x}/{y}.mvt",
        "A vector tile of the newest map; 204 where it has none",
        &[Z, X, Y],
    ),
    tile(
        "/tiles/basemap/{hash}/{z}/{x}/{y}.mvt",
        "The same of one archive, to be kept for good",
        &[HASH, Z, X, Y],
    ),
    Endpoint {
        method: "get",
        path: "/style.json",
        summary: "Our look of the map, as a MapLibre style (version 8)",
        takes: &[SCHEME, NAMES],
        body: None,
        gives: (200, JSON, "Style"),
        problems: &[400],
    },
];

const fn described(path: &'static str, summary: &'static str) -> Endpoint {
    Endpoint {
        method: "get",
        path,
        summary,
        takes: &[],
        body: None,
        gives: (200, JSON, "Anything"),
        problems: &[400],
    }
}

const fn tile(path: &'static str, summary: &'static str, takes: &'static [Param]) -> Endpoint {
    Endpoint {
        method: "get",
        path,
        summary,
        takes,
        body: None,
        gives: (200, MVT, "Bytes"),
        problems: &[400, 404],
    }
}
