//! The members that say what a site is called and where it is. They are taken like any other, and wait for a steward.

use serde_json::Value;
use signpost_domain::{Lang, LonLat, Site, entry};

use super::values::{Faults, merge_words};

/// Merges a name; a site is never without one.
pub(crate) fn name(site: &mut Site, value: &Value, faults: &mut Faults) {
    let mut name = site.name.clone();
    merge_words(&mut name, value, "name", entry::name, faults);
    if name.is_empty() || name.exactly(Lang::En).is_none() {
        faults.add("name.en", "a site has a name in English at least");
    } else {
        site.name = name;
    }
}

/// Reads one line of plain words.
pub(crate) fn line(text: &mut String, value: &Value, path: &str, faults: &mut Faults) {
    match value {
        Value::String(words) => {
            if let Err(fault) = entry::line(text, words) {
                faults.add(path, fault.to_string());
            }
        }
        _ => faults.add(path, "write the words in quotes; \"\" when there are none"),
    }
}

/// Reads `[longitude, latitude]`, or null when it is not known. `centre` is that of the directory.
pub(crate) fn point(site: &mut Site, value: &Value, centre: LonLat, faults: &mut Faults) {
    let wanted = "[longitude, latitude] in degrees, such as [-94.48821, 49.76955], or null";
    let point = match value {
        Value::Null => None,
        _ => match faults.read::<[f64; 2]>(value, "point", wanted) {
            None => return,
            Some([lon, lat]) => match LonLat::new(lon, lat) {
                Ok(point) => Some(point),
                Err(error) => return faults.add("point", error.to_string()),
            },
        },
    };
    if let Err(fault) = entry::point(&mut site.point, point, centre) {
        faults.add("point", fault.to_string());
    }
}
