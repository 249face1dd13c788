//! A JSON merge patch (RFC 7386) of the members of a site that its own people may change.

use serde::Deserialize;
use serde_json::{Map, Value};
use signpost_domain::{LanguageTag, LonLat, PointMisfit, Site, entry};
use utoipa::ToSchema;

use super::{
    disposal_point::{self, PointPatch},
    place,
    service::{self, ServicePatch},
    values::{Faults, merge_text},
    words::{KeepWords, NamePatch, TextPatch},
};
use signpost_editing::{EditContext, FieldFault, rules, unknown_service};
use signpost_web::members::sent;

/// What a patch may hold; what is left out stays as it is.
#[derive(Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Patch {
    /// Why words should stay, by field; taken out before the rest is read.
    #[serde(default, deserialize_with = "sent")]
    #[schema(value_type = Option<KeepWords>, nullable = false)]
    #[expect(dead_code, reason = "taken out of the body before the rest is read")]
    keep: Option<Value>,
    /// What people call it.
    #[serde(default, deserialize_with = "sent")]
    #[schema(value_type = Option<NamePatch>, nullable = false)]
    name: Option<Value>,
    /// What else it is called; several names are parted by semicolons.
    #[serde(default, deserialize_with = "sent")]
    #[schema(value_type = Option<String>, nullable = false, max_length = 200)]
    alternate_name: Option<Value>,
    /// What it was called before; several names are parted by semicolons.
    #[serde(default, deserialize_with = "sent")]
    #[schema(value_type = Option<String>, nullable = false, max_length = 200)]
    former_name: Option<Value>,
    /// Street address, or words such as "beside the church".
    #[serde(default, deserialize_with = "sent")]
    #[schema(value_type = Option<String>, nullable = false, max_length = 200)]
    address: Option<Value>,
    /// The town or neighbourhood.
    #[serde(default, deserialize_with = "sent")]
    #[schema(value_type = Option<String>, nullable = false, max_length = 200)]
    locality: Option<Value>,
    /// Longitude, latitude; null when it is not known.
    #[serde(default, deserialize_with = "sent")]
    #[schema(value_type = Option<LonLat>)]
    point: Option<Value>,
    /// Its number, or null.
    #[serde(default, deserialize_with = "sent")]
    #[schema(value_type = Option<String>)]
    phone: Option<Value>,
    /// Its own page, or null.
    #[serde(default, deserialize_with = "sent")]
    #[schema(value_type = Option<String>)]
    website: Option<Value>,
    /// How to find the door.
    #[serde(default, deserialize_with = "sent")]
    #[schema(value_type = Option<TextPatch>)]
    door: Option<Value>,
    /// Steps, ramps, washrooms.
    #[serde(default, deserialize_with = "sent")]
    #[schema(value_type = Option<TextPatch>)]
    access: Option<Value>,
    /// Whether one gets in without a step; null when nobody said.
    #[serde(default, deserialize_with = "sent")]
    #[schema(value_type = Option<bool>)]
    step_free: Option<Value>,
    /// What it is.
    #[serde(default, deserialize_with = "sent")]
    #[schema(value_type = Option<TextPatch>)]
    description: Option<Value>,
    /// BCP 47 tags of the languages spoken there.
    #[serde(default, deserialize_with = "sent")]
    #[schema(value_type = Option<Vec<LanguageTag>>, nullable = false, max_items = 20)]
    languages: Option<Value>,
    /// What it is as a place to leave used needles, or null.
    #[serde(default, deserialize_with = "sent")]
    #[schema(value_type = Option<PointPatch>)]
    disposal_point: Option<Value>,
    /// By need; a need the site said nothing of before is new.
    #[serde(default, deserialize_with = "sent")]
    #[schema(value_type = Option<BTreeMap<String, ServicePatch>>, nullable = false)]
    services: Option<Value>,
}

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
    let before = site.clone();
    let Patch {
        keep: _,
        name,
        alternate_name,
        former_name,
        address,
        locality,
        point,
        phone,
        website,
        door,
        access,
        step_free,
        description,
        languages,
        disposal_point,
        services,
    } = faults.members(given, "");
    if let Some(value) = name {
        place::name(site, &value, &mut faults);
    }
    for (name, value, line) in [
        ("alternate_name", alternate_name, &mut site.alternate_name),
        ("former_name", former_name, &mut site.former_name),
        ("address", address, &mut site.address),
        ("locality", locality, &mut site.locality),
    ] {
        if let Some(value) = value {
            place::line(line, &value, name, &mut faults);
        }
    }
    if let Some(value) = point {
        place::point(site, &value, around.directory.centre, &mut faults);
    }
    if let Some(value) = phone {
        new_phone(site, &value, &mut faults);
    }
    if let Some(value) = website {
        new_website(site, &value, &mut faults);
    }
    for (name, value, text) in [
        ("door", door, &mut site.door),
        ("access", access, &mut site.access),
        ("description", description, &mut site.description),
    ] {
        if let Some(value) = value {
            merge_text(text, &value, name, &mut faults);
        }
    }
    if let Some(value) = step_free {
        faults.said(&mut site.step_free, &value, "step_free");
    }
    if let Some(value) = languages {
        new_languages(site, &value, &mut faults);
    }
    if let Some(value) = disposal_point {
        disposal_point::merge(site, &value, &mut faults);
    }
    if let Some(value) = services {
        merge_services(site, &value, around, &mut faults);
    }
    disposal_point::check(site, given, &mut faults);
    if site.disposal_point.is_none() && rules::hides_a_box(&before, site) {
        faults.add("door", PointMisfit::NotToBeFound.to_string());
    }
    let point = site.disposal_point.as_ref();
    if given.contains_key("disposal_point")
        && point.is_some_and(|point| point.is_closed_too_soon(around.today))
    {
        faults.add(
            "disposal_point.status",
            "its last day is still to come: leave it existing, and it closes by itself after that day",
        );
    }
    if given.contains_key("disposal_point")
        && point.is_some_and(|point| point.stands_past_its_end(around.today))
    {
        faults.add(
            "disposal_point.last_day",
            "its last day is over, so it does not stand: write the status closed, or another last day",
        );
    }
    if rules::puts_into_water(Some(&before), site, &around.directory.ground) {
        faults.add(
            "point",
            "a place to leave used needles cannot lie in the water of our map; if it is on land, the outline of the shore is wrong",
        );
    }
    faults.none_or(())
}

fn new_phone(site: &mut Site, value: &Value, faults: &mut Faults) {
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

fn new_website(site: &mut Site, value: &Value, faults: &mut Faults) {
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

fn new_languages(site: &mut Site, value: &Value, faults: &mut Faults) {
    let wanted = "a list of language tags such as [\"en\", \"fr\", \"oj\"]";
    let tags: Option<Vec<String>> = faults.read(value, "languages", wanted);
    let tags = tags.iter().flatten().map(String::as_str);
    if let Err(fault) = entry::language_tags(&mut site.languages, tags) {
        faults.add("languages", fault.to_string());
    }
}

fn merge_services(site: &mut Site, value: &Value, around: &EditContext<'_>, faults: &mut Faults) {
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
