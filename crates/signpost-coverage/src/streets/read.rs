//! A file of OpenStreetMap (`.osm.pbf`) as streets.

use std::{collections::HashMap, path::Path};

use osmpbf::{Element, ElementReader};
use signpost_domain::LonLat;

use super::graph::Streets;

/// Why a file of streets cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum StreetsError {
    /// It cannot be read.
    #[error("the file of streets cannot be read: {0}")]
    Read(#[from] osmpbf::Error),
    /// There is no street in it.
    #[error("there is no street in the file of streets")]
    Empty,
}

/// Kinds of `highway` that nobody walks on, or that are not there yet.
const NOT_WALKED: [&str; 10] = [
    "motorway",
    "motorway_link",
    "construction",
    "proposed",
    "raceway",
    "abandoned",
    "razed",
    "bus_guideway",
    "platform",
    "rest_area",
];

impl Streets {
    /// Reads a file of OpenStreetMap in its binary format.
    ///
    /// # Errors
    /// When it cannot be read, or has no street that can be walked.
    pub fn read(file: &Path) -> Result<Self, StreetsError> {
        let mut ways: Vec<Vec<i64>> = Vec::new();
        ElementReader::from_path(file)?.for_each(|element| {
            if let Element::Way(way) = element
                && is_walked(way.tags())
            {
                ways.push(way.refs().collect());
            }
        })?;
        let mut places: HashMap<i64, Option<LonLat>> =
            ways.iter().flatten().map(|&node| (node, None)).collect();
        let mut keep = |node: i64, lon: f64, lat: f64| {
            if let Some(place) = places.get_mut(&node) {
                *place = LonLat::new(lon, lat).ok();
            }
        };
        ElementReader::from_path(file)?.for_each(|element| match element {
            Element::Node(node) => keep(node.id(), node.lon(), node.lat()),
            Element::DenseNode(node) => keep(node.id(), node.lon(), node.lat()),
            _ => {}
        })?;
        // A way that leaves the file ends where its places do.
        let place = |node: &i64| places.get(node).copied().flatten();
        let lines: Vec<Vec<LonLat>> = ways
            .iter()
            .flat_map(|way| {
                way.split(|node| place(node).is_none())
                    .map(|part| part.iter().filter_map(place).collect::<Vec<_>>())
                    .filter(|line| line.len() > 1)
                    .collect::<Vec<_>>()
            })
            .collect();
        if lines.is_empty() {
            return Err(StreetsError::Empty);
        }
        Ok(Self::of_lines(&lines))
    }
}

/// Whether one may walk there, by the tags of a way.
fn is_walked<'a>(tags: impl Iterator<Item = (&'a str, &'a str)>) -> bool {
    let mut walked = false;
    let mut ferry = false;
    let mut foot = None;
    let mut access = None;
    for (key, value) in tags {
        match key {
            "highway" => walked = !NOT_WALKED.contains(&value),
            "route" => ferry = value == "ferry",
            "foot" => foot = Some(value),
            "access" => access = Some(value),
            // A square is walked over, but its outline is no street to measure by.
            "area" if value == "yes" => return false,
            _ => {}
        }
    }
    let may = !matches!(foot.or(access), Some("no" | "private"));
    walked && may && !ferry
}
