#![doc = include_str!("../README.md")]

mod ask;
mod bbox;
mod build_error;
mod building;
mod distance;
mod ground;
mod lists;
mod neighbours;
mod open;
mod pool;
mod snapshot;
mod spots;
mod timetable;
mod way;

pub use ask::{Ask, Found};
pub use bbox::{BBox, BBoxError};
pub use build_error::BuildError;
pub use building::Inputs;
pub use distance::metres_between;
pub use open::{HoursKey, Served};
pub use snapshot::{ServiceIx, SiteIx, Snapshot};
pub use way::Way;
