//! A steward looks after the street map: looks one up, fetches it, goes back to the one before, and learns why one did not come.

use std::time::{Duration, Instant};

use signpost_store::Role;
use tempfile::TempDir;

use crate::{
    people::{editor, signed_in},
    range_server::RangeServer,
    server::{Server, answer, client, command, root},
};

const NOW: &str = "2026-11-25T14:15:00-05:00";
const PAGE: &str = "/steward/map";

/// A steward's page: its words, and one of its buttons pressed.
struct Page<'s> {
    server: &'s Server,
    cookie: String,
}

impl Page<'_> {
    fn body(&self) -> String {
        let request = client()
            .get(format!("{}{PAGE}", self.server.url))
            .header("cookie", format!("signpost={}", self.cookie));
        answer(request.call().expect("an answer")).body
    }

    /// Presses a button; the status of the answer.
    fn press(&self, act: &str) -> u16 {
        let body = self.body();
        let (_, rest) = body.split_once("name=\"csrf\" value=\"").expect("a form");
        let csrf = rest.split('"').next().expect("a proof");
        let request = client()
            .post(format!("{}{PAGE}", self.server.url))
            .header("cookie", format!("signpost={}", self.cookie))
            .header("content-type", "application/x-www-form-urlencoded");
        let sent = request.send(format!("csrf={csrf}&act={act}"));
        sent.expect("an answer").status().as_u16()
    }

    fn proof(&self) -> String {
        let body = self.body();
        let (_, rest) = body.split_once("name=\"csrf\" value=\"").expect("a form");
        rest.split('"').next().expect("a proof").to_owned()
    }

    /// Sends a file with a proof, as a browser does; the status of the answer.
    fn bring(&self, csrf: &str, file: &[u8]) -> u16 {
        const MARK: &str = "--------kenora";
        let part =
            |name: &str| format!("--{MARK}\r\ncontent-disposition: form-data; name=\"{name}\"");
        let mut form = format!("{}\r\n\r\n{csrf}\r\n", part("csrf")).into_bytes();
        let head = "; filename=\"town.pmtiles\"\r\ncontent-type: application/octet-stream";
        form.extend(format!("{}{head}\r\n\r\n", part("file")).bytes());
        form.extend(file);
        form.extend(format!("\r\n--{MARK}--\r\n").bytes());
        let request = client()
            .post(format!("{}{PAGE}/file", self.server.url))
            .header("cookie", format!("signpost={}", self.cookie))
            .header(
                "content-type",
                format!("multipart/form-data; boundary={MARK}"),
            );
        request
            .send(&form[..])
            .expect("an answer")
            .status()
            .as_u16()
    }

    #[track_caller]
    fn wait_for(&self, words: &str) -> String {
        let deadline = Instant::now() + Duration::from_mins(1);
        loop {
            let body = self.body();
            if body.contains(words) {
                return body;
            }
            assert!(Instant::now() < deadline, "{words} is not in {body}");
            std::thread::sleep(Duration::from_millis(100));
        }
    }
}

fn builds(keys: &[&str]) -> Vec<u8> {
    let builds: Vec<String> = keys
        .iter()
        .map(|key| format!("{{\"key\": \"{key}\", \"version\": \"4.13.0\"}}"))
        .collect();
    format!("[{}]", builds.join(",")).into_bytes()
}

#[test]
fn a_steward_fetches_a_street_map_and_goes_back_to_the_one_before() {
    let streets = std::fs::read(root().join("data/training/basemap.pmtiles")).expect("a map");
    let district = std::fs::read(root().join("data/basemap/district.pmtiles")).expect("a map");
    let mirror = RangeServer::start(&[
        ("builds.json", &builds(&["20261121.pmtiles"])),
        ("20261121.pmtiles", &district),
        ("20261122.pmtiles", &streets),
    ]);
    let folder = TempDir::new().unwrap();
    let database = format!("sqlite:{}", folder.path().join("signpost.db").display());
    let mut serve = command(&["serve", "--bind", "127.0.0.1:0", "--database", &database]);
    serve.args(["--data", "data/training", "--now", NOW, "--workers", "2"]);
    serve.args(["--basemap-builds", &mirror.url]);
    let server = Server::of(serve, folder);
    let page = Page {
        cookie: signed_in(&server, "Kim", Role::Steward, NOW),
        server: &server,
    };
    let hash = || {
        let about = server.get("/tiles/basemap.json").json();
        about["town"]["hash"]
            .as_str()
            .unwrap_or_default()
            .to_owned()
    };
    let shipped = hash();
    let body = page.body();
    assert!(body.contains("147 tiles") && body.contains("Birch Landing is invented"));
    let host = mirror.url.trim_start_matches("http://");
    assert!(body.contains(host), "whom it asks is said before: {body}");
    let before = mirror.sent();
    assert_eq!(
        page.press("fetch"),
        303,
        "nothing was found yet, and nothing comes"
    );
    assert_eq!(
        mirror.sent(),
        before,
        "nobody is asked before a button is pressed"
    );

    assert_eq!(page.press("look"), 303);
    let body = page.wait_for("To be fetched:");
    assert!(body.contains("20261121.pmtiles"), "{body}");
    assert_eq!(hash(), shipped, "nothing is installed by looking");
    assert_eq!(page.press("fetch"), 303);
    page.wait_for("The new map is installed.");
    let first = hash();
    assert_ne!(first, shipped);

    // A newer one; then the one before is put back, and is there after a restart too.
    mirror.replace("builds.json", &builds(&["20261122.pmtiles"]), "\"two\"");
    assert_eq!(page.press("look"), 303);
    page.wait_for("20261122.pmtiles");
    assert_eq!(page.press("fetch"), 303);
    page.wait_for("The new map is installed.");
    let second = hash();
    assert_ne!(second, first);
    assert_eq!(page.press("back"), 303);
    assert_eq!(hash(), first);
    assert_eq!(page.press("back"), 303);
    assert_eq!(hash(), second, "and forward again");

    // What does not come is said, and nothing changes.
    mirror.replace("builds.json", b"nonsense", "\"three\"");
    assert_eq!(page.press("look"), 303);
    page.wait_for("It did not work, and what was there before stays");
    assert_eq!(hash(), second);
    assert_eq!(page.press("nonsense"), 400);

    let editor = Page {
        cookie: signed_in(&server, "Ana", editor("cedar-circle"), NOW),
        server: &server,
    };
    assert!(!editor.body().contains("Look up the newest map"));
}

#[test]
fn a_steward_brings_a_file_which_is_looked_at_before_it_takes_a_place() {
    let streets = std::fs::read(root().join("data/training/basemap.pmtiles")).expect("a map");
    let district = std::fs::read(root().join("data/basemap/district.pmtiles")).expect("a map");
    let folder = TempDir::new().unwrap();
    let place = folder.path().to_owned();
    let database = format!("sqlite:{}", place.join("signpost.db").display());
    let mut serve = command(&["serve", "--bind", "127.0.0.1:0", "--database", &database]);
    serve.args(["--data", "data/kenora", "--now", NOW, "--workers", "2"]);
    let server = Server::of(serve, folder);
    let page = Page {
        cookie: signed_in(&server, "Kim", Role::Steward, NOW),
        server: &server,
    };
    let installed = || server.get("/tiles/basemap.json").json()["town"]["hash"].clone();
    assert!(installed().is_null());
    let proof = page.proof();
    // Not from this session, or from somebody who may not.
    assert_eq!(page.bring("another", &district), 403);
    let editor = Page {
        cookie: signed_in(&server, "Ana", editor("ne-chee"), NOW),
        server: &server,
    };
    assert_eq!(editor.bring(&proof, &district), 403);
    // No map, half a map, the map of another town: each is told, and nothing is installed.
    let half = &district[..district.len() / 2];
    for (file, said) in [
        (&b"hello"[..], "this is not a whole PMTiles archive"),
        (half, "It did not work, and what was there before stays"),
        (&streets[..], "it is a map of another place"),
    ] {
        assert_eq!(page.bring(&proof, file), 303, "{said}");
        page.wait_for(said);
        assert!(installed().is_null(), "{said}");
    }
    assert_eq!(page.bring(&proof, b""), 303);
    assert_eq!(page.bring(&proof, &district), 303);
    page.wait_for("The new map is installed.");
    assert!(installed().is_string());
    let left: Vec<_> = std::fs::read_dir(&place).unwrap().flatten().collect();
    let brought = left
        .iter()
        .any(|file| file.file_name().to_string_lossy().ends_with("brought"));
    assert!(!brought, "{left:?}");
}
