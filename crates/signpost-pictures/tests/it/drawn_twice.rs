//! The same scenes by maplibre-rs and by resvg: what is seen is the same. `make static-map` builds the program; `make test` does so first.

use std::{
    fs::File,
    io::Write as _,
    process::{Command, Stdio},
    time::Duration,
};

use signpost_domain::Lang;
use signpost_pictures::{Scene, Size, Subject, Worker, compose, job, png};

use crate::{
    pixels::Pixels,
    town::{root, streets, town},
};

/// How many pixels in a hundred may differ, and by how much of 255 each may without being another one: the two smooth edges differently.
const MOST_DIFFER: f64 = 3.0;
const SMOOTHED: u8 = 16;

fn program() -> std::path::PathBuf {
    let file = root().join("target/static-map/release/static-map");
    assert!(
        file.is_file(),
        "{} is missing: make static-map",
        file.display()
    );
    file
}

/// Scenes of both towns, with streets and as sketches.
fn scenes() -> Vec<(String, Scene)> {
    let map = streets();
    let mut all = Vec::new();
    for (name, map) in [("training", Some(&map)), ("kenora", None)] {
        let snapshot = town(name);
        let places = snapshot
            .sites()
            .map(|site| Subject::Place(snapshot.site(site).slug.clone()))
            .take(4);
        for subject in std::iter::once(Subject::Town).chain(places) {
            for size in Size::ALL {
                let scene = compose(&snapshot, map, &subject, size, Lang::En).unwrap();
                let told = format!("{name} {} {}", subject.code(), size.code());
                all.extend(scene.map(|scene| (told, scene)));
            }
        }
    }
    all
}

#[test]
fn both_ways_draw_the_same_picture() {
    // A driver that was never used yet takes its time, and so does a machine with much to do.
    let worker = Worker::at(program()).with_patience(Duration::from_mins(1));
    let scenes = scenes();
    assert!(scenes.len() > 20, "{}", scenes.len());
    for (told, scene) in scenes {
        let by_maplibre = Pixels::of(&worker.png(&scene).unwrap());
        let by_resvg = Pixels::of(&png(&scene).unwrap());
        assert_eq!(by_maplibre.size(), by_resvg.size(), "{told}");
        let share = by_maplibre.differs_from(&by_resvg, SMOOTHED);
        assert!(share <= MOST_DIFFER, "{told}: {share:.2} % differ");
    }
}

#[test]
fn without_a_network_the_bytes_are_the_same() {
    let (_, scene) = scenes().swap_remove(1);
    let with = Worker::at(program()).png(&scene).unwrap();
    let folder = tempfile::TempDir::new().unwrap();
    let file = folder.path().join("without.png");
    // A namespace of its own has no network, not even this machine's.
    let mut process = Command::new("unshare")
        .args(["--map-root-user", "--net"])
        .arg(program())
        .stdin(Stdio::piped())
        .stdout(File::create(&file).unwrap())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut input = process.stdin.take().unwrap();
    input.write_all(&job(&scene).unwrap()).unwrap();
    drop(input);
    assert!(process.wait().unwrap().success());
    assert!(
        std::fs::read(file).unwrap() == with,
        "other bytes without a network"
    );
}

#[test]
fn what_is_no_scene_is_said_in_a_line() {
    for (given, said) in [
        ("{}", "this is no scene: missing field `width`"),
        ("<svg/>", "this is no scene: expected value"),
    ] {
        let mut process = Command::new(program())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        process
            .stdin
            .take()
            .unwrap()
            .write_all(given.as_bytes())
            .unwrap();
        let output = process.wait_with_output().unwrap();
        assert!(!output.status.success() && output.stdout.is_empty());
        let words = String::from_utf8(output.stderr).unwrap();
        assert!(words.starts_with(said), "{words}");
    }
}
