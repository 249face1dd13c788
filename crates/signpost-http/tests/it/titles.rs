//! What a page is called in tabs and histories, and what is said of it to others.

use crate::town::Town;

/// The words between two others.
fn between<'t>(text: &'t str, before: &str, after: &str) -> &'t str {
    let (_, rest) = text.split_once(before).unwrap_or(("", ""));
    rest.split(after).next().unwrap_or_default()
}

#[actix_rt::test]
async fn every_title_says_its_page_and_every_preview_is_neutral() {
    let town = Town::to_read();
    let mut seen = std::collections::BTreeSet::new();
    for (path, title) in [
        ("/", "Where to go now"),
        ("/?need=food", "Food – Where to go now"),
        ("/?need=supplies", "Supplies – Where to go now"),
        ("/?need=disposal", "Drop-off – Where to go now"),
        (
            "/sites/cedar-circle-house",
            "Cedar Circle House – Where to go now",
        ),
        ("/map", "Places on a map – Where to go now"),
        ("/disposal", "Drop-off places – Where to go now"),
        ("/found", "Found something sharp? – Where to go now"),
        ("/full/mill-park-box", "Is this box full? – Where to go now"),
        ("/print?need=food", "A page to hand over – Where to go now"),
        ("/overdose", "Someone will not wake up – Where to go now"),
        ("/plan", "What changed – Where to go now"),
        ("/about", "About these pages – Where to go now"),
        ("/privacy", "Your privacy – Where to go now"),
        ("/leave", "How Leave works – Where to go now"),
        ("/offline", "The saved list – Where to go now"),
        ("/nowhere", "This page is not here – Where to go now"),
        ("/fr/?need=disposal", "Dépôt – Où aller maintenant"),
        (
            "/fr/sites/cedar-circle-house",
            "Maison du Cercle de cèdre – Où aller maintenant",
        ),
    ] {
        let answer = town.get_with(path, &[("accept", "text/html")]).await;
        let html = answer.body();
        assert_eq!(between(&html, "<title>", "</title>"), title, "{path}");
        assert!(seen.insert(title), "{title}: two pages of one name");
        let neutral = if path.starts_with("/fr") {
            "Où aller maintenant"
        } else {
            "Where to go now"
        };
        for mark in [
            "property=\"og:title\" content=\"",
            "property=\"og:description\" content=\"",
        ] {
            assert_eq!(between(&html, mark, "\""), neutral, "{path}");
        }
    }
}
