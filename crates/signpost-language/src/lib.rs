#![doc = include_str!("../README.md")]

mod check;
mod grade;
mod lexicon;

pub use check::Finding;
pub use grade::grade;
pub use lexicon::{Lexicon, LexiconError, Severity};
