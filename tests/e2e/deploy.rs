//! What `deploy/` holds for the machine that serves: a front as Debian has it, before the server.

use std::{
    fs,
    net::TcpListener,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use tempfile::TempDir;

use crate::server::{Server, client, root};

const NOW: &str = "2026-11-25T14:15:00-05:00";

/// Ended with the test, whatever became of it.
struct Front(Child);

impl Drop for Front {
    fn drop(&mut self) {
        let _gone_already = self.0.kill();
        let _waited_for = self.0.wait();
    }
}

#[test]
fn caddy_as_it_is_described_serves_the_pages_and_keeps_its_limits() {
    let server = Server::start("data/training", NOW);
    let port = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = format!("http://{}", port.local_addr().expect("an address"));
    drop(port);
    let folder = TempDir::new().expect("a folder");
    let log = folder.path().join("log");
    let file = fs::File::create(&log).expect("a log");
    let upstream = server.url.trim_start_matches("http://");
    let _front = Front(
        Command::new("caddy")
            .args(["run", "--adapter", "caddyfile", "--config"])
            .arg(root().join("deploy/Caddyfile"))
            .env("SIGNPOST_SITE", &address)
            .env("SIGNPOST_UPSTREAM", upstream)
            .env("HOME", folder.path())
            .stdout(Stdio::null())
            .stderr(file)
            .spawn()
            .expect("caddy runs: make packages installs it"),
    );
    let started = Instant::now();
    while client().get(&address).call().is_err() {
        let said = fs::read_to_string(&log).unwrap_or_default();
        assert!(started.elapsed() < Duration::from_secs(20), "{said}");
        thread::sleep(Duration::from_millis(50));
    }
    for path in ["/", "/fr/", "/api/v1/health", "/directory.json"] {
        let mut through = client()
            .get(format!("{address}{path}"))
            .call()
            .expect("an answer");
        assert_eq!(through.status(), server.status(path), "{path}");
        let policy = through.headers().get("content-security-policy");
        assert!(path != "/" || policy.is_some(), "{path}");
        assert!(
            !through
                .body_mut()
                .read_to_string()
                .expect("text")
                .is_empty(),
            "{path}"
        );
    }
    let large = client()
        .post(format!("{address}/api/v1/where-to-go"))
        .header("content-type", "application/json")
        .send(" ".repeat(2 << 20))
        .map(|answer| answer.status().as_u16());
    assert!(!matches!(large, Ok(200..=299)), "{large:?}");
    let head = client()
        .get(&address)
        .header("x-long", "x".repeat(64 << 10))
        .call()
        .map(|answer| answer.status().as_u16());
    assert!(!matches!(head, Ok(200..=299)), "{head:?}");
    // Nobody stands in what it writes.
    let asked = client()
        .get(format!("{address}/search?q=canary-in-the-log"))
        .call();
    assert!(asked.is_ok());
    let said = fs::read_to_string(&log).expect("a log");
    assert!(!said.contains("canary-in-the-log"), "{said}");
}
