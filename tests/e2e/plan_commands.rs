//! `signpost plan …` over the training town, and what importing may not do to a published version.

use std::fs;

use jiff::civil::date;
use signpost_domain::{HangingPoster, PosterSays, Text};
use signpost_store::Store;
use tempfile::TempDir;

use crate::{
    commands::{copy_of, words},
    server::signpost,
};

const NOW: &str = "2026-11-25T14:15:00-05:00";

/// A database with the training town, and the folder it came from.
fn town(folder: &TempDir) -> (String, std::path::PathBuf) {
    let data = folder.path().join("town");
    copy_of("data/training", &data);
    let database = format!("sqlite:{}", folder.path().join("plan.db").display());
    let done = signpost(&[
        "import",
        data.to_str().expect("a path"),
        "--database",
        &database,
    ]);
    assert!(done.status.success(), "{}", words(&done));
    (database, data)
}

/// A poster hangs that says what no version says.
fn put_up(database: &str) {
    let poster = HangingPoster {
        id: 0,
        door: "old-mill-counter".parse().expect("a door"),
        place: "front door".to_owned(),
        put_up: date(2026, 11, 20),
        put_up_by: "Kim".to_owned(),
        says: PosterSays {
            text_number: String::new(),
            version: 1,
            sentence: Text::en("Go to the moon."),
            phone: String::new(),
            address: "https://where.example.org/go/old-mill-counter".to_owned(),
            places: Vec::new(),
        },
        taken_down: None,
    };
    let kept = async {
        let store = Store::open(database).await.expect("the database");
        store.put_up_poster(&poster, None).await.expect("kept");
        store.close().await;
    };
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime")
        .block_on(kept);
}

fn plan(database: &str, asked: &[&str]) -> std::process::Output {
    let mut all = vec!["plan"];
    all.extend(asked);
    all.extend(["--database", database, "--now", NOW]);
    signpost(&all)
}

#[test]
fn a_version_is_checked_hour_by_hour_compared_in_words_and_looked_at_ahead() {
    let folder = TempDir::new().expect("a folder");
    let (database, _) = town(&folder);
    let said = words(&plan(&database, &["check", "--after", "3"]));
    assert!(
        said.contains("Birch Landing Health Office, New needles and supplies"),
        "{said}"
    );
    assert!(said.contains("L lost, C call first, M moved"), "{said}");
    let rows = said
        .lines()
        .filter(|line| line.trim_start().starts_with("4 pm "));
    assert!(rows.count() > 0, "{said}");
    let json = plan(&database, &["check", "--after", "3", "--json"]);
    let proof: serde_json::Value = serde_json::from_slice(&json.stdout).expect("JSON");
    assert_eq!(proof["before"], 2);
    assert_eq!(
        proof["doors"][0]["week"][6][23]["state"]
            .as_str()
            .map(str::is_empty),
        Some(false)
    );

    let said = words(&plan(&database, &["diff", "2", "3"]));
    assert!(
        said.contains("Title: was") && said.contains("Gone: people who come to"),
        "{said}"
    );
    let ahead = plan(&database, &["ahead"]);
    assert!(ahead.status.success(), "{}", words(&ahead));
    assert!(words(&ahead).contains("2026-1"), "{}", words(&ahead));
    let fact = "Christmas Day: Pinecone Pharmacy, Main Street has not said";
    assert_eq!(words(&ahead).matches(fact).count(), 1, "{}", words(&ahead));
    assert!(!words(&ahead).contains("poster,"), "none hangs");
    put_up(&database);
    let ahead = words(&plan(&database, &["ahead"]));
    assert!(
        ahead.contains("poster, Old Mill counter (closed): front door: "),
        "{ahead}"
    );
    let checked = words(&plan(&database, &["check"]));
    assert!(
        !checked.contains("plan 1:") && checked.contains("plan 2:"),
        "what has ended is not checked: {checked}"
    );
    assert_eq!(
        plan(&database, &["check", "--after", "77"]).status.code(),
        Some(1)
    );
    assert_eq!(
        plan(&database, &["check", "--before", "2"]).status.code(),
        Some(2)
    );
}

#[test]
fn what_was_promised_in_a_week_is_said_in_words_as_a_table_and_as_json() {
    let folder = TempDir::new().expect("a folder");
    let (database, _) = town(&folder);
    let asked = |more: &[&str]| {
        let mut all = vec!["plan", "delivered", "--week", "2026-12-09"];
        all.extend(more);
        all.extend([
            "--database",
            &database,
            "--now",
            "2026-12-14T10:00:00-05:00",
        ]);
        signpost(&all)
    };
    let said = words(&asked(&[]));
    for line in [
        "2026-12-07 to 2026-12-13: Served ",
        "Cedar Circle House, New needles and supplies: Served 32 of 40 promised hours.",
        "Wednesday, December 9, 2026: 8 hours not served. Closed or other hours: Staff training",
    ] {
        assert!(said.contains(line), "{line}: {said}");
    }
    let json: serde_json::Value = serde_json::from_slice(&asked(&["--json"]).stdout).expect("JSON");
    assert_eq!(json["first"], "2026-12-07");
    let table = words(&asked(&["--csv"]));
    assert!(
        table.contains(
            "2026-12-07,2026-12-13,place,cedar-circle-house,Cedar Circle House,supplies,,40,32,0,8,"
        ),
        "{table}"
    );
    let running = plan(&database, &["delivered", "--week", "2026-11-25"]);
    assert_eq!(running.status.code(), Some(1), "{}", words(&running));
    assert!(words(&running).contains("This week is not over yet."));
}

#[test]
fn a_published_version_is_not_rewritten_by_an_import_and_what_is_exported_reads_back() {
    let folder = TempDir::new().expect("a folder");
    let (database, data) = town(&folder);
    let file = data.join("plan.toml");
    let exported = plan(
        &database,
        &["export", "--out", file.to_str().expect("a path")],
    );
    assert!(exported.status.success(), "{}", words(&exported));
    let import = || {
        signpost(&[
            "import",
            data.to_str().expect("a path"),
            "--database",
            &database,
        ])
    };
    let again = import();
    assert!(again.status.success(), "{}", words(&again));
    assert!(
        words(&again).contains("Added 0, changed 0 and removed 0"),
        "{}",
        words(&again)
    );

    let text = fs::read_to_string(&file).expect("the file");
    let rewritten = text.replacen(
        "Supplies move out of the health office",
        "Something else",
        1,
    );
    assert_ne!(text, rewritten);
    fs::write(&file, rewritten).expect("written");
    let refused = import();
    assert_eq!(refused.status.code(), Some(1));
    assert!(
        words(&refused).contains("plan 2 is published and never changes"),
        "{}",
        words(&refused)
    );
    // Not even as another town's, where people rely on it.
    let settings = data.join("directory.toml");
    let preview = fs::read_to_string(&settings).expect("settings");
    let live = preview.replacen("edition = \"preview\"", "edition = \"live\"", 1);
    fs::write(&settings, live).expect("written");
    fs::write(&file, &text).expect("written");
    let in_use = import();
    assert!(in_use.status.success(), "{}", words(&in_use));
    let other = signpost(&[
        "import",
        "data/kenora",
        "--another-town",
        "--database",
        &database,
    ]);
    assert_eq!(other.status.code(), Some(1));
    assert!(
        words(&other).contains("a town in use is not replaced"),
        "{}",
        words(&other)
    );
    // A file that no longer holds a version takes none away.
    fs::write(&file, "").expect("written");
    let kept = import();
    assert!(kept.status.success(), "{}", words(&kept));
    assert!(words(&plan(&database, &["show"])).contains("plan 2 "));
}
