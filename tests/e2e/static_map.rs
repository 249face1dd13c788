//! Pictures of the map by the server as an operator runs it: drawn by maplibre-rs, by resvg without a driver, and by nobody.

use std::{
    fs, thread,
    time::{Duration, Instant},
};

use tempfile::TempDir;

use crate::server::{Server, answer, client, command, root};

const NOW: &str = "2026-11-25T14:15:00-05:00";
const PLACE: &str = "/sites/birch-health-office";

/// A server over the training town that draws pictures, with what else it is told.
fn drawing(more: &[(&str, &str)]) -> Server {
    let folder = TempDir::new().expect("a folder");
    let database = format!("sqlite:{}", folder.path().join("signpost.db").display());
    let mut serve = command(&["serve", "--bind", "127.0.0.1:0", "--database", &database]);
    serve.args(["--data", "data/training", "--now", NOW, "--workers", "1"]);
    serve.env_remove("SIGNPOST_PICTURES");
    serve.envs(more.iter().copied());
    Server::of(serve, folder)
}

fn body(server: &Server, path: &str) -> String {
    let called = client().get(format!("{}{path}", server.url)).call();
    answer(called.expect("an answer")).body
}

/// Waits until the place's page has its picture.
fn wait(server: &Server) -> String {
    let deadline = Instant::now() + Duration::from_mins(5);
    loop {
        let html = body(server, PLACE);
        if html.contains("class=\"picture\"") {
            return html;
        }
        assert!(Instant::now() < deadline, "{}", server.log());
        thread::sleep(Duration::from_millis(250));
    }
}

/// How many pictures were drawn by maplibre-rs, and by resvg.
fn endings(server: &Server) -> (usize, usize) {
    let folder = server.database_file().with_file_name("map-pictures");
    let names: Vec<String> = fs::read_dir(folder)
        .expect("the folder beside the database")
        .map(|entry| {
            entry
                .expect("a file")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    let count = |ending: &str| names.iter().filter(|name| name.ends_with(ending)).count();
    (count(".maplibre.png"), count(".resvg.png"))
}

#[test]
fn the_program_draws_and_without_a_driver_resvg_does() {
    let program = root().join("target/static-map/release/static-map");
    assert!(program.is_file(), "make static-map builds it");
    let program = program.to_string_lossy();
    let server = drawing(&[("SIGNPOST_STATIC_MAP", &program)]);
    wait(&server);
    let (by_maplibre, by_resvg) = endings(&server);
    assert!(
        by_maplibre > 20 && by_resvg == 0,
        "{by_maplibre} {by_resvg}: {}",
        server.log()
    );
    let no_driver = [
        ("SIGNPOST_STATIC_MAP", &*program),
        ("VK_ICD_FILENAMES", "/nonexistent"),
        ("VK_DRIVER_FILES", "/nonexistent"),
        ("WGPU_BACKEND", "vulkan"),
    ];
    let server = drawing(&no_driver);
    wait(&server);
    let (none, all) = endings(&server);
    assert_eq!((none, all), (0, by_maplibre), "{}", server.log());
    assert!(server.log().contains("no driver"), "{}", server.log());
}

#[test]
fn a_server_told_to_draw_none_or_that_cannot_keep_them_has_whole_pages() {
    for folder in ["off", "/proc/nowhere"] {
        let server = drawing(&[
            ("SIGNPOST_PICTURES", folder),
            ("SIGNPOST_STATIC_MAP", "off"),
        ]);
        thread::sleep(Duration::from_secs(1));
        let html = body(&server, PLACE);
        assert!(html.contains("12 Anchor Street"), "{html}");
        assert!(!html.contains("class=\"picture\""), "{folder}");
        assert_eq!(server.log().contains("cannot be kept"), folder != "off");
    }
}
