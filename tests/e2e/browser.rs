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
    let readers = journeys(&server, "", &[]);

    // What is changed at a desk would change under the feet of who reads, so it has a town of its own.
    let server = Server::start("data/training", NOW);
    let person = |name: &str, role: Role| signed_in(&server, name, role, NOW);
    let sessions = json!({
        "ana": person("Ana", editor("cedar-circle")),
        "bo": person("Bo", editor("cedar-circle")),
        "rita": person("Rita", editor("granite-street")),
        "kim": person("Kim", Role::Steward),
    });
    let sessions = ("SIGNPOST_SESSIONS", sessions.to_string());
    let desk = journeys(&server, ".desk.test.ts", &[sessions]);
    assert!(
        readers && desk && first_screens(),
        "the browser tests failed; see above"
    );
}

/// What the first screen of a small phone holds, in both towns, by night and by day.
fn first_screens() -> bool {
    let towns = [
        (
            "training-night",
            "data/training",
            "2026-11-26T02:00:00-05:00",
        ),
        (
            "training-noon",
            "data/training",
            "2026-11-26T12:00:00-05:00",
        ),
        ("kenora-night", "data/kenora", "2026-11-26T02:00:00-05:00"),
        ("kenora-noon", "data/kenora", "2026-11-26T12:00:00-05:00"),
    ];
    let servers = towns.map(|(name, data, now)| (name, Server::start(data, now)));
    let addresses: serde_json::Map<String, Value> = servers
        .iter()
        .map(|(name, server)| ((*name).to_owned(), json!(server.url)))
        .collect();
    let towns = ("SIGNPOST_TOWNS", Value::Object(addresses).to_string());
    let [(_, server), ..] = &servers;
    journeys(server, ".towns.test.ts", &[towns])
}

/// Runs the files whose names hold this, with what else they are to know; whether all of it went well. Types are checked by `make lint`, so
/// that a wrong one keeps no journey from being tried.
fn journeys(server: &Server, files: &str, told: &[(&str, String)]) -> bool {
    let status = Command::new("node")
        .args(["test.mjs", files])
        .current_dir(root().join("web"))
        .env("SIGNPOST_URL", &server.url)
        .envs(told.iter().map(|(name, value)| (name, value)))
        .status();
    status.expect("node runs").success()
}
