//! The store from outside: files, transactions, history.

mod any_directory;
mod backups;
mod editing;
mod migrations;
mod opening;
mod round_trips;
mod syncing;
mod tokens;
mod town;
mod verifying;
