//! A start without a usable database still answers everybody, of the copy beside it, and says so; what was there is never begun anew in silence.

use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use serde_json::Value;
use tempfile::TempDir;

use crate::{
    commands::words,
    server::{Server, command, root, signpost},
    survival::{edit, token},
};

const NOW: &str = "2026-11-25T14:15:00-05:00";
const LATER: &str = "2026-11-27T09:00:00-05:00";

/// The copy's moment in Kenora's time, as pages say it.
const OF_WHEN: [(&str, &str); 4] = [
    ("/", "This list is a copy from November 25, 2026, 2:15 pm."),
    (
        "/sites/cedar-circle-house",
        "This list is a copy from November 25, 2026, 2:15 pm.",
    ),
    (
        "/login",
        "This list is a copy from November 25, 2026, 2:15 pm.",
    ),
    (
        "/fr/plan",
        "Cette liste est une copie du 25 novembre 2026, 14 h 15.",
    ),
];

/// Who edits one site.
struct Editor {
    secret: String,
    slug: String,
}

impl Editor {
    fn site(&self) -> String {
        format!("/api/v1/sites/{}", self.slug)
    }
}

/// A folder whose server took one edit, kept a copy of it, and was killed.
fn after_an_edit() -> (TempDir, Editor) {
    let server = Server::start("data/training", NOW);
    let (secret, own) = token(&server);
    let editor = Editor {
        secret,
        slug: own[0].clone(),
    };
    assert_eq!(edit(&server.url, &editor.secret, &editor.slug, 1), Some(1));
    let sequence = server.get("/api/v1/health").json()["snapshot"]["sequence"].clone();
    let copied = format!("\"sequence\":{sequence}");
    let copy = server.database_file().with_extension("db.last");
    wait_until("the edit is in the copy", || {
        fs::read_to_string(&copy).is_ok_and(|copy| copy.contains(&copied))
    });
    (server.kill(), editor)
}

fn wait_until(what: &str, done: impl Fn() -> bool) {
    let deadline = Instant::now() + Duration::from_mins(1);
    while !done() {
        assert!(Instant::now() < deadline, "{what}");
        thread::sleep(Duration::from_millis(50));
    }
}

/// Everybody is answered of the copy, which says its day; nothing is stored, in words that say why.
fn serves_the_copy(server: &Server, editor: &Editor, how: &str) {
    let health = server.get("/api/v1/health").json();
    assert_eq!(health["status"], "degraded", "{how}: {health}");
    assert_eq!(health["outage"], "closed", "{how}: {health}");
    assert_eq!(
        health["snapshot"]["copy_of"], "2026-11-25T14:15:00-05:00",
        "{how}"
    );
    for (path, said) in OF_WHEN {
        let page = server.get(path);
        assert_eq!(page.status, 200, "{how}: {path}");
        assert!(
            plain(&page.body).contains(said),
            "{how}: {path}: {}",
            page.body
        );
    }
    assert_eq!(server.get("/go/birch-health-office").status, 303, "{how}");
    let site = server.get(&editor.site()).json();
    assert_eq!(site["properties"]["door"], "Door 1", "{how}: {site}");
    let answer = server.refused_edit(&editor.site(), &editor.secret);
    assert_eq!(answer["status"], 503, "{how}: {answer}");
    let told = answer["detail"].as_str().unwrap_or_default();
    assert!(told.contains("could not be opened"), "{how}: {told}");
    let in_vain = server.post(
        "/login",
        "application/x-www-form-urlencoded",
        "email=kim%40example.org&password=a-long-password",
    );
    assert!(in_vain.status >= 400, "{how}: {}", in_vain.status);
}

/// Words of a page without the spaces that do not break.
fn plain(body: &str) -> String {
    body.replace(['\u{a0}', '\u{202f}'], " ")
}

fn serve(database: &Path) -> Command {
    let url = format!("sqlite:{}", database.display());
    let mut serve = command(&["serve", "--bind", "127.0.0.1:0", "--database", &url]);
    serve.args(["--data", "data/training", "--now", LATER, "--workers", "2"]);
    serve
}

fn remove(folder: &Path) {
    for name in ["signpost.db", "signpost.db-wal", "signpost.db-shm"] {
        let _there_or_not = fs::remove_file(folder.join(name));
    }
}

#[test]
fn a_missing_database_is_served_of_its_copy_and_begun_anew_only_when_told() {
    let (folder, editor) = after_an_edit();
    let database = folder.path().join("signpost.db");
    let aside = TempDir::new().expect("a folder");
    for name in ["signpost.db", "signpost.db-wal"] {
        fs::copy(folder.path().join(name), aside.path().join(name)).expect("copied");
    }
    remove(folder.path());
    let server = Server::of(serve(&database), folder);
    serves_the_copy(&server, &editor, "missing");
    assert!(!database.exists(), "nothing is begun in its place");

    // The volume is mounted: what is stored is served, and taken, without a restart.
    for name in ["signpost.db-wal", "signpost.db"] {
        fs::copy(
            aside.path().join(name),
            server.database_file().with_file_name(name),
        )
        .expect("back");
    }
    wait_until("it is opened", || {
        server.get("/api/v1/health").json()["status"] == "ok"
    });
    assert!(!server.get("/").body.contains("is a copy from"));
    assert_eq!(edit(&server.url, &editor.secret, &editor.slug, 2), Some(2));

    // Told so, it begins anew, and what was kept is put aside.
    let folder = server.kill();
    remove(folder.path());
    let mut anew = serve(&database);
    anew.arg("--init");
    let server = Server::of(anew, folder);
    assert_eq!(server.get("/api/v1/health").json()["status"], "ok");
    let door = server.get(&editor.site()).json();
    assert!(!door.to_string().contains("Door 2"), "{door}");
    for kept in ["head", "last"] {
        let aside = format!("{}.{kept}.before-init-1", database.display());
        assert!(Path::new(&aside).exists(), "{aside}");
    }
}

#[test]
fn a_database_that_cannot_be_used_is_served_of_its_copy() {
    type Trouble = fn(&Path);
    let troubles: [(&str, Trouble); 3] = [
        ("no database", |database| {
            fs::write(database, "x".repeat(9_000)).expect("written");
        }),
        ("empty", |database| {
            fs::write(database, "").expect("written");
        }),
        ("no file", |database| {
            fs::create_dir(database).expect("made");
        }),
    ];
    for (how, trouble) in troubles {
        let (folder, editor) = after_an_edit();
        let database = folder.path().join("signpost.db");
        remove(folder.path());
        trouble(&database);
        let server = Server::of(serve(&database), folder);
        serves_the_copy(&server, &editor, how);
    }

    // Held by another process; let go, it is opened.
    let (folder, editor) = after_an_edit();
    let database = folder.path().join("signpost.db");
    let mut lock = Command::new("python3")
        .args(["-c", "import sqlite3,sys\nc=sqlite3.connect(sys.argv[1],isolation_level=None)\nc.execute('PRAGMA locking_mode=EXCLUSIVE')\nc.execute('BEGIN EXCLUSIVE')\nprint('locked',flush=True)\nsys.stdin.read()"])
        .arg(&database)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("python3 runs");
    let mut said = [0; 6];
    std::io::Read::read_exact(lock.stdout.as_mut().expect("its words"), &mut said).expect("locked");
    let server = Server::of(serve(&database), folder);
    serves_the_copy(&server, &editor, "locked");
    drop(lock.stdin.take());
    lock.wait().expect("the lock is let go");
    wait_until("it is opened", || {
        server.get("/api/v1/health").json()["status"] == "ok"
    });

    // A copy that was torn is not believed.
    let folder = server.kill();
    remove(folder.path());
    let copy = folder.path().join("signpost.db.last");
    let mut bytes = fs::read(&copy).expect("a copy");
    let end = bytes.len() - 9;
    bytes[end] ^= 1;
    fs::write(&copy, bytes).expect("written");
    let url = format!("sqlite:{}", database.display());
    let refused = signpost(&["serve", "--bind", "127.0.0.1:0", "--database", &url]);
    assert_eq!(refused.status.code(), Some(1));
    let told = words(&refused);
    assert!(told.contains("the database is not there"), "{told}");
    assert!(told.contains("is not whole"), "{told}");
}

/// Of a disk that may not be written, or has no room: reading goes on, `degraded`, and edits are refused with the reason.
#[test]
fn a_disk_that_takes_nothing_is_said_and_everybody_is_answered() {
    for (how, trouble) in [
        ("read-only", "mount -o remount,ro none \"$1\""),
        ("full", "cat /dev/zero > \"$1/filler\" 2>/dev/null || true"),
    ] {
        let (kept, editor) = after_an_edit();
        let folder = TempDir::new().expect("a folder");
        let script = format!(
            "set -e\nmount -t tmpfs -o size=8m none \"$1\"\ncp \"$3\"/signpost.db* \"$1\"\n{trouble}\nexec \"$0\" serve --bind 127.0.0.1:0 --database \"sqlite:$1/signpost.db\" --data data/training --now \"$2\""
        );
        let mut serve = Command::new("unshare");
        serve.current_dir(root()).args([
            "--user",
            "--map-root-user",
            "--mount",
            "sh",
            "-c",
            &script,
        ]);
        serve.arg(env!("CARGO_BIN_EXE_signpost")).args([
            folder.path(),
            Path::new(LATER),
            kept.path(),
        ]);
        let server = Server::of(serve, folder);
        wait_until(how, || {
            server.get("/api/v1/health").json()["status"] == "degraded"
        });
        for (path, _) in OF_WHEN {
            assert_eq!(server.get(path).status, 200, "{how}: {path}");
        }
        let site = server.get(&editor.site()).json();
        assert_eq!(site["properties"]["door"], "Door 1", "{how}: {site}");
        if how == "read-only" {
            let answer = server.refused_edit(&editor.site(), &editor.secret);
            assert_eq!(answer["status"], 503, "{how}: {answer}");
        }
        let health: Value = server.get("/api/v1/health").json();
        assert_eq!(health["status"], "degraded", "{how}: {health}");
    }
}
