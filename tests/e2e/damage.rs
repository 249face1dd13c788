//! Damage is noticed: of a database that lost edits nobody is told that it is whole, and no edit is taken until somebody decides.

use std::{
    fs::{self, OpenOptions},
    path::Path,
};

use tempfile::TempDir;

use crate::{
    commands::words,
    server::{Server, signpost},
    survival::{edit, token},
};

const NOW: &str = "2026-11-25T14:15:00-05:00";

/// The files of a database as a kill left them, with the last edit in the write-ahead log alone.
const FILES: [&str; 3] = ["signpost.db", "signpost.db-wal", "signpost.db.head"];

fn copy(from: &Path, into: &Path) {
    for name in FILES {
        fs::copy(from.join(name), into.join(name)).expect(name);
    }
}

fn cut(file: &Path, keep: impl Fn(u64) -> u64) {
    let open = OpenOptions::new().write(true).open(file).expect("a file");
    let length = open.metadata().expect("a length").len();
    open.set_len(keep(length)).expect("cut");
}

fn flip(file: &Path, at: impl Fn(usize) -> usize) {
    let mut bytes = fs::read(file).expect("a file");
    let at = at(bytes.len());
    for byte in &mut bytes[at..at + 64] {
        *byte = !*byte;
    }
    fs::write(file, bytes).expect("written");
}

type Damage = fn(&Path, &Path);

/// What is done to a folder, and what the older backup is.
const DAMAGES: [(&str, Damage); 18] = [
    ("log deleted", |folder, _| {
        fs::remove_file(folder.join(FILES[1])).expect("removed");
    }),
    ("log empty", |folder, _| cut(&folder.join(FILES[1]), |_| 0)),
    ("log cut in half", |folder, _| {
        cut(&folder.join(FILES[1]), |all| all / 2);
    }),
    ("log without its last page", |folder, _| {
        cut(&folder.join(FILES[1]), |all| all - 4_096);
    }),
    ("log without its last byte", |folder, _| {
        cut(&folder.join(FILES[1]), |all| all - 1);
    }),
    ("head of the log flipped", |folder, _| {
        flip(&folder.join(FILES[1]), |_| 0);
    }),
    ("middle of the log flipped", |folder, _| {
        flip(&folder.join(FILES[1]), |all| all / 2);
    }),
    ("end of the log flipped", |folder, _| {
        flip(&folder.join(FILES[1]), |all| all - 64);
    }),
    ("an older copy", older),
    ("an older copy under the newer log", |folder, older| {
        fs::copy(older, folder.join(FILES[0])).expect("copied");
        fs::remove_file(folder.join(FILES[1])).expect("removed");
        fs::write(folder.join(FILES[1]), b"").expect("written");
    }),
    ("empty", |folder, _| {
        only(folder);
        cut(&folder.join(FILES[0]), |_| 0);
    }),
    ("gone", |folder, _| {
        only(folder);
        fs::remove_file(folder.join(FILES[0])).expect("removed");
    }),
    ("gone, and only its log left", |folder, _| {
        fs::remove_file(folder.join(FILES[0])).expect("removed");
    }),
    ("cut in half", |folder, _| {
        only(folder);
        cut(&folder.join(FILES[0]), |all| all / 2);
    }),
    ("head flipped", |folder, _| {
        only(folder);
        flip(&folder.join(FILES[0]), |_| 0);
    }),
    ("no database", |folder, _| {
        only(folder);
        fs::write(folder.join(FILES[0]), "x".repeat(9_000)).expect("written");
    }),
    ("its mark unreadable", |folder, _| {
        fs::write(folder.join(FILES[2]), "x").expect("written");
    }),
    ("its mark of another history", |folder, _| {
        let mark = fs::read_to_string(folder.join(FILES[2])).expect("a mark");
        let (sequence, _) = mark.split_once(' ').expect("two parts");
        fs::write(
            folder.join(FILES[2]),
            format!("{sequence} {}\n", "5".repeat(64)),
        )
        .expect("written");
    }),
];

fn only(folder: &Path) {
    fs::remove_file(folder.join(FILES[1])).expect("removed");
}

fn older(folder: &Path, older: &Path) {
    only(folder);
    fs::copy(older, folder.join(FILES[0])).expect("copied");
}

#[test]
fn no_damage_passes_for_a_whole_database_and_edits_stop_until_somebody_decides() {
    let server = Server::start("data/training", NOW);
    let (secret, own) = token(&server);
    let database = server.database();
    let beside = TempDir::new().expect("a folder");
    let backup = beside.path().join("older.db");
    let path = backup.to_str().expect("a path");
    let done = signpost(&["backup", path, "--database", &database]);
    assert!(done.status.success(), "{}", words(&done));
    assert_eq!(edit(&server.url, &secret, &own[0], 1), Some(1));
    let folder = server.kill();
    let kept = TempDir::new().expect("a folder");
    copy(folder.path(), kept.path());

    let verify = |folder: &Path| {
        let url = format!("sqlite:{}", folder.join(FILES[0]).display());
        signpost(&["verify", "--database", &url])
    };
    for (how, damage) in DAMAGES {
        let case = TempDir::new().expect("a folder");
        copy(kept.path(), case.path());
        damage(case.path(), &backup);
        let said = verify(case.path());
        assert_eq!(said.status.code(), Some(1), "{how}: {}", words(&said));
        assert!(!words(&said).contains("chain whole"), "{how}");
    }
    let whole = verify(kept.path());
    assert!(whole.status.success(), "{}", words(&whole));

    // Served on with what is there, and said everywhere; no edit is taken.
    for name in &FILES[1..2] {
        fs::remove_file(folder.path().join(name)).expect("removed");
    }
    fs::copy(&backup, folder.path().join(FILES[0])).expect("copied");
    let server = Server::start_in(folder, "data/training", NOW);
    assert_eq!(server.get("/").status, 200);
    let health = server.get("/api/v1/health").json();
    assert_eq!(health["status"], "degraded", "{health}");
    assert!(
        server.log().contains("no edit is taken until"),
        "{}",
        server.log()
    );
    assert_eq!(edit(&server.url, &secret, &own[0], 2), None);
    let folder = server.kill();

    let accept = [
        "verify",
        "--accept-loss",
        "--author",
        "Kim",
        "--database",
        &database,
    ];
    let taken = signpost(&accept);
    assert!(taken.status.success(), "{}", words(&taken));
    assert!(
        words(&taken).contains("Taken as lost by Kim"),
        "{}",
        words(&taken)
    );
    let again = signpost(&accept);
    assert!(
        words(&again).contains("nothing is missing"),
        "{}",
        words(&again)
    );
    let server = Server::start_in(folder, "data/training", NOW);
    assert_eq!(server.get("/api/v1/health").json()["status"], "ok");
    assert_eq!(edit(&server.url, &secret, &own[0], 3), Some(3));

    // A volume that is not mounted, and no copy: nothing old is shown as if it were current. What is put back takes its place.
    let folder = server.kill();
    for name in [FILES[0], FILES[1], "signpost.db-shm", "signpost.db.last"] {
        let _there_or_not = fs::remove_file(folder.path().join(name));
    }
    let refused = signpost(&["serve", "--bind", "127.0.0.1:0", "--database", &database]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(
        words(&refused).contains("the database is not there"),
        "{}",
        words(&refused)
    );
    let back = signpost(&["restore", path, "--database", &database]);
    assert!(back.status.success(), "{}", words(&back));
    let whole = verify(folder.path());
    assert!(whole.status.success(), "{}", words(&whole));
}
