#![doc = include_str!("../README.md")]

pub mod audit;
mod cell;
mod printed;
mod table;
mod week;

pub use cell::{Cell, Counted, Kind, Subject};
pub use printed::{FEWEST, Printed, Sum};
pub use table::{Line, Table};
pub use week::Week;
