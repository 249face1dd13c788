//! `/style.json`: the looks of our map for other people's maps. Everything it names is on this server.

use std::{collections::BTreeMap, str::FromStr};

use actix_web::{HttpRequest, HttpResponse, http::header};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use signpost_basemap::About;
use utoipa::ToSchema;

use super::{basemap::basemaps, tilejson::template};
use crate::parameters::EntityTag;
use signpost_web::{
    ApiError, SharedApp, assets,
    members::written,
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

/// Light or dark.
#[derive(Clone, Copy, Default, ToSchema)]
#[schema(rename_all = "lowercase", default = "light")]
pub(crate) enum Scheme {
    #[default]
    Light,
    Dark,
}

impl FromStr for Scheme {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "light" => Ok(Self::Light),
            "dark" => Ok(Self::Dark),
            _ => Err("write light or dark"),
        }
    }
}

/// Which names the map bears.
#[derive(Clone, Copy, Default, ToSchema)]
#[schema(rename_all = "lowercase", default = "en")]
pub(crate) enum NamesIn {
    #[default]
    En,
    Fr,
}

impl FromStr for NamesIn {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "en" => Ok(Self::En),
            "fr" => Ok(Self::Fr),
            _ => Err("write en or fr"),
        }
    }
}

/// Which look.
#[derive(Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct StyleQuery {
    /// Light or dark; light when left out.
    #[serde(default, deserialize_with = "written")]
    scheme: Option<Scheme>,
    /// Language of the names; en when left out.
    #[serde(default, deserialize_with = "written")]
    lang: Option<NamesIn>,
}

/// A `MapLibre` style.
#[derive(Serialize, ToSchema)]
pub(crate) struct Style<'a> {
    /// The version of the style's language.
    version: u8,
    name: &'static str,
    /// Where the tiles come from, by name.
    sources: BTreeMap<&'static str, Source<'a>>,
    /// What is drawn, from the ground up.
    #[schema(value_type = Vec<Object>)]
    layers: Vec<Value>,
}

/// The tiles of one archive.
#[derive(Serialize, ToSchema)]
#[schema(as = StyleSource)]
struct Source<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    /// Whole addresses, for a style is read far from where it came from.
    tiles: [String; 1],
    /// The lowest zoom with tiles.
    minzoom: u8,
    /// The highest zoom with tiles.
    maxzoom: u8,
    /// West, south, east, north.
    bounds: [f64; 4],
    /// Who has to be named beside the map: HTML with text and links only.
    attribution: &'a str,
}

/// Our look of the map, as a `MapLibre` style (version 8)
#[utoipa::path(
    get,
    path = "/style.json",
    params(StyleQuery),
    responses(
        (status = 200, description = "Done", body = Style,
            headers(("ETag" = EntityTag, description = "A digest of this answer"))),
        (status = 304, description = "Not changed since the ETag in If-None-Match"),
    )
)]
pub(crate) async fn show(request: HttpRequest, app: SharedApp) -> Result<HttpResponse, ApiError> {
    let query: StyleQuery = Params::typed(request.query_string())?;
    let look = match query.scheme.unwrap_or_default() {
        Scheme::Light => assets::style_light(),
        Scheme::Dark => assets::style_dark(),
    };
    let lang = match query.lang.unwrap_or_default() {
        NamesIn::En => "en",
        NamesIn::Fr => "fr",
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
    let district = source(&server, basemaps.district().about());
    let mut sources = BTreeMap::from([("district", district)]);
    let mut layers = vec![look.background];
    layers.extend(look.district);
    if let Some(town) = town.as_ref() {
        sources.insert("town", source(&server, town.about()));
        layers.extend(look.town);
    }
    let body = reply::text(&Style {
        version: 8,
        name: "Signpost",
        sources,
        layers,
    })?;
    let tag = format!("\"{}\"", reply::digest(body.as_bytes()));
    let mut answer = reply::tagged(&request, body, JSON, &tag);
    // Its addresses are those of the name it was asked under.
    let varies = header::HeaderValue::from_static("host");
    answer.headers_mut().append(header::VARY, varies);
    Ok(answer)
}

fn source<'a>(server: &str, about: &'a About) -> Source<'a> {
    Source {
        kind: "vector",
        tiles: [format!("{server}{}", template(about))],
        minzoom: about.minzoom,
        maxzoom: about.maxzoom,
        bounds: about.bounds.sides(),
        attribution: &about.attribution,
    }
}
