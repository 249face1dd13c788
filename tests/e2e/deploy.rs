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

/// The units as they are, with the binary that was just built in the place of the installed one.
fn units(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let entries = fs::read_dir(root().join("deploy")).expect("deploy/");
    let mut found = Vec::new();
    for entry in entries {
        let path = entry.expect("a file").path();
        let end = path.extension().and_then(|end| end.to_str());
        if !["service", "timer", "socket"].contains(&end.unwrap_or_default()) {
            continue;
        }
        let text = fs::read_to_string(&path).expect("a unit");
        let own = folder.join(path.file_name().expect("a name"));
        let text = text.replace("/usr/bin/signpost", env!("CARGO_BIN_EXE_signpost"));
        fs::write(&own, text).expect("written");
        found.push(own);
    }
    found.sort();
    assert!(found.len() >= 5, "{found:?}");
    found
}

fn systemd_analyze(arguments: &[&str], units: &[std::path::PathBuf]) -> (bool, String) {
    let done = Command::new("systemd-analyze")
        .args(arguments)
        .args(units)
        .output()
        .expect("systemd-analyze runs: make packages installs it");
    let said = [done.stdout, done.stderr].concat();
    (
        done.status.success(),
        String::from_utf8_lossy(&said).into_owned(),
    )
}

#[test]
fn the_units_are_read_without_a_word_and_let_the_server_do_nothing_it_need_not() {
    let folder = TempDir::new().expect("a folder");
    let units = units(folder.path());
    let (read, said) = systemd_analyze(&["verify", "--man=no"], &units);
    let own: Vec<&str> = said
        .lines()
        .filter(|line| line.contains("signpost"))
        .collect();
    assert!(read && own.is_empty(), "{said}");
    let services = units
        .iter()
        .filter(|unit| unit.extension().is_some_and(|end| end == "service"));
    for service in services {
        let limit = ["security", "--offline=true", "--threshold=15"];
        let (held, said) = systemd_analyze(&limit, std::slice::from_ref(service));
        assert!(held, "{}: {said}", service.display());
    }
    // A unit without its guards is noticed.
    let open = folder.path().join("open.service");
    fs::write(&open, "[Service]\nExecStart=/bin/true\n").expect("written");
    let limit = ["security", "--offline=true", "--threshold=15"];
    assert!(!systemd_analyze(&limit, &[open]).0);
}
