//! The journeys in `web/tests`, in a real browser, against the training town.

use std::process::Command;

use serde_json::{Value, json};
use signpost_store::Role;

use crate::{
    people::{editor, signed_in},
    server::{Server, root},
};

const NOW: &str = "2026-11-25T14:15:00-05:00";

/// One after the other: both build into the same folder. With `SIGNPOST_JOURNEYS=portal.desk` only files with that in their names are run.
#[test]
fn the_journeys_hold_in_a_real_browser() {
    let only = std::env::var("SIGNPOST_JOURNEYS").unwrap_or_default();
    let at_a_desk = only.contains("desk");
    let readers = at_a_desk || journeys(&training_town(), &[&only], &Value::Null);
    let desk = (!at_a_desk && !only.is_empty()) || journeys_at_a_desk(&only);
    assert!(readers && desk, "the browser tests failed; see above");
}

fn training_town() -> Server {
    Server::start("data/training", NOW)
}

/// What is changed at a desk would change under the feet of who reads, so it has a town of its own.
fn journeys_at_a_desk(only: &str) -> bool {
    let server = training_town();
    let person = |name: &str, role: Role| signed_in(&server, name, role, NOW);
    let sessions = json!({
        "ana": person("Ana", editor("cedar-circle")),
        "bo": person("Bo", editor("cedar-circle")),
        "rita": person("Rita", editor("granite-street")),
        "kim": person("Kim", Role::Steward),
    });
    journeys(&server, &[".desk.test.ts", only], &sessions)
}

/// Runs the files whose names hold all of these, with whoever is signed in, by name; whether all of it went well. Types are checked by `make lint`,
/// so that a wrong one keeps no journey from being tried.
fn journeys(server: &Server, files: &[&str], sessions: &Value) -> bool {
    let status = Command::new("node")
        .arg("test.mjs")
        .args(files)
        .current_dir(root().join("web"))
        .env("SIGNPOST_URL", &server.url)
        .env("SIGNPOST_SESSIONS", sessions.to_string())
        .status();
    status.expect("node runs").success()
}
