//! Backups that are proven: made whole or not at all, thinned by a rule, restored and asked.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Output,
};

use tempfile::TempDir;

use crate::{
    commands::{copy_of, words},
    server::{Server, command, signpost},
    survival::{edit, token},
};

const NOW: &str = "2026-11-25T14:15:00-05:00";

/// A database of the training town, and a folder for its backups that is not there yet.
struct Desk {
    place: TempDir,
    database: String,
}

impl Desk {
    fn new() -> Self {
        let place = TempDir::new().expect("a folder");
        let database = format!("sqlite:{}", place.path().join("signpost.db").display());
        let desk = Self { place, database };
        desk.fine(&["import", "data/training"]);
        desk
    }

    fn folder(&self) -> PathBuf {
        self.place.path().join("backups")
    }

    fn folder_text(&self) -> String {
        self.folder().display().to_string()
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let whole = [arguments, &["--database", &self.database]].concat();
        signpost(&whole)
    }

    fn fine(&self, arguments: &[&str]) -> String {
        let done = self.run(arguments);
        assert!(done.status.success(), "{arguments:?}: {}", words(&done));
        words(&done)
    }

    /// What a refusal says.
    fn refused(&self, arguments: &[&str]) -> String {
        let done = self.run(arguments);
        assert_eq!(done.status.code(), Some(1), "{}", words(&done));
        words(&done)
    }

    fn backup(&self, keep: &str) -> String {
        self.fine(&["backup", &self.folder_text(), "--keep", keep])
    }

    /// The names of the copies, oldest first.
    fn copies(&self) -> Vec<String> {
        let mut names = files(&self.folder());
        names.retain(|name| Path::new(name).extension().is_some_and(|end| end == "db"));
        names
    }

    /// Gives the newest copy the age of another instant.
    fn age(&self, instant: &str) -> String {
        let newest = self.copies().pop().expect("a copy");
        let old = format!("signpost-{instant}Z.db");
        for end in ["", ".head"] {
            let from = self.folder().join(format!("{newest}{end}"));
            fs::rename(from, self.folder().join(format!("{old}{end}"))).expect("renamed");
        }
        old
    }

    /// A changed town, as a new import brings it; earlier changes stay.
    fn change(&self, file: &str, from: &str, to: &str) {
        let data = self.place.path().join("town");
        if !data.exists() {
            copy_of("data/training", &data);
        }
        let path = data.join(file);
        let text = fs::read_to_string(&path).expect("a table");
        assert!(text.contains(from), "{file} has no {from}");
        fs::write(&path, text.replacen(from, to, 1)).expect("written");
        self.fine(&["import", data.to_str().expect("a path")]);
    }
}

fn files(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder");
    let mut names: Vec<String> = entries
        .map(|entry| {
            let name = entry.expect("a file").file_name();
            name.to_string_lossy().into_owned()
        })
        .collect();
    names.sort();
    names
}

#[test]
fn copies_lie_with_their_head_and_older_ones_are_thinned_but_never_the_one_that_was_proven() {
    let desk = Desk::new();
    let folder = desk.folder_text();
    let said = desk.backup("2d,1m");
    let first = desk.age("20260801T020000");
    // Count and head beside it, which `verify` goes by.
    let head = fs::read_to_string(desk.folder().join(format!("{first}.head"))).expect("a head");
    let (count, hash) = head.trim().split_once(' ').expect("two parts");
    let count: u64 = count.parse().expect("a number");
    assert!(count > 10 && said.contains(&format!("{count} revisions, checked, head {hash}")));
    desk.fine(&["rehearse", &folder]);
    for instant in ["20260901T020000", "20261001T020000", "20261002T020000"] {
        desk.fine(&["backup", &folder]);
        desk.age(instant);
    }
    assert_eq!(desk.copies().len(), 4, "without a rule all are kept");
    fs::write(desk.folder().join("mine.db"), "a file of somebody else").expect("written");
    let said = desk.backup("2d,1m");
    let newest = desk.copies().pop().expect("the new one");
    assert!(said.contains("signpost-20261001T020000Z.db is taken away"));
    assert_eq!(
        desk.copies(),
        [
            "mine.db",
            &first,
            "signpost-20261002T020000Z.db",
            newest.as_str()
        ]
    );
    let left = files(&desk.folder());
    assert!(
        !left.iter().any(|name| name.contains("20261001")),
        "{left:?}"
    );
    for name in &left {
        #[cfg(unix)]
        if name.starts_with("signpost-") || name.starts_with("last") {
            use std::os::unix::fs::PermissionsExt as _;
            let mode = fs::metadata(desk.folder().join(name)).expect("a file");
            assert_eq!(mode.permissions().mode() & 0o77, 0, "{name}");
        }
    }
    let refused = desk.run(&["backup", &folder, "--keep", "for ever"]);
    assert_eq!(refused.status.code(), Some(2), "{}", words(&refused));
}

#[test]
fn a_database_with_a_fault_makes_no_copy_and_thins_none() {
    let server = Server::start("data/training", NOW);
    let (secret, own) = token(&server);
    let database = server.database();
    let backups = TempDir::new().expect("a folder");
    let folder = backups.path().to_str().expect("a path");
    let backup =
        |keep: &str| signpost(&["backup", folder, "--keep", keep, "--database", &database]);
    let done = backup("7d");
    assert!(done.status.success(), "{}", words(&done));
    let good = files(backups.path());
    assert_eq!(edit(&server.url, &secret, &own[0], 1), Some(1));
    let file = server.database_file();
    let place = server.kill();
    // Its last edit is lost: the mark beside it knows.
    fs::remove_file(place.path().join("signpost.db-wal")).expect("removed");
    fs::copy(backups.path().join(&good[0]), &file).expect("an older copy");
    let lost = backup("1d");
    assert_eq!(lost.status.code(), Some(1), "{}", words(&lost));
    assert!(words(&lost).contains("accept-loss"), "{}", words(&lost));
    assert_eq!(files(backups.path()), good);
    // Its words are others than those that were stored.
    fs::remove_file(place.path().join("signpost.db.head")).expect("removed");
    alter(&file);
    let unsound = backup("1d");
    assert_eq!(unsound.status.code(), Some(1), "{}", words(&unsound));
    assert!(words(&unsound).contains("altered"), "{}", words(&unsound));
    assert_eq!(files(backups.path()), good);
}

/// Other words of the same length, everywhere in a file.
fn alter(file: &Path) {
    let (from, to) = (b"12 Anchor Street", b"99 Nobody Street");
    let mut bytes = fs::read(file).expect("a file");
    let places: Vec<usize> = bytes
        .windows(from.len())
        .enumerate()
        .filter(|(_, window)| window == from)
        .map(|(at, _)| at)
        .collect();
    assert!(!places.is_empty(), "the words are in it");
    for at in places {
        bytes[at..at + to.len()].copy_from_slice(to);
    }
    fs::write(file, bytes).expect("written");
}

#[test]
fn the_newest_copy_is_restored_and_asked_also_when_the_live_database_went_on() {
    let desk = Desk::new();
    let folder = desk.folder_text();
    fs::create_dir(desk.folder()).expect("a folder");
    assert!(desk.refused(&["rehearse", &folder]).contains("make one"));
    desk.backup("7d,4w,12m");
    let said = desk.fine(&["rehearse", &folder]);
    assert!(said.contains("20 questions"), "{said}");
    // One change of each kind of thing, and some that come and go.
    for (file, from, to) in [
        ("sites.csv", "807-555-0102", "807-555-0999"),
        ("landmarks.csv", "49.55,-94.898", "49.551,-94.897"),
        ("lines.csv", "807-555-0190", "807-555-0191"),
        ("directory.toml", "Training town.", "Our training town."),
        (
            "organizations.csv",
            "Birch Landing Health",
            "Birch Landing Care",
        ),
        ("services.csv", "Mo-Fr", "Mo-Th"),
        ("localities.csv", "49.", "49.0"),
    ] {
        desk.change(file, from, to);
    }
    let said = desk.fine(&["rehearse", &folder]);
    assert!(said.contains("20 questions"), "{said}");
    let left = files(&desk.folder());
    assert!(
        !left.iter().any(|name| name.contains("rehearsal")),
        "{left:?}"
    );
    // The copy itself is as it was written: nothing opened it.
    assert!(!left.iter().any(|name| name.ends_with("-wal")), "{left:?}");
}

#[test]
fn what_does_not_prove_good_is_said_and_not_written_down() {
    let desk = Desk::new();
    let folder = desk.folder_text();
    desk.backup("7d");
    let proven = desk.folder().join("last-proven.json");
    let newest = desk.folder().join(desk.copies().pop().expect("a copy"));
    let whole = fs::read(&newest).expect("a copy");
    // Cut short to what was there before: the line beside it knows more.
    desk.change("sites.csv", "807-555-0102", "807-555-0999");
    let older = newest.clone();
    desk.age("20260801T020000");
    desk.backup("7d");
    let newest = desk.folder().join(desk.copies().pop().expect("a copy"));
    assert_ne!(fs::read(&newest).expect("a copy"), whole);
    fs::write(&newest, &whole).expect("written");
    let said = desk.refused(&["rehearse", &folder]);
    assert!(said.contains("history went on"), "{said}");
    fs::remove_file(&newest).expect("removed");
    fs::write(&older, &whole).expect("written");
    let _none = fs::remove_file(format!("{}.head", older.display()));
    // Of words that nobody stored.
    alter(&older);
    let said = desk.refused(&["rehearse", &folder]);
    assert!(said.contains("altered"), "{said}");
    // Of another town.
    fs::remove_file(&older).expect("removed");
    let other = Desk::new();
    other.change("sites.csv", "807-555-0102", "807-555-0777");
    other.fine(&["backup", older.to_str().expect("a path")]);
    let said = desk.refused(&["rehearse", &folder]);
    assert!(said.contains("another history"), "{said}");
    assert!(!proven.exists());
}

#[test]
fn health_says_how_old_the_last_proof_is() {
    let desk = Desk::new();
    let folder = desk.folder_text();
    let serve = |backups: &[&str]| {
        let mut serve = command(&["serve", "--bind", "127.0.0.1:0", "--data", "data/training"]);
        serve.args(["--database", &desk.database]).args(backups);
        Server::of(serve, TempDir::new().expect("a folder"))
    };
    let said = |server: &Server| server.get("/api/v1/health").json()["backup"].clone();
    assert_eq!(said(&serve(&[]))["said"], "no folder of backups is set");
    let server = serve(&["--backups", &folder]);
    assert_eq!(said(&server)["said"], "no backup was proven yet");
    assert!(said(&server)["proven_at"].is_null());
    desk.backup("7d");
    desk.fine(&["rehearse", &folder]);
    let now = said(&server);
    assert_eq!(now["said"], "last proven backup: less than an hour");
    assert!(now["age_s"].as_i64().expect("an age") < 3_600, "{now}");
    // Three days later.
    let file = desk.folder().join("last-proven.json");
    let proof = fs::read_to_string(&file).expect("a proof");
    let mut proof: serde_json::Value = serde_json::from_str(&proof).expect("JSON");
    let at: jiff::Timestamp = proof["proven"]
        .as_str()
        .expect("an instant")
        .parse()
        .expect("one");
    let earlier = at - jiff::SignedDuration::from_hours(73);
    proof["proven"] = earlier.to_string().into();
    fs::write(&file, proof.to_string()).expect("written");
    assert_eq!(said(&server)["said"], "last proven backup: 3 days");
}
