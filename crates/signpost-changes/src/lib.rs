#![doc = include_str!("../README.md")]

mod difference;
mod merge;
mod part;
mod past;
mod split;
mod value;
pub mod words;

pub use difference::{Difference, differences, put_all};
pub use merge::{Conflict, Merge, merge};
pub use part::{Part, PartError, ServicePart};
pub use past::{Change, OtherChanges, Past};
pub use split::{Split, split};
pub use value::Value;

#[cfg(test)]
mod tests;
