//! What was looked for is counted through a power cut but for a minute at most, and nothing of who looked is left anywhere.

use std::{
    fs,
    net::TcpListener,
    path::Path,
    thread,
    time::{Duration, Instant},
};

use signpost_store::Store;
use tempfile::TempDir;

use crate::{
    commands::words,
    server::{Server, client, command, signpost},
};

const NOW: &str = "2026-11-25T14:15:00-05:00";
const LOOK_UP: &str = "/?need=supplies";

/// Everything counted in the week of [`NOW`].
fn counted(database: &Path) -> u64 {
    let url = format!("sqlite:{}", database.display());
    let read = async {
        let store = Store::open(&url).await.expect("the database");
        let counts = store.counts().await.expect("counts");
        store.close().await;
        // The weeks before are invented.
        let own = counts
            .iter()
            .filter(|one| one.cell.week.to_string() == "2026-W48");
        own.map(|one| one.count).sum()
    };
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime")
        .block_on(read)
}

/// Waits until so many are written down: within a minute, and this machine is busy.
fn written_down(database: &Path, many: u64) {
    let started = Instant::now();
    while counted(database) < many {
        assert!(
            started.elapsed() < Duration::from_mins(3),
            "{many} are not written down"
        );
        thread::sleep(Duration::from_millis(500));
    }
}

#[test]
fn a_power_cut_loses_what_was_looked_for_since_the_last_minute_and_nothing_else() {
    let server = Server::start("data/training", NOW);
    for _ in 0..7 {
        assert_eq!(server.get(LOOK_UP).status, 200);
    }
    let file = server.database_file();
    written_down(&file, 7);
    for _ in 0..3 {
        server.get(LOOK_UP);
    }
    let folder = server.kill();
    let kept = counted(&folder.path().join("signpost.db"));
    assert!((7..=10).contains(&kept), "{kept}");
    // Counting goes on where it stood, also once more.
    let server = Server::start_in(folder, "data/training", NOW);
    for _ in 0..5 {
        server.get(LOOK_UP);
    }
    written_down(&file, kept + 5);
    assert_eq!(counted(&file), kept + 5);
}

#[test]
fn two_hundred_canaries_are_in_no_database_log_or_count_and_counts_have_a_door_of_their_own() {
    let folder = TempDir::new().expect("a folder");
    let database = format!("sqlite:{}", folder.path().join("signpost.db").display());
    let free = TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr());
    let metrics = free.expect("a free port").to_string();
    let mut serve = command(&["serve", "--bind", "127.0.0.1:0", "--database", &database]);
    serve.args([
        "--data",
        "data/training",
        "--now",
        NOW,
        "--metrics",
        &metrics,
    ]);
    let server = Server::of(serve, folder);
    let agent = client();
    for nth in 0..200 {
        let need = ["supplies", "food", "shelter", "disposal"][nth % 4];
        let path = format!("/?need={need}&from=old-mill-counter&near=canary{nth}&q=canary{nth}");
        let asked = agent
            .get(format!("{}{path}", server.url))
            .header("user-agent", format!("Canary/{nth}"))
            .header("referer", format!("https://canary{nth}.example/"))
            .header("x-forwarded-for", format!("203.0.113.{nth}"))
            .header("cookie", format!("canary={nth}"));
        asked.call().expect("an answer");
    }
    written_down(&server.database_file(), 200);
    let at_its_door = agent.get(format!("http://{metrics}/api/v1/metrics")).call();
    let counts = at_its_door
        .expect("counts")
        .body_mut()
        .read_to_string()
        .expect("text");
    assert!(
        counts.contains("signpost_http_request_duration_seconds_count"),
        "{counts}"
    );
    // Nowhere else: not where the pages are, and no page is where the counts are.
    assert_eq!(server.status("/api/v1/metrics"), 404);
    let page = agent
        .get(format!("http://{metrics}/"))
        .call()
        .expect("an answer");
    assert_eq!(page.status().as_u16(), 404);
    let is_in_no = |text: &str, place: &str| {
        for told in ["anary", "203.0.113."] {
            assert!(!text.contains(told), "{told} in {place}");
        }
    };
    is_in_no(&counts, "the counts");
    for told in ["supplies", "shelter", "old-mill", "/go", "need"] {
        assert!(!counts.contains(told), "{told}: {counts}");
    }
    is_in_no(&server.log(), "the log");
    let folder = server
        .database_file()
        .parent()
        .expect("a folder")
        .to_owned();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("a file").path();
        if path.is_file() {
            let bytes = fs::read(&path).expect("its bytes");
            is_in_no(
                &String::from_utf8_lossy(&bytes),
                &path.display().to_string(),
            );
        }
    }
}

#[test]
fn a_sheet_to_call_by_is_printed_the_same_each_time_and_a_silent_place_stays_silent_through_an_import()
 {
    let folder = TempDir::new().expect("a folder");
    let database = format!("sqlite:{}", folder.path().join("signpost.db").display());
    let import = || signpost(&["import", "data/training", "--database", &database]);
    assert!(import().status.success());
    let draw = |seed: &str, n: &str| {
        let asked = ["audit", "draw", "--n", n, "--seed", seed, "--now", NOW];
        let drawn = signpost(&[&asked[..], &["--database", &database]].concat());
        (drawn.status.success(), words(&drawn))
    };
    let (fine, sheet) = draw("7", "200");
    assert!(fine && sheet.contains("drawn with the number 7"), "{sheet}");
    assert!(
        sheet.contains("(cedar-circle-house)") && sheet.contains("[ ] Hours: "),
        "{sheet}"
    );
    assert_eq!(draw("7", "200").1, sheet, "the same number, the same sheet");
    assert_ne!(draw("8", "200").1, sheet);
    let (fine, said) = draw("7", "0");
    assert!(!fine && said.contains("--n"), "{said}");
    let silence = async {
        let store = Store::open(&database).await.expect("the database");
        let silent = signpost_domain::Tombstone {
            id: 0,
            site: Some("cedar-circle-house".parse().expect("a slug")),
            name: "Cedar Circle House".to_owned(),
            locality: String::new(),
            phone: None,
            reason: "They asked.".to_owned(),
            set_by: "Kim".to_owned(),
            set_on: "2026-11-25".parse().expect("a day"),
            lifted: None,
        };
        let at = NOW.parse().expect("an instant");
        assert!(store.set_tombstone(&silent, at).await.expect("stored"));
        store.close().await;
    };
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime")
        .block_on(silence);
    let said = words(&import());
    assert!(
        said.contains(
            "cedar-circle-house: asked not to be listed and not to be called; it stays hidden."
        ),
        "{said}"
    );
    let (fine, sheet) = draw("9", "200");
    assert!(fine && !sheet.contains("cedar-circle-house"), "{sheet}");
    let out = folder.path().join("out.csv");
    let asked = [
        "export",
        "--format",
        "csv",
        "--database",
        &database,
        "--out",
    ];
    let exported = signpost(&[&asked[..], &[out.to_str().expect("a path")]].concat());
    let told = fs::read_to_string(&out).unwrap_or_default() + &words(&exported);
    assert!(!told.contains("cedar-circle-house"), "{told}");
}
