#![doc = include_str!("../README.md")]

mod bbox;
mod build_error;
mod building;
mod candidates;
mod distance;
mod granted;
mod lists;
mod neighbours;
mod open;
mod phone_lines;
mod point_index;
mod site_query;
mod snapshot;
mod timetable;
mod water;
mod way;

pub use bbox::{BBox, BBoxError};
pub use build_error::BuildError;
pub use building::Inputs;
pub use distance::metres_between;
pub use granted::Granted;
pub use open::{HoursKey, Served};
pub use site_query::{ListedSite, SiteQuery};
pub use snapshot::{ServiceIx, SiteIx, Snapshot};
pub use water::{BankIx, Landing, Terrain};
pub use way::{SOMEWHERE_IN_TOWN, Way};
