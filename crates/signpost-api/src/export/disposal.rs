//! `/export/disposal.{csv,geojson,gpkg}`: every place to leave used needles, for the city's spreadsheets and GIS.

use actix_web::{HttpRequest, HttpResponse};
use geo_types::{Geometry, MultiPolygon, Point};
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::{Map, Value, json};
use signpost_answers::{Speaker, reach::ReachView};
use signpost_domain::{Lang, NeedCode};
use signpost_geopackage::{Cell, Column, ColumnType, GeometryKind, Layer, Row, geopackage};
use signpost_locate::Snapshot;

use super::{
    file::{CSV, GEOPACKAGE, LICENCE, file, name},
    points::{COLUMNS, PointRow, rows},
};
use crate::{
    coverage::{Counting, Walk},
    parameters::When,
};
use signpost_web::reply::GEO_JSON;
use signpost_web::{ApiError, App, CoverageAsk, SharedApp, members::written, params::Params};

/// How the file is told.
#[derive(Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct ExportQuery {
    /// Language of names; en when left out.
    #[serde(default, deserialize_with = "written")]
    lang: Option<Lang>,
}

/// How a file of layers is told.
#[derive(Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct LayersQuery {
    /// How far one walks, for the layers of what is reached; 400 when left out.
    #[serde(default, deserialize_with = "written")]
    metres: Option<Walk>,
    /// For which instant, or day (its noon in town); now when left out. A + in the offset is written %2B.
    #[serde(default, deserialize_with = "written")]
    at: Option<When>,
    /// Which places count for what is reached; open when left out.
    #[serde(default, deserialize_with = "written")]
    count: Option<Counting>,
    /// Language of names; en when left out.
    #[serde(default, deserialize_with = "written")]
    lang: Option<Lang>,
}

impl LayersQuery {
    fn ask(&self, app: &App) -> CoverageAsk {
        CoverageAsk {
            need: NeedCode::disposal(),
            metres: self.metres.unwrap_or_default().0,
            at: self.at.map_or_else(|| app.now(), |when| when.instant(app)),
            also_unknown: self.count.unwrap_or_default() == Counting::OpenOrUnknown,
        }
    }
}

/// Which places count, when it is not what everybody expects.
const fn counted(ask: &CoverageAsk) -> &'static str {
    if ask.also_unknown {
        "Places count of which nobody knows if they are open. "
    } else {
        ""
    }
}

/// Every place to leave used needles as a spreadsheet
#[utoipa::path(
    get,
    path = "/export/disposal.csv",
    params(ExportQuery),
    responses((status = 200, description = "Done", body = String, content_type = "text/csv"))
)]
pub(crate) async fn csv(app: SharedApp, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    let query: ExportQuery = Params::typed(request.query_string())?;
    let snapshot = app.snapshot();
    let (at, lang) = (app.now(), query.lang.unwrap_or_default());
    let edition = snapshot.directory().edition.as_str();
    let day = snapshot.town_zone().day(at).to_string();
    let method = method(lang);
    // The day of the file stands before the rows of the other files, so not once more behind them.
    let is_own = |column: &&str| *column != "day";
    let header: Vec<String> = ["edition", "day", "method", "lat", "lon"]
        .into_iter()
        .chain(COLUMNS.into_iter().filter(is_own))
        .map(|column| signpost_exchange::head(column, lang))
        .collect();
    let degrees = |part: Option<f64>| part.map(|part| part.to_string()).unwrap_or_default();
    let rows: Vec<Vec<String>> = rows(&snapshot, at, lang)
        .into_iter()
        .map(|row| {
            let place = [
                edition.to_owned(),
                day.clone(),
                method.clone(),
                degrees(row.point.map(signpost_domain::LonLat::lat)),
                degrees(row.point.map(signpost_domain::LonLat::lon)),
            ];
            let cells = COLUMNS.iter().zip(row.cells);
            let cells = cells.filter(|(column, _)| is_own(column));
            place
                .into_iter()
                .chain(cells.map(|(_, cell)| cell))
                .collect()
        })
        .collect();
    let table = signpost_exchange::write_table(&header, &rows);
    Ok(file(
        &request,
        CSV,
        &name(&snapshot, at, "disposal", "csv"),
        table.into_bytes(),
    ))
}

/// Every place to leave used needles as GeoJSON
#[utoipa::path(
    get,
    path = "/export/disposal.geojson",
    params(ExportQuery),
    responses((status = 200, description = "Done", body = Object, content_type = GEO_JSON))
)]
pub(crate) async fn geojson(
    app: SharedApp,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    let query: ExportQuery = Params::typed(request.query_string())?;
    let snapshot = app.snapshot();
    let lang = query.lang.unwrap_or_default();
    let features: Vec<Value> = rows(&snapshot, app.now(), lang)
        .into_iter()
        .map(|row| {
            let cells = COLUMNS.into_iter().zip(row.cells);
            let properties: Map<String, Value> = cells
                .map(|(name, cell)| (name.to_owned(), value(name, cell)))
                .collect();
            json!({
                "type": "Feature",
                "id": properties.get("slug"),
                "geometry": row.point.map(|point| json!({"type": "Point", "coordinates": point})),
                "properties": properties,
            })
        })
        .collect();
    let body = json!({
        "type": "FeatureCollection",
        "edition": snapshot.directory().edition,
        "banner": snapshot.directory().banner.words(lang),
        "day": snapshot.town_zone().day(app.now()),
        "licence": LICENCE,
        "method": method(lang),
        "lang": lang.tag(),
        "features": features,
    });
    let body = body.to_string().into_bytes();
    Ok(file(
        &request,
        GEO_JSON,
        &name(&snapshot, app.now(), "disposal", "geojson"),
        body,
    ))
}

/// A cell as JSON: lists as lists, yes and no as true and false, nothing as null.
fn value(column: &str, cell: String) -> Value {
    match column {
        "accepts" | "whose" => cell.split_whitespace().collect(),
        _ if cell.is_empty() => Value::Null,
        _ if is_yes_or_no(column) => Value::Bool(cell == "yes"),
        _ => Value::String(cell),
    }
}

fn is_yes_or_no(column: &str) -> bool {
    matches!(
        column,
        "open_24h" | "may_be_full" | "winter" | "wheelchair" | "braille" | "confirmed" | "example"
    )
}

/// Points, what they reach and the gaps as layers of a GeoPackage
#[utoipa::path(
    get,
    path = "/export/disposal.gpkg",
    params(LayersQuery),
    responses((status = 200, description = "Done", body = Vec<u8>, content_type = "application/geopackage+sqlite3"))
)]
pub(crate) async fn layers(app: SharedApp, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    let query: LayersQuery = Params::typed(request.query_string())?;
    let snapshot = app.snapshot_to_keep();
    let lang = query.lang.unwrap_or_default();
    let ask = query.ask(&app);
    let at = ask.at;
    let (town, reach) = app.coverage().reach(&snapshot, &ask).await?;
    let figures = ReachView::of(&snapshot, &town, &reach, lang);
    let coverage = &reach.coverage;
    let known = about(&snapshot, at);
    let counted = counted(&ask);
    let measured = format!(
        "{known}. {} metres. {counted}{}",
        ask.metres, figures.method_text
    );
    let day = || Cell::from(figures.day.to_string());
    let layers = [
        points_layer(
            rows(&snapshot, at, lang),
            format!("{known}. {}", method(lang)),
        ),
        Layer {
            name: "coverage",
            title: "Within reach of an open disposal point".to_owned(),
            description: measured.clone(),
            geometry: GeometryKind::MultiPolygon,
            columns: columns(&[
                "metres",
                "square_metres",
                "percent",
                "method",
                "day",
                "edition",
            ]),
            rows: vec![Row {
                geometry: Some(Geometry::MultiPolygon(coverage.area.clone())),
                cells: vec![
                    ask.metres.into(),
                    figures.square_metres.into(),
                    figures.percent.map(i64::from).into(),
                    figures.method.into(),
                    day(),
                    figures.edition.as_str().into(),
                ],
            }],
        },
        Layer {
            name: "gaps",
            title: "Not within reach of an open disposal point".to_owned(),
            description: measured,
            geometry: GeometryKind::MultiPolygon,
            columns: columns(&[
                "neighbourhood",
                "near",
                "square_metres",
                "metres_to_nearest",
                "method",
                "day",
                "edition",
            ]),
            rows: coverage
                .gaps
                .iter()
                .zip(&figures.gaps)
                .map(|(gap, view)| Row {
                    geometry: Some(Geometry::MultiPolygon(MultiPolygon::new(
                        gap.area.0.clone(),
                    ))),
                    cells: vec![
                        view.neighbourhood.as_str().into(),
                        view.near
                            .as_ref()
                            .map(|near| near.as_str().to_owned())
                            .into(),
                        view.square_metres.into(),
                        view.metres.into(),
                        figures.method.into(),
                        day(),
                        figures.edition.as_str().into(),
                    ],
                })
                .collect(),
        },
    ];
    let stamp = signpost_exchange::day_stamp(snapshot.town_zone().day(at));
    let bytes = geopackage(&layers, &stamp).await;
    let bytes = bytes.map_err(ApiError::internal)?;
    Ok(file(
        &request,
        GEOPACKAGE,
        &name(&snapshot, at, "disposal", "gpkg"),
        bytes,
    ))
}

/// How what is said of the points is known: nothing of it is measured.
fn method(lang: Lang) -> String {
    Speaker::of(lang).t("disposal-file-method")
}

/// The day and the edition, and what the directory says of itself.
fn about(snapshot: &Snapshot, at: Timestamp) -> String {
    let directory = snapshot.directory();
    let day = snapshot.town_zone().day(at);
    let banner = directory.banner.words(Lang::En);
    let known = format!(
        "{}, {day}, edition {}. Licence: {LICENCE}",
        directory.title.words(Lang::En),
        directory.edition.as_str()
    );
    if banner.is_empty() {
        known
    } else {
        format!("{known}. {}", banner.trim_end_matches('.'))
    }
}

fn kind(column: &str) -> ColumnType {
    match column {
        "metres" | "square_metres" | "metres_to_nearest" => ColumnType::Real,
        "percent" => ColumnType::Integer,
        "first_day" | "last_day" | "confirmed_on" | "day" => ColumnType::Date,
        other if is_yes_or_no(other) => ColumnType::Boolean,
        _ => ColumnType::Text,
    }
}

fn columns(names: &[&'static str]) -> Vec<Column> {
    let columns = names.iter();
    columns
        .map(|&name| Column {
            name,
            kind: kind(name),
        })
        .collect()
}

fn points_layer(rows: Vec<PointRow>, description: String) -> Layer {
    Layer {
        name: "points",
        title: "Places to leave used needles".to_owned(),
        description,
        geometry: GeometryKind::Point,
        columns: columns(&COLUMNS),
        rows: rows
            .into_iter()
            .map(|row| Row {
                geometry: row
                    .point
                    .map(|point| Geometry::Point(Point::new(point.lon(), point.lat()))),
                cells: COLUMNS
                    .into_iter()
                    .zip(row.cells)
                    .map(|(name, cell)| match kind(name) {
                        _ if cell.is_empty() => Cell::Null,
                        ColumnType::Boolean => (cell == "yes").into(),
                        _ => cell.into(),
                    })
                    .collect(),
            })
            .collect(),
    }
}
