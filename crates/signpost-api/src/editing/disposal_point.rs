//! What a site is as a place to leave used needles.

use serde_json::{Map, Value};
use signpost_domain::{PointMember, Site};

use super::values::Faults;

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
    let known: Vec<&str> = PointMember::ALL.iter().map(|one| one.code()).collect();
    faults.only(given, "disposal_point.", &known);
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

/// The members that everybody may read, for what a patch is based on.
pub(crate) fn public_members(site: &Site) -> Value {
    let Some(point) = &site.disposal_point else {
        return Value::Null;
    };
    let members = PointMember::ALL.iter().filter(|member| member.is_public());
    let members = members.map(|&member| {
        let word = point.word(member);
        let value = match (member, word.as_str()) {
            (PointMember::Whose, _) => word.split_whitespace().collect(),
            (_, "") => Value::Null,
            (PointMember::Winter | PointMember::Wheelchair | PointMember::Braille, yes) => {
                Value::Bool(yes == "yes")
            }
            _ => Value::String(word),
        };
        (member.code().to_owned(), value)
    });
    Value::Object(members.collect())
}
