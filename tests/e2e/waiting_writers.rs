//! Another process holds the database: whoever edits is told so while it does, and nothing of a refused edit is stored afterwards.

use std::{
    io::{BufRead as _, BufReader},
    process::{Child, Command, Stdio},
    thread,
};

use serde_json::json;

use crate::server::{Server, client, signpost};

const WRITERS: usize = 40;
const SITE: &str = "cedar-circle-house";

/// A process that holds the write lock until it is let go.
fn hold(server: &Server) -> Child {
    let mut holder = Command::new("python3")
        .args(["-c", "import sqlite3,sys\nc=sqlite3.connect(sys.argv[1],isolation_level=None)\nc.execute('BEGIN IMMEDIATE')\nprint('locked',flush=True)\nsys.stdin.read()"])
        .arg(server.database_file())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("python3 runs");
    let mut line = String::new();
    BufReader::new(holder.stdout.as_mut().expect("its words"))
        .read_line(&mut line)
        .expect("it says that it holds the lock");
    assert_eq!(line, "locked\n");
    holder
}

struct Told {
    status: u16,
    retry_after: bool,
}

fn edit(url: &str, secret: &str, etag: &str, number: usize) -> Told {
    let answer = client()
        .patch(format!("{url}/api/v1/sites/{SITE}"))
        .header("authorization", format!("Bearer {secret}"))
        .header("if-match", etag)
        .header("idempotency-key", format!("writer-{number}"))
        .header("content-type", "application/merge-patch+json")
        .send(json!({"door": {"en": format!("Door {number}")}}).to_string())
        .expect("an answer before the client's own patience ends");
    Told {
        status: answer.status().as_u16(),
        retry_after: answer.headers().contains_key("retry-after"),
    }
}

#[test]
fn writers_are_refused_while_the_lock_is_held_and_nothing_of_them_is_stored_later() {
    let server = Server::start("data/training", "2026-11-25T14:15:00-05:00");
    let database = server.database();
    let made = signpost(&[
        "account",
        "token",
        "--organization",
        "cedar-circle",
        "--label",
        "test",
        "--database",
        &database,
    ]);
    let printed = String::from_utf8(made.stdout).expect("text");
    let secret = printed.lines().last().expect("a token").trim().to_owned();
    let address = format!("/api/v1/sites/{SITE}");
    let before = server.get(&address);
    let etag = before.header("etag").to_owned();

    let mut holder = hold(&server);
    let told: Vec<Told> = thread::scope(|scope| {
        let writers: Vec<_> = (0..WRITERS)
            .map(|number| {
                scope.spawn({
                    let (url, secret, etag) = (&server.url, &secret, &etag);
                    move || edit(url, secret, etag, number)
                })
            })
            .collect();
        writers
            .into_iter()
            .map(|one| one.join().expect("a writer"))
            .collect()
    });
    // The lock was held until here, so every one of them was refused and none waited for its end.
    for one in &told {
        assert_eq!(one.status, 503);
        assert!(one.retry_after, "it says when to try again");
    }
    assert_eq!(server.get(&address).body, before.body);
    drop(holder.stdin.take());
    holder.wait().expect("the lock is let go");

    let stored = (0..100).find(|number| {
        thread::sleep(std::time::Duration::from_millis(100));
        let status = edit(&server.url, &secret, &etag, 1_000 + number).status;
        assert!(
            status == 200 || status == 503,
            "{status}: a refused edit was stored"
        );
        status == 200
    });
    let stored = stored.expect("edits are taken again");
    let after = server.get(&address).body;
    assert!(
        after.contains(&format!("Door {}", 1_000 + stored)),
        "{after}"
    );
}
