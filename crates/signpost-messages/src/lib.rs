#![doc = include_str!("../README.md")]

mod catalogue;
mod faults;
mod pattern;
mod texts;
mod words;

pub use catalogue::Catalogue;
pub use texts::read_text;
pub use words::Words;
