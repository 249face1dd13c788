//! No two files of a crate import each other in a circle.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::PathBuf,
};

use super::imports::{circles, read_crate};
use crate::server::root;

/// Crates in which files of different folders still import each other in a circle. It is to be empty; a crate in it that has no such circle
/// any more fails the test too.
const STILL_CIRCULAR: &[&str] = &["signpost", "signpost-store"];
/// Crates in which files of one folder do.
const STILL_CIRCULAR_WITHIN_A_FOLDER: &[&str] = &[
    "signpost-api",
    "signpost-editing",
    "signpost-mail",
    "signpost-portal",
    "signpost-store",
];

/// The circles of every crate: those across folders when asked for, else those within one.
fn found(across: bool) -> BTreeMap<String, Vec<String>> {
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for entry in fs::read_dir(root().join("crates")).expect("crates/") {
        let entry = entry.expect("a crate");
        let imports = read_crate(&entry.path().join("src")).imports();
        for circle in circles(&imports) {
            let folders: BTreeSet<_> = circle.iter().map(|file| file.parent()).collect();
            if (folders.len() > 1) == across {
                let name = entry.file_name().to_string_lossy().into_owned();
                found.entry(name).or_default().push(told(&circle, &imports));
            }
        }
    }
    found
}

/// Each file of a circle with what it imports of the others.
fn told(circle: &BTreeSet<PathBuf>, imports: &BTreeMap<PathBuf, BTreeSet<PathBuf>>) -> String {
    let lines = circle.iter().map(|file| {
        let targets = imports.get(file).into_iter().flatten();
        let targets = targets.filter(|target| circle.contains(*target));
        let names: Vec<String> = targets.map(|target| target.display().to_string()).collect();
        format!("\n    {} imports {}", file.display(), names.join(", "))
    });
    lines.collect()
}

#[expect(
    clippy::print_stdout,
    reason = "what is left to mend is shown with --nocapture"
)]
fn hold(across: bool, still: &[&str]) {
    let found = found(across);
    let unknown = found
        .iter()
        .filter(|(name, _)| !still.contains(&name.as_str()));
    let shown: String = unknown
        .flat_map(|(name, circles)| {
            circles
                .iter()
                .map(move |circle| format!("\n  {name}:{circle}"))
        })
        .collect();
    assert!(
        shown.is_empty(),
        "files import each other in a circle:{shown}"
    );
    let mended: Vec<_> = still
        .iter()
        .filter(|name| !found.contains_key(**name))
        .collect();
    assert!(
        mended.is_empty(),
        "no circle any more, so take them off the list: {mended:?}"
    );
    for (name, circle) in found
        .iter()
        .flat_map(|(name, all)| all.iter().map(move |one| (name, one)))
    {
        println!("still a circle in {name}:{circle}");
    }
}

#[test]
fn files_of_different_folders_do_not_import_each_other_in_a_circle() {
    hold(true, STILL_CIRCULAR);
}

#[test]
fn files_of_one_folder_do_not_import_each_other_in_a_circle() {
    hold(false, STILL_CIRCULAR_WITHIN_A_FOLDER);
}
