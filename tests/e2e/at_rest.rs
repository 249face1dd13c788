//! What lies on the disk when a server runs: for its owner alone, and no secret of a second step readable without the key.

use std::{fs, os::unix::fs::PermissionsExt as _, path::Path};

use signpost_domain::Lang;
use signpost_store::{AccountId, Attempt, NewAccount, Role, Store, StoredSecondStep};
use tempfile::TempDir;

use crate::{
    commands::words,
    server::{Server, command, signpost},
};

const NOW: &str = "2026-11-25T14:15:00-05:00";
const SECRET: &str = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

fn mode(file: &Path) -> u32 {
    let metadata = fs::metadata(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    metadata.permissions().mode() & 0o777
}

fn wait<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime")
        .block_on(work)
}

/// A steward of an earlier release, whose secret was stored as it is.
fn earlier(database: &str) -> AccountId {
    wait(async {
        let store = Store::open(database).await.expect("the database");
        let new = NewAccount {
            name: "Kim".to_owned(),
            email: "kim@example.org".to_owned(),
            role: Role::Steward,
            lang: Lang::En,
            by: "test".to_owned(),
            at: NOW.parse().expect("an instant"),
        };
        let id = store.add_account(new).await.expect("an account");
        store.close().await;
        id
    })
}

fn contains(folder: &Path, bytes: &[u8]) -> bool {
    let files = fs::read_dir(folder).expect("a folder").flatten();
    files.filter(|entry| entry.path().is_file()).any(|entry| {
        let found = fs::read(entry.path()).expect("a file");
        found.windows(bytes.len()).any(|window| window == bytes)
    })
}

#[test]
fn files_are_for_their_owner_alone_and_the_key_lies_where_the_settings_say() {
    let folder = TempDir::new().expect("a folder");
    let keys = TempDir::new().expect("a folder");
    let key = keys.path().join("signpost.key");
    let database = format!("sqlite:{}", folder.path().join("signpost.db").display());
    let mut serve = command(&["serve", "--bind", "127.0.0.1:0", "--database", &database]);
    serve.args(["--data", "data/training", "--now", NOW, "--workers", "1"]);
    serve.env("SIGNPOST_KEY_FILE", &key);
    let server = Server::of(serve, folder);
    assert_eq!(server.status("/"), 200);
    let file = server.database_file();
    let copy = file.with_file_name("copy.db");
    let backup = command(&[
        "backup",
        &copy.display().to_string(),
        "--database",
        &database,
    ])
    .env("SIGNPOST_KEY_FILE", &key)
    .output()
    .expect("the binary runs");
    assert!(backup.status.success(), "{}", words(&backup));
    assert!(
        words(&backup).contains("signpost.key"),
        "{}",
        words(&backup)
    );
    for name in [
        "signpost.db",
        "signpost.db-wal",
        "signpost.db-shm",
        "copy.db",
    ] {
        assert_eq!(mode(&file.with_file_name(name)), 0o600, "{name}");
    }
    assert_eq!(mode(&key), 0o600);
    let held = fs::read(&key).expect("a key");
    assert!(!contains(
        file.parent().expect("a folder"),
        held.trim_ascii()
    ));
}

#[test]
fn a_secret_of_an_earlier_release_is_sealed_at_the_next_start_and_a_lost_key_is_named() {
    let folder = TempDir::new().expect("a folder");
    let file = folder.path().join("signpost.db");
    let database = format!("sqlite:{}", file.display());
    let id = earlier(&database);
    // As the release before wrote it.
    let sql = format!("UPDATE accounts SET totp = '{SECRET}' WHERE id = {id}");
    let status = std::process::Command::new("sqlite3")
        .arg(&file)
        .arg(&sql)
        .status();
    if !status.is_ok_and(|status| status.success()) {
        // Without the program the same is held by the store's own test.
        return;
    }
    let server = Server::start_in(folder, "data/training", NOW);
    assert!(server.log().contains("sealed"), "{}", server.log());
    let folder = server.kill();
    assert!(!contains(folder.path(), SECRET.as_bytes()));
    let step = || {
        wait(async {
            let store = Store::open(&database).await.expect("the database");
            let at = NOW.parse().expect("an instant");
            let found = store.begin_attempt("kim@example.org", None, at, |_, _| None);
            match found.await.expect("stored") {
                Attempt::Counted(Some(known)) => known.second_step,
                _ => StoredSecondStep::Off,
            }
        })
    };
    assert!(step() == StoredSecondStep::On(SECRET.to_owned()));
    // Without the key the public is answered all the same, and the log says what is missing.
    let key = folder.path().join("signpost.db.key");
    fs::rename(&key, folder.path().join("elsewhere")).expect("moved");
    let server = Server::start_in(folder, "data/training", NOW);
    assert_eq!(server.status("/"), 200);
    assert!(server.log().contains("signpost.db.key"), "{}", server.log());
    assert!(step() == StoredSecondStep::Unreadable);
}

#[test]
fn the_last_steward_is_not_closed_and_links_say_what_they_are_for() {
    let folder = TempDir::new().expect("a folder");
    let database = format!("sqlite:{}", folder.path().join("signpost.db").display());
    let run = |args: &[&str]| {
        let mut all = vec!["account", "--database", &database];
        all.extend_from_slice(args);
        signpost(&all)
    };
    let add = |name: &str| {
        let email = format!("{name}@example.org");
        run(&[
            "add", "--name", name, "--email", &email, "--role", "steward",
        ])
    };
    assert!(add("kim").status.success());
    let refused = run(&["close", "kim@example.org"]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(
        words(&refused).contains("last steward"),
        "{}",
        words(&refused)
    );
    assert!(add("sam").status.success());
    assert!(run(&["close", "kim@example.org"]).status.success());
    let none = run(&["link", "sam@example.org", "--lost-phone"]);
    assert_eq!(none.status.code(), Some(1));
    assert!(words(&none).contains("no second step"), "{}", words(&none));
}

#[test]
fn settings_that_cannot_be_read_are_named() {
    for (name, value, said) in [
        ("SIGNPOST_TRUSTED_PROXIES", "the proxy", "the proxy"),
        ("SIGNPOST_STEWARDS_SECOND_STEP", "sometimes", "required"),
    ] {
        let output = command(&["serve", "--bind", "127.0.0.1:0"])
            .env(name, value)
            .output()
            .expect("the binary runs");
        assert!(!output.status.success(), "{name}");
        assert!(words(&output).contains(said), "{}", words(&output));
    }
}
