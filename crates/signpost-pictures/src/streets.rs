//! Ground and roads, from features of the street map (the layers of Protomaps, version 4).

use std::collections::BTreeMap;

use crate::{
    colour,
    line::{dashes, open, rectangle},
    scene::{Area, Polygon, Scene, Shape},
    tile::{Feature, Ground},
    view::Spot,
};

/// The colours of the ground, the lowest first.
const GROUND: &[(&str, &str)] = &[
    ("wood", colour::WOOD),
    ("park", colour::PARK),
    ("sand", colour::SAND),
    ("care", colour::CARE),
    ("water", colour::WATER),
    ("square", colour::SQUARE),
    ("buildings", colour::BUILDING),
];

/// How roads are drawn, the lowest first: kind, width, colour.
const ROADS: &[(&str, f64, &str)] = &[
    ("minor_road", 7.0, colour::ROAD),
    ("major_road", 9.5, colour::MAIN_ROAD),
    ("highway", 11.0, colour::MAIN_ROAD),
];

/// From how near roads have their whole width.
///
/// # Units
/// Pixels of a page a metre.
const NEAR: f64 = 0.38;

/// How much wider the edge of a road is.
const EDGE: f64 = 2.0;

/// Puts the ground and the roads on a picture.
pub(crate) fn draw(scene: &mut Scene, features: &[Feature], fineness: f64) {
    let mut ground: BTreeMap<&str, Vec<Polygon>> = BTreeMap::new();
    for feature in features {
        if let (Some(layer), Ground::Polygons(polygons)) = (of_ground(feature), &feature.shape) {
            ground.entry(layer).or_default().extend(polygons.clone());
        }
    }
    for &(layer, colour) in GROUND {
        let polygons = ground.remove(layer).unwrap_or_default();
        if !polygons.is_empty() {
            scene.areas.push(Area {
                layer,
                colour,
                polygons,
            });
        }
    }
    // From far away roads are narrower, so that what stands beside them is seen.
    let near = scene.view.pixels_a_metre() / fineness / NEAR;
    let fineness = fineness * near.clamp(0.45, 1.0);
    brooks(scene, features, fineness);
    let lines = |kind: &str| lines(features, "roads", kind);
    let paths = lines("path");
    let dashed = paths
        .iter()
        .flat_map(|line| dashes(line, 3.0 * fineness, 2.0 * fineness));
    let shapes = dashed
        .map(|dash| Shape::drawn(open(&dash), 1.2 * fineness))
        .collect();
    scene.put(colour::PATH, shapes);
    let rails = lines("rail");
    scene.put(colour::RAIL, drawn(&rails, 2.6 * fineness));
    let ties = rails
        .iter()
        .flat_map(|line| dashes(line, 4.0 * fineness, 4.0 * fineness));
    let ties = ties
        .map(|tie| Shape::drawn(open(&tie), 1.2 * fineness))
        .collect();
    scene.put(colour::WHITE, ties);
    for (kind, width, _) in ROADS {
        scene.put(
            colour::ROAD_EDGE,
            drawn(&lines(kind), (width + EDGE) * fineness),
        );
    }
    for (kind, width, colour) in ROADS {
        scene.put(colour, drawn(&lines(kind), width * fineness));
    }
}

/// Land under everything; a little more than what is seen.
pub(crate) fn land(scene: &mut Scene) {
    let (width, height) = (scene.view.width, scene.view.height);
    let corners: Vec<Spot> = vec![
        (-8.0, -8.0),
        (width + 8.0, -8.0),
        (width + 8.0, height + 8.0),
        (-8.0, height + 8.0),
    ];
    scene.areas.push(Area {
        layer: "land",
        colour: colour::LAND,
        polygons: vec![vec![corners]],
    });
}

/// Rivers and brooks that are known as lines only.
fn brooks(scene: &mut Scene, features: &[Feature], fineness: f64) {
    for (kind, width) in [("stream", 1.6), ("canal", 4.0), ("river", 6.0)] {
        let shapes = drawn(&lines(features, "water", kind), width * fineness);
        scene.put(colour::WATER, shapes);
    }
}

fn lines<'f>(features: &'f [Feature], layer: &str, kind: &str) -> Vec<&'f Vec<Spot>> {
    let of_kind = features
        .iter()
        .filter(|feature| feature.layer == layer && feature.kind == kind);
    of_kind
        .filter_map(|feature| match &feature.shape {
            Ground::Lines(lines) => Some(lines),
            Ground::Points(_) | Ground::Polygons(_) => None,
        })
        .flatten()
        .collect()
}

fn drawn(lines: &[&Vec<Spot>], width: f64) -> Vec<Shape> {
    lines
        .iter()
        .map(|line| Shape::drawn(open(line), width))
        .collect()
}

/// Which ground a feature is; `None` of what has no colour.
fn of_ground(feature: &Feature) -> Option<&'static str> {
    Some(match feature.layer.as_str() {
        "water" => "water",
        "buildings" => "buildings",
        "landuse" | "natural" | "landcover" => match feature.kind.as_str() {
            "wood" | "forest" | "nature_reserve" | "scrub" | "grassland" | "wetland" => "wood",
            "park" | "garden" | "grass" | "playground" | "pitch" | "cemetery" | "golf_course"
            | "recreation_ground" | "allotments" | "village_green" | "meadow" => "park",
            "beach" | "sand" => "sand",
            "hospital" | "school" | "college" | "university" | "kindergarten" => "care",
            "pedestrian" | "pier" => "square",
            _ => return None,
        },
        _ => return None,
    })
}

/// A white box, for what stands over the map.
pub(crate) fn plate(scene: &mut Scene, sides: [f64; 4]) {
    scene.put(colour::WHITE, vec![Shape::filled(rectangle(sides))]);
}
