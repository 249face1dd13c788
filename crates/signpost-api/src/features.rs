//! Sites as GeoJSON features (RFC 7946 §3.2).

use jiff::Timestamp;
use serde::Serialize;
use serde_json::{Value, json};
use signpost_domain::{Edition, Lang, LonLat, NeedCode, Offer, Site};
use signpost_hours::{OpenState, words};
use signpost_locate::{ListedSite, ServiceIx, SiteIx, Snapshot};

use signpost_answers::{LocalTime, LocalizedText, PlaceView, SiteView};

/// A `FeatureCollection`, with where to go on.
#[derive(Debug, Serialize)]
pub(crate) struct Collection {
    #[serde(rename = "type")]
    kind: &'static str,
    edition: Edition,
    banner: LocalizedText,
    features: Vec<Feature<Listed>>,
    /// The cursor of the next page; `null` on the last.
    next: Option<String>,
}

/// One site.
#[derive(Debug, Serialize)]
pub(crate) struct Feature<Properties> {
    #[serde(rename = "type")]
    kind: &'static str,
    id: String,
    geometry: Option<Point>,
    properties: Properties,
    #[serde(skip_serializing_if = "Option::is_none")]
    edition: Option<Edition>,
}

#[derive(Debug, Serialize)]
struct Point {
    #[serde(rename = "type")]
    kind: &'static str,
    coordinates: LonLat,
}

impl Point {
    fn of(place: LonLat) -> Self {
        Self {
            kind: "Point",
            coordinates: place,
        }
    }
}

/// A site in a list.
#[derive(Debug, Serialize)]
pub(crate) struct Listed {
    slug: String,
    organization: String,
    #[serde(flatten)]
    place: PlaceView,
    distance_m: Option<u64>,
    services: Vec<ListedService>,
}

/// What a list says about a service.
#[derive(Debug, Serialize)]
struct ListedService {
    need: String,
    offer: Offer,
    state: Option<OpenState>,
    until: Option<LocalTime>,
    sentence: String,
    confirmed: bool,
    example: bool,
}

/// A site by itself.
#[derive(Debug, Serialize)]
pub(crate) struct Whole {
    slug: String,
    organization: String,
    version: u64,
    #[serde(flatten)]
    site: SiteView,
    /// What a PATCH is merged into, in all its languages.
    editable: Value,
}

/// What a list is asked to say, beside which sites.
pub(crate) struct Telling<'a> {
    pub snapshot: &'a Snapshot,
    pub at: Timestamp,
    pub need: Option<&'a NeedCode>,
    pub lang: Lang,
}

impl Telling<'_> {
    /// The list.
    pub(crate) fn collection(&self, found: &[ListedSite], next: Option<String>) -> Collection {
        Collection {
            kind: "FeatureCollection",
            edition: self.snapshot.directory().edition,
            banner: LocalizedText::of(&self.snapshot.directory().banner, self.lang),
            features: found.iter().map(|one| self.listed(one)).collect(),
            next,
        }
    }

    fn listed(&self, found: &ListedSite) -> Feature<Listed> {
        let site = self.snapshot.site(found.site);
        let listed = Listed {
            slug: site.slug.to_string(),
            organization: site.organization.to_string(),
            place: PlaceView::of(self.snapshot, found.site, self.lang),
            distance_m: found.metres.map(signpost_answers::whole_metres),
            services: self.services(found.site),
        };
        feature(site, listed)
    }

    fn services(&self, ix: SiteIx) -> Vec<ListedService> {
        let zone = self.snapshot.zone(ix);
        let services: Vec<ServiceIx> = match self.need {
            Some(need) => self
                .snapshot
                .services_at(ix)
                .filter(|service| &self.snapshot.service(*service).need == need)
                .collect(),
            None => signpost_answers::in_order(self.snapshot, ix),
        };
        services
            .into_iter()
            .map(|service| (service, self.snapshot.service(service)))
            .map(|(service, row)| {
                let offer = self.snapshot.offer(service, self.at);
                let moment =
                    (offer != Offer::NotOffered).then(|| self.snapshot.moment(service, self.at));
                ListedService {
                    need: row.need.to_string(),
                    offer,
                    state: moment.as_ref().map(|moment| moment.state),
                    until: moment
                        .as_ref()
                        .and_then(|moment| moment.until)
                        .map(|until| LocalTime::new(until, zone)),
                    sentence: moment
                        .as_ref()
                        .map(|moment| words::sentence(moment, self.at, zone, self.lang))
                        .unwrap_or_default(),
                    confirmed: self.snapshot.trust(service, self.at)
                        == signpost_domain::Trust::Confirmed,
                    example: row.example,
                }
            })
            .collect()
    }

    /// One site with all it says.
    pub(crate) fn whole(&self, ix: SiteIx) -> Feature<Whole> {
        let site = self.snapshot.site(ix);
        let whole = Whole {
            slug: site.slug.to_string(),
            organization: site.organization.to_string(),
            version: self.snapshot.version(ix),
            site: signpost_answers::site(self.snapshot, ix, self.at, self.lang),
            editable: editable(site),
        };
        let mut feature = feature(site, whole);
        feature.edition = Some(self.snapshot.directory().edition);
        feature
    }
}

fn feature<Properties>(site: &Site, properties: Properties) -> Feature<Properties> {
    Feature {
        kind: "Feature",
        id: site.slug.to_string(),
        geometry: site.point.map(Point::of),
        properties,
        edition: None,
    }
}

/// The members of a site that its own people may change.
fn editable(site: &Site) -> Value {
    let services: serde_json::Map<String, Value> = site
        .services
        .iter()
        .map(|service| {
            let members = json!({
                "offer": service.offer,
                "hours": service.hours,
                "closed_on": service.closed_on,
                "hours_note": service.hours_note,
                "description": service.description,
                "bring": service.bring,
                "items": service.items,
                "confirmation": service.confirmation,
            });
            (service.need.to_string(), members)
        })
        .collect();
    json!({
        "phone": site.phone,
        "website": site.website,
        "door": site.door,
        "access": site.access,
        "description": site.description,
        "languages": site.languages,
        "services": services,
    })
}
