//! Names of places, house numbers, and what people find their way by.

use super::drawn::{Drawn, Tags, text};

/// A town, a village, a part of town.
pub(super) fn place(tags: &Tags) -> Option<Drawn> {
    let detail = text(tags, "place")?;
    text(tags, "name")?;
    let (kind, minzoom, rank) = match detail {
        "city" => ("locality", 5, 8),
        "town" => ("locality", 7, 5),
        "village" => ("locality", 10, 3),
        "hamlet" | "isolated_dwelling" => ("locality", 12, 1),
        "suburb" | "quarter" | "borough" => ("macrohood", 11, 1),
        "neighbourhood" => ("neighbourhood", 12, 1),
        _ => return None,
    };
    let drawn = Drawn::new("places", kind, minzoom)
        .named(tags)
        .with("kind_detail", detail)
        .with("population_rank", rank);
    let people = text(tags, "population").and_then(|people| people.parse::<u64>().ok());
    Some(match people {
        Some(people) => drawn.with("population", people),
        None => drawn,
    })
}

/// A house number.
pub(super) fn address(tags: &Tags) -> Option<Drawn> {
    let number = text(tags, "addr:housenumber")?;
    Some(Drawn::new("buildings", "address", 15).with("addr_housenumber", number))
}

/// Something with a name that people find their way by. Shops are left to the directory and to people's own maps.
pub(super) fn poi(tags: &Tags) -> Option<Drawn> {
    text(tags, "name")?;
    let kind = [
        "amenity", "railway", "leisure", "tourism", "aeroway", "shop",
    ]
    .iter()
    .filter_map(|key| text(tags, key))
    .find(|kind| WAYMARKS.contains(kind))?;
    let minzoom = match kind {
        "hospital" | "aerodrome" | "station" => 12,
        "park" | "school" | "college" | "university" | "townhall" => 14,
        _ => 15,
    };
    Some(Drawn::new("pois", kind, minzoom).named(tags))
}

const WAYMARKS: &[&str] = &[
    "aerodrome",
    "bus_station",
    "college",
    "community_centre",
    "courthouse",
    "ferry_terminal",
    "fire_station",
    "hospital",
    "library",
    "marina",
    "museum",
    "park",
    "pharmacy",
    "police",
    "post_office",
    "school",
    "stadium",
    "station",
    "supermarket",
    "theatre",
    "townhall",
    "university",
];

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_town_has_a_name_or_is_not_written() {
        let kenora = json!({"place": "city", "name": "Kenora", "population": "14967"});
        let drawn = place(kenora.as_object().unwrap()).unwrap();
        assert_eq!(drawn.properties["kind"], "locality");
        assert_eq!(drawn.properties["population"], 14_967);
        assert_eq!(place(json!({"place": "city"}).as_object().unwrap()), None);
    }
}
