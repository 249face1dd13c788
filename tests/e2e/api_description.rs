//! The description of the API held against the built server by schemathesis, which makes requests out of it: those that it allows, and those
//! that it forbids. `docs/development/endpoint.md` says how to read what it finds.

use std::{fs, process::Command};

use tempfile::TempDir;

use crate::server::{Server, root, signpost};

const NOW: &str = "2026-11-25T14:15:00-05:00";

/// The token of an agency that runs two places, for the edits.
fn token(server: &Server) -> String {
    let database = server.database();
    let made = signpost(&[
        "account",
        "token",
        "--organization",
        "birch-landing-health",
        "--label",
        "test",
        "--database",
        &database,
    ]);
    let said = String::from_utf8_lossy(&made.stderr);
    assert!(made.status.success(), "{said}");
    let printed = String::from_utf8(made.stdout).expect("text");
    printed.lines().last().expect("a token").trim().to_owned()
}

/// The token of the working group's own tools, for drafts of the plan.
fn steward_token(server: &Server) -> String {
    let database = server.database();
    let made = signpost(&[
        "account",
        "steward-token",
        "--label",
        "test",
        "--database",
        &database,
    ]);
    let said = String::from_utf8_lossy(&made.stderr);
    assert!(made.status.success(), "{said}");
    let printed = String::from_utf8(made.stdout).expect("text");
    printed.lines().last().expect("a token").trim().to_owned()
}

#[test]
fn the_server_takes_what_its_description_allows_and_refuses_the_rest() {
    let tools = root().join("target/tools/schemathesis");
    let program = tools.join("bin/schemathesis");
    assert!(
        program.exists(),
        "schemathesis is not there: sh tests/packages.sh installs it from PyPI"
    );
    let server = Server::start("data/training", NOW);
    let ours = root().join("tests/e2e/api_description");
    let modules = std::env::join_paths([&tools, &ours]).expect("paths");
    let folder = TempDir::new().expect("a folder");
    let asked = Command::new(program)
        .current_dir(folder.path())
        .env("PYTHONPATH", modules)
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .env("SCHEMATHESIS_HOOKS", "hooks")
        .env("SIGNPOST_TOKEN", token(&server))
        .env("SIGNPOST_STEWARD_TOKEN", steward_token(&server))
        .arg("--config-file")
        .arg(ours.join("schemathesis.toml"))
        .args(["run", "--no-color"])
        .arg(format!("{}/api/openapi.json", server.url))
        .output()
        .expect("it runs");
    let said = String::from_utf8_lossy(&asked.stdout);
    assert!(
        asked.status.success(),
        "{said}\n{}",
        String::from_utf8_lossy(&asked.stderr)
    );
    // It says so itself when a check was left out or nothing was asked.
    assert!(said.contains("Tested: 47"), "{said}");
    let config = fs::read_to_string(ours.join("schemathesis.toml")).expect("its settings");
    assert!(!config.contains("enabled"), "no check is switched off");
}
