//! A person at an old door gets an answer while the database is locked, full, broken or gone; and no acknowledged edit is ever lost.

use std::{
    fs,
    io::Write as _,
    process::Command,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::Duration,
};

use serde_json::json;
use tempfile::TempDir;

use crate::server::{Server, client, root, signpost};

const NOW: &str = "2026-11-25T14:15:00-05:00";

fn reads_still_answer(server: &Server, how: &str) {
    let go = server.get("/go/birch-health-office");
    assert_eq!(go.status, 303, "{how}: /go");
    assert_eq!(
        go.header("location"),
        "/?need=supplies&from=birch-health-office",
        "{how}"
    );
    for path in [
        "/",
        "/fr/",
        "/api/v1/where-to-go?need=supplies",
        "/api/v1/sites?need=supplies",
    ] {
        let answer = server.get(path);
        assert_eq!(answer.status, 200, "{how}: {path}");
        assert!(answer.body.len() > 200, "{how}: {path} is empty");
    }
}

/// Makes a token for the organization that has the most sites in the training town.
pub fn token(server: &Server) -> (String, Vec<String>) {
    let mut sites: Vec<(String, String)> = Vec::new();
    for feature in server.get("/api/v1/sites?limit=100").json()["features"]
        .as_array()
        .expect("sites")
    {
        let text = |name: &str| {
            feature["properties"][name]
                .as_str()
                .unwrap_or_default()
                .to_owned()
        };
        sites.push((text("organization"), text("slug")));
    }
    let count = |id: &str| sites.iter().filter(|(own, _)| own == id).count();
    let organization = sites
        .iter()
        .map(|(id, _)| id)
        .max_by_key(|id| count(id))
        .expect("a site")
        .clone();
    let database = server.database();
    let arguments = [
        "account",
        "token",
        "--organization",
        &organization,
        "--label",
        "test",
        "--database",
        &database,
    ];
    let made = signpost(&arguments);
    assert!(
        made.status.success(),
        "{}",
        String::from_utf8_lossy(&made.stderr)
    );
    let printed = String::from_utf8(made.stdout).expect("text");
    let secret = printed.lines().last().expect("a token").trim().to_owned();
    let own = sites
        .into_iter()
        .filter(|(id, _)| *id == organization)
        .map(|(_, slug)| slug)
        .collect();
    (secret, own)
}

/// One edit as an agency's own system would make it; the acknowledged number, or nothing.
pub fn edit(url: &str, secret: &str, slug: &str, number: usize) -> Option<usize> {
    let address = format!("{url}/api/v1/sites/{slug}");
    let now = client().get(&address).call().ok()?;
    let etag = now.headers().get("etag")?.to_str().ok()?.to_owned();
    let body = json!({"door": {"en": format!("Door {number}")}}).to_string();
    let request = client()
        .patch(&address)
        .header("authorization", format!("Bearer {secret}"))
        .header("if-match", etag)
        .header("idempotency-key", format!("{slug}-{number}"))
        .header("content-type", "application/merge-patch+json");
    // The status acknowledges, even when the power cut tears the body after it.
    let status = request.send(body).ok()?.status().as_u16();
    (status == 200).then_some(number)
}

#[test]
fn reads_go_on_while_the_database_is_locked_broken_or_gone() {
    let server = Server::start("data/training", NOW);
    reads_still_answer(&server, "at first");

    let mut lock = Command::new("python3")
        .args(["-c", "import sqlite3,sys\nc=sqlite3.connect(sys.argv[1],isolation_level=None)\nc.execute('BEGIN EXCLUSIVE')\nprint('locked',flush=True)\nsys.stdin.read()"])
        .arg(server.database_file())
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .spawn()
        .expect("python3 runs");
    thread::sleep(Duration::from_millis(800));
    reads_still_answer(&server, "locked");
    drop(lock.stdin.take());
    lock.wait().expect("the lock is let go");

    fs::OpenOptions::new()
        .write(true)
        .open(server.database_file())
        .expect("the database file")
        .write_all(&[0xA5; 8192])
        .expect("it is overwritten");
    reads_still_answer(&server, "corrupt");

    for suffix in ["", "-wal", "-shm"] {
        let mut name = server.database_file().into_os_string();
        name.push(suffix);
        let _absent = fs::remove_file(name);
    }
    reads_still_answer(&server, "gone");
    assert_eq!(server.get("/api/v1/health").json()["edition"], "preview");
}

/// A server whose database lies on a small disk of its own, and a token for one organization.
fn on_a_small_disk() -> (Server, String) {
    let folder = TempDir::new().expect("a folder");
    let script = r#"set -e
        mount -t tmpfs -o size=4m none "$1"
        database="sqlite:$1/signpost.db"
        "$0" import data/training --database "$database" >/dev/null
        "$0" account token --organization cedar-circle --label test --database "$database" > "$1.token"
        exec "$0" serve --bind 127.0.0.1:0 --database "$database" --now "$2""#;
    let mut serve = Command::new("unshare");
    serve
        .current_dir(root())
        .args(["--user", "--map-root-user", "--mount", "sh", "-c", script]);
    serve
        .arg(env!("CARGO_BIN_EXE_signpost"))
        .arg(folder.path())
        .arg(NOW);
    let token = folder.path().with_extension("token");
    let server = Server::of(serve, folder);
    let printed = fs::read_to_string(&token).expect("a token");
    fs::remove_file(token).expect("the token's file goes");
    (server, printed.lines().last().expect("a token").to_owned())
}

#[test]
fn reads_go_on_while_the_disk_is_full_and_edits_are_refused_whole() {
    let (server, secret) = on_a_small_disk();
    assert_eq!(
        edit(&server.url, &secret, "cedar-circle-house", 1),
        Some(1),
        "before it is full"
    );

    let disk = format!(
        "/proc/{}/root{}",
        server.id(),
        server.database_file().parent().expect("a folder").display()
    );
    let mut filler = fs::File::create(format!("{disk}/filler")).expect("the small disk");
    for size in [4096, 1] {
        while filler.write_all(&vec![0; size]).is_ok() {}
    }
    // What the files still hold free can take a few edits more.
    let refused = (2..2_000)
        .find(|&number| edit(&server.url, &secret, "cedar-circle-house", number).is_none());
    let refused = refused.expect("a full disk takes no edit");
    reads_still_answer(&server, "full");
    let body = server.get("/api/v1/sites/cedar-circle-house").body;
    assert!(
        body.contains(&format!("Door {}", refused - 1)),
        "an edit that was refused is seen, or one that was taken is not"
    );
    assert_eq!(server.get("/api/v1/health").json()["database"], "failing");

    drop(filler);
    fs::remove_file(format!("{disk}/filler")).expect("room is made");
    let again = (0..50).any(|_| {
        thread::sleep(Duration::from_millis(100));
        edit(&server.url, &secret, "cedar-circle-house", 9_999).is_some()
    });
    assert!(again, "edits do not come back when there is room again");
}

#[test]
fn no_acknowledged_edit_is_lost_when_the_power_goes() {
    let server = Server::start("data/training", NOW);
    let (secret, slugs) = token(&server);
    let acknowledged: Arc<Mutex<Vec<(String, usize)>>> = Arc::default();
    let stop = Arc::new(AtomicBool::new(false));
    let writers: Vec<_> = slugs
        .iter()
        .map(|slug| {
            let (url, secret, slug) = (server.url.clone(), secret.clone(), slug.clone());
            let (acknowledged, stop) = (Arc::clone(&acknowledged), Arc::clone(&stop));
            thread::spawn(move || {
                for number in 1.. {
                    if stop.load(Ordering::Relaxed) {
                        break;
                    }
                    if let Some(number) = edit(&url, &secret, &slug, number) {
                        acknowledged
                            .lock()
                            .expect("list")
                            .push((slug.clone(), number));
                    }
                }
            })
        })
        .collect();
    while acknowledged.lock().expect("list").len() < 30 {
        thread::sleep(Duration::from_millis(20));
    }
    let folder = server.kill();
    stop.store(true, Ordering::Relaxed);
    for writer in writers {
        writer.join().expect("a writer");
    }

    let server = Server::start_in(folder, "data/training", NOW);
    let acknowledged = acknowledged.lock().expect("list");
    for slug in &slugs {
        let last = acknowledged
            .iter()
            .filter(|(own, _)| own == slug)
            .map(|(_, number)| *number)
            .max();
        let Some(last) = last else { continue };
        let door =
            server.get(&format!("/api/v1/sites/{slug}")).json()["properties"]["door"].to_string();
        let stored: usize = door
            .chars()
            .filter(char::is_ascii_digit)
            .collect::<String>()
            .parse()
            .expect("a door");
        assert!(stored >= last, "{slug}: acknowledged {last}, found {door}");
    }
    let verified = signpost(&["verify", "--database", &server.database()]);
    assert!(
        verified.status.success(),
        "{}",
        String::from_utf8_lossy(&verified.stderr)
    );
}
