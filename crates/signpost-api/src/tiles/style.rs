//! `/style.json`: the looks of our map for other people's maps. Everything it names is on this server.

use actix_web::{HttpRequest, HttpResponse, http::header};
use serde::Deserialize;
use serde_json::{Map, Value, json};
use signpost_basemap::About;

use super::{basemap::basemaps, tilejson::template};
use signpost_web::{
    ApiError, SharedApp, assets,
    params::Params,
    reply::{self, JSON},
};

/// The layers of one look, as `web/map-style.mjs` makes them.
#[derive(Deserialize)]
struct Look {
    background: Value,
    district: Vec<Value>,
    town: Vec<Value>,
}

/// GET `/style.json`, a `MapLibre` style (version 8). `scheme` is `light` (the usual) or `dark`; `lang` chooses the names, `en` or `fr`.
///
/// Addresses in it are whole, for a style is read far from where it came from.
pub(crate) async fn show(request: HttpRequest, app: SharedApp) -> Result<HttpResponse, ApiError> {
    let params = Params::read(request.query_string(), &["scheme", "lang"])?;
    let look = match params.text("scheme") {
        None | Some("light") => assets::style_light(),
        Some("dark") => assets::style_dark(),
        Some(_) => return Err(ApiError::parameter("scheme", "write light or dark")),
    };
    let lang = match params.text("lang") {
        None | Some("en") => "en",
        Some("fr") => "fr",
        Some(_) => return Err(ApiError::parameter("lang", "write en or fr")),
    };
    let look = assets::text_of(look).ok_or_else(ApiError::not_found)?;
    // Where names go, the look has a mark; here it becomes the reader's choice of names.
    let names = json!(["coalesce", ["get", format!("name:{lang}")], ["get", "name"]]);
    let look = look.replace(
        "\"text-field\":\"name\"",
        &format!("\"text-field\":{names}"),
    );
    let look: Look = serde_json::from_str(&look).map_err(ApiError::internal)?;
    let basemaps = basemaps(&app)?;
    let town = basemaps.town();
    let server = app.hosting().origin(&request).unwrap_or_default();
    let mut sources = Map::new();
    sources.insert(
        "district".to_owned(),
        source(&server, basemaps.district().about()),
    );
    let mut layers = vec![look.background];
    layers.extend(look.district);
    if let Some(town) = town.as_ref() {
        sources.insert("town".to_owned(), source(&server, town.about()));
        layers.extend(look.town);
    }
    let body = reply::text(&json!({
        "version": 8, "name": "Signpost", "sources": sources, "layers": layers,
    }))?;
    let tag = format!("\"{}\"", reply::digest(body.as_bytes()));
    let mut answer = reply::tagged(&request, body, JSON, &tag);
    // Its addresses are those of the name it was asked under.
    let varies = header::HeaderValue::from_static("host");
    answer.headers_mut().append(header::VARY, varies);
    Ok(answer)
}

fn source(server: &str, about: &About) -> Value {
    json!({
        "type": "vector",
        "tiles": [format!("{server}{}", template(about))],
        "minzoom": about.minzoom,
        "maxzoom": about.maxzoom,
        "bounds": about.bounds.sides(),
        "attribution": about.attribution,
    })
}
