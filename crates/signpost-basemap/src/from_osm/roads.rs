//! Roads, ways and rails.

use super::drawn::{Drawn, Tags, text};

/// A road or a railway; `None` for every other line.
pub(super) fn road(tags: &Tags) -> Option<Drawn> {
    if text(tags, "area") == Some("yes") {
        return None;
    }
    if let Some(rail) = text(tags, "railway") {
        let is_track = matches!(
            rail,
            "rail" | "light_rail" | "narrow_gauge" | "tram" | "subway"
        );
        let minzoom = if text(tags, "service").is_some() {
            13
        } else {
            10
        };
        return is_track.then(|| marked(Drawn::new("roads", "rail", minzoom), rail, tags));
    }
    if let Some(runway @ ("runway" | "taxiway")) = text(tags, "aeroway") {
        return Some(marked(Drawn::new("roads", "aeroway", 10), runway, tags));
    }
    let detail = text(tags, "highway")?;
    let (kind, minzoom) = kind(detail.trim_end_matches("_link"))?;
    let drawn = marked(Drawn::new("roads", kind, minzoom), detail, tags).named(tags);
    let drawn = if detail.ends_with("_link") {
        drawn.with("is_link", true)
    } else {
        drawn
    };
    Some(match text(tags, "ref") {
        Some(number) => {
            let first = number.split(';').next().unwrap_or(number).trim();
            drawn.with("ref", number).with("shield_text", first)
        }
        None => drawn,
    })
}

/// How a road is drawn, and the first zoom it is seen at.
fn kind(highway: &str) -> Option<(&'static str, u8)> {
    Some(match highway {
        "motorway" => ("highway", 5),
        "trunk" => ("major_road", 6),
        "primary" => ("major_road", 7),
        "secondary" => ("major_road", 9),
        "tertiary" => ("major_road", 10),
        "residential" | "unclassified" | "living_street" | "road" => ("minor_road", 12),
        "service" => ("minor_road", 13),
        "pedestrian" | "track" | "cycleway" | "path" | "bridleway" => ("path", 13),
        "footway" | "steps" => ("path", 14),
        _ => return None,
    })
}

fn marked(drawn: Drawn, detail: &str, tags: &Tags) -> Drawn {
    let is = |tag: &str| text(tags, tag).is_some_and(|value| value != "no");
    let mut drawn = drawn.with("kind_detail", detail);
    for (tag, property) in [("bridge", "is_bridge"), ("tunnel", "is_tunnel")] {
        if is(tag) {
            drawn = drawn.with(property, true);
        }
    }
    for tag in ["oneway", "service"] {
        if let Some(value) = text(tags, tag) {
            drawn = drawn.with(tag, value);
        }
    }
    drawn
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_bridge_with_a_number_says_both() {
        let tags =
            json!({"highway": "trunk", "bridge": "yes", "ref": "17A;TCH", "name": "Kenora Bypass"});
        let road = road(tags.as_object().unwrap()).unwrap();
        assert_eq!(road.properties["kind"], "major_road");
        assert_eq!(road.properties["is_bridge"], true);
        assert_eq!(road.properties["shield_text"], "17A");
        assert_eq!(road.properties["name"], "Kenora Bypass");
    }

    #[test]
    fn what_nobody_can_go_on_is_not_a_road() {
        for tags in [
            json!({"highway": "proposed"}),
            json!({"highway": "construction"}),
            json!({"railway": "abandoned"}),
            json!({"barrier": "fence"}),
        ] {
            assert_eq!(road(tags.as_object().unwrap()), None, "{tags}");
        }
    }
}
