//! A JSON merge patch (RFC 7386) of the members of a site that its own people may change.

use serde_json::{Map, Value};
use signpost_domain::{Site, entry};

use super::{
    place, service,
    values::{Faults, merge_text},
};
use signpost_editing::{EditContext, FieldFault, unknown_service};

const SITE: &[&str] = &[
    "name",
    "address",
    "locality",
    "point",
    "phone",
    "website",
    "door",
    "access",
    "description",
    "languages",
    "services",
];

/// Merges a patch into a site.
///
/// # Errors
/// Every member that cannot be taken, named; then the site is not to be used.
pub(crate) fn apply(
    site: &mut Site,
    given: &Map<String, Value>,
    around: &EditContext<'_>,
) -> Result<(), Vec<FieldFault>> {
    let mut faults = Faults::default();
    faults.only(given, "", SITE);
    for (name, value) in given {
        match name.as_str() {
            "name" => place::name(site, value, &mut faults),
            "address" => place::line(&mut site.address, value, name, &mut faults),
            "locality" => place::line(&mut site.locality, value, name, &mut faults),
            "point" => place::point(site, value, &mut faults),
            "phone" => phone(site, value, &mut faults),
            "website" => website(site, value, &mut faults),
            "door" => merge_text(&mut site.door, value, name, &mut faults),
            "access" => merge_text(&mut site.access, value, name, &mut faults),
            "description" => merge_text(&mut site.description, value, name, &mut faults),
            "languages" => languages(site, value, &mut faults),
            "services" => services(site, value, around, &mut faults),
            _ => {}
        }
    }
    faults.none_or(())
}

fn phone(site: &mut Site, value: &Value, faults: &mut Faults) {
    match value {
        Value::Null => site.phone = None,
        Value::String(text) => {
            if let Err(error) = entry::phone(&mut site.phone, text) {
                faults.add("phone", error.to_string());
            }
        }
        _ => faults.add("phone", "write the number in quotes, or null"),
    }
}

fn website(site: &mut Site, value: &Value, faults: &mut Faults) {
    match value {
        Value::Null => site.website = None,
        Value::String(address) => {
            if let Err(fault) = entry::web_address(&mut site.website, address) {
                faults.add("website", fault.to_string());
            }
        }
        _ => faults.add(
            "website",
            "write an address such as https://example.org/, or null",
        ),
    }
}

fn languages(site: &mut Site, value: &Value, faults: &mut Faults) {
    let wanted = "a list of language tags such as [\"en\", \"fr\", \"oj\"]";
    let tags: Option<Vec<String>> = faults.read(value, "languages", wanted);
    let tags = tags.iter().flatten().map(String::as_str);
    if let Err(fault) = entry::language_tags(&mut site.languages, tags) {
        faults.add("languages", fault.to_string());
    }
}

fn services(site: &mut Site, value: &Value, around: &EditContext<'_>, faults: &mut Faults) {
    let Value::Object(patches) = value else {
        faults.add(
            "services",
            "write the services by need, such as {\"supplies\": {…}}",
        );
        return;
    };
    let organization = around.organization(site);
    for (code, given) in patches {
        let shown: String = code.chars().take(64).collect();
        let path = format!("services.{shown}");
        let listed = |site: &Site| {
            let mut services = site.services.iter();
            services.position(|service| service.need.as_str() == code)
        };
        if listed(site).is_none()
            && given.is_object()
            && let Some(new) = unknown_service(site, code, around)
        {
            site.services.push(new);
        }
        let own = listed(site).and_then(|ix| site.services.get_mut(ix));
        match (own, given) {
            (None, Value::Null) => {}
            (None, _) => faults.add(path, "there is no such need; /api/v1/needs lists them"),
            (Some(own), Value::Object(given)) => {
                let need = around
                    .directory
                    .needs
                    .iter()
                    .find(|need| need.code == own.need);
                service::merge(
                    own,
                    given,
                    &format!("{path}."),
                    need,
                    (organization, around.today),
                    faults,
                );
            }
            (Some(_), Value::Null) => faults.add(
                path,
                "a service is not removed; set its offer to \"not_offered\"",
            ),
            (Some(_), _) => faults.add(
                path,
                "write an object, such as {\"hours\": \"Mo-Fr 09:00-17:00\"}",
            ),
        }
    }
}
