//! Open data out of the built server and its commands, as other people's programs ask for it.

use std::fs;

use serde_json::Value;
use tempfile::TempDir;

use crate::server::{Server, signpost};

const NOW: &str = "2026-11-25T14:15:00-05:00";

/// The part of an address behind the server's own.
fn path<'a>(server: &Server, href: &'a str) -> &'a str {
    let path = href.strip_prefix(&server.url);
    path.unwrap_or_else(|| panic!("{href} is not at {}", server.url))
}

fn linked(document: &Value, rel: &str, media_type: &str) -> String {
    let mut links = document["links"].as_array().expect("links").iter();
    let link = links.find(|one| one["rel"] == rel && one["type"] == media_type);
    let link = link.unwrap_or_else(|| panic!("no {rel} of {media_type}: {document}"));
    link["href"].as_str().expect("an address").to_owned()
}

#[test]
fn a_program_of_gis_finds_every_place_from_the_front_door_by_links_alone() {
    let server = Server::start("data/training", NOW);
    let door = server.get("/ogc").json();
    let description = linked(
        &door,
        "service-desc",
        "application/vnd.oai.openapi+json;version=3.0",
    );
    let description = server.get(path(&server, &description)).json();
    assert_eq!(description["openapi"], "3.0.3");
    let conformance = linked(&door, "conformance", "application/json");
    assert_eq!(server.get(path(&server, &conformance)).status, 200);
    let collections = linked(&door, "data", "application/json");
    let collections = server.get(path(&server, &collections)).json();
    let mut names = Vec::new();
    for collection in collections["collections"].as_array().expect("collections") {
        let id = collection["id"].as_str().expect("an id");
        names.push(id);
        let mut next = Some(format!(
            "{}&limit=4",
            linked(collection, "items", "application/geo+json")
        ));
        let mut found = 0;
        let mut matched = 0;
        while let Some(href) = next {
            let answer = server.get(path(&server, &href));
            assert_eq!(answer.status, 200, "{href}");
            assert_eq!(answer.header("content-type"), "application/geo+json");
            let page = answer.json();
            matched = page["numberMatched"].as_u64().expect("a number");
            found += page["features"].as_array().expect("features").len() as u64;
            let mut links = page["links"].as_array().expect("links").iter();
            next = links
                .find(|one| one["rel"] == "next")
                .and_then(|one| one["href"].as_str())
                .map(str::to_owned);
        }
        assert_eq!(found, matched, "{id}");
    }
    for name in ["sites", "disposal", "supplies"] {
        assert!(names.contains(&name), "{names:?}");
    }
}

#[test]
fn a_partner_reads_every_service_page_by_page_and_asks_again_in_vain() {
    let server = Server::start("data/training", NOW);
    let root = server.get("/hsds/v3").json();
    assert_eq!(root["version"], "3.0");
    for name in ["profile", "openapi_url"] {
        let href = root[name].as_str().expect("an address");
        assert_eq!(server.get(path(&server, href)).status, 200, "{name}");
    }
    let mut found = 0;
    for page in 1.. {
        let answer = server
            .get(&format!("/hsds/v3/services?per_page=10&page={page}"))
            .json();
        found += answer["size"].as_u64().expect("a number");
        if answer["last_page"] == true {
            assert_eq!(answer["total_items"], found);
            break;
        }
    }
    assert!(found > 10);
    let nothing = server
        .get("/hsds/v3/services?modified_after=2999-01-01T00:00:00Z")
        .json();
    assert_eq!(nothing["empty"], true);
}

#[test]
fn every_format_is_written_and_the_same_data_gives_the_same_bundle() {
    let folder = TempDir::new().expect("a folder");
    let database = format!("sqlite:{}", folder.path().join("signpost.db").display());
    let read = signpost(&["import", "data/training", "--database", &database]);
    assert!(
        read.status.success(),
        "{}",
        String::from_utf8_lossy(&read.stderr)
    );
    let export = |format: &str, name: &str| {
        let file = folder.path().join(name);
        let out = file.to_str().expect("a path");
        let arguments = [
            "export",
            "--format",
            format,
            "--out",
            out,
            "--day",
            "2026-11-25",
            "--database",
            &database,
        ];
        let written = signpost(&arguments);
        assert!(
            written.status.success(),
            "{}",
            String::from_utf8_lossy(&written.stderr)
        );
        fs::read(&file).expect("a file")
    };
    let hsds: Value = serde_json::from_slice(&export("hsds", "hsds.json")).expect("JSON");
    assert!(hsds["services"].as_array().expect("services").len() > 10);
    let layers = export("gpkg", "sites.gpkg");
    assert!(layers.starts_with(b"SQLite format 3\0"));
    assert_eq!(layers.get(68..72), Some(b"GPKG".as_slice()));
    let change = String::from_utf8(export("osm", "places.osc")).expect("text");
    assert!(change.contains("<osmChange version=\"0.6\"") && change.contains("Do not upload"));
    assert!(
        !change.contains("<node"),
        "everything in the training town is made up"
    );
    let bundle = export("bundle", "one.zip");
    assert!(bundle.starts_with(b"PK\x03\x04"));
    assert!(
        bundle == export("bundle", "two.zip"),
        "the same data, other bytes"
    );
    let again = format!("sqlite:{}", folder.path().join("again.db").display());
    let read = signpost(&["import", "data/training", "--database", &again]);
    assert!(read.status.success());
    let file = folder.path().join("three.zip");
    let out = file.to_str().expect("a path");
    assert!(
        signpost(&[
            "export",
            "--format",
            "bundle",
            "--out",
            out,
            "--database",
            &again
        ])
        .status
        .success()
    );
    assert!(
        bundle == fs::read(&file).expect("a file"),
        "another database, other bytes"
    );
    // Stored as they are, so that what is in it can be looked for: nothing that is inside comes out.
    let text = String::from_utf8_lossy(&bundle);
    assert!(text.contains("SHA256SUMS") && text.contains("cedar-circle-house"));
    for inside in ["BL-SB-01", "sawmill-road-box", "capacity_litres"] {
        assert!(!text.contains(inside), "{inside}");
    }
}
