//! The journeys in `web/tests`, in a real browser, against the training town.

use std::{fs, process::Command};

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
    let (at_a_desk, in_towns) = (only.contains("desk"), only.contains("towns"));
    let every = only.is_empty();
    let readers = at_a_desk || in_towns || journeys(&training_town(), &[&only], &[]);
    let desk = !(at_a_desk || every) || journeys_at_a_desk(&only);
    let towns = !(in_towns || every) || first_screens(&only);
    assert!(
        readers && desk && towns,
        "the browser tests failed; see above"
    );
}

/// Which of a browser's processes its own switch reaches differs from version to version: the network is taken away at the go-between.
#[test]
fn no_journey_trusts_a_browser_that_only_says_it_is_offline() {
    let mut seen = 0;
    for file in fs::read_dir(root().join("web/tests")).expect("the journeys") {
        let path = file.expect("a file").path();
        let text = fs::read_to_string(&path).expect("a journey");
        seen += 1;
        for switch in ["setOffline", "emulateNetworkConditions"] {
            assert!(!text.contains(switch), "{}: {switch}", path.display());
        }
    }
    assert!(seen > 15, "the journeys were not found");
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
        "sam": person("Sam", Role::Subcommittee),
    });
    let sessions = ("SIGNPOST_SESSIONS", sessions.to_string());
    journeys(&server, &[".desk.test.ts", only], &[sessions])
}

/// What the first screen of a small phone holds, in both towns, by night and by day.
fn first_screens(only: &str) -> bool {
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
    journeys(server, &[".towns.test.ts", only], &[towns])
}

/// Runs the files whose names hold all of these, with what else they are to know; whether all of it went well. Types are checked by `make lint`,
/// so that a wrong one keeps no journey from being tried.
fn journeys(server: &Server, files: &[&str], told: &[(&str, String)]) -> bool {
    let status = Command::new("node")
        .arg("test.mjs")
        .args(files)
        .current_dir(root().join("web"))
        .env("SIGNPOST_URL", &server.url)
        .envs(told.iter().map(|(name, value)| (name, value)))
        .status();
    status.expect("node runs").success()
}
