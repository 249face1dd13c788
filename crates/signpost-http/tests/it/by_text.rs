//! Answers by text message, as people write them, over the training town.

mod every_instant;
mod misread;
mod other_words;
mod table;
