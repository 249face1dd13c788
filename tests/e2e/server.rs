//! Starts the built binary as an operator would, and asks it questions.

use std::{
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::{Arc, Mutex},
    thread,
    time::{Duration, Instant},
};

use serde_json::Value;
use tempfile::TempDir;

/// The repository's root.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .canonicalize()
        .expect("the repository")
}

/// The binary, run from the repository's root, with its output kept.
pub fn signpost(arguments: &[&str]) -> std::process::Output {
    command(arguments).output().expect("the binary runs")
}

/// The binary with arguments, to be run from the repository's root. It draws no pictures unless a test asks for them.
pub fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_signpost"));
    command
        .current_dir(root())
        .args(arguments)
        .env("SIGNPOST_PICTURES", "off")
        // All tests come from one address, and ask an unoptimized server.
        .env("SIGNPOST_PEER_BUDGET", "0")
        .env_remove("SIGNPOST_LOG");
    command
}

/// A running server with a database of its own.
pub struct Server {
    process: Child,
    log: Arc<Mutex<String>>,
    folder: TempDir,
    /// `http://127.0.0.1:PORT`
    pub url: String,
}

/// What came back.
pub struct Answer {
    pub status: u16,
    pub headers: ureq::http::HeaderMap,
    pub body: String,
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.body))
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().expect("a plain header"))
    }
}

/// A client that follows no redirect and takes every status as an answer.
pub fn client() -> ureq::Agent {
    ureq::Agent::config_builder()
        .http_status_as_error(false)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .timeout_global(Some(Duration::from_secs(30)))
        .build()
        .into()
}

impl Server {
    /// Starts on a free port with an empty database filled from `data`, the clock fixed at `now`.
    pub fn start(data: &str, now: &str) -> Self {
        Self::start_in(TempDir::new().expect("a folder"), data, now)
    }

    /// The same over a folder that may already hold a database.
    pub fn start_in(folder: TempDir, data: &str, now: &str) -> Self {
        let database = format!("sqlite:{}", folder.path().join("signpost.db").display());
        let mut serve = command(&["serve", "--bind", "127.0.0.1:0", "--database", &database]);
        serve.args(["--data", data, "--now", now, "--workers", "2"]);
        Self::of(serve, folder)
    }

    /// Starts what serves over a folder, and waits for the address in its log.
    pub fn of(mut serve: Command, folder: TempDir) -> Self {
        let mut process = serve
            .stderr(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()
            .expect("the server starts");
        let mut lines = BufReader::new(process.stderr.take().expect("a log")).lines();
        let log = Arc::new(Mutex::new(String::new()));
        let deadline = Instant::now() + Duration::from_mins(1);
        let url = loop {
            assert!(
                Instant::now() < deadline,
                "no address in the log: {}",
                log.lock().expect("log")
            );
            let Some(Ok(line)) = lines.next() else {
                panic!("the server stopped: {}", log.lock().expect("log"));
            };
            let found = line
                .find("http://127.0.0.1:")
                .map(|at| line[at..].to_owned());
            log.lock().expect("log").push_str(&(line + "\n"));
            if let Some(found) = found {
                let end = found.find(|c: char| c.is_whitespace() || c == '"' || c == '\u{1b}');
                break found[..end.unwrap_or(found.len())]
                    .trim_end_matches('/')
                    .to_owned();
            }
        };
        let rest = Arc::clone(&log);
        thread::spawn(move || {
            for line in lines.map_while(Result::ok) {
                rest.lock().expect("log").push_str(&(line + "\n"));
            }
        });
        Self {
            process,
            log,
            folder,
            url,
        }
    }

    /// Its process.
    pub fn id(&self) -> u32 {
        self.process.id()
    }

    pub fn database_file(&self) -> PathBuf {
        self.folder.path().join("signpost.db")
    }

    pub fn database(&self) -> String {
        format!("sqlite:{}", self.database_file().display())
    }

    /// Everything logged so far.
    pub fn log(&self) -> String {
        self.log.lock().expect("log").clone()
    }

    /// The log once it holds what is waited for: an answer is here sooner than its line.
    pub fn log_with(&self, done: impl Fn(&str) -> bool) -> String {
        let deadline = Instant::now() + Duration::from_mins(1);
        while !done(&self.log()) && Instant::now() < deadline {
            thread::sleep(Duration::from_millis(20));
        }
        self.log()
    }

    pub fn get(&self, path: &str) -> Answer {
        let request = client().get(format!("{}{path}", self.url));
        answer(request.call().expect("an answer"))
    }

    /// The body as it is, unpacked when it came packed.
    pub fn bytes(&self, path: &str) -> Vec<u8> {
        let request = client().get(format!("{}{path}", self.url));
        let mut response = request.call().expect("an answer");
        assert_eq!(response.status().as_u16(), 200, "{path}");
        response.body_mut().read_to_vec().expect("a body")
    }

    /// The status alone, whatever the body is.
    pub fn status(&self, path: &str) -> u16 {
        let request = client().get(format!("{}{path}", self.url));
        request.call().expect("an answer").status().as_u16()
    }

    pub fn post(&self, path: &str, content_type: &str, body: &str) -> Answer {
        let request = client()
            .post(format!("{}{path}", self.url))
            .header("content-type", content_type);
        answer(request.send(body).expect("an answer"))
    }

    /// Sends an edit of a site as its agency's own system would, and reads the problem it is answered with.
    pub fn refused_edit(&self, path: &str, secret: &str) -> Value {
        let now = client().get(format!("{}{path}", self.url)).call();
        let etag = now.expect("the site").headers()["etag"].clone();
        let request = client()
            .patch(format!("{}{path}", self.url))
            .header("authorization", format!("Bearer {secret}"))
            .header("if-match", etag)
            .header("content-type", "application/merge-patch+json");
        answer(
            request
                .send("{\"door\": {\"en\": \"Door 9\"}}")
                .expect("an answer"),
        )
        .json()
    }

    /// A figure of its memory in KiB: `VmRSS` now, `VmHWM` the most since [`Self::forget_peak`].
    pub fn memory(&self, figure: &str) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.id()));
        let status = status.expect("Linux tells");
        let line = status.lines().find_map(|line| line.strip_prefix(figure));
        let digits = line.and_then(|line| line.split_whitespace().nth(1));
        digits.and_then(|digits| digits.parse().ok()).expect(figure)
    }

    /// From here on the most it takes is counted anew.
    pub fn forget_peak(&self) {
        std::fs::write(format!("/proc/{}/clear_refs", self.id()), "5").expect("Linux forgets");
    }

    /// Whether it ends by itself in this time.
    pub fn ended_within(&mut self, time: Duration) -> bool {
        let deadline = Instant::now() + time;
        while Instant::now() < deadline {
            if self.process.try_wait().expect("its state").is_some() {
                return true;
            }
            thread::sleep(Duration::from_millis(20));
        }
        false
    }

    /// Stops it as a power cut would, and hands the folder on.
    pub fn kill(mut self) -> TempDir {
        self.process.kill().expect("kill -9");
        self.process.wait().expect("it is gone");
        std::mem::replace(&mut self.folder, TempDir::new().expect("a folder"))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _gone_already = self.process.kill();
        let _gone_already = self.process.wait();
    }
}

pub fn answer(mut response: ureq::http::Response<ureq::Body>) -> Answer {
    Answer {
        status: response.status().as_u16(),
        headers: response.headers().clone(),
        body: response.body_mut().read_to_string().expect("a text"),
    }
}
