//! The description of `/ogc` as OpenAPI 3.0, which the standard asks for; all other addresses are described in 3.1 at `/api/openapi.json`.

use serde_json::{Map, Value, json};
use signpost_web::{
    PROBLEM_JSON,
    reply::{GEO_JSON, JSON},
};

use super::{
    asked::{HTML, OPENAPI},
    query::{MOST, USUAL},
};

/// The document.
pub(super) fn document() -> Value {
    let both = |more: &[Value]| {
        let common = [reference("f"), reference("lang")];
        common
            .into_iter()
            .chain(more.iter().cloned())
            .collect::<Vec<_>>()
    };
    let collection = || reference("collection");
    let path = |summary: &str, id: &str, parameters: Vec<Value>, media_type: &str| {
        json!({"get": {
            "summary": summary,
            "operationId": id,
            "parameters": parameters,
            "responses": responses(media_type),
        }})
    };
    let items = [
        "limit",
        "offset",
        "bbox",
        "datetime",
        "organization",
        "kind",
        "locality",
    ];
    let items: Vec<Value> = std::iter::once(collection())
        .chain(items.map(reference))
        .collect();
    json!({
        "openapi": "3.0.3",
        "info": {
            "title": "Signpost: places as OGC API – Features",
            "description": "Reading needs no key. Not certified by OGC.",
            "version": env!("CARGO_PKG_VERSION"),
        },
        "servers": [{"url": "/ogc"}],
        "paths": {
            "/": path("The front door", "landing", both(&[]), JSON),
            "/conformance": path("Which parts of the standard it keeps", "conformance", both(&[]), JSON),
            "/api": path("This description", "description", both(&[]), OPENAPI),
            "/collections": path("The collections", "collections", both(&[]), JSON),
            "/collections/{collectionId}": path("One collection", "collection", both(&[collection()]), JSON),
            "/collections/{collectionId}/items": path("Places", "items", both(&items), GEO_JSON),
            "/collections/{collectionId}/items/{featureId}":
                path("One place", "item", both(&[collection(), reference("feature")]), GEO_JSON),
        },
        "components": {"parameters": parameters()},
    })
}

fn reference(name: &str) -> Value {
    json!({"$ref": format!("#/components/parameters/{name}")})
}

fn responses(media_type: &str) -> Value {
    let mut content = Map::new();
    content.insert(media_type.to_owned(), json!({"schema": {"type": "object"}}));
    content.insert(HTML.to_owned(), json!({"schema": {"type": "string"}}));
    let problem = |words: &str| {
        let schema = json!({"schema": {"type": "object"}});
        json!({"description": words, "content": {PROBLEM_JSON: schema, HTML: {"schema": {"type": "string"}}}})
    };
    json!({
        "200": {"description": "Done", "content": content},
        "304": {"description": "Not changed since the ETag in If-None-Match"},
        "400": problem("A parameter is not right"),
        "404": problem("Not found"),
        "default": problem("Another problem"),
    })
}

fn parameters() -> Value {
    let query = |name: &str, words: &str, schema: Value| {
        json!({
            "name": name, "in": "query", "required": false, "style": "form", "explode": false,
            "description": words, "schema": schema,
        })
    };
    let in_path = |name: &str, words: &str| json!({"name": name, "in": "path", "required": true, "description": words, "schema": {"type": "string"}});
    let word = || json!({"type": "string"});
    json!({
        "f": query("f", "The encoding; without it as Accept says.", json!({"type": "string", "enum": ["json", "html"]})),
        "lang": query("lang", "Language of names and sentences; en when left out.",
            json!({"type": "string", "enum": ["en", "fr", "oj-Latn", "oj-Cans"], "default": "en"})),
        "limit": query("limit", "At most so many; more than the maximum gives the maximum.",
            json!({"type": "integer", "minimum": 1, "maximum": MOST, "default": USUAL})),
        "offset": query("offset", "How many to leave out before the first; the links next and prev say it.",
            json!({"type": "integer", "minimum": 0, "maximum": 999_999_999, "default": 0})),
        "bbox": query("bbox", "West, south, east, north; or west, south, low, east, north, high. A west greater than the east crosses the \
             antimeridian. A place whose point nobody knows is in every box.",
            json!({
                "type": "array", "minItems": 4, "maxItems": 6, "items": {"type": "number"},
                "oneOf": [{"minItems": 4, "maxItems": 4}, {"minItems": 6, "maxItems": 6}],
            })),
        "datetime": query("datetime", "An instant, or two with / between them, of which one may be .. : places that stood then. Only places to \
             leave used needles have a first and a last day; all others are there at every time.", word()),
        "organization": query("organization", "Only places of this organization, by its id.", word()),
        "kind": query("kind", "Only places of this kind.", json!({"type": "string"})),
        "locality": query("locality", "Only places of this town or neighbourhood.", word()),
        "collection": in_path("collectionId", "sites, or the code of a need."),
        "feature": in_path("featureId", "The slug of a place."),
    })
}
