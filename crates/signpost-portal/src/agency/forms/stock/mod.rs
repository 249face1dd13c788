//! What is out of stock or full, and until when.

mod fields;
pub(crate) mod page;
pub(crate) mod words;
