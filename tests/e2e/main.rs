//! End-to-end tests: the built binary, over HTTP, with a real database file, and in a real browser.

mod floors;
