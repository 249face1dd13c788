//! The members that say what a site is called and where it is. They are taken like any other, and wait for a steward.

use serde_json::Value;
use signpost_domain::{Lang, Site};

use super::values::{Faults, merge_text, unfit};

/// The longest address or name of a town, in characters.
const LONGEST_LINE: usize = 200;

/// Merges a name; a site is never without one.
pub(crate) fn name(site: &mut Site, value: &Value, faults: &mut Faults) {
    let mut name = site.name.clone();
    merge_text(&mut name, value, "name", faults);
    let long = name
        .iter()
        .find(|(_, words)| words.chars().count() > LONGEST_LINE);
    if let Some((lang, _)) = long {
        let detail = format!("write at most {LONGEST_LINE} characters");
        faults.add(format!("name.{lang}"), detail);
    } else if name.is_empty() || name.exactly(Lang::En).is_none() {
        faults.add("name.en", "a site has a name in English at least");
    } else {
        site.name = name;
    }
}

/// Reads one line of plain words.
pub(crate) fn line(text: &mut String, value: &Value, path: &str, faults: &mut Faults) {
    match value {
        Value::String(words) => match unfit(words) {
            Some(detail) => faults.add(path, detail),
            None if words.chars().count() > LONGEST_LINE || words.contains('\n') => {
                let detail = format!("write one line of at most {LONGEST_LINE} characters");
                faults.add(path, detail);
            }
            None => words.trim().clone_into(text),
        },
        _ => faults.add(path, "write the words in quotes; \"\" when there are none"),
    }
}

/// Reads `[longitude, latitude]`, or null when it is not known.
pub(crate) fn point(site: &mut Site, value: &Value, faults: &mut Faults) {
    let wanted = "[longitude, latitude] in degrees, such as [-94.48821, 49.76955], or null";
    if value.is_null() {
        site.point = None;
    } else if let Some(point) = faults.read(value, "point", wanted) {
        site.point = Some(point);
    }
}
