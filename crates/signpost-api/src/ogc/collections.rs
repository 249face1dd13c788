//! The collections: all sites, and one for each need, of which `disposal` is one.

use actix_web::{HttpRequest, HttpResponse};
use jiff::civil::Date;
use serde_json::{Value, json};
use signpost_domain::{LonLat, Need};
use signpost_locate::{SiteIx, Snapshot};
use signpost_web::{
    ApiError, SharedApp,
    reply::{GEO_JSON, JSON},
};

use super::{
    asked::{Asked, CRS84, HTML, link},
    query::days,
};

/// The collection of all sites.
pub(super) const SITES: &str = "sites";
const GREGORIAN: &str = "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian";

/// A collection.
#[derive(Clone, Copy)]
pub(super) struct Layer<'a> {
    /// The need; `None` for all sites.
    pub need: Option<&'a Need>,
}

impl<'a> Layer<'a> {
    fn all(snapshot: &'a Snapshot) -> impl Iterator<Item = Self> {
        let needs = snapshot.directory().needs.iter();
        std::iter::once(Self { need: None }).chain(needs.map(|need| Self { need: Some(need) }))
    }

    /// The collection of an address.
    pub(super) fn of(request: &HttpRequest, snapshot: &'a Snapshot) -> Result<Self, ApiError> {
        let name = request.match_info().get("collection").unwrap_or_default();
        let found = Self::all(snapshot).find(|layer| layer.id() == name);
        found.ok_or_else(ApiError::not_found)
    }

    pub(super) fn id(self) -> &'a str {
        self.need.map_or(SITES, |need| need.code.as_str())
    }

    /// Its sites, in slug order. What is known not to be offered is left out, as from every list.
    pub(super) fn sites(self, snapshot: &'a Snapshot) -> Vec<SiteIx> {
        match self.need {
            None => snapshot.sites().collect(),
            Some(need) => {
                let services = snapshot.services_for(&need.code).iter();
                services.map(|&service| snapshot.site_of(service)).collect()
            }
        }
    }

    pub(super) fn title(self, asked: &Asked) -> String {
        match self.need {
            None => asked.t("ogc-places"),
            Some(need) => need.name.words(asked.lang).to_owned(),
        }
    }

    fn description(self, asked: &Asked) -> String {
        match self.need {
            None => asked.t("ogc-places-about"),
            Some(need) => format!(
                "{} {}",
                need.hint.words(asked.lang),
                asked.t("ogc-need-about")
            ),
        }
    }

    fn told(self, asked: &Asked, snapshot: &Snapshot) -> Value {
        let id = self.id();
        let items = asked.address(&format!("/collections/{id}/items"));
        let own = asked.address(&format!("/collections/{id}"));
        let mut collection = json!({
            "id": id,
            "title": self.title(asked),
            "description": self.description(asked),
            "itemType": "feature",
            "crs": [CRS84],
            "links": [
                link(&format!("{items}?f=json"), "items", GEO_JSON, &asked.t("ogc-items-geojson")),
                link(&format!("{items}?f=html"), "items", HTML, &asked.t("ogc-items-read")),
                link(&format!("{own}?f=json"), "collection", JSON, &asked.t("ogc-collection-this")),
            ],
        });
        if let (Some(extent), Some(members)) = (self.extent(snapshot), collection.as_object_mut()) {
            members.insert("extent".to_owned(), extent);
        }
        collection
    }

    /// Where and, as far as days are known, when.
    fn extent(self, snapshot: &Snapshot) -> Option<Value> {
        let sites = self.sites(snapshot);
        let mut points = sites.iter().filter_map(|&ix| snapshot.site(ix).point);
        let first = points.next()?;
        let bounds = points.fold(edges(first), |[w, s, e, n], point| {
            let [lon, lat] = [point.lon(), point.lat()];
            [w.min(lon), s.min(lat), e.max(lon), n.max(lat)]
        });
        let mut extent = json!({"spatial": {"bbox": [bounds], "crs": CRS84}});
        let days: Vec<_> = sites.iter().map(|&ix| days(snapshot.site(ix))).collect();
        let known = days
            .iter()
            .any(|(first, last)| first.is_some() || last.is_some());
        if known {
            let instant = |day: Date, time: &str| format!("{day}T{time}Z");
            // An end that nobody knows is open.
            let firsts: Option<Vec<Date>> = days.iter().map(|(first, _)| *first).collect();
            let lasts: Option<Vec<Date>> = days.iter().map(|(_, last)| *last).collect();
            let first = firsts.and_then(|all| all.into_iter().min());
            let last = lasts.and_then(|all| all.into_iter().max());
            let temporal = json!({
                "interval": [[
                    first.map(|day| instant(day, "00:00:00")),
                    last.map(|day| instant(day, "23:59:59")),
                ]],
                "trs": GREGORIAN,
            });
            if let Some(members) = extent.as_object_mut() {
                members.insert("temporal".to_owned(), temporal);
            }
        }
        Some(extent)
    }
}

fn edges(point: LonLat) -> [f64; 4] {
    [point.lon(), point.lat(), point.lon(), point.lat()]
}

/// `/ogc/collections`
pub(crate) async fn all(app: SharedApp, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    let (asked, _) = Asked::read(&app, &request, &[])?;
    let snapshot = app.snapshot();
    let collections: Vec<Value> = Layer::all(&snapshot)
        .map(|layer| layer.told(&asked, &snapshot))
        .collect();
    let document = json!({
        "title": asked.t("ogc-collections"),
        "crs": [CRS84],
        "links": asked.selves(JSON, 0),
        "collections": collections,
    });
    asked.answer(&request, &document, JSON)
}

/// `/ogc/collections/{collection}`
pub(crate) async fn one(app: SharedApp, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    let (asked, _) = Asked::read(&app, &request, &[])?;
    let snapshot = app.snapshot();
    let mut document = Layer::of(&request, &snapshot)?.told(&asked, &snapshot);
    if let Some(links) = document.get_mut("links").and_then(Value::as_array_mut) {
        links.extend(asked.selves(JSON, 0));
    }
    asked.answer(&request, &document, JSON)
}
