//! Arrows between crates point down only.

use std::collections::BTreeMap;

use super::dependencies;

/// Which of our crates each crate may use. A crate that is not listed here fails the test: draw its floor first.
const ARROWS: &[(&str, &[&str])] = &[
    ("signpost-domain", &[]),
    ("signpost-basemap", &[]),
    ("signpost-geopackage", &[]),
    ("signpost-credentials", &[]),
    ("signpost-figures", &["domain"]),
    ("signpost-messages", &["domain"]),
    ("signpost-hours", &["domain", "messages"]),
    ("signpost-store", &["domain", "figures"]),
    ("signpost-wording", &["domain"]),
    ("signpost-locate", &["domain", "hours"]),
    ("signpost-coverage", &["domain", "hours", "locate"]),
    (
        "signpost-exchange",
        &["domain", "figures", "geopackage", "hours"],
    ),
    ("signpost-changes", &["domain", "hours", "messages"]),
    ("signpost-plan", &["domain", "hours", "locate", "messages"]),
    (
        "signpost-editing",
        &[
            "changes", "domain", "figures", "hours", "locate", "plan", "store", "wording",
        ],
    ),
    ("signpost-forms", &["domain", "editing", "wording"]),
    (
        "signpost-answers",
        &["coverage", "domain", "hours", "locate", "messages", "plan"],
    ),
    (
        "signpost-disposal",
        &["answers", "coverage", "domain", "hours", "locate"],
    ),
    (
        "signpost-feeds",
        &["answers", "changes", "domain", "hours", "locate"],
    ),
    (
        "signpost-text",
        &["answers", "domain", "hours", "locate", "plan"],
    ),
    (
        "signpost-poster",
        &["answers", "domain", "exchange", "hours", "locate"],
    ),
    (
        "signpost-pictures",
        &[
            "answers", "basemap", "domain", "exchange", "hours", "locate", "poster",
        ],
    ),
    (
        "signpost-mail",
        &[
            "answers", "disposal", "domain", "editing", "hours", "locate", "plan", "store",
        ],
    ),
    (
        "signpost-web",
        &[
            "answers", "basemap", "coverage", "domain", "editing", "figures", "hours", "locate",
            "pictures", "plan", "store",
        ],
    ),
    ("signpost-gateways", &["answers", "domain", "text", "web"]),
    (
        "signpost-pages",
        &[
            "answers", "coverage", "domain", "editing", "figures", "hours", "locate", "pictures",
            "plan", "web",
        ],
    ),
    (
        "signpost-api",
        &[
            "answers",
            "basemap",
            "changes",
            "coverage",
            "domain",
            "editing",
            "exchange",
            "feeds",
            "geopackage",
            "hours",
            "locate",
            "plan",
            "store",
            "web",
            "wording",
        ],
    ),
    (
        "signpost-access",
        &[
            "answers",
            "credentials",
            "domain",
            "hours",
            "locate",
            "mail",
            "store",
            "web",
        ],
    ),
    (
        "signpost-portal",
        &[
            "access",
            "answers",
            "basemap",
            "changes",
            "coverage",
            "credentials",
            "disposal",
            "domain",
            "editing",
            "exchange",
            "figures",
            "forms",
            "hours",
            "locate",
            "mail",
            "messages",
            "plan",
            "poster",
            "store",
            "web",
            "wording",
        ],
    ),
    (
        "signpost-http",
        &[
            "answers", "api", "basemap", "changes", "domain", "editing", "exchange", "figures",
            "gateways", "hours", "locate", "mail", "messages", "pages", "pictures", "plan",
            "portal", "store", "text", "web",
        ],
    ),
    (
        "signpost",
        &[
            "answers",
            "basemap",
            "coverage",
            "domain",
            "editing",
            "exchange",
            "figures",
            "gateways",
            "geopackage",
            "hours",
            "http",
            "locate",
            "mail",
            "pictures",
            "plan",
            "portal",
            "poster",
            "store",
            "web",
            "wording",
        ],
    ),
];

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
