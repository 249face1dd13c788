#![doc = include_str!("../README.md")]

mod about;
mod archive;
mod attribution;
mod basemaps;
mod bounds;
mod check;
mod desk;
mod error;
pub mod fetch;
pub mod from_osm;
mod memory;
mod reader;

pub use about::{About, Layer};
pub use archive::{Archive, Tile};
pub use basemaps::Basemaps;
pub use bounds::{Bounds, BoundsError};
pub use check::Checked;
pub use desk::{Desk, Job};
pub use error::ArchiveError;
pub use reader::Encoding;
