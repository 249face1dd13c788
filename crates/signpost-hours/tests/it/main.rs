//! What other crates may rely on.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, in the functions it shares as well"
)]

mod clocks;
mod corpus;
mod exceptions;
mod further_notice;
mod holidays;
mod nights;
mod spans;
mod support;
mod warnings;
mod weekly;
