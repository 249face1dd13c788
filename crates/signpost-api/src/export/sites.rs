//! `/export/sites.{csv,geojson,gpkg}`: every place with what it offers, for spreadsheets and GIS.

use actix_web::{HttpRequest, HttpResponse};
use serde_json::{Value, json};
use signpost_geopackage::geopackage;
use signpost_web::reply::GEO_JSON;
use signpost_web::{ApiError, SharedApp, params::Params};

use super::file::{CSV, GEOPACKAGE, LICENCE, file, name};
use crate::parameters::OnlyLang;

/// Every place and service as a spreadsheet
#[utoipa::path(
    get,
    path = "/export/sites.csv",
    params(OnlyLang),
    responses((status = 200, description = "Done", body = String, content_type = "text/csv"))
)]
pub(crate) async fn csv(app: SharedApp, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    let query: OnlyLang = Params::typed(request.query_string())?;
    let snapshot = app.snapshot();
    let table = signpost_exchange::write_public_csv(snapshot.directory(), query.lang());
    Ok(file(
        &request,
        CSV,
        &name(&snapshot, app.now(), "sites", "csv"),
        table.into_bytes(),
    ))
}

/// Every place with its services as GeoJSON
#[utoipa::path(
    get,
    path = "/export/sites.geojson",
    params(OnlyLang),
    responses((status = 200, description = "Done", body = Object, content_type = GEO_JSON))
)]
pub(crate) async fn geojson(
    app: SharedApp,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    let query: OnlyLang = Params::typed(request.query_string())?;
    let lang = query.lang();
    let snapshot = app.snapshot();
    let directory = snapshot.directory();
    let written = signpost_exchange::write_geojson(directory, lang);
    let mut body: Value = serde_json::from_str(&written).map_err(ApiError::internal)?;
    if let Some(members) = body.as_object_mut() {
        let mut put = |name: &str, value| members.insert(name.to_owned(), value);
        put("banner", json!(directory.banner.words(lang)));
        put("day", json!(snapshot.town_zone().day(app.now())));
        put("licence", json!(LICENCE));
    }
    let body = body.to_string().into_bytes();
    Ok(file(
        &request,
        GEO_JSON,
        &name(&snapshot, app.now(), "sites", "geojson"),
        body,
    ))
}

/// Places and services as layers of a GeoPackage
#[utoipa::path(
    get,
    path = "/export/sites.gpkg",
    params(OnlyLang),
    responses((status = 200, description = "Done", body = Vec<u8>, content_type = "application/geopackage+sqlite3"))
)]
pub(crate) async fn layers(app: SharedApp, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    let query: OnlyLang = Params::typed(request.query_string())?;
    let snapshot = app.snapshot_to_keep();
    let day = snapshot.town_zone().day(app.now());
    let layers = signpost_exchange::site_layers(snapshot.directory(), day, query.lang());
    let bytes = geopackage(&layers, &signpost_exchange::day_stamp(day)).await;
    let bytes = bytes.map_err(ApiError::internal)?;
    Ok(file(
        &request,
        GEOPACKAGE,
        &name(&snapshot, app.now(), "sites", "gpkg"),
        bytes,
    ))
}
