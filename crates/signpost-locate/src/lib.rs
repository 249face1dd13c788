#![doc = include_str!("../README.md")]

mod ask;
mod bbox;
mod building;
mod distance;
mod ground;
mod neighbours;
mod open;
mod pool;
mod snapshot;
mod spots;
mod timetable;
mod way;

pub use ask::{Ask, Found};
pub use bbox::{BBox, BBoxError};
pub use building::{BuildError, Inputs};
pub use distance::metres_between;
pub use open::Served;
pub use snapshot::{ServiceIx, SiteIx, Snapshot};
pub use way::Way;
