//! Services, and where they are.

use serde_json::Value;
use signpost_domain::{Exception, ExceptionKind, ItemCode, Offer, Service, Site, Trust};

use super::{
    Depth, Hsds, Object, hsds_id,
    place::{day_of, holidays},
};

impl Hsds<'_> {
    /// A service: one place's help for one need.
    #[must_use]
    pub fn service(&self, site: &Site, service: &Service, depth: Depth) -> Value {
        let object = self.plain_service(site, service, depth);
        if depth == Depth::Brief {
            return object.value();
        }
        let place = self.plain_at_location(site, service, depth);
        object
            .with("service_at_locations", vec![place.value()])
            .value()
    }

    /// Where a service is.
    #[must_use]
    pub fn service_at_location(&self, site: &Site, service: &Service, depth: Depth) -> Value {
        self.plain_at_location(site, service, depth)
            .with("service", self.plain_service(site, service, depth).value())
            .value()
    }

    fn plain_at_location(&self, site: &Site, service: &Service, depth: Depth) -> Object {
        let key = hsds_service_key(site, service);
        let id = hsds_id("service_at_location", &key);
        let object = Object::of(&id)
            .with("service_id", hsds_id("service", &key))
            .with("location_id", hsds_id("location", site.slug.as_str()))
            .with("location", self.location(site, depth));
        match depth {
            Depth::Brief => object,
            Depth::Full => object.with("schedules", self.schedules(site, service, &id)),
        }
    }

    fn plain_service(&self, site: &Site, service: &Service, depth: Depth) -> Object {
        let key = hsds_service_key(site, service);
        let id = hsds_id("service", &key);
        let mut organizations = self.directory.organizations.iter();
        let organization = organizations.find(|one| one.id == site.organization);
        let need = self
            .directory
            .needs
            .iter()
            .find(|one| one.code == service.need);
        let called = need.map_or(service.need.as_str(), |need| need.name.words(self.lang));
        let confirmation = service
            .confirmation
            .as_ref()
            .filter(|_| service.trust(self.day) == Trust::Confirmed);
        let object = Object::of(&id)
            .with(
                "organization_id",
                hsds_id("organization", site.organization.as_str()),
            )
            .with("name", format!("{called}: {}", site.name.words(self.lang)))
            .with("description", service.description.words(self.lang))
            .with("url", self.page(site))
            .with("status", self.status(site, service))
            .with(
                "eligibility_description",
                service.eligibility_description.words(self.lang),
            )
            .with("minimum_age", service.minimum_age.map(u8::from))
            .with("maximum_age", service.maximum_age.map(u8::from))
            .with("assured_date", confirmation.map(|one| one.on.to_string()))
            .with("alert", self.alert(site, service))
            .with(
                "organization",
                organization.map(|row| self.organization(row, Depth::Brief)),
            );
        if depth == Depth::Brief {
            return object;
        }
        let asked_for = service.id_required == Some(true);
        let document = Object::of(&hsds_id("required_document", &key))
            .with("service_id", id.as_str())
            .with("document", "A card with your name");
        let documents: Vec<Value> = asked_for.then(|| document.value()).into_iter().collect();
        object
            .with("required_documents", documents)
            .with("attributes", self.attributes(site, service, &id))
    }

    /// Offered is active. What is not offered and what nobody knows is inactive, because HSDS has no third word; the attribute `offer` has it.
    fn status(&self, site: &Site, service: &Service) -> &'static str {
        let closed = |exception: &Exception| {
            exception.covers(self.day)
                && exception.concerns(&service.need)
                && exception.kind_on(self.day).turns_away()
        };
        match service.offer_on(self.day) {
            Offer::Offered if site.exceptions.iter().any(closed) => "temporarily closed",
            Offer::Offered => "active",
            Offer::NotOffered | Offer::Unknown => "inactive",
        }
    }

    /// What to know before one goes: that nobody knows, and days that are different.
    fn alert(&self, site: &Site, service: &Service) -> String {
        let unknown = match service.offer_on(self.day) {
            Offer::Unknown => {
                Some("Nobody has confirmed that this is offered now. Call first.".to_owned())
            }
            Offer::Offered if service.hours.is_none() => {
                Some("The hours are not known. Call first.".to_owned())
            }
            Offer::Offered | Offer::NotOffered => None,
        };
        let different = site
            .exceptions
            .iter()
            .filter(|one| !one.is_over(self.day) && one.concerns(&service.need))
            .map(|one| self.different(one));
        unknown
            .into_iter()
            .chain(different)
            .collect::<Vec<_>>()
            .join(" ")
    }

    fn different(&self, exception: &Exception) -> String {
        let what = match exception.kind {
            ExceptionKind::Closed => "Closed",
            ExceptionKind::Open => "Other hours",
            ExceptionKind::Unknown => "Hours not known",
            ExceptionKind::OutOfStock => "Out of stock",
        };
        let until = exception.last.map_or_else(
            || " until further notice".to_owned(),
            |last| format!(" to {last}"),
        );
        let reason = exception.reason.words(self.lang).trim_end_matches('.');
        let reason = if reason.is_empty() {
            String::new()
        } else {
            format!(": {reason}")
        };
        format!("{what} from {}{until}{reason}.", exception.first)
    }

    fn attributes(&self, site: &Site, service: &Service, id: &str) -> Vec<Value> {
        let need = service.need.as_str();
        let mut all = vec![self.of_need("service", id, need)];
        let items = service.items.iter().map(ItemCode::as_str);
        all.extend(items.map(|item| self.of_need("service", id, &format!("{need}/{item}"))));
        let mut fact = |code: &str, value: &str| {
            if !value.is_empty() {
                all.push(self.fact("service", id, code, value));
            }
        };
        fact("offer", service.offer_on(self.day).code());
        if let Some(confirmation) = service
            .confirmation
            .as_ref()
            .filter(|_| service.trust(self.day) == Trust::Confirmed)
        {
            fact("confirmed_by", &confirmation.by);
            fact("review_by", &confirmation.review_by.to_string());
        }
        fact("source", &service.source.text);
        fact("source_day", &day_of(&service.source));
        fact(
            "opening_hours",
            service.hours.as_deref().unwrap_or_default(),
        );
        if let Some(closed_on) = &service.closed_on {
            fact("closed_on", &holidays(closed_on));
        }
        fact("hours_note", service.hours_note.words(self.lang));
        fact("bring", service.bring.words(self.lang));
        for (code, said) in [
            ("for_women", service.for_women),
            ("pets", service.pets),
            ("id_required", service.id_required),
        ] {
            fact(code, said.map_or("", |yes| if yes { "yes" } else { "no" }));
        }
        fact(
            "example",
            if site.example || service.example {
                "yes"
            } else {
                ""
            },
        );
        all
    }
}

/// What names a service: the place, and the need.
#[must_use]
pub fn hsds_service_key(site: &Site, service: &Service) -> String {
    format!("{}/{}", site.slug, service.need)
}
