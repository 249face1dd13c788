//! Layers: tables with a geometry.

use geo::Geometry;

/// A table with a geometry.
#[derive(Debug, Clone, PartialEq)]
pub struct Layer {
    /// The name of its table: lower-case letters, digits and underscores.
    pub name: &'static str,
    /// What people call it.
    pub title: String,
    /// What to know of it: the day, the edition, how it was measured.
    pub description: String,
    /// What its geometries are.
    pub geometry: GeometryKind,
    /// Its columns, beside the number and the geometry of each row.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// What geometries are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GeometryKind {
    /// Points.
    Point,
    /// Several polygons as one.
    MultiPolygon,
}

impl GeometryKind {
    /// Its name in GeoPackage.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Point => "POINT",
            Self::MultiPolygon => "MULTIPOLYGON",
        }
    }
}

/// A column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Its name: lower-case letters, digits and underscores.
    pub name: &'static str,
    /// What it holds.
    pub kind: ColumnType,
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnType {
    /// Words.
    Text,
    /// Whole numbers.
    Integer,
    /// Numbers.
    Real,
    /// Yes and no.
    Boolean,
    /// Civil days.
    Date,
}

impl ColumnType {
    /// Its name in GeoPackage (table 1 of the standard).
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Text => "TEXT",
            Self::Integer => "INTEGER",
            Self::Real => "DOUBLE",
            Self::Boolean => "BOOLEAN",
            Self::Date => "DATE",
        }
    }
}

/// A row.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Longitude first; `None` when nobody knows where.
    pub geometry: Option<Geometry<f64>>,
    /// As many as there are columns.
    pub cells: Vec<Cell>,
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing.
    Null,
    /// Words, or a civil day as `2026-11-22`.
    Text(String),
    /// A whole number.
    Integer(i64),
    /// A number.
    Real(f64),
    /// Yes or no.
    Boolean(bool),
}

impl From<&str> for Cell {
    fn from(words: &str) -> Self {
        Self::Text(words.to_owned())
    }
}

impl From<String> for Cell {
    fn from(words: String) -> Self {
        Self::Text(words)
    }
}

impl<T: Into<Self>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

impl From<bool> for Cell {
    fn from(yes: bool) -> Self {
        Self::Boolean(yes)
    }
}

impl From<f64> for Cell {
    fn from(number: f64) -> Self {
        Self::Real(number)
    }
}

impl From<i64> for Cell {
    fn from(number: i64) -> Self {
        Self::Integer(number)
    }
}
