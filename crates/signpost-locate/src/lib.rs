#![doc = include_str!("../README.md")]

mod ask;
mod bbox;
mod build_error;
mod building;
mod candidates;
mod distance;
mod lists;
mod neighbours;
mod open;
mod point_index;
mod snapshot;
mod timetable;
mod water;
mod way;

pub use ask::{Ask, Found};
pub use bbox::{BBox, BBoxError};
pub use build_error::BuildError;
pub use building::Inputs;
pub use distance::metres_between;
pub use open::{HoursKey, Served};
pub use snapshot::{ServiceIx, SiteIx, Snapshot};
pub use way::Way;
