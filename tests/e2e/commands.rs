//! The commands an operator types, and what they say when the data is wrong.

use std::{fmt::Write as _, fs, path::Path};

use tempfile::TempDir;

use crate::server::{root, signpost};

/// Everything a command said.
pub fn words(output: &std::process::Output) -> String {
    format!(
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    )
}

/// A copy of a data folder, to break.
pub fn copy_of(data: &str, into: &Path) {
    fs::create_dir_all(into).expect("a folder");
    for entry in fs::read_dir(root().join(data)).expect("the data") {
        let entry = entry.expect("a file");
        fs::copy(entry.path(), into.join(entry.file_name())).expect("a copy");
    }
}

#[test]
fn the_data_we_ship_has_no_fault() {
    let checked = signpost(&["check", "data/kenora", "data/training"]);
    assert!(checked.status.success(), "{}", words(&checked));
}

#[test]
fn a_fault_is_named_with_file_line_and_column() {
    let folder = TempDir::new().expect("a folder");
    let data = folder.path().join("town");
    copy_of("data/training", &data);
    let services = data.join("services.csv");
    let text = fs::read_to_string(&services).expect("services");
    let line = text
        .lines()
        .position(|line| line.contains("Mo-Fr"))
        .expect("a weekday")
        + 1;
    fs::write(&services, text.replacen("Mo-Fr", "Mon to Fri", 1)).expect("written");
    let checked = signpost(&["check", data.to_str().expect("a path")]);
    assert_eq!(checked.status.code(), Some(1));
    let said = words(&checked);
    assert!(
        said.contains(&format!("services.csv:{line}:")) && said.contains("hours"),
        "{said}"
    );
}

#[test]
fn a_box_in_the_lake_is_named_with_its_line() {
    let folder = TempDir::new().expect("a folder");
    let data = folder.path().join("town");
    copy_of("data/training", &data);
    let sites = data.join("sites.csv");
    let text = fs::read_to_string(&sites).expect("sites");
    let line = text
        .lines()
        .position(|line| line.starts_with("mill-park-box,"));
    let line = line.expect("the box") + 1;
    fs::write(
        &sites,
        text.replacen("49.5508,-94.8978", "49.5520,-94.9000", 1),
    )
    .expect("written");
    let checked = signpost(&["check", data.to_str().expect("a path")]);
    assert_eq!(checked.status.code(), Some(1));
    let said = words(&checked);
    let place =
        format!("sites.csv:{line}:8 (lat): Mill Park needle box (mill-park-box) lies in the water");
    assert!(said.contains(&place), "{said}");
}

#[test]
fn a_file_cannot_hide_a_box_nor_let_it_stand_past_its_last_day() {
    let folder = TempDir::new().expect("a folder");
    let database = format!("sqlite:{}", folder.path().join("signpost.db").display());
    let filled = signpost(&["import", "data/training", "--database", &database]);
    assert!(filled.status.success(), "{}", words(&filled));
    for (name, text, said) in [
        (
            "disposal_points.csv",
            "site,status,first_day,last_day\nmill-park-box,existing,2025-01-01,2026-01-01\n",
            "disposal_points.csv:2:",
        ),
        (
            "sites.csv",
            "slug,organization,name_en,kind,source\npier-box,birch-landing-works,Pier box,box,A call\n",
            "described by how to find it (door)",
        ),
    ] {
        let file = folder.path().join(name);
        fs::write(&file, text).expect("written");
        let path = file.to_str().expect("a path");
        let refused = signpost(&["import", path, "--database", &database, "--dry-run"]);
        assert_eq!(refused.status.code(), Some(1), "{}", words(&refused));
        assert!(words(&refused).contains(said), "{}", words(&refused));
    }
}

#[test]
fn hours_that_may_not_be_meant_are_said_by_check_and_import_and_a_single_file_says_only_its_own() {
    let folder = TempDir::new().expect("a folder");
    let data = folder.path().join("town");
    copy_of("data/training", &data);
    let services = data.join("services.csv");
    let text = fs::read_to_string(&services).expect("services");
    let text = text.replacen("Mo-Fr 10:00-18:00", "Fr 20:00-08:00; Sa off", 1);
    fs::write(&services, text).expect("written");
    let town = data.to_str().expect("a path");
    let database = format!("sqlite:{}", folder.path().join("signpost.db").display());
    let cut = ".hours: One of the nights ends at midnight";
    for said in [
        words(&signpost(&["check", town])),
        words(&signpost(&["import", town, "--database", &database])),
    ] {
        assert!(
            said.contains(cut) && said.contains("night_cut_at_midnight"),
            "{said}"
        );
    }
    let file = folder.path().join("services.csv");
    let row =
        "site,need,offer,hours,source\ncedar-circle-house,food,offered,Mo-Fr 09:00-05:00,test\n";
    fs::write(&file, row).expect("written");
    let path = file.to_str().expect("a path");
    let said = words(&signpost(&[
        "import",
        path,
        "--database",
        &database,
        "--dry-run",
    ]));
    assert!(
        said.contains("cedar-circle-house, services.food.hours: It opens at 9 am"),
        "{said}"
    );
    assert!(!said.contains(cut), "{said}");
}

#[test]
fn one_bad_row_of_ten_thousand_changes_nothing_and_is_named() {
    let folder = TempDir::new().expect("a folder");
    let database = format!("sqlite:{}", folder.path().join("signpost.db").display());
    let first = signpost(&["import", "data/training", "--database", &database]);
    assert!(first.status.success(), "{}", words(&first));
    let before = signpost(&["export", "--format", "geojson", "--database", &database]).stdout;

    let organizations =
        fs::read_to_string(root().join("data/training/organizations.csv")).expect("data");
    let organization = organizations
        .lines()
        .nth(1)
        .and_then(|line| line.split(',').next())
        .expect("an id");
    let mut rows = String::from(
        "slug,organization,name_en,kind,lat,lon,address,locality,source,source_day,example\n",
    );
    for number in 0..10_000 {
        let lat = if number == 6_789 { "149.5" } else { "49.5" };
        writeln!(rows, "row-{number},{organization},Row {number},building,{lat},-94.9,1 Test Street,Test,invented,2026-11-01,yes")
            .expect("a row");
    }
    let file = folder.path().join("sites.csv");
    fs::write(&file, &rows).expect("written");
    let path = file.to_str().expect("a path");
    let refused = signpost(&["import", path, "--database", &database]);
    assert_eq!(refused.status.code(), Some(1));
    let said = words(&refused);
    assert!(
        said.contains("sites.csv:6791:") && said.contains("149.5"),
        "{said}"
    );
    let after = signpost(&["export", "--format", "geojson", "--database", &database]).stdout;
    assert!(before == after, "something changed");

    fs::write(&file, rows.replace("149.5", "49.5")).expect("written");
    let taken = signpost(&["import", path, "--database", &database]);
    assert!(
        taken.status.success() && words(&taken).contains("Added 10000"),
        "{}",
        words(&taken)
    );
    let verified = signpost(&["verify", "--database", &database]);
    assert!(verified.status.success(), "{}", words(&verified));
}

#[test]
fn a_table_for_a_spreadsheet_is_written_in_french_too() {
    let folder = TempDir::new().expect("a folder");
    let database = format!("sqlite:{}", folder.path().join("signpost.db").display());
    let read = signpost(&["import", "data/training", "--database", &database]);
    assert!(read.status.success(), "{}", words(&read));
    for (lang, start) in [
        ("en", "\u{FEFF}edition,slug,name,"),
        ("fr", "\u{FEFF}édition,identifiant,nom,"),
    ] {
        let file = folder.path().join(lang);
        let out = file.to_str().expect("a path");
        let written = signpost(&[
            "export",
            "--format",
            "csv",
            "--lang",
            lang,
            "--out",
            out,
            "--database",
            &database,
        ]);
        assert!(written.status.success(), "{}", words(&written));
        let table = fs::read_to_string(&file).expect("a table");
        assert!(table.starts_with(start), "{lang}: {table}");
    }
}

#[test]
fn an_unknown_word_is_a_usage_error() {
    assert_eq!(signpost(&["serve", "--nonsense"]).status.code(), Some(2));
    let bad_clock = signpost(&["serve", "--now", "yesterday"]);
    assert_eq!(bad_clock.status.code(), Some(2), "{}", words(&bad_clock));
}

#[test]
fn the_first_steward_is_made_on_the_command_line() {
    let folder = TempDir::new().expect("a folder");
    let database = format!("sqlite:{}", folder.path().join("signpost.db").display());
    let run = |args: &[&str]| {
        let mut all = vec!["account", "--database", &database];
        all.extend_from_slice(args);
        signpost(&all)
    };
    let kim = [
        "add",
        "--name",
        "Kim",
        "--email",
        "Kim@example.org",
        "--role",
        "steward",
    ];
    let made = run(&kim);
    assert_eq!(made.status.code(), Some(0), "{}", words(&made));
    assert!(words(&made).contains("/invite/"), "{}", words(&made));
    let again = run(&kim);
    assert_eq!(again.status.code(), Some(1));
    assert!(
        words(&again).contains("e-mail address"),
        "{}",
        words(&again)
    );
    let nobody = [
        "add",
        "--name",
        "Ana",
        "--email",
        "ana@example.org",
        "--role",
        "editor",
    ];
    assert_eq!(run(&nobody).status.code(), Some(2), "an editor of nothing");
    assert!(
        words(&run(&["list"])).contains("Kim <kim@example.org>, steward, has not signed in yet")
    );
    let sam = ["add", "--name", "Sam", "--email", "sam@example.org"];
    let sam = run(&[&sam[..], &["--role", "steward"]].concat());
    assert!(sam.status.success(), "{}", words(&sam));
    assert_eq!(run(&["close", "kim@example.org"]).status.code(), Some(0));
    assert_eq!(run(&["link", "kim@example.org"]).status.code(), Some(1));
    assert_eq!(run(&["link", "nobody@example.org"]).status.code(), Some(1));
}
