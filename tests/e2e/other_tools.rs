//! Other people's programs read what we give, and we read what they write: GDAL, `OWSLib`, osmium. `tests/packages.sh` installs them.

use std::{
    fs,
    path::Path,
    process::{Command, Output},
};

use serde_json::Value;
use tempfile::TempDir;

use crate::server::{Server, root, signpost};

const NOW: &str = "2026-11-25T14:15:00-05:00";

fn run(program: &str, arguments: &[&str]) -> String {
    let done = Command::new(program)
        .args(arguments)
        .env("PYTHONPATH", root().join("target/tools/owslib"))
        .output()
        .unwrap_or_else(|error| panic!("{program}: {error}; sh tests/packages.sh installs it"));
    assert!(done.status.success(), "{program}: {}", words(&done));
    String::from_utf8_lossy(&done.stdout).into_owned()
}

fn words(done: &Output) -> String {
    format!(
        "{}{}",
        String::from_utf8_lossy(&done.stdout),
        String::from_utf8_lossy(&done.stderr)
    )
}

fn told(done: &Output) -> String {
    let words = words(done);
    assert!(done.status.success(), "{words}");
    words
}

fn path(folder: &TempDir, name: &str) -> String {
    folder.path().join(name).display().to_string()
}

/// A database with the training town.
fn filled(folder: &TempDir) -> String {
    let database = format!("sqlite:{}", path(folder, "signpost.db"));
    told(&signpost(&[
        "import",
        "data/training",
        "--database",
        &database,
    ]));
    database
}

#[test]
fn gdal_reads_the_collections_and_the_layers() {
    let server = Server::start("data/training", NOW);
    let matched = |collection: &str| {
        let page = server.get(&format!(
            "/ogc/collections/{collection}/items?f=json&limit=1"
        ));
        page.json()["numberMatched"].as_u64().expect("a number")
    };
    let front = format!("OAPIF:{}/ogc", server.url);
    for collection in ["sites", "disposal", "supplies"] {
        let told = run("ogrinfo", &["-ro", "-al", "-so", &front, collection]);
        let count = format!("Feature Count: {}", matched(collection));
        assert!(told.contains(&count), "{collection}, {count}: {told}");
        assert!(
            told.contains("Geometry: Point") || told.contains("Geometry: Unknown"),
            "{told}"
        );
        assert!(told.contains("slug: String"), "{told}");
    }
    let folder = TempDir::new().expect("a folder");
    for (name, layer) in [("sites", "sites"), ("disposal", "")] {
        let file = path(&folder, &format!("{name}.gpkg"));
        fs::write(&file, server.bytes(&format!("/export/{name}.gpkg"))).expect("a file");
        let told = run("ogrinfo", &["-ro", "-al", "-so", &file]);
        assert!(
            told.contains("WGS 84") && told.contains("Geometry: Point"),
            "{told}"
        );
        assert!(told.contains(&format!("Layer name: {layer}")), "{told}");
        let json = path(&folder, &format!("{name}.geojson"));
        fs::write(&json, server.bytes(&format!("/export/{name}.geojson"))).expect("a file");
        assert!(run("ogrinfo", &["-ro", "-al", "-so", &json]).contains("Feature Count: "));
    }
}

#[test]
fn owslib_walks_the_collections() {
    let server = Server::start("data/training", NOW);
    let script = r#"
import json, sys
from owslib.ogcapi.features import Features
front = Features(sys.argv[1])
names = front.feature_collections()
items = front.collection_items("sites", limit=3)
print(json.dumps({"names": names, "classes": front.conformance()["conformsTo"], "count": len(items["features"]), "matched": items["numberMatched"]}))
"#;
    let told = run("python3", &["-c", script, &format!("{}/ogc", server.url)]);
    let told: Value = serde_json::from_str(&told).expect("JSON");
    let has = |list: &Value, word: &str| {
        let mut list = list.as_array().expect("a list").iter();
        list.any(|one| one.as_str().is_some_and(|one| one.ends_with(word)))
    };
    for name in ["sites", "disposal", "supplies"] {
        assert!(has(&told["names"], name), "{told}");
    }
    for class in ["conf/core", "conf/geojson", "conf/html", "conf/oas30"] {
        assert!(has(&told["classes"], class), "{told}");
    }
    assert_eq!(told["count"], 3);
    assert!(
        told["matched"].as_u64().is_some_and(|count| count > 3),
        "{told}"
    );
}

const MAP: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<osm version="0.6" generator="test">
<node id="1" version="1" lat="49.551" lon="-94.901"><tag k="amenity" v="pharmacy"/><tag k="name" v="Larch Pharmacy"/><tag k="opening_hours" v="Mo-Fr 09:00-18:00"/></node>
<node id="2" version="1" lat="49.552" lon="-94.902"><tag k="amenity" v="toilets"/></node>
<node id="3" version="1" lat="10.0" lon="10.0"><tag k="amenity" v="pharmacy"/><tag k="name" v="Far Pharmacy"/></node>
<node id="4" version="1" lat="49.5560" lon="-94.8955"><tag k="amenity" v="clinic"/><tag k="name" v="Birch Hall"/><tag k="opening_hours" v="Mo 10:00-11:00"/></node>
<node id="5" version="1" lat="49.5530" lon="-94.9030"/>
<node id="6" version="1" lat="49.5532" lon="-94.9032"/>
<node id="7" version="1" lat="49.5534" lon="-94.9028"/>
<way id="8" version="1"><nd ref="5"/><nd ref="6"/><nd ref="7"/><nd ref="5"/><tag k="amenity" v="social_facility"/><tag k="social_facility" v="food_bank"/><tag k="name" v="Larch Pantry"/></way>
</osm>
"#;

/// The map as a mapper's own program writes it.
fn extract(folder: &TempDir) -> String {
    let (xml, pbf) = (path(folder, "map.osm"), path(folder, "map.osm.pbf"));
    fs::write(&xml, MAP).expect("a file");
    run("osmium", &["cat", "--overwrite", "-o", &pbf, &xml]);
    pbf
}

#[test]
fn places_of_openstreetmap_wait_for_a_steward_and_hours_that_differ_are_listed() {
    let folder = TempDir::new().expect("a folder");
    let database = filled(&folder);
    let pbf = extract(&folder);
    let import = |more: &[&str]| {
        let mut arguments = vec![
            "import",
            "--from-osm",
            &pbf,
            "--organization",
            "birch-landing-health",
            "--database",
            &database,
        ];
        arguments.extend(more);
        told(&signpost(&arguments))
    };
    let export = || {
        told(&signpost(&[
            "export",
            "--format",
            "geojson",
            "--database",
            &database,
        ]))
    };
    let before = export();
    let tried = import(&["--dry-run"]);
    assert!(tried.contains("2 places would wait"), "{tried}");
    let done = import(&[]);
    assert!(done.contains("2 places wait"), "{done}");
    assert!(done.contains("node 1: Larch Pharmacy (naloxone)"), "{done}");
    assert!(done.contains("way 8: Larch Pantry (food)"), "{done}");
    assert!(
        done.contains("hours differ: birch-hall health-care: here \"Tu[1] 13:00-16:00\", OpenStreetMap \"Mo 10:00-11:00\" (node 4)"),
        "{done}"
    );
    assert!(!done.contains("Far Pharmacy"), "{done}");
    assert_eq!(export(), before, "something became public");
    let again = import(&[]);
    assert!(
        again.contains("0 places wait") && again.contains("2 were asked for before"),
        "{again}"
    );
    told(&signpost(&["verify", "--database", &database]));
    let refused = signpost(&["import", "--from-osm", &pbf, "--database", &database]);
    assert_eq!(refused.status.code(), Some(2), "{}", words(&refused));
}

#[test]
fn osmium_reads_the_change_that_a_mapper_is_given() {
    let folder = TempDir::new().expect("a folder");
    let database = format!("sqlite:{}", path(&folder, "kenora.db"));
    told(&signpost(&[
        "import",
        "data/kenora",
        "--database",
        &database,
    ]));
    let change = path(&folder, "places.osc");
    told(&signpost(&[
        "export",
        "--format",
        "osm",
        "--day",
        "2026-11-25",
        "--out",
        &change,
        "--database",
        &database,
    ]));
    let told = run("osmium", &["fileinfo", "--extended", &change]);
    let text = fs::read_to_string(&change).expect("a file");
    let nodes = text.matches("<node ").count();
    assert!(
        told.contains(&format!("Number of nodes: {nodes}")),
        "{nodes}: {told}"
    );
}

#[test]
fn hsds_goes_out_as_tables_and_comes_in_again_unchanged() {
    let folder = TempDir::new().expect("a folder");
    let database = filled(&folder);
    let (zip, tables) = (path(&folder, "hsds.zip"), path(&folder, "hsds"));
    let json = path(&folder, "hsds.json");
    for out in [&zip, &json] {
        told(&signpost(&[
            "export",
            "--format",
            "hsds",
            "--day",
            "2026-11-25",
            "--out",
            out,
            "--database",
            &database,
        ]));
    }
    run(
        "python3",
        &[
            "-c",
            "import sys, zipfile; zipfile.ZipFile(sys.argv[1]).extractall(sys.argv[2])",
            &zip,
            &tables,
        ],
    );
    assert!(Path::new(&tables).join("datapackage.json").is_file());
    for file in [&tables, &json] {
        let done = told(&signpost(&["import", file, "--database", &database]));
        assert!(
            done.contains("Added 0, changed 0 and removed 0 rows"),
            "{done}"
        );
    }
    // All or nothing: one fault, with its place, and nothing is taken.
    let text = fs::read_to_string(&json).expect("a file");
    let bad = path(&folder, "bad.json");
    fs::write(&bad, text.replacen("49.5", "12.5", 1)).expect("a file");
    let refused = signpost(&["import", &bad, "--database", &database]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(words(&refused).contains("bad.json:"), "{}", words(&refused));
}
