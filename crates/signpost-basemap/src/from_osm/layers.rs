//! Tags of OpenStreetMap -> layers of the Protomaps schema v4, as far as a town needs them.

use super::{
    drawn::{Drawn, Shape, Tags, text},
    places, roads,
};

/// Everything that is drawn of a feature.
pub(super) fn of(shape: Shape, tags: &Tags) -> Vec<Drawn> {
    let found = match shape {
        Shape::Line => vec![roads::road(tags), waterway(tags)],
        Shape::Area => vec![
            building(tags),
            water(tags),
            water_name(tags),
            landuse(tags),
            places::poi(tags).map(Drawn::labelled),
        ],
        Shape::Point => vec![
            places::place(tags),
            places::address(tags),
            places::poi(tags),
        ],
    };
    found.into_iter().flatten().collect()
}

fn building(tags: &Tags) -> Option<Drawn> {
    let kind = text(tags, "building").filter(|kind| *kind != "no")?;
    let drawn = Drawn::new("buildings", "building", 13).with("kind_detail", kind);
    let height = text(tags, "height").and_then(|metres| metres.parse::<f64>().ok());
    Some(match height {
        Some(metres) if metres.is_finite() => drawn.with("height", metres),
        _ => drawn,
    })
}

/// What kind of water an area is; `None` for land.
fn water_kind(tags: &Tags) -> Option<&str> {
    if text(tags, "leisure") == Some("swimming_pool") {
        return Some("swimming_pool");
    }
    let is_water = text(tags, "natural") == Some("water")
        || text(tags, "landuse").is_some_and(|use_| matches!(use_, "reservoir" | "basin"))
        || text(tags, "waterway").is_some_and(|way| matches!(way, "riverbank" | "dock"));
    is_water.then(|| match text(tags, "water") {
        Some(kind @ ("lake" | "river" | "stream" | "canal" | "basin" | "fountain")) => kind,
        _ if text(tags, "waterway") == Some("dock") => "dock",
        _ => "water",
    })
}

fn water(tags: &Tags) -> Option<Drawn> {
    Some(Drawn::new("water", water_kind(tags)?, 0))
}

/// The name stands once, at a point: on the shape itself every tile would write it again.
fn water_name(tags: &Tags) -> Option<Drawn> {
    let kind = water_kind(tags).filter(|kind| matches!(*kind, "lake" | "water"))?;
    text(tags, "name")?;
    Some(Drawn::new("water", kind, 9).named(tags).labelled())
}

fn waterway(tags: &Tags) -> Option<Drawn> {
    let kind = text(tags, "waterway")?;
    let minzoom = match kind {
        "river" | "canal" => 9,
        "stream" => 12,
        "ditch" | "drain" => 14,
        _ => return None,
    };
    Some(Drawn::new("water", kind, minzoom).named(tags))
}

fn landuse(tags: &Tags) -> Option<Drawn> {
    let kind = [
        "landuse", "leisure", "natural", "amenity", "aeroway", "man_made", "tourism",
    ]
    .iter()
    .filter_map(|key| text(tags, key))
    .find(|kind| LAND.contains(kind))
    .or_else(|| {
        (text(tags, "area:highway").is_some() || is_square(tags)).then_some("pedestrian")
    })?;
    let minzoom = match kind {
        "wood" | "forest" | "park" | "nature_reserve" => 8,
        "pitch" | "playground" | "garden" | "pedestrian" | "pier" => 13,
        _ => 11,
    };
    Some(Drawn::new("landuse", kind, minzoom))
}

/// An area to walk on.
fn is_square(tags: &Tags) -> bool {
    text(tags, "highway") == Some("pedestrian")
}

/// Uses of land that the style has a colour for.
const LAND: &[&str] = &[
    "aerodrome",
    "allotments",
    "beach",
    "cemetery",
    "college",
    "farmland",
    "farmyard",
    "forest",
    "garden",
    "golf_course",
    "grass",
    "grassland",
    "hospital",
    "industrial",
    "kindergarten",
    "meadow",
    "military",
    "nature_reserve",
    "orchard",
    "park",
    "pier",
    "pitch",
    "playground",
    "railway",
    "recreation_ground",
    "residential",
    "sand",
    "school",
    "scrub",
    "stadium",
    "university",
    "village_green",
    "wetland",
    "wood",
    "zoo",
];

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    fn tags(pairs: &[(&str, &str)]) -> Tags {
        pairs
            .iter()
            .map(|(name, value)| ((*name).to_owned(), Value::from(*value)))
            .collect()
    }

    fn kinds(shape: Shape, pairs: &[(&str, &str)]) -> Vec<(&'static str, String, bool)> {
        of(shape, &tags(pairs))
            .into_iter()
            .map(|drawn| {
                let kind = drawn.properties["kind"].as_str().unwrap().to_owned();
                (drawn.layer, kind, drawn.is_label)
            })
            .collect()
    }

    #[test]
    fn a_lake_is_an_area_without_a_name_and_a_name_at_a_point() {
        let lake = [
            ("natural", "water"),
            ("water", "lake"),
            ("name", "Rabbit Lake"),
        ];
        assert_eq!(
            kinds(Shape::Area, &lake),
            [
                ("water", "lake".to_owned(), false),
                ("water", "lake".to_owned(), true)
            ]
        );
        let [area, label] = of(Shape::Area, &tags(&lake)).try_into().unwrap();
        assert!(!area.properties.contains_key("name"));
        assert_eq!(label.properties["name"], "Rabbit Lake");
    }

    #[test]
    fn a_closed_road_is_drawn_as_a_line_and_never_as_a_field() {
        let round = [("highway", "residential"), ("junction", "roundabout")];
        assert!(kinds(Shape::Area, &round).is_empty());
        assert_eq!(kinds(Shape::Line, &round)[0].0, "roads");
    }

    #[test]
    fn a_hospital_is_ground_a_building_and_a_point_with_its_name() {
        let all = kinds(
            Shape::Area,
            &[
                ("amenity", "hospital"),
                ("building", "yes"),
                ("name", "District Hospital"),
            ],
        );
        let layers: Vec<_> = all.iter().map(|(layer, _, _)| *layer).collect();
        assert_eq!(layers, ["buildings", "landuse", "pois"]);
    }
}
