//! Files in and out, as the commands use them.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a panic is how a test fails, also in what tests share"
)]

mod disposal;
mod faults;
mod folder;
mod formats;
mod hsds_import;
mod overlay;
mod practice;
mod shipped;
