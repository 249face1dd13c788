//! What is on a picture, in pixels: the same for whatever draws it.

use crate::{
    line::Path,
    view::{Spot, View},
};

/// Ground of one colour, from tiles of the map.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Area {
    /// What it is, such as `water`.
    pub layer: &'static str,
    pub colour: &'static str,
    pub polygons: Vec<Polygon>,
}

/// Rings, the outer one first.
pub(crate) type Polygon = Vec<Vec<Spot>>;

/// Shapes of one colour, over the ground.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Layer {
    pub colour: &'static str,
    pub shapes: Vec<Shape>,
}

/// A shape.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Shape {
    pub path: Path,
    /// How wide its line is, with round ends; `None` of what is filled.
    pub stroke: Option<f64>,
}

/// What is on a picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Scene {
    pub(crate) view: View,
    pub(crate) areas: Vec<Area>,
    pub(crate) layers: Vec<Layer>,
}

impl Scene {
    pub(crate) const fn of(view: View) -> Self {
        Self {
            view,
            areas: Vec::new(),
            layers: Vec::new(),
        }
    }

    /// Puts shapes on top of what is there.
    pub(crate) fn put(&mut self, colour: &'static str, shapes: Vec<Shape>) {
        match self.layers.last_mut() {
            _ if shapes.is_empty() => {}
            Some(last) if last.colour == colour => last.shapes.extend(shapes),
            _ => self.layers.push(Layer { colour, shapes }),
        }
    }
}

impl Shape {
    pub fn filled(path: impl Into<Path>) -> Self {
        Self {
            path: path.into(),
            stroke: None,
        }
    }

    pub fn drawn(path: impl Into<Path>, width: f64) -> Self {
        Self {
            path: path.into(),
            stroke: Some(width),
        }
    }
}
