//! `/ogc/collections/{collection}/items`: the places themselves.

use actix_web::{HttpRequest, HttpResponse};
use serde_json::{Map, Value, json};
use signpost_domain::SiteSlug;
use signpost_locate::SiteIx;
use signpost_web::{
    ApiError, SharedApp,
    reply::{GEO_JSON, JSON},
};

use super::{
    asked::{Asked, HTML, link},
    collections::Layer,
    feature::Teller,
    query::{ItemsQuery, NAMES},
};

/// A list of them.
pub(crate) async fn list(app: SharedApp, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    let (asked, params) = Asked::read(&app, &request, &NAMES)?;
    let query = ItemsQuery::read(&params)?;
    let snapshot = app.snapshot();
    let layer = Layer::of(&request, &snapshot)?;
    let fitting: Vec<SiteIx> = layer
        .sites(&snapshot)
        .into_iter()
        .filter(|&ix| query.fits(snapshot.site(ix), snapshot.zone(ix)))
        .collect();
    let teller = Teller {
        snapshot: &snapshot,
        at: app.now(),
        lang: asked.lang,
        need: layer.need.map(|need| &need.code),
    };
    let shown = fitting.iter().skip(query.offset).take(query.limit);
    let features: Vec<Value> = shown
        .map(|&ix| Value::Object(with_page(teller.feature(ix), &asked)))
        .collect();
    let mut links = asked.selves(GEO_JSON, query.offset);
    let end = query.offset.saturating_add(features.len());
    if end < fitting.len() && !features.is_empty() {
        links.push(asked.turned("next", end, &asked.t("ogc-next")));
    }
    if query.offset > 0 {
        let before = query.offset.saturating_sub(query.limit);
        links.push(asked.turned("prev", before, &asked.t("ogc-before")));
    }
    let id = layer.id();
    let collection = asked.address(&format!("/collections/{id}"));
    links.push(link(
        &collection,
        "collection",
        JSON,
        &asked.t("ogc-collection"),
    ));
    let directory = snapshot.directory();
    let document = json!({
        "type": "FeatureCollection",
        "title": layer.title(&asked),
        "edition": directory.edition,
        "banner": directory.banner.words(asked.lang),
        "day": snapshot.town_zone().day(teller.at),
        "numberMatched": fitting.len(),
        "numberReturned": features.len(),
        "links": links,
        "features": features,
    });
    asked.answer(&request, &document, GEO_JSON)
}

/// One of them.
pub(crate) async fn single(app: SharedApp, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    let (asked, _) = Asked::read(&app, &request, &[])?;
    let snapshot = app.snapshot();
    let layer = Layer::of(&request, &snapshot)?;
    let slug: Option<SiteSlug> = request
        .match_info()
        .get("id")
        .and_then(|text| text.parse().ok());
    let ix = slug
        .and_then(|slug| snapshot.find(&slug))
        .filter(|ix| layer.sites(&snapshot).contains(ix))
        .ok_or_else(ApiError::not_found)?;
    let teller = Teller {
        snapshot: &snapshot,
        at: app.now(),
        lang: asked.lang,
        need: layer.need.map(|need| &need.code),
    };
    let mut document = with_page(teller.feature(ix), &asked);
    let mut links = asked.selves(GEO_JSON, 0);
    let collection = asked.address(&format!("/collections/{}", layer.id()));
    links.push(link(
        &collection,
        "collection",
        JSON,
        &asked.t("ogc-collection"),
    ));
    let page = asked.absolute(&format!("/sites/{}", snapshot.site(ix).slug));
    links.push(link(&page, "about", HTML, &asked.t("ogc-place-page")));
    document.insert("links".to_owned(), json!(links));
    document.insert("edition".to_owned(), json!(snapshot.directory().edition));
    asked.answer(&request, &Value::Object(document), GEO_JSON)
}

/// The feature with the whole address of its page.
fn with_page(mut feature: Map<String, Value>, asked: &Asked) -> Map<String, Value> {
    let page = feature
        .get_mut("properties")
        .and_then(|properties| properties.get_mut("page"));
    if let Some(page) = page {
        *page = json!(asked.absolute(page.as_str().unwrap_or_default()));
    }
    feature
}
