//! No two files of a crate import each other in a circle.

use std::{collections::BTreeSet, fs, path::PathBuf};

use super::imports::{circles, read_crate};
use crate::server::root;

/// Crates that still have circles. Empty it one by one: a crate in it that has no circle any more fails the test too.
const STILL_CIRCULAR: &[&str] = &[];

/// The circles of a crate whose files are in more than one folder; or in one, too, where `within` says so.
fn circles_of(name: &str) -> Vec<BTreeSet<PathBuf>> {
    let tree = read_crate(&root().join("crates").join(name).join("src"));
    circles(&tree.imports())
}

#[test]
fn no_files_of_a_crate_import_each_other_in_a_circle() {
    let mut wrong = Vec::new();
    for entry in fs::read_dir(root().join("crates")).expect("crates/") {
        let name = entry
            .expect("a crate")
            .file_name()
            .to_string_lossy()
            .into_owned();
        let found = circles_of(&name);
        for circle in &found {
            println!("{name}: {circle:?}");
        }
        if found.is_empty() == STILL_CIRCULAR.contains(&name.as_str()) {
            wrong.push(name);
        }
    }
    assert!(wrong.is_empty(), "{wrong:?}");
}
