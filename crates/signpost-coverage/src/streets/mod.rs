//! Along the streets of an OpenStreetMap file.

mod along;
mod graph;
mod read;

pub(crate) use along::AlongStreets;
pub use graph::Streets;
pub use read::StreetsError;
