//! What is out of stock, and until when.

mod fields;
pub(crate) mod page;
