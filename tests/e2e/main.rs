//! End-to-end tests: the built binary, over HTTP, with a real database file, and in a real browser.

mod bad_input;
mod browser;
mod commands;
mod floors;
mod scenarios;
mod server;
mod survival;
