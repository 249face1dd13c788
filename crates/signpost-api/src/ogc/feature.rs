//! A place as a feature: flat properties, so that a table of a GIS program shows them.

use jiff::Timestamp;
use serde_json::{Map, Value, json};
use signpost_answers::{rfc3339, state_sentence};
use signpost_domain::{Lang, NeedCode, Offer, PointMember, Site, Trust};
use signpost_locate::{ServiceIx, SiteIx, Snapshot};

/// What a feature is told of.
pub(super) struct Teller<'a> {
    pub snapshot: &'a Snapshot,
    pub at: Timestamp,
    pub lang: Lang,
    /// Of one need; `None` for sites as they are.
    pub need: Option<&'a NeedCode>,
}

impl Teller<'_> {
    /// The feature, without its links.
    pub(super) fn feature(&self, ix: SiteIx) -> Map<String, Value> {
        let site = self.snapshot.site(ix);
        let mut feature = Map::new();
        feature.insert("type".to_owned(), json!("Feature"));
        feature.insert("id".to_owned(), json!(site.slug));
        let point = site
            .point
            .map(|at| json!({"type": "Point", "coordinates": at}));
        feature.insert("geometry".to_owned(), json!(point));
        feature.insert("properties".to_owned(), Value::Object(self.properties(ix)));
        feature
    }

    fn properties(&self, ix: SiteIx) -> Map<String, Value> {
        let site = self.snapshot.site(ix);
        let organization = self.snapshot.organization(ix);
        let words = |text: &signpost_domain::Text| filled(text.words(self.lang));
        let mut of = Map::new();
        let mut put = |name: &str, value: Value| of.insert(name.to_owned(), value);
        put("slug", json!(site.slug));
        put("name", words(&site.name));
        put("organization", json!(site.organization));
        put("organization_name", words(&organization.name));
        put("kind", json!(site.kind.code()));
        put("address", filled(&site.address));
        put("locality", filled(&site.locality));
        put("phone", json!(site.phone));
        put("website", json!(site.website));
        put("door", words(&site.door));
        put("access", words(&site.access));
        put("step_free", json!(site.is_step_free()));
        match self.need {
            None => {
                let needs = self
                    .snapshot
                    .services_at(ix)
                    .filter(|&service| self.snapshot.offer(service, self.at) == Offer::Offered);
                let needs: Vec<&NeedCode> = needs
                    .map(|service| &self.snapshot.service(service).need)
                    .collect();
                put("offers", json!(needs));
            }
            Some(need) => {
                let service = self
                    .snapshot
                    .services_at(ix)
                    .find(|service| &self.snapshot.service(*service).need == need);
                if let Some(service) = service {
                    of.append(&mut self.of_service(service));
                }
                if *need == NeedCode::disposal() {
                    of.append(&mut of_point(site));
                }
            }
        }
        of.insert("example".to_owned(), json!(site.example));
        of.insert("page".to_owned(), json!(format!("/sites/{}", site.slug)));
        of
    }

    fn of_service(&self, ix: ServiceIx) -> Map<String, Value> {
        let service = self.snapshot.service(ix);
        let moment = self.snapshot.moment(ix, self.at);
        let zone = self.snapshot.zone(self.snapshot.site_of(ix));
        let confirmed = self.snapshot.trust(ix, self.at) == Trust::Confirmed;
        let confirmation = service.confirmation.as_ref().filter(|_| confirmed);
        let items: Vec<&str> = service
            .items
            .iter()
            .map(signpost_domain::ItemCode::as_str)
            .collect();
        let sentence = state_sentence(self.snapshot, ix, &moment, self.at, self.lang);
        let all = [
            ("offer", json!(self.snapshot.offer(ix, self.at).code())),
            ("state", json!(moment.state)),
            (
                "until",
                json!(moment.until.map(|until| rfc3339(until, zone))),
            ),
            ("sentence", filled(&sentence)),
            ("hours", json!(service.hours)),
            ("hours_note", filled(service.hours_note.words(self.lang))),
            ("items", json!(items)),
            (
                "eligibility_description",
                filled(service.eligibility_description.words(self.lang)),
            ),
            ("minimum_age", json!(service.minimum_age)),
            ("maximum_age", json!(service.maximum_age)),
            ("confirmed", json!(confirmed)),
            ("confirmed_on", json!(confirmation.map(|one| one.on))),
            ("review_by", json!(confirmation.map(|one| one.review_by))),
        ];
        all.into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect()
    }
}

/// What everybody may read of a place to leave used needles.
fn of_point(site: &Site) -> Map<String, Value> {
    let members = PointMember::ALL.iter().filter(|member| member.is_public());
    members
        .map(|&member| {
            let name = match member {
                // The site has a kind of its own.
                PointMember::Kind => "point_kind",
                other => other.code(),
            };
            (name.to_owned(), filled(&site.point_member(member)))
        })
        .collect()
}

/// Words, or nothing.
fn filled(words: &str) -> Value {
    if words.is_empty() {
        Value::Null
    } else {
        json!(words)
    }
}
