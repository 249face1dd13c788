//! The folder of pictures: drawn once, shown at once, fallen back from what does not draw.

use std::{
    fs,
    os::unix::fs::PermissionsExt as _,
    path::{Path, PathBuf},
    time::Duration,
};

use signpost_domain::Lang;
use signpost_pictures::{Album, Size, Source, Subject, Worker, compose};

use crate::{
    pixels::Pixels,
    town::{changed, streets, town},
};

fn source(sequence: u64) -> Source {
    Source {
        sequence,
        map: None,
    }
}

fn files(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

/// A program that does what a script says.
fn program(folder: &Path, script: &str) -> PathBuf {
    let file = folder.join("program");
    fs::write(&file, format!("#!/bin/sh\n{script}\n")).unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).unwrap();
    file
}

/// The training town with its first place alone: enough to be kept.
fn small() -> signpost_locate::Snapshot {
    changed("training", |directory| {
        directory.sites.truncate(1);
        directory.plans.clear();
    })
}

#[test]
fn what_is_drawn_is_kept_and_drawn_anew_only_when_it_changes() {
    let folder = tempfile::TempDir::new().unwrap();
    let album = Album::of(folder.path().to_owned(), None);
    let (snapshot, map) = (small(), streets());
    let own = Subject::Place(snapshot.directory().sites.first().unwrap().slug.clone());
    assert!(album.is_behind(&source(1)));
    assert_eq!(album.address(&own, Size::Page, Lang::En), None);
    let first = album.draw(&snapshot, Some(&map), source(1)).unwrap();
    assert!(first >= 6, "{first}");
    assert!(!album.is_behind(&source(1)) && album.is_behind(&source(2)));
    let address = album.address(&own, Size::Page, Lang::En).unwrap();
    assert!(address.starts_with("/static/birch-health-office/360x240@2x.png?v="));
    let french = album.address(&own, Size::Page, Lang::Fr).unwrap();
    assert!(french.starts_with("/fr/static/"), "{french}");
    // A phone pays for each byte: a palette takes a part of what was drawn, and nobody sees it.
    let scene = compose(&snapshot, Some(&map), &own, Size::Page, Lang::En).unwrap();
    let drawn = signpost_pictures::png(&scene.unwrap()).unwrap();
    let small = files(folder.path()).into_iter().map(|name| {
        let bytes = fs::read(folder.path().join(name)).unwrap();
        (Pixels::of(&bytes), bytes.len())
    });
    let whole = Pixels::of(&drawn);
    let alike = small
        .filter(|(one, _)| one.size() == whole.size())
        .map(|(one, bytes)| (one.differs_from(&whole, 32), bytes))
        .min_by(|a, b| a.0.total_cmp(&b.0));
    let (apart, bytes) = alike.unwrap();
    assert!(apart < 1.0, "{apart} % are seen to differ");
    assert!(bytes * 3 < drawn.len() * 2, "{bytes} of {}", drawn.len());
    fs::write(folder.path().join("of-somebody-else.png"), "kept").unwrap();
    // A server that starts again finds all of it.
    let again = Album::of(folder.path().to_owned(), None);
    assert_eq!(again.draw(&snapshot, Some(&map), source(1)).unwrap(), 0);
    assert_eq!(
        again.address(&own, Size::Page, Lang::En),
        Some(address.clone())
    );
    let before = files(folder.path());
    let renamed = changed("training", |directory| {
        directory.sites.truncate(1);
        directory.plans.clear();
        directory.sites[0].name = signpost_domain::Text::of(Lang::En, "Another name");
    });
    assert!(again.draw(&renamed, Some(&map), source(2)).unwrap() > 0);
    assert_ne!(again.address(&own, Size::Page, Lang::En), Some(address));
    let after = files(folder.path());
    assert!(
        after.contains(&"of-somebody-else.png".to_owned()),
        "{after:?}"
    );
    assert!(after.len() <= before.len() && after != before, "{after:?}");
}

#[test]
fn a_program_that_is_missing_fails_hangs_or_writes_no_picture_is_done_without() {
    let snapshot = small();
    let with = |worker: Option<Worker>| {
        let folder = tempfile::TempDir::new().unwrap();
        let album = Album::of(folder.path().to_owned(), worker);
        album.draw(&snapshot, None, source(1)).unwrap();
        let names = files(folder.path());
        assert!(
            names.iter().all(|name| name.ends_with(".resvg.png")),
            "{names:?}"
        );
        album
            .picture(&Subject::Town, Size::Page, Lang::En)
            .unwrap()
            .hash
    };
    let plain = with(None);
    let folder = tempfile::TempDir::new().unwrap();
    assert_eq!(with(Some(Worker::at(folder.path().join("none")))), plain);
    for script in [
        "echo no driver >&2; exit 3",
        "kill -9 $$",
        "cat >/dev/null; echo hello",
        "sleep 100",
    ] {
        let worker = Worker::at(program(folder.path(), script));
        let worker = worker.with_patience(Duration::from_millis(300));
        assert_eq!(with(Some(worker)), plain, "{script}");
    }
}

#[test]
fn the_program_gets_the_scene_and_none_of_the_servers_keys() {
    let folder = tempfile::TempDir::new().unwrap();
    let told = folder.path().join("told");
    let script = format!(
        "cat >{0}/scene; env >{0}/told; exit 1",
        folder.path().display()
    );
    let worker = Worker::at(program(folder.path(), &script));
    let scene = compose(
        &town("training"),
        None,
        &Subject::Town,
        Size::Page,
        Lang::En,
    )
    .unwrap();
    let failed = worker.png(&scene.unwrap()).unwrap_err();
    assert!(failed.to_string().contains("exit status: 1"), "{failed}");
    let scene = fs::read_to_string(folder.path().join("scene")).unwrap();
    assert!(
        scene.starts_with("{\"width\":720,\"height\":480,"),
        "{scene:.80}"
    );
    let told = fs::read_to_string(told).unwrap();
    // cargo's own variables are in ours, and stand for any key.
    assert!(std::env::var_os("CARGO_MANIFEST_DIR").is_some());
    assert!(told.contains("PATH=") && !told.contains("CARGO"), "{told}");
}
