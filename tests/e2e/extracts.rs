//! Street maps of real places, built from OpenStreetMap extracts and served.

use std::{io::Read as _, path::PathBuf, process::Command};

use flate2::read::GzDecoder;
use tempfile::TempDir;

use crate::server::{Server, command, root};

const NOW: &str = "2026-11-25T14:15:00-05:00";

/// The folder with the extracts. Without the package registry this fails, and says so: a test that is skipped proves nothing.
fn extracts() -> PathBuf {
    let script = Command::new("sh")
        .arg(root().join("tests/extracts.sh"))
        .output()
        .expect("a shell");
    assert!(
        script.status.success(),
        "{}",
        String::from_utf8_lossy(&script.stderr)
    );
    PathBuf::from(String::from_utf8(script.stdout).expect("a path").trim())
}

/// The command with the tools that `tests/packages.sh` installs on its path.
fn build(arguments: &[&str]) -> std::process::Output {
    let tools = root().join("target/tools");
    let path = std::env::var("PATH").expect("a path");
    let mut command = command(&["basemap", "build"]);
    command
        .args(arguments)
        .env("PATH", format!("{}/bin:{path}", tools.display()))
        .env("PYTHONPATH", &tools);
    command.output().expect("the binary runs")
}

/// The metadata of an archive, found as the format says.
fn metadata(archive: &[u8]) -> String {
    let number = |at: usize| {
        let bytes = archive[at..at + 8].try_into().expect("eight bytes");
        usize::try_from(u64::from_le_bytes(bytes)).expect("a size")
    };
    let (start, length) = (number(24), number(32));
    let mut text = String::new();
    GzDecoder::new(&archive[start..start + length])
        .read_to_string(&mut text)
        .expect("gzip");
    text
}

#[test]
fn a_town_is_built_from_an_extract_and_served_with_streets_and_names() {
    let extract = extracts().join("Helsinki.osm.pbf");
    let folder = TempDir::new().unwrap();
    let out = folder.path().join("basemap.pmtiles");
    let output = build(&[
        extract.to_str().unwrap(),
        "--bbox",
        "24.935,60.164,24.9535,60.1792",
        "--out",
        out.to_str().unwrap(),
    ]);
    let words = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{words}");
    let archive = std::fs::read(&out).unwrap();
    let metadata = metadata(&archive);
    assert!(
        metadata.contains("OpenStreetMap contributors"),
        "{metadata}"
    );
    for path in ["generator", "strategies", ".geojsonl", "/tmp", "target"] {
        assert!(!metadata.contains(path), "{path} is in {metadata}");
    }

    let server = Server::start_in(folder, "data/training", NOW);
    let about = server.get("/tiles/basemap.json").json();
    assert_eq!(about["street"], true);
    let layers: Vec<&str> = about["vector_layers"]
        .as_array()
        .unwrap()
        .iter()
        .map(|layer| layer["id"].as_str().unwrap())
        .collect();
    for layer in ["buildings", "earth", "landuse", "pois", "roads", "water"] {
        assert!(layers.contains(&layer), "{layer} is not among {layers:?}");
    }
    let address = about["tiles"][0].as_str().unwrap();
    let tile = server.bytes(&address.replace("{z}/{x}/{y}", "15/18654/9485"));
    let text = String::from_utf8_lossy(&tile).into_owned();
    for word in ["roads", "minor_road", "Mannerheimintie", "building"] {
        assert!(text.contains(word), "{word} is not in the tile");
    }
}

#[test]
fn the_smaller_extract_builds_too_and_another_town_s_box_is_named() {
    let extract = extracts().join("test.osm.pbf");
    let folder = TempDir::new().unwrap();
    let out = folder.path().join("small.pmtiles");
    let out = out.to_str().unwrap();
    let extract = extract.to_str().unwrap();
    let output = build(&[
        extract,
        "--bbox",
        "26.93,60.52,26.97,60.54",
        "--maxzoom",
        "14",
        "--out",
        out,
    ]);
    assert!(output.status.success(), "{output:?}");
    let there = std::fs::read(out).unwrap();
    let output = build(&[extract, "--out", out]);
    let words = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1));
    assert!(words.contains("nothing to draw in the box"), "{words}");
    assert_eq!(std::fs::read(out).unwrap(), there, "what was there stays");
    let left = std::fs::read_dir(folder.path()).unwrap().count();
    assert_eq!(left, 1, "no work folder is left");
}

#[test]
fn a_missing_tool_is_named_with_how_to_get_it() {
    let mut command = command(&["basemap", "build", "any.osm.pbf"]);
    let output = command.env("PATH", "/nonexistent").output().unwrap();
    let words = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1));
    assert!(words.contains("apt-get install osmium-tool"), "{words}");
}
