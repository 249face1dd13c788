//! Organizations and locations.

use serde_json::{Value, json};
use signpost_domain::{HolidayChoice, HolidayCode, Organization, Phone, Site, Source};

use super::{Depth, Hsds, Object, hsds_id};

impl Hsds<'_> {
    /// An organization.
    #[must_use]
    pub fn organization(&self, row: &Organization, depth: Depth) -> Value {
        let id = hsds_id("organization", row.id.as_str());
        let name = row.name.words(self.lang);
        let object = Object::of(&id)
            .with("name", name)
            .with("alternate_name", row.alternate_name.as_str())
            // HSDS asks for one, and nobody wrote any.
            .with("description", name)
            .with("website", address(row.website.as_deref()));
        if depth == Depth::Brief {
            return object.value();
        }
        let identifier = Object::of(&hsds_id("organization_identifier", row.id.as_str()))
            .with("organization_id", id.as_str())
            .with("identifier_type", "Signpost")
            .with("identifier", row.id.as_str());
        let mut attributes = Vec::new();
        let mut fact = |code: &str, value: &str| {
            if !value.is_empty() {
                attributes.push(self.fact("organization", &id, code, value));
            }
        };
        fact("former_name", &row.former_name);
        if let HolidayChoice::ClosedOn(codes) = &row.holidays {
            fact("closed_on", &holidays(codes));
        }
        fact("source", &row.source.text);
        fact("source_day", &day_of(&row.source));
        if row.indigenous_led {
            fact("indigenous_led", "yes");
        }
        if row.example {
            fact("example", "yes");
        }
        object
            .with("organization_identifiers", vec![identifier.value()])
            .with("attributes", attributes)
            .value()
    }

    /// The location of a site.
    #[must_use]
    pub fn location(&self, site: &Site, depth: Depth) -> Value {
        let slug = site.slug.as_str();
        let id = hsds_id("location", slug);
        let object = Object::of(&id)
            .with("location_type", "physical")
            .with(
                "organization_id",
                hsds_id("organization", site.organization.as_str()),
            )
            .with("url", self.page(site))
            .with("name", site.name.words(self.lang))
            .with("alternate_name", site.alternate_name.as_str())
            .with("description", site.door.words(self.lang))
            .with("latitude", site.point.map(signpost_domain::LonLat::lat))
            .with("longitude", site.point.map(signpost_domain::LonLat::lon))
            .with("external_identifier", slug)
            .with("external_identifier_type", "Signpost");
        if depth == Depth::Brief {
            return object.value();
        }
        let languages = site.languages.iter().map(|code| {
            let language = Object::of(&hsds_id("language", &format!("{slug}/{code}")));
            language
                .with("location_id", id.as_str())
                .with("code", code.as_str())
                .value()
        });
        let mut attributes = Vec::new();
        for (code, value) in [
            ("kind", site.kind.code()),
            ("former_name", &site.former_name),
            ("zone", &site.zone),
            ("website", site.website.as_deref().unwrap_or_default()),
            ("about", site.description.words(self.lang)),
            ("source", &site.source.text),
            ("source_day", &day_of(&site.source)),
            ("example", if site.example { "yes" } else { "" }),
        ] {
            if !value.is_empty() {
                attributes.push(self.fact("location", &id, code, value));
            }
        }
        object
            .with("languages", languages.collect::<Vec<_>>())
            .with("addresses", postal(site, &id))
            .with("accessibility", self.accessibility(site, &id))
            .with("phones", phones(site.phone.as_ref(), slug, &id))
            .with("attributes", attributes)
            .value()
    }

    fn accessibility(&self, site: &Site, id: &str) -> Vec<Value> {
        let words = site.access.words(self.lang);
        let step_free = match site.is_step_free() {
            Some(true) => "step-free",
            Some(false) => "steps",
            None => "",
        };
        if words.is_empty() && step_free.is_empty() {
            return Vec::new();
        }
        let own = Object::of(&hsds_id("accessibility", site.slug.as_str()));
        vec![
            own.with("location_id", id)
                .with(
                    "description",
                    if words.is_empty() { step_free } else { words },
                )
                .with("details", if words.is_empty() { "" } else { step_free })
                .value(),
        ]
    }

    /// Our page of a site.
    pub(super) fn page(&self, site: &Site) -> Option<String> {
        self.origin
            .map(|origin| format!("{origin}/sites/{}", site.slug))
    }
}

/// Codes of holidays in one value; `none` where it is open on all of them.
pub(super) fn holidays(codes: &[HolidayCode]) -> String {
    if codes.is_empty() {
        return "none".to_owned();
    }
    let codes: Vec<&str> = codes.iter().map(HolidayCode::as_str).collect();
    codes.join(" ")
}

/// The day of a source; empty when it bears none.
pub(super) fn day_of(source: &Source) -> String {
    source.day.map(|day| day.to_string()).unwrap_or_default()
}

/// A whole address of the web, as HSDS wants it.
fn address(website: Option<&str>) -> Option<&str> {
    website.filter(|one| one.starts_with("http://") || one.starts_with("https://"))
}

/// The street address. HSDS asks for a postal code, which the directory does not have: it is empty.
fn postal(site: &Site, id: &str) -> Vec<Value> {
    if site.address.is_empty() || site.locality.is_empty() {
        return Vec::new();
    }
    vec![json!({
        "id": hsds_id("address", site.slug.as_str()),
        "location_id": id,
        "address_1": site.address,
        "city": site.locality,
        "state_province": "ON",
        "postal_code": "",
        "country": "CA",
        "address_type": "physical",
    })]
}

fn phones(phone: Option<&Phone>, slug: &str, id: &str) -> Vec<Value> {
    let Some(phone) = phone else {
        return Vec::new();
    };
    let tel = phone.tel();
    let whole = tel.trim_start_matches("tel:");
    let (number, extension) = whole.split_once(";ext=").unwrap_or((whole, ""));
    let extension: Option<u32> = extension.parse().ok();
    vec![
        Object::of(&hsds_id("phone", slug))
            .with("location_id", id)
            .with("number", number)
            .with("extension", extension)
            .with("type", "voice")
            .value(),
    ]
}
