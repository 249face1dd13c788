//! `/map/places.geojson`: the places our own map draws, with what each offers and whether it is open now.
//!
//! Leaner than `/api/v1/sites` and in one piece: the page asks for it once, without a query, and picks the need itself. So neither an
//! address nor a copy kept on a phone tells what somebody looked for.

use actix_web::{HttpRequest, HttpResponse};
use jiff::Timestamp;
use serde::Serialize;
use signpost_domain::{Edition, Lang, LonLat, NeedCode, Offer, SiteSlug, Trust};
use signpost_hours::{Moment, OpenState};
use signpost_locate::{ServiceIx, SiteIx, Snapshot};

use signpost_answers::{
    LocalizedText, PlaceView, Speaker, disposal_point::kind_in_words, locale_path, short_of_at,
    state_sentence,
};
use signpost_web::{
    ApiError, AsOf, SharedApp,
    params::Params,
    reply::{Cache, GEO_JSON, digest, json, tagged, text},
};

/// More than a phone should be sent at once. A directory with more of them says so, and is asked need by need.
const MOST: usize = 2_000;

/// A GeoJSON `FeatureCollection` (RFC 7946).
#[derive(Serialize)]
struct Places {
    #[serde(rename = "type")]
    kind: &'static str,
    edition: Edition,
    banner: LocalizedText,
    /// Whether there are more than were sent.
    more: bool,
    features: Vec<Feature>,
}

#[derive(Serialize)]
struct Feature {
    #[serde(rename = "type")]
    kind: &'static str,
    id: SiteSlug,
    geometry: Point,
    properties: Place,
}

#[derive(Serialize)]
struct Point {
    #[serde(rename = "type")]
    kind: &'static str,
    coordinates: LonLat,
}

/// One place, as a pin.
#[derive(Serialize)]
struct Place {
    name: LocalizedText,
    /// The language of the name, where it is not that of the answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    lang: Option<&'static str>,
    /// Its page.
    page: String,
    /// What kind of place for used needles it is; absent for every other place.
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<String>,
    services: Vec<Service>,
}

/// What it offers, and how that stands now.
#[derive(Serialize)]
struct Service {
    need: NeedCode,
    state: OpenState,
    sentence: String,
    /// Whether it is said to be open or closed though nobody confirmed it.
    unsure: bool,
}

/// GET `/map/places.geojson`. `need` leaves out what does not offer it, `site` all but one; `lang` is the path's when it is not there, and `at` another instant.
pub(crate) async fn show(app: SharedApp, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    let params = Params::read(request.query_string(), &["need", "site", "lang", "at"])?;
    let snapshot = app.snapshot();
    let as_of = AsOf::of(&request, &app, &snapshot);
    if as_of.is_unread() {
        return Err(ApiError::parameter(
            "at",
            "write a day or a time, such as 2026-12-25T14:00",
        ));
    }
    let maker = FeatureMaker {
        need: need(&params, &snapshot)?,
        lang: params
            .value("lang")?
            .unwrap_or_else(|| locale_path::lang_of_path(request.path())),
        at: as_of.at(),
        as_of: as_of.clone(),
    };
    let sites = wanted(&params, &snapshot, maker.need.as_ref())?;
    let mut features: Vec<Feature> = sites
        .into_iter()
        .filter_map(|site| maker.feature(&snapshot, site))
        .take(MOST + 1)
        .collect();
    let more = features.len() > MOST;
    features.truncate(MOST);
    let directory = snapshot.directory();
    let places = Places {
        kind: "FeatureCollection",
        edition: directory.edition,
        banner: LocalizedText::of(&directory.banner, maker.lang),
        more,
        features,
    };
    if as_of.is_preview() {
        return json(&places, GEO_JSON, Cache::Never);
    }
    let body = text(&places)?;
    let tag = format!("\"{}\"", digest(body.as_bytes()));
    Ok(tagged(&request, body, GEO_JSON, &tag))
}

fn need(params: &Params, snapshot: &Snapshot) -> Result<Option<NeedCode>, ApiError> {
    let need: Option<NeedCode> = params.value("need")?;
    match need {
        Some(need) if snapshot.need(&need).is_none() => Err(ApiError::parameter(
            "need",
            format!("no need has the code {need}; /api/v1/needs lists them"),
        )),
        need => Ok(need),
    }
}

fn wanted(
    params: &Params,
    snapshot: &Snapshot,
    need: Option<&NeedCode>,
) -> Result<Vec<SiteIx>, ApiError> {
    if let Some(slug) = params.value::<SiteSlug>("site")? {
        let site = snapshot.find(&slug).ok_or_else(|| {
            ApiError::parameter("site", "no site has this slug; /api/v1/sites lists them")
        })?;
        return Ok(vec![site]);
    }
    Ok(match need {
        Some(need) => {
            let services = snapshot.services_for(need).iter();
            services.map(|&service| snapshot.site_of(service)).collect()
        }
        None => snapshot.sites().collect(),
    })
}

/// How the places are to be told.
struct FeatureMaker {
    need: Option<NeedCode>,
    lang: Lang,
    at: Timestamp,
    as_of: AsOf,
}

impl FeatureMaker {
    /// A place with a point and something on offer; `None` for any other, which no map can show.
    fn feature(&self, snapshot: &Snapshot, ix: SiteIx) -> Option<Feature> {
        let point = snapshot.site(ix).point?;
        let services = self.services(snapshot, ix);
        if services.is_empty() {
            return None;
        }
        let place = PlaceView::of(snapshot, ix, self.lang);
        Some(Feature {
            kind: "Feature",
            id: place.site,
            geometry: Point {
                kind: "Point",
                coordinates: point,
            },
            properties: Place {
                lang: place.name.other_than(self.lang),
                name: place.name,
                page: self.as_of.keeping(&place.links.page),
                kind: snapshot
                    .site(ix)
                    .disposal_point
                    .as_ref()
                    .and_then(|point| point.kind)
                    .map(|kind| kind_in_words(&Speaker::of(self.lang), kind)),
                services,
            },
        })
    }

    fn services(&self, snapshot: &Snapshot, site: SiteIx) -> Vec<Service> {
        signpost_answers::in_order(snapshot, site)
            .into_iter()
            .map(|ix| (ix, snapshot.service(ix)))
            .filter(|(ix, row)| {
                self.need.as_ref().is_none_or(|need| need == &row.need)
                    && snapshot.offer(*ix, self.at) != Offer::NotOffered
            })
            .map(|(ix, row)| {
                let moment = snapshot.moment(ix, self.at);
                Service {
                    need: row.need.clone(),
                    unsure: moment.state != OpenState::Unknown
                        && snapshot.trust(ix, self.at) != Trust::Confirmed,
                    sentence: self.sentence(snapshot, ix, &moment),
                    state: moment.state,
                }
            })
            .collect()
    }

    /// The state, and which things are out of stock while the rest is there.
    fn sentence(&self, snapshot: &Snapshot, ix: ServiceIx, moment: &Moment) -> String {
        let state = state_sentence(snapshot, ix, moment, self.at, self.lang);
        match short_of_at(&Speaker::of(self.lang), snapshot, ix, self.at) {
            short if short.is_empty() => state,
            short => format!("{state}. {short}"),
        }
    }
}
