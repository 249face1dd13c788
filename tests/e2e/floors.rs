//! The floors of the house: arrows between crates point down only, libraries have one door each, no crate is a hall, and no files of a crate
//! import each other in a circle.

mod arrows;
mod circles;
mod doors;
mod imports;
mod sizes;

use std::{collections::BTreeMap, process::Command};

use serde_json::Value;

/// Direct dependencies, development ones included, of every crate of the workspace.
fn dependencies() -> BTreeMap<String, Vec<String>> {
    let output = Command::new(env!("CARGO"))
        .args([
            "metadata",
            "--format-version",
            "1",
            "--no-deps",
            "--offline",
        ])
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
        .output()
        .expect("cargo metadata runs");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let metadata: Value =
        serde_json::from_slice(&output.stdout).expect("cargo metadata prints JSON");
    let text = |value: &Value| value.as_str().expect("a name").to_owned();
    metadata["packages"]
        .as_array()
        .expect("packages")
        .iter()
        .map(|package| {
            let uses = package["dependencies"].as_array().expect("dependencies");
            (
                text(&package["name"]),
                uses.iter().map(|used| text(&used["name"])).collect(),
            )
        })
        .collect()
}
