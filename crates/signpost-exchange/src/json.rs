//! GeoJSON files (RFC 7946) as far as we read them: a `FeatureCollection`, its features as rows, positions as places.

use std::rc::Rc;

use serde_json::{Map, Value};
use signpost_domain::LonLat;

use crate::{
    crs,
    fault::{Fault, Faults},
    json_place,
    row::SourceRow,
    tree,
};

/// Members that tools write and that say nothing of a place: `crs` is judged where it is read.
const OF_TOOLS: [&str; 3] = ["crs", "xy_coordinate_resolution", "bbox"];

/// A text as JSON; `None`, named, when it is none. Text nested deeper than 127 levels is refused by `serde_json`.
pub(crate) fn parsed(file: &str, text: &str, faults: &mut Faults) -> Option<Value> {
    match serde_json::from_str(text) {
        Ok(value) => Some(value),
        Err(error) => {
            let message = if error.to_string().starts_with("recursion limit") {
                "nested deeper than 127 levels; no directory is".to_owned()
            } else {
                format!("this is not JSON: {error}")
            };
            let place = (error.line() as u64, error.column().max(1) as u64);
            faults.push(Fault::at(file, place, &message));
            None
        }
    }
}

/// A `FeatureCollection`, read but not yet understood.
pub(crate) struct Collection {
    file: Rc<str>,
    text: Rc<str>,
    members: Map<String, Value>,
}

/// What a feature says of its geometry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape<'c> {
    /// Nothing.
    Unsaid,
    /// That there is none: `null`, or one without coordinates, which means the same (RFC 7946 §3.1).
    None,
    /// One of this type; empty when it says none.
    Some(&'c str),
}

/// One feature: where it stands, its geometry and its properties as a row.
pub(crate) struct Feature<'c> {
    /// JSON pointer to it.
    pub(crate) pointer: String,
    /// Type of its geometry; empty when nothing is said of it.
    pub(crate) geometry: Shape<'c>,
    /// The coordinates of its geometry.
    pub(crate) coordinates: &'c Value,
    /// Its properties.
    pub(crate) row: SourceRow,
}

impl Collection {
    /// Reads a file; `None`, named, when it is no `FeatureCollection`.
    pub(crate) fn read(file: &str, text: &str, faults: &mut Faults) -> Option<Self> {
        let value = parsed(file, text, faults)?;
        let collection = Self {
            file: file.into(),
            text: text.into(),
            members: match value {
                Value::Object(members) => members,
                _ => Map::new(),
            },
        };
        if collection.member("type").and_then(Value::as_str) != Some("FeatureCollection") {
            let message = "expected a GeoJSON FeatureCollection";
            faults.push(collection.fault("", message));
            return None;
        }
        if !collection.member("features").is_some_and(Value::is_array) {
            faults.push(collection.fault("", "a FeatureCollection has a list of features"));
            return None;
        }
        if let Some(message) = collection.member("crs").and_then(crs::refusal) {
            faults.push(collection.fault("/crs", &message));
            faults.rows_lost = true;
            return None;
        }
        Some(collection)
    }

    pub(crate) fn member(&self, name: &str) -> Option<&Value> {
        self.members.get(name)
    }

    /// Names every member of the collection that is not one of `known`, and that no tool writes by itself.
    pub(crate) fn only(&self, known: &[&str], faults: &mut Faults) {
        for name in self
            .members
            .keys()
            .filter(|name| !known.contains(&name.as_str()) && !OF_TOOLS.contains(&name.as_str()))
        {
            faults.push(self.fault(&format!("/{name}"), &format!("{name} is not known here")));
        }
    }

    /// A fault at a JSON pointer.
    pub(crate) fn fault(&self, pointer: &str, message: &str) -> Fault {
        let place = json_place::find(&self.text, pointer);
        Fault {
            file: self.file.to_string(),
            line: place.map(|at| at.0),
            column: place.map(|at| at.1),
            field: Some(pointer.to_owned()),
            message: message.to_owned(),
        }
    }

    /// Names a fault, unless so many are named that the place is not worth finding.
    pub(crate) fn name(&self, faults: &mut Faults, pointer: &str, message: &str) {
        if faults.full() {
            faults.push(Fault::of_file(&self.file, message));
        } else {
            faults.push(self.fault(pointer, message));
        }
    }

    /// Every feature that is one. `texts` and `plain` are as in [`tree::json_row`].
    pub(crate) fn features(
        &self,
        texts: &[&str],
        plain: &str,
        faults: &mut Faults,
    ) -> Vec<Feature<'_>> {
        let list = self.member("features").and_then(Value::as_array);
        let mut features = Vec::new();
        for (at, value) in list.into_iter().flatten().enumerate() {
            let pointer = format!("/features/{at}");
            let Some(properties) = value.get("properties").and_then(Value::as_object) else {
                self.name(faults, &pointer, "expected a Feature with properties");
                faults.rows_lost = true;
                continue;
            };
            if value.get("type").and_then(Value::as_str) != Some("Feature") {
                self.name(faults, &pointer, "the type of a feature is \"Feature\"");
            }
            for name in value.as_object().into_iter().flat_map(Map::keys) {
                if !["type", "id", "geometry", "properties", "bbox", "note"]
                    .contains(&name.as_str())
                {
                    let message = format!("{name} is not known here");
                    self.name(faults, &format!("{pointer}/{name}"), &message);
                }
            }
            let inner = format!("{pointer}/properties");
            let geometry = value.get("geometry");
            let member = |name: &str| geometry.and_then(|geometry| geometry.get(name));
            let is_empty = |list: &Vec<Value>| list.is_empty();
            let coordinates = member("coordinates").unwrap_or(&Value::Null);
            let kind = member("type").and_then(Value::as_str);
            features.push(Feature {
                geometry: match geometry {
                    None => Shape::Unsaid,
                    Some(Value::Null) => Shape::None,
                    Some(_) if coordinates.as_array().is_some_and(is_empty) => Shape::None,
                    Some(_) => Shape::Some(kind.unwrap_or_default()),
                },
                coordinates,
                row: tree::json_row(&self.file, &self.text, properties, &inner, texts, plain),
                pointer,
            });
        }
        features
    }

    /// The place of a position (RFC 7946 §3.1.1: longitude, latitude, perhaps a height, which is not kept).
    pub(crate) fn place(
        &self,
        position: &Value,
        pointer: &str,
        faults: &mut Faults,
    ) -> Option<LonLat> {
        let numbers = position.as_array().map(Vec::as_slice).unwrap_or_default();
        let place = match (
            numbers,
            numbers.first().and_then(Value::as_f64),
            numbers.get(1).and_then(Value::as_f64),
        ) {
            ([_, _] | [_, _, _], Some(lon), Some(lat)) => {
                LonLat::new(lon, lat).map_err(|error| error.to_string())
            }
            _ => Err("expected [longitude, latitude], two numbers".to_owned()),
        };
        place
            .map_err(|message| self.name(faults, pointer, &message))
            .ok()
    }

    /// The places of a list of positions; `None` when one of them, named, is none.
    pub(crate) fn places(
        &self,
        list: &Value,
        pointer: &str,
        faults: &mut Faults,
    ) -> Option<Vec<LonLat>> {
        let Some(list) = list.as_array() else {
            self.name(faults, pointer, "expected a list of positions");
            return None;
        };
        let places: Vec<Option<LonLat>> = list
            .iter()
            .enumerate()
            .map(|(at, position)| self.place(position, &format!("{pointer}/{at}"), faults))
            .collect();
        places.into_iter().collect()
    }
}
