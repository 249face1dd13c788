#![doc = include_str!("../README.md")]

mod area;
mod circle;
mod compare;
mod coverage;
mod figure;
mod gaps;
mod grid;
mod ground;
mod open_points;
mod over_land;
mod reach;
mod siting;
mod streets;
mod town;
mod week;

pub use area::{middle, square_metres};
pub use compare::{Comparison, NeighbourhoodChange, compare};
pub use coverage::{Coverage, LandmarkReach, Share, cover};
pub use figure::{percent, two_digits, two_digits_beside};
pub use gaps::Gap;
pub use grid::cells;
pub use ground::{Ground, Standing};
pub use open_points::{OpenPoint, PointSet, open_points};
pub use over_land::OverLand;
pub use reach::{Method, Nearest, Reach};
pub use siting::{Fewest, Placement, Problem, Proof, fewest, most};
pub use streets::{Streets, StreetsError};
pub use town::{Place, Town};
pub use week::{Week, week};

/// Several polygons in degrees, longitude first: the shape of everything that is reached or not.
pub type Area = geo::MultiPolygon<f64>;
