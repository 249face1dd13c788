#![doc = include_str!("../README.md")]

mod check;
mod grade;
mod lexicon;
mod sentence;

pub use check::Finding;
pub use grade::grade;
pub use lexicon::{Lexicon, LexiconError, Severity};
pub use sentence::{LONGEST_SENTENCE, LongSentence, long_sentences};
