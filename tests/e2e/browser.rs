//! The journeys in `web/tests`, in a real browser, against the training town.

use std::process::Command;

use crate::server::{Server, root};

#[test]
fn the_journeys_hold_in_a_real_browser() {
    let server = Server::start("data/training", "2026-11-25T14:15:00-05:00");
    let status = Command::new("npm")
        .args(["test", "--silent"])
        .current_dir(root().join("web"))
        .env("SIGNPOST_URL", &server.url)
        .status()
        .expect("npm runs");
    assert!(status.success(), "the browser tests failed; see above");
}
