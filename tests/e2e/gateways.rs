//! Texts through Debian's Kannel and gammu-smsd, with the files of `deploy/`, on this machine alone; and where their senders' numbers went.

mod carrier;
mod gammu;
mod kannel;
mod spoken;

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Child, Command},
    thread,
    time::{Duration, Instant},
};

use tempfile::TempDir;

use crate::server::{Server, command};

const NOW: &str = "2026-11-25T14:15:00-05:00";
const SECRET: &str = "0123456789abcdef0123";

/// Fifty texts: 25 go through each gateway.
const TEXTS: [&str; 50] = [
    "needles",
    "where can i get needels",
    "need rigs asap",
    "supplies",
    "hungry",
    "fod",
    "food and a bed",
    "bed tonite",
    "lit",
    "seringues svp",
    "ou sont les seringues",
    "je cherche un endroit pour dormir",
    "jai faim",
    "narcan?",
    "911",
    "my friend is od'ing wont wake up",
    "surdose vite",
    "i want to die",
    "fuck you",
    "hello?",
    "help",
    "bonjour",
    "from birch-health-office",
    "im at old-mill-counter",
    "needles near mil brige",
    "washroom by the bridge",
    "where do i dump old needles",
    "seringues usagées",
    "is cedar circle open",
    "when does kettle table open",
    "detox",
    "nurse pls got an abscess",
    "test my dope",
    "somewhere to pee",
    "food near the shelter",
    "can i talk to a person",
    "ride to hospital",
    "housing??",
    "wheres the van",
    "food on granite st",
    "i need to stop using",
    "lost my id",
    "asdf",
    "soup & bread",
    "50% off food",
    "où dormir",
    "un repas près du pont",
    "a shower + food",
    "NARCAN NOW",
    "qui êtes-vous",
];

/// Who sends the nth text: numbers for fiction that no place of the training town has.
fn sender(nth: usize) -> String {
    format!("80755501{}", 20 + nth)
}

/// Ended with the test, whatever became of it.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _gone_already = self.0.kill();
        let _waited_for = self.0.wait();
    }
}

/// The training town with its doors open.
fn serve() -> Server {
    let folder = TempDir::new().expect("a folder");
    let database = format!("sqlite:{}", folder.path().join("signpost.db").display());
    let mut serve = command(&["serve", "--bind", "127.0.0.1:0", "--database", &database]);
    serve.args([
        "--data",
        "data/training",
        "--now",
        NOW,
        "--metrics",
        "public",
    ]);
    for door in ["KANNEL", "GAMMU", "VOICE"] {
        serve.env(format!("SIGNPOST_{door}_SECRET"), SECRET);
    }
    Server::of(serve, folder)
}

/// What the server itself says to a text; that this is what the pure function says, its own tests hold.
fn expected(server: &Server, text: &str) -> String {
    let asked = encoded(text);
    let answer = server.get(&format!("/sms/kannel?key={SECRET}&text={asked}"));
    assert_eq!(answer.status, 200, "{text}: {}", answer.body);
    answer.body
}

/// A text as it stands in an address.
fn encoded(text: &str) -> String {
    text.bytes()
        .map(|byte| format!("%{byte:02X}"))
        .collect::<Vec<_>>()
        .concat()
}

/// Waits for something that comes in its own time.
fn wait_for<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let started = Instant::now();
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(started.elapsed() < Duration::from_mins(3), "{what}");
        thread::sleep(Duration::from_millis(50));
    }
}

/// Every file below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push(path);
        }
    }
    found
}

/// Fails when a sender's number stands in a file below a folder, or in the name of one.
fn nobody_is_in(folder: &Path) {
    for path in files(folder) {
        let held = fs::read(&path).unwrap_or_default();
        let held = String::from_utf8_lossy(&held).into_owned() + &path.to_string_lossy();
        is_in_no(&held, &path.display().to_string());
    }
}

fn is_in_no(text: &str, place: &str) {
    // As gammu and Kannel write it, and as a page would.
    let digits: String = text
        .chars()
        .filter(|letter| *letter != '-' && *letter != ' ')
        .collect();
    for nth in 0..TEXTS.len() {
        let number = sender(nth);
        assert!(!digits.contains(&number), "{number} in {place}");
    }
}

/// Nothing of a sender is in what this server keeps, says and logs.
fn nobody_is_known_to(server: &Server) {
    is_in_no(&server.log(), "the log");
    is_in_no(&server.get("/api/v1/metrics").body, "the counts");
    nobody_is_in(server.database_file().parent().expect("a folder"));
}

/// A file of `deploy/` with some of its words changed for this machine; each stands in it.
fn shipped(name: &str, changes: &[(&str, &str)]) -> String {
    let path = crate::server::root().join("deploy").join(name);
    let mut text = fs::read_to_string(path).expect(name);
    for (from, to) in changes {
        assert!(text.contains(from), "{from} in {name}");
        text = text.replace(from, to);
    }
    text
}

fn start(program: &str, start: &mut Command) -> Running {
    let started = start.spawn();
    Running(started.unwrap_or_else(|error| panic!("{program}: {error}: make packages installs it")))
}
