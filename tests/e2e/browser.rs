//! The journeys in `web/tests`, in a real browser, against the training town.

use std::process::Command;

use serde_json::{Value, json};
use signpost_store::Role;

use crate::{
    people::{editor, signed_in},
    server::{Server, root},
};

const NOW: &str = "2026-11-25T14:15:00-05:00";

/// One after the other: both build into the same folder.
#[test]
fn the_journeys_hold_in_a_real_browser() {
    let server = Server::start("data/training", NOW);
    let readers = journeys(&server, "", &Value::Null);

    // What is changed at a desk would change under the feet of who reads, so it has a town of its own.
    let server = Server::start("data/training", NOW);
    let person = |name: &str, role: Role| signed_in(&server, name, role, NOW);
    let sessions = json!({
        "ana": person("Ana", editor("cedar-circle")),
        "bo": person("Bo", editor("cedar-circle")),
        "rita": person("Rita", editor("granite-street")),
        "kim": person("Kim", Role::Steward),
        "sam": person("Sam", Role::Subcommittee),
    });
    let desk = journeys(&server, ".desk.test.ts", &sessions);
    assert!(readers && desk, "the browser tests failed; see above");
}

/// Runs the files whose names hold this, with whoever is signed in, by name; whether all of it went well. Types are checked by `make lint`,
/// so that a wrong one keeps no journey from being tried.
fn journeys(server: &Server, files: &str, sessions: &Value) -> bool {
    let status = Command::new("node")
        .args(["test.mjs", files])
        .current_dir(root().join("web"))
        .env("SIGNPOST_URL", &server.url)
        .env("SIGNPOST_SESSIONS", sessions.to_string())
        .status();
    status.expect("node runs").success()
}
