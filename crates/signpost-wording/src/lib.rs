#![doc = include_str!("../README.md")]

mod check;
mod grade;
mod lexicon;
mod official;
mod plain_letters;
mod sentence;

pub use check::Finding;
pub use grade::grade;
pub use lexicon::{Lexicon, LexiconError, Severity};
pub use official::{stands_in_a_name, stands_in_a_name_of};
pub use sentence::{LONGEST_SENTENCE, LongSentence, long_sentences};
