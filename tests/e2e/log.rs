//! A log that cannot be written stops nobody: on a full disk, into a pipe that nobody reads, into one that was closed.

use std::{
    fs::File,
    net::{SocketAddr, TcpListener, TcpStream},
    process::{Child, Stdio},
    thread,
    time::{Duration, Instant},
};

use tempfile::TempDir;

use crate::server::{client, command};

/// More than may wait to be written, and more than fits into a pipe beside it.
const REQUESTS: usize = 3_000;

struct Serving {
    process: Child,
    url: String,
    _folder: TempDir,
}

impl Drop for Serving {
    fn drop(&mut self) {
        let _gone = self.process.kill();
        let _gone = self.process.wait();
    }
}

/// Starts on a port that was free a moment ago: the log, which tells the port, is what is broken here.
fn serve(log: Stdio) -> Serving {
    let folder = TempDir::new().expect("a folder");
    let database = format!("sqlite:{}", folder.path().join("signpost.db").display());
    let bind = TcpListener::bind("127.0.0.1:0")
        .and_then(|free| free.local_addr())
        .expect("a free port");
    let process = command(&[
        "serve",
        "--bind",
        &bind.to_string(),
        "--database",
        &database,
    ])
    .args([
        "--data",
        "data/training",
        "--workers",
        "2",
        "--metrics",
        "public",
    ])
    .args(["--now", "2026-11-25T14:15:00-05:00"])
    .stderr(log)
    .stdout(Stdio::null())
    .spawn()
    .expect("the server starts");
    let serving = Serving {
        process,
        url: format!("http://{bind}"),
        _folder: folder,
    };
    wait_for(bind);
    serving
}

fn wait_for(bind: SocketAddr) {
    let deadline = Instant::now() + Duration::from_mins(1);
    while TcpStream::connect(bind).is_err() {
        assert!(Instant::now() < deadline, "nobody listens on {bind}");
        thread::sleep(Duration::from_millis(50));
    }
}

/// How many lines were lost, by the server's own count.
fn lost(url: &str) -> u64 {
    let counts = client()
        .get(format!("{url}/api/v1/metrics"))
        .call()
        .expect("counts")
        .body_mut()
        .read_to_string()
        .expect("text");
    let line = counts
        .lines()
        .find_map(|line| line.strip_prefix("signpost_log_lines_lost_total "));
    line.and_then(|count| count.parse().ok())
        .unwrap_or_else(|| panic!("no count: {counts}"))
}

fn answers_everybody(serving: &Serving, how: &str) {
    let agent = client();
    for nth in 0..REQUESTS {
        let answer = agent.get(format!("{}/leave", serving.url)).call();
        let answer = answer.unwrap_or_else(|error| panic!("{how}: request {nth}: {error}"));
        assert_eq!(answer.status(), 200, "{how}: request {nth}");
    }
    assert!(lost(&serving.url) > 0, "{how}: lost lines are counted");
}

#[test]
fn a_full_disk_under_the_log_stops_nobody() {
    let full = File::options().write(true).open("/dev/full");
    answers_everybody(&serve(full.expect("/dev/full").into()), "full disk");
}

#[test]
fn a_pipe_that_nobody_reads_stops_nobody() {
    let (unread, log) = std::io::pipe().expect("a pipe");
    answers_everybody(&serve(log.into()), "unread pipe");
    drop(unread);
}

#[test]
fn a_pipe_that_was_closed_stops_nobody() {
    let (read, log) = std::io::pipe().expect("a pipe");
    let serving = serve(log.into());
    drop(read);
    answers_everybody(&serving, "closed pipe");
}
