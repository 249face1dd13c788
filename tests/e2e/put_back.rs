//! What guards against losing a directory by a command: backups, restoring, and an import that would take most of it away.

use std::{fs, path::Path};

use tempfile::TempDir;

use crate::{
    commands::{copy_of, words},
    server::signpost,
};

#[test]
fn a_backup_can_be_put_back() {
    let folder = TempDir::new().expect("a folder");
    let database = format!("sqlite:{}", folder.path().join("signpost.db").display());
    let copy = folder.path().join("copy.db");
    let copy = copy.to_str().expect("a path");
    assert!(
        signpost(&["import", "data/training", "--database", &database])
            .status
            .success()
    );
    let before = signpost(&["export", "--format", "csv", "--database", &database]).stdout;
    let backup = signpost(&["backup", copy, "--database", &database]);
    assert!(backup.status.success(), "{}", words(&backup));
    assert!(
        !signpost(&["backup", copy, "--database", &database])
            .status
            .success(),
        "a backup overwrote a file"
    );
    let refused = signpost(&["import", "data/kenora", "--database", &database]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(
        words(&refused).contains("say --another-town"),
        "{}",
        words(&refused)
    );
    let other = signpost(&[
        "import",
        "data/kenora",
        "--another-town",
        "--database",
        &database,
    ]);
    assert!(other.status.success(), "{}", words(&other));
    assert!(
        words(&other).contains("plan 2 was published here, and goes with its town"),
        "{}",
        words(&other)
    );
    let restored = signpost(&["restore", copy, "--database", &database]);
    assert!(restored.status.success(), "{}", words(&restored));
    assert_eq!(
        before,
        signpost(&["export", "--format", "csv", "--database", &database]).stdout
    );
}

#[test]
fn a_restore_never_touches_what_was_put_aside_before_nor_what_a_server_holds() {
    let folder = TempDir::new().expect("a folder");
    let file = folder.path().join("signpost.db");
    let database = format!("sqlite:{}", file.display());
    let copy = folder.path().join("copy.db");
    let copy = copy.to_str().expect("a path");
    for command in [vec!["import", "data/training"], vec!["backup", copy]] {
        let done = signpost(&[command, vec!["--database", &database]].concat());
        assert!(done.status.success(), "{}", words(&done));
    }
    // Somebody has it open, as a server does.
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let held = runtime.block_on(signpost_store::Store::open(&database));
    let held = held.expect("open");
    let refused = signpost(&["restore", copy, "--database", &database]);
    assert_eq!(refused.status.code(), Some(1), "{}", words(&refused));
    assert!(
        words(&refused).contains("stop it first"),
        "{}",
        words(&refused)
    );
    assert!(!folder.path().join("signpost.db.restoring").exists());
    runtime.block_on(held.close());
    for number in ["1", "2"] {
        let restored = signpost(&["restore", copy, "--database", &database]);
        assert!(restored.status.success(), "{}", words(&restored));
        let aside = format!("{}.before-restore-{number}", file.display());
        assert!(words(&restored).contains(&aside), "{}", words(&restored));
        // One file is all of it.
        assert!(!Path::new(&format!("{aside}-wal")).exists());
        let kept = signpost(&["verify", "--database", &format!("sqlite:{aside}")]);
        assert!(kept.status.success(), "{}", words(&kept));
    }
}

#[test]
fn a_folder_that_was_cut_short_takes_nothing_away() {
    let folder = TempDir::new().expect("a folder");
    let database = format!("sqlite:{}", folder.path().join("signpost.db").display());
    let whole = signpost(&["import", "data/training", "--database", &database]);
    assert!(whole.status.success(), "{}", words(&whole));
    let before = signpost(&["export", "--format", "csv", "--database", &database]).stdout;
    let data = folder.path().join("town");
    copy_of("data/training", &data);
    // Of services only the first is left: no place is gone, and all of them offer nothing any more.
    let services = data.join("services.csv");
    let text = fs::read_to_string(&services).expect("services");
    let lines: Vec<&str> = text.lines().take(2).collect();
    fs::write(&services, lines.join("\n")).expect("written");
    for file in [
        "plan.toml",
        "disposal_points.csv",
        "service_log.csv",
        "exceptions.csv",
    ] {
        fs::remove_file(data.join(file)).expect("removed");
    }
    let data = data.to_str().expect("a path");
    let refused = signpost(&["import", data, "--database", &database]);
    assert_eq!(refused.status.code(), Some(1), "{}", words(&refused));
    let said = words(&refused);
    let (_, number) = said.split_once("--allow-removals ").expect("how to go on");
    let number = number.trim().trim_end_matches('.');
    assert!(number.parse::<usize>().expect("a number") > 20, "{said}");
    let after = signpost(&["export", "--format", "csv", "--database", &database]).stdout;
    assert_eq!(after, before);
    // A published version of the plan stays whatever a file says, so this folder stands for a town without one.
    let allowed = ["import", data, "--database", &database, "--dry-run"];
    let allowed = [&allowed[..], &["--allow-removals", number]].concat();
    let done = signpost(&allowed);
    assert!(
        !words(&done).contains("--allow-removals"),
        "{}",
        words(&done)
    );
}

#[cfg(unix)]
#[test]
fn what_is_no_file_is_refused_at_once() {
    let folder = TempDir::new().expect("a folder");
    let database = format!("sqlite:{}", folder.path().join("signpost.db").display());
    let whole = signpost(&["import", "data/training", "--database", &database]);
    assert!(whole.status.success(), "{}", words(&whole));
    // Endless, under the name of a table.
    let endless = folder.path().join("sites.csv");
    std::os::unix::fs::symlink("/dev/zero", &endless).expect("a link");
    let path = endless.to_str().expect("a path");
    let refused = signpost(&["import", path, "--database", &database]);
    assert_eq!(refused.status.code(), Some(1), "{}", words(&refused));
    assert!(
        words(&refused).contains("it is no file"),
        "{}",
        words(&refused)
    );
}
