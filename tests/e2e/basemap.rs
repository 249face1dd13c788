//! The street map: fetched over a line that breaks, refused when damaged, noticed when replaced.

use std::{
    path::{Path, PathBuf},
    process::Output,
    sync::atomic::Ordering,
    time::{Duration, Instant},
};

use tempfile::TempDir;

use crate::{
    range_server::RangeServer,
    server::{Server, root, signpost},
};

const NOW: &str = "2026-11-25T14:15:00-05:00";
/// A box in the district's map, which stands in for a far larger archive here.
const BOX: &str = "-96,48.5,-90,51.5";

fn district() -> Vec<u8> {
    std::fs::read(root().join("data/basemap/district.pmtiles")).expect("the district's map")
}

fn builds(keys: &[&str]) -> Vec<u8> {
    let builds: Vec<String> = keys
        .iter()
        .map(|key| format!("{{\"key\": \"{key}\", \"version\": \"4.13.0\", \"size\": 1}}"))
        .collect();
    format!("[{}]", builds.join(",")).into_bytes()
}

fn fetch(out: &Path, more: &[&str]) -> Output {
    let out = out.to_str().expect("a path");
    let mut arguments = vec!["basemap", "fetch", "--out", out];
    if !more.contains(&"--bbox") {
        arguments.extend(["--bbox", BOX]);
    }
    arguments.extend(more);
    signpost(&arguments)
}

#[track_caller]
fn said(output: &Output, status: i32) -> String {
    let text = format!(
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    assert_eq!(output.status.code(), Some(status), "{text}");
    text
}

/// Everything in a folder, by name.
fn files(folder: &TempDir) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(folder.path())
        .expect("a folder")
        .map(|entry| {
            entry
                .expect("an entry")
                .file_name()
                .into_string()
                .expect("a name")
        })
        .collect();
    names.sort();
    names
}

fn target(folder: &TempDir) -> PathBuf {
    folder.path().join("town.pmtiles")
}

#[test]
fn the_newest_build_is_looked_up_and_what_comes_over_the_line_is_what_a_file_gives() {
    let older = [district(), vec![0]].concat();
    let server = RangeServer::start(&[
        (
            "builds.json",
            &builds(&["20261121.pmtiles", "20261122.pmtiles", "20261120.pmtiles"]),
        ),
        ("20261122.pmtiles", &district()),
        ("20261121.pmtiles", &older),
    ]);
    let folder = TempDir::new().unwrap();
    let out = target(&folder);
    let dry = said(&fetch(&out, &["--builds", &server.url, "--dry-run"]), 0);
    assert!(
        dry.contains("20261122.pmtiles") && dry.contains("tiles down to zoom 8"),
        "{dry}"
    );
    assert!(
        files(&folder).is_empty(),
        "a dry run writes nothing: {:?}",
        files(&folder)
    );

    let words = said(&fetch(&out, &["--builds", &server.url]), 0);
    assert!(words.contains("checked"), "{words}");
    assert_eq!(
        files(&folder),
        ["town.pmtiles"],
        "nothing is left beside it"
    );
    let from_file = folder.path().join("file.pmtiles");
    let source = root().join("data/basemap/district.pmtiles");
    said(
        &fetch(&from_file, &["--source", source.to_str().unwrap()]),
        0,
    );
    assert_eq!(
        std::fs::read(&out).unwrap(),
        std::fs::read(&from_file).unwrap()
    );
}

#[test]
fn a_fetch_that_broke_off_goes_on_where_it_stopped() {
    let archive = district();
    let server = RangeServer::start(&[
        ("builds.json", &builds(&["20261122.pmtiles"])),
        ("20261122.pmtiles", &archive),
    ]);
    let folder = TempDir::new().unwrap();
    let out = target(&folder);
    std::fs::write(&out, "the map of before").unwrap();
    server.breaks_off_after(50_000);
    let words = said(&fetch(&out, &["--builds", &server.url]), 1);
    assert!(words.contains("run the same command again"), "{words}");
    assert_eq!(std::fs::read(&out).unwrap(), b"the map of before");
    let kept = std::fs::metadata(folder.path().join("town.pmtiles.part"))
        .unwrap()
        .len();
    assert!(kept > 10_000, "{kept}");

    // In the meantime a newer build is out; the one that was begun is finished while it is there.
    server.replace(
        "builds.json",
        &builds(&["20261122.pmtiles", "20261123.pmtiles"]),
        "\"one\"",
    );
    server.breaks_off_after(u64::MAX);
    let before = server.sent();
    let words = said(&fetch(&out, &["--builds", &server.url]), 0);
    assert!(words.contains("20261122.pmtiles"), "{words}");
    let rest = server.sent() - before;

    server.replace("20261123.pmtiles", &archive, "\"one\"");
    let elsewhere = TempDir::new().unwrap();
    let before = server.sent();
    said(&fetch(&target(&elsewhere), &["--builds", &server.url]), 0);
    let whole = server.sent() - before;
    assert_eq!(rest, whole - kept, "no byte was sent twice");
    assert_eq!(
        std::fs::read(&out).unwrap(),
        std::fs::read(target(&elsewhere)).unwrap()
    );
    assert_eq!(files(&folder), ["town.pmtiles"]);
}

#[test]
fn bytes_of_another_build_are_never_gone_on_from() {
    let server = RangeServer::start(&[("map.pmtiles", &district())]);
    let source = format!("{}/map.pmtiles", server.url);
    let folder = TempDir::new().unwrap();
    let out = target(&folder);
    server.breaks_off_after(50_000);
    said(&fetch(&out, &["--source", &source]), 1);
    let part = folder.path().join("town.pmtiles.part");
    let length = std::fs::metadata(&part).unwrap().len();
    // What is there is spoiled; only because the source is another one by now does it not matter.
    std::fs::write(&part, vec![0_u8; usize::try_from(length).unwrap()]).unwrap();
    server.replace("map.pmtiles", &district(), "\"two\"");
    server.breaks_off_after(u64::MAX);
    said(&fetch(&out, &["--source", &source]), 0);
    assert_eq!(files(&folder), ["town.pmtiles"]);
}

#[test]
fn a_damaged_source_never_takes_the_place_of_a_good_map() {
    let folder = TempDir::new().unwrap();
    let out = target(&folder);
    said(
        &fetch(&out, &["--source", "data/basemap/district.pmtiles"]),
        0,
    );
    let good = std::fs::read(&out).unwrap();
    let mut spoiled = district();
    let middle = spoiled.len() - 20_000;
    spoiled[middle..middle + 2_000].fill(7);
    let spoiled_file = folder.path().join("spoiled");
    std::fs::write(&spoiled_file, &spoiled).unwrap();
    let words = said(
        &fetch(&out, &["--source", spoiled_file.to_str().unwrap()]),
        1,
    );
    assert!(words.contains("is damaged"), "{words}");
    let cut = folder.path().join("cut");
    std::fs::write(&cut, &district()[..40_000]).unwrap();
    said(&fetch(&out, &["--source", cut.to_str().unwrap()]), 1);
    assert_eq!(std::fs::read(&out).unwrap(), good);
    assert!(!files(&folder).contains(&"town.pmtiles.new".to_owned()));
}

#[test]
fn what_cannot_be_fetched_is_said_in_words_that_help() {
    let server = RangeServer::start(&[("map.pmtiles", &district())]);
    let source = format!("{}/map.pmtiles", server.url);
    let folder = TempDir::new().unwrap();
    let out = target(&folder);
    let absent = format!("{}/20200101.pmtiles", server.url);
    let page = root().join("README.md");
    for (more, sentence) in [
        (
            vec!["--source", absent.as_str()],
            "daily builds are kept for about a week",
        ),
        (
            vec!["--source", page.to_str().unwrap()],
            "not a whole PMTiles archive",
        ),
        (
            vec!["--source", source.as_str(), "--bbox", "10,10,11,11"],
            "no tile in the box",
        ),
        (
            vec!["--builds", server.url.as_str()],
            "name a build yourself",
        ),
    ] {
        let words = said(&fetch(&out, &more), 1);
        assert!(words.contains(sentence), "{more:?}: {words}");
    }
    let swapped = fetch(
        &out,
        &["--source", &source, "--bbox", "49.65,-94.75,49.90,-94.30"],
    );
    let words = said(&swapped, 2);
    assert!(words.contains("latitudes between"), "{words}");
    server.state.knows_parts.store(false, Ordering::SeqCst);
    let words = said(&fetch(&out, &["--source", &source]), 1);
    assert!(
        words.contains("download the file and name it with --source"),
        "{words}"
    );
    assert!(files(&folder).is_empty(), "{:?}", files(&folder));
}

#[test]
fn a_running_server_takes_up_a_new_street_map_and_refuses_a_broken_one() {
    let folder = TempDir::new().unwrap();
    let map = folder.path().join("basemap.pmtiles");
    let server = Server::start_in(folder, "data/kenora", NOW);
    let about = || server.get("/tiles/basemap.json").json();
    assert_eq!(about()["street"], false);

    said(
        &fetch(
            &map,
            &[
                "--source",
                "data/basemap/district.pmtiles",
                "--maxzoom",
                "7",
            ],
        ),
        0,
    );
    wait_until("the map is there", || about()["street"] == true);
    let first = about();
    assert_eq!(first["maxzoom"], 7);
    let tile = |about: &serde_json::Value| {
        let address = about["tiles"][0].as_str().unwrap();
        server.status(&address.replace("{z}/{x}/{y}", "7/30/43"))
    };
    assert_eq!(tile(&first), 200);

    let broken = map.with_extension("broken");
    std::fs::write(&broken, &std::fs::read(&map).unwrap()[..30_000]).unwrap();
    std::fs::rename(&broken, &map).unwrap();
    wait_until("the refusal is in the log", || {
        server.log().contains("is refused")
    });
    assert_eq!(about()["tiles"], first["tiles"]);
    assert_eq!(tile(&first), 200, "the old map is still served");

    said(
        &fetch(
            &map,
            &[
                "--source",
                "data/basemap/district.pmtiles",
                "--maxzoom",
                "8",
            ],
        ),
        0,
    );
    wait_until("the new map is there", || about()["maxzoom"] == 8);
    assert_eq!(tile(&about()), 200);
    assert_eq!(tile(&first), 404, "the old address is gone");
}

/// Asks again and again; the server looks every two seconds.
#[track_caller]
fn wait_until(what: &str, is_so: impl Fn() -> bool) {
    let deadline = Instant::now() + Duration::from_secs(30);
    while !is_so() {
        assert!(Instant::now() < deadline, "not in time: {what}");
        std::thread::sleep(Duration::from_millis(200));
    }
}
