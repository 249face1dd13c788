//! The front door: what there is, which parts of the standard it keeps, and its description.

use actix_web::{HttpRequest, HttpResponse};
use serde_json::json;
use signpost_web::{ApiError, SharedApp, reply::JSON};

use super::{
    asked::{Asked, HTML, OPENAPI, link},
    definition,
};

/// The parts of the standard.
const CLASSES: [&str; 4] = ["core", "geojson", "html", "oas30"];

/// `/ogc`
pub(crate) async fn show(app: SharedApp, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    let (asked, _) = Asked::read(&app, &request, &[])?;
    let snapshot = app.snapshot();
    let directory = snapshot.directory();
    let mut links = asked.selves(JSON, 0);
    links.extend([
        link(
            &asked.address("/api?f=json"),
            "service-desc",
            OPENAPI,
            &asked.t("ogc-description-programs"),
        ),
        link(
            &asked.address("/api?f=html"),
            "service-doc",
            HTML,
            &asked.t("ogc-description-read"),
        ),
        link(
            &asked.address("/conformance"),
            "conformance",
            JSON,
            &asked.t("ogc-conformance-link"),
        ),
        link(
            &asked.address("/collections"),
            "data",
            JSON,
            &asked.t("ogc-collections-link"),
        ),
    ]);
    let document = json!({
        "title": directory.title.words(asked.lang),
        "description": format!(
            "{} {}",
            asked.speaker().t1("ogc-about", "edition", directory.edition.as_str()),
            directory.banner.words(asked.lang)
        ).trim_end(),
        "links": links,
    });
    asked.answer(&request, &document, JSON)
}

/// `/ogc/conformance`
pub(crate) async fn conformance(
    app: SharedApp,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    let (asked, _) = Asked::read(&app, &request, &[])?;
    let classes = CLASSES
        .map(|class| format!("http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/{class}"));
    let document = json!({
        "title": asked.t("ogc-conformance"),
        "description": asked.t("ogc-conformance-about"),
        "links": asked.selves(JSON, 0),
        "conformsTo": classes,
    });
    asked.answer(&request, &document, JSON)
}

/// `/ogc/api`
pub(crate) async fn api(app: SharedApp, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    let (asked, _) = Asked::read(&app, &request, &[])?;
    let mut document = definition::document();
    if let Some(members) = document.as_object_mut().filter(|_| asked.is_html()) {
        members.insert("links".to_owned(), json!(asked.selves(OPENAPI, 0)));
    }
    asked.answer(&request, &document, OPENAPI)
}
