//! `signpost poster` over the training town.

use std::fs;

use tempfile::TempDir;

use crate::{commands::words, server::signpost};

const NOW: &str = "2026-11-25T14:15:00-05:00";

fn town(folder: &TempDir) -> String {
    let database = format!("sqlite:{}", folder.path().join("poster.db").display());
    let done = signpost(&["import", "data/training", "--database", &database]);
    assert!(done.status.success(), "{}", words(&done));
    database
}

fn poster(database: &str, asked: &[&str]) -> std::process::Output {
    let mut all = vec!["poster"];
    all.extend(asked);
    all.extend(["--database", database, "--now", NOW]);
    signpost(&all)
}

#[test]
fn every_old_door_has_a_poster_that_does_not_say_why_somebody_comes() {
    let folder = TempDir::new().expect("a folder");
    let database = town(&folder);
    let out = folder.path().join("posters");
    let path = out.to_str().expect("a path");
    let root = ["--public-url", "https://go.example"];
    let all = poster(&database, &[&["--all", "--out", path], &root[..]].concat());
    assert!(all.status.success(), "{}", words(&all));
    for door in [
        "birch-health-office",
        "old-mill-counter",
        "west-side-kitchen",
    ] {
        let pdf = fs::read(out.join(format!("{door}.pdf"))).expect("a PDF");
        assert!(pdf.starts_with(b"%PDF-1.7"));
        let svg = fs::read_to_string(out.join(format!("{door}.svg"))).expect("an SVG");
        let said = svg
            .split_once("<desc")
            .and_then(|(_, rest)| rest.split_once("</desc>"));
        let said = said.expect("its words").0.to_lowercase();
        assert!(said.contains(&format!("go.example/go/{door}")), "{said}");
        assert!(
            said.contains("where to go now") && said.contains("où aller maintenant"),
            "{said}"
        );
        assert!(
            said.contains("call 807-555-01") && said.contains("appelez le 807-555-01"),
            "{said}"
        );
        for telling in [
            "needle",
            "seringue",
            "drug",
            "drogue",
            "supplies",
            "matériel",
            "pipe",
            "naloxon",
        ] {
            assert!(!said.contains(telling), "{door} says {telling}: {said}");
        }
    }
    // The first version has ended: its door has no poster.
    assert!(!out.join("birch-hall.pdf").exists());

    let card = folder.path().join("card.pdf");
    let card = card.to_str().expect("a path");
    let one = ["birch-health-office", "--format", "card", "--out", card];
    let without = poster(&database, &one);
    assert_eq!(without.status.code(), Some(1));
    assert!(
        words(&without).contains("--public-url"),
        "{}",
        words(&without)
    );
    let with = poster(&database, &[&one[..], &root[..]].concat());
    assert!(with.status.success(), "{}", words(&with));
    let halves = folder.path().join("halves");
    let halves = halves.to_str().expect("a path");
    let both = ["old-mill-counter", "--format", "half", "--out", halves];
    let both = poster(&database, &[&both[..], &root[..]].concat());
    assert!(both.status.success(), "{}", words(&both));
    for kind in ["pdf", "svg"] {
        let file = format!("{halves}/old-mill-counter-half.{kind}");
        assert!(fs::exists(file).expect("it can be asked"));
    }
    // All in one file: a page for each door.
    let whole = folder.path().join("all.pdf");
    let asked = ["--all", "--out", whole.to_str().expect("a path")];
    let done = poster(&database, &[&asked[..], &root[..]].concat());
    assert!(done.status.success(), "{}", words(&done));
    let bytes = fs::read(&whole).expect("a PDF");
    let pages = String::from_utf8_lossy(&bytes).matches("/MediaBox").count();
    let doors = fs::read_dir(&out).expect("the folder").count() / 2;
    assert_eq!(pages, doors);
    assert!(
        words(&done).contains("has the word \"supplies\""),
        "who hangs it learns why another sentence stands there: {}",
        words(&done)
    );
    let none = poster(
        &database,
        &[&["birch-hall", "--out", card], &root[..]].concat(),
    );
    assert_eq!(none.status.code(), Some(1));
    assert!(
        words(&none).contains("No approved plan sends people on from birch-hall"),
        "{}",
        words(&none)
    );
}
