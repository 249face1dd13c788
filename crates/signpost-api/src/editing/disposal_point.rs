//! What a site is as a place to leave used needles.

use serde::Deserialize;
use serde_json::{Map, Value};
use signpost_domain::{PointKind, PointMember, PointStatus, Sharps, Site};
use signpost_web::members::sent;
use utoipa::ToSchema;

use super::values::Faults;

/// Members of a place to leave used needles; what is left out stays as it is, and null takes a member out.
#[derive(Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct PointPatch {
    /// A box, a counter, a van.
    #[serde(deserialize_with = "sent")]
    #[schema(value_type = Option<PointKind>)]
    kind: Option<Value>,
    /// Whose needles it is for.
    #[serde(deserialize_with = "sent")]
    #[schema(value_type = Option<Vec<Sharps>>)]
    whose: Option<Value>,
    /// Whether one gets to it in winter.
    #[serde(deserialize_with = "sent")]
    #[schema(value_type = Option<bool>)]
    winter: Option<Value>,
    /// Whether one can use it with a wheelchair.
    #[serde(deserialize_with = "sent")]
    #[schema(value_type = Option<bool>)]
    wheelchair: Option<Value>,
    /// Whether it says in Braille what it is.
    #[serde(deserialize_with = "sent")]
    #[schema(value_type = Option<bool>)]
    braille: Option<Value>,
    /// Whether it is there.
    #[serde(deserialize_with = "sent")]
    #[schema(value_type = Option<PointStatus>)]
    status: Option<Value>,
    /// The first day it stands.
    #[serde(deserialize_with = "sent")]
    #[schema(value_type = Option<Date>)]
    first_day: Option<Value>,
    /// The last day it stands.
    #[serde(deserialize_with = "sent")]
    #[schema(value_type = Option<Date>)]
    last_day: Option<Value>,
    /// Whose it is.
    #[serde(deserialize_with = "sent")]
    #[schema(value_type = Option<String>, max_length = 200)]
    owner: Option<Value>,
    /// Who empties it; read by nobody but those who look after it.
    #[serde(deserialize_with = "sent")]
    #[schema(value_type = Option<String>, max_length = 200)]
    emptied_by: Option<Value>,
    /// Days between two services; read by nobody but those who look after it.
    #[serde(deserialize_with = "sent")]
    #[schema(value_type = Option<u16>, minimum = 1, maximum = 366)]
    empty_every_days: Option<Value>,
    /// How much goes in; read by nobody but those who look after it.
    #[serde(deserialize_with = "sent")]
    #[schema(value_type = Option<u16>, minimum = 1, maximum = 5000)]
    capacity_litres: Option<Value>,
    /// Its number in the owner's books; read by nobody but those who look after it.
    #[serde(deserialize_with = "sent")]
    #[schema(value_type = Option<String>, max_length = 200)]
    asset: Option<Value>,
}

/// Merges the members given; null takes all of them out.
pub(crate) fn merge(site: &mut Site, value: &Value, faults: &mut Faults) {
    let given = match value {
        Value::Null => {
            site.disposal_point = None;
            return;
        }
        Value::Object(given) => given,
        _ => {
            faults.add(
                "disposal_point",
                "write an object, such as {\"kind\": \"outdoor_box\", \"winter\": true}, or null",
            );
            return;
        }
    };
    let _known: PointPatch = faults.members(given, "disposal_point.");
    for (name, value) in given {
        let Some(member) = PointMember::of_code(name) else {
            continue;
        };
        let path = format!("disposal_point.{name}");
        match word(value) {
            Some(word) => {
                if let Err(fault) = site.enter_point_member(member, &word) {
                    faults.add(path, fault.to_string());
                }
            }
            None => faults.add(
                path,
                "write a word, a number, true, false, a list of words or null",
            ),
        }
    }
}

/// A value as the word a member is entered by.
fn word(value: &Value) -> Option<String> {
    match value {
        Value::Null => Some(String::new()),
        Value::Bool(true) => Some("yes".to_owned()),
        Value::Bool(false) => Some("no".to_owned()),
        Value::Number(number) => Some(number.to_string()),
        Value::String(word) => Some(word.clone()),
        Value::Array(list) => {
            let words: Option<Vec<&str>> = list.iter().map(Value::as_str).collect();
            Some(words?.join(" "))
        }
        Value::Object(_) => None,
    }
}

/// Names what does not fit together, when the patch speaks of any of it.
pub(crate) fn check(site: &Site, given: &Map<String, Value>, faults: &mut Faults) {
    let speaks = ["disposal_point", "address", "door", "services"];
    if given.keys().any(|name| speaks.contains(&name.as_str())) {
        for misfit in site.point_misfits() {
            let field = match misfit.field() {
                "last_day" => "disposal_point.last_day",
                "site" => "services.disposal",
                other => other,
            };
            faults.add(field, misfit.to_string());
        }
    }
}
