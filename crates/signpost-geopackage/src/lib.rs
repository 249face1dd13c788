#![doc = include_str!("../README.md")]

mod layer;
mod write;

pub use layer::{Cell, Column, ColumnType, GeometryKind, Layer, Row};
pub use write::{GeoPackageError, geopackage};
