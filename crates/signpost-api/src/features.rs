//! Sites as GeoJSON features (RFC 7946 §3.2).

use jiff::Timestamp;
use serde::Serialize;
use signpost_domain::{Edition, Lang, LonLat, NeedCode, Offer, OrganizationId, Site, SiteSlug};
use signpost_hours::OpenState;
use signpost_locate::{ListedSite, ServiceIx, SiteIx, Snapshot};
use utoipa::ToSchema;

use crate::editable::Editable;
use signpost_answers::{LocalTime, LocalizedText, PlaceView, SiteView, state_sentence};

/// A `FeatureCollection`, with where to go on.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Sites)]
pub(crate) struct Collection {
    #[serde(rename = "type")]
    kind: CollectionKind,
    /// Preview or live.
    edition: Edition,
    /// The directory's own words, such as "Training town."; may be empty.
    banner: LocalizedText,
    /// Nearest first, or in the order of their slugs.
    features: Vec<Feature<Listed>>,
    /// The cursor of the next page; `null` on the last.
    #[schema(required)]
    next: Option<String>,
}

/// One site.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Feature<Properties> {
    #[serde(rename = "type")]
    kind: FeatureKind,
    /// Its slug.
    id: SiteSlug,
    /// `null` when no trustworthy point is known.
    #[schema(required)]
    geometry: Option<Geometry>,
    /// What is said of it.
    properties: Properties,
}

/// One site by itself.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Site)]
pub(crate) struct WholeFeature {
    #[serde(flatten)]
    feature: Feature<Whole>,
    /// Preview or live.
    edition: Edition,
}

/// Where it is (RFC 7946 §3.1.2).
#[derive(Debug, Serialize, ToSchema)]
struct Geometry {
    #[serde(rename = "type")]
    kind: PointKind,
    /// Longitude, latitude.
    coordinates: LonLat,
}

/// What `type` says of a list.
#[derive(Debug, Serialize, ToSchema)]
enum CollectionKind {
    FeatureCollection,
}

/// What `type` says of a site.
#[derive(Debug, Serialize, ToSchema)]
enum FeatureKind {
    Feature,
}

/// What `type` says of a place on the ground.
#[derive(Debug, Serialize, ToSchema)]
enum PointKind {
    Point,
}

impl Geometry {
    fn of(place: LonLat) -> Self {
        Self {
            kind: PointKind::Point,
            coordinates: place,
        }
    }
}

/// A site in a list.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ListedSite)]
pub(crate) struct Listed {
    /// Its slug.
    slug: SiteSlug,
    /// Who runs it.
    organization: OrganizationId,
    #[serde(flatten)]
    place: PlaceView,
    /// Whole metres from the place that was asked about; `null` when either is not known.
    #[schema(required)]
    distance_m: Option<u64>,
    /// What it offers, may offer, or is known not to offer.
    services: Vec<ListedService>,
}

/// What a list says about a service.
#[derive(Debug, Serialize, ToSchema)]
struct ListedService {
    /// The need.
    need: NeedCode,
    /// Offered, not offered or unknown, as it stands on the day.
    offer: Offer,
    /// Open, closed or unknown; `null` for what is not offered.
    #[schema(required)]
    state: Option<OpenState>,
    /// When the state changes next.
    #[schema(required)]
    until: Option<LocalTime>,
    /// The state in one sentence; empty for what is not offered.
    sentence: String,
    /// Whether the organization confirmed it and it is not due for review.
    confirmed: bool,
    /// A made-up row for tests and training.
    example: bool,
}

/// A site by itself.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = WholeSite)]
pub(crate) struct Whole {
    /// Its slug.
    slug: SiteSlug,
    /// Who runs it.
    organization: OrganizationId,
    /// Its version, for `If-Match`.
    version: u64,
    #[serde(flatten)]
    site: SiteView,
    /// What a PATCH is merged into, in all its languages.
    editable: Editable,
}

/// What a list is asked to say, beside which sites.
pub(crate) struct SiteRenderer<'a> {
    pub snapshot: &'a Snapshot,
    pub at: Timestamp,
    pub need: Option<&'a NeedCode>,
    pub lang: Lang,
}

impl SiteRenderer<'_> {
    /// The list.
    pub(crate) fn collection(&self, found: &[ListedSite], next: Option<String>) -> Collection {
        Collection {
            kind: CollectionKind::FeatureCollection,
            edition: self.snapshot.directory().edition,
            banner: LocalizedText::of(&self.snapshot.directory().banner, self.lang),
            features: found.iter().map(|one| self.listed(one)).collect(),
            next,
        }
    }

    fn listed(&self, found: &ListedSite) -> Feature<Listed> {
        let site = self.snapshot.site(found.site);
        let listed = Listed {
            slug: site.slug.clone(),
            organization: site.organization.clone(),
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
                    need: row.need.clone(),
                    offer,
                    state: moment.as_ref().map(|moment| moment.state),
                    until: moment
                        .as_ref()
                        .and_then(|moment| moment.until)
                        .map(|until| LocalTime::new(until, zone)),
                    sentence: moment
                        .as_ref()
                        .map(|moment| {
                            state_sentence(self.snapshot, service, moment, self.at, self.lang)
                        })
                        .unwrap_or_default(),
                    confirmed: self.snapshot.trust(service, self.at)
                        == signpost_domain::Trust::Confirmed,
                    example: row.example,
                }
            })
            .collect()
    }

    /// One site with all it says.
    pub(crate) fn whole(&self, ix: SiteIx) -> WholeFeature {
        let site = self.snapshot.site(ix);
        let whole = Whole {
            slug: site.slug.clone(),
            organization: site.organization.clone(),
            version: self.snapshot.version(ix),
            site: signpost_answers::site(self.snapshot, ix, self.at, self.lang),
            editable: Editable::of(site),
        };
        WholeFeature {
            feature: feature(site, whole),
            edition: self.snapshot.directory().edition,
        }
    }
}

fn feature<Properties>(site: &Site, properties: Properties) -> Feature<Properties> {
    Feature {
        kind: FeatureKind::Feature,
        id: site.slug.clone(),
        geometry: site.point.map(Geometry::of),
        properties,
    }
}
