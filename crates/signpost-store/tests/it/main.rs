//! The store from outside: files, transactions, history.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on should stop where it is"
)]

mod any_directory;
mod at_rest;
mod backups;
mod drafts;
mod earlier_release;
mod editing;
mod migrations;
mod opening;
mod organizations;
mod proposals;
mod round_trips;
mod sessions;
mod syncing;
mod tokens;
mod town;
mod verifying;
