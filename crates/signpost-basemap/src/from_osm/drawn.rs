//! What is drawn of a feature: its layer, its properties, and from which zoom on.

use geojson::{Geometry, GeometryValue};
use serde_json::{Map, Value};

/// The tags of a feature.
pub(super) type Tags = Map<String, Value>;

/// What kind of geometry a feature has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Point,
    Line,
    Area,
}

impl Shape {
    pub(super) fn of(geometry: &Geometry) -> Option<Self> {
        match geometry.value {
            GeometryValue::Point { .. } => Some(Self::Point),
            GeometryValue::LineString { .. } | GeometryValue::MultiLineString { .. } => {
                Some(Self::Line)
            }
            GeometryValue::Polygon { .. } | GeometryValue::MultiPolygon { .. } => Some(Self::Area),
            _ => None,
        }
    }
}

/// One thing to draw.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Drawn {
    pub(super) layer: &'static str,
    pub(super) properties: Tags,
    /// The first zoom it is in the tiles at.
    pub(super) minzoom: u8,
    /// Drawn as a point with a name, not as the shape it has.
    pub(super) is_label: bool,
}

impl Drawn {
    pub(super) fn new(layer: &'static str, kind: &str, minzoom: u8) -> Self {
        let mut properties = Tags::new();
        properties.insert("kind".to_owned(), kind.into());
        properties.insert("min_zoom".to_owned(), minzoom.into());
        Self {
            layer,
            properties,
            minzoom,
            is_label: false,
        }
    }

    pub(super) fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.properties.insert(name.to_owned(), value.into());
        self
    }

    /// Every name that pages of ours can show.
    pub(super) fn named(mut self, tags: &Tags) -> Self {
        for name in ["name", "name:en", "name:fr", "name:oj"] {
            if let Some(value) = text(tags, name) {
                self = self.with(name, value);
            }
        }
        self
    }

    pub(super) fn labelled(mut self) -> Self {
        self.is_label = true;
        self
    }
}

/// The text of a tag.
pub(super) fn text<'a>(tags: &'a Tags, name: &str) -> Option<&'a str> {
    tags.get(name).and_then(Value::as_str)
}
