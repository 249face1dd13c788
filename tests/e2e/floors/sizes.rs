//! No crate is a hall, no file a scroll.

use std::{collections::BTreeMap, fs};

use super::imports::rust_files;
use crate::server::root;

/// The largest share of all lines of `crates/*/src` that one crate may have, in per cent.
const LARGEST_CRATE: usize = 20;
/// The most lines a file may have, unit tests in files of their own left out.
const LONGEST_FILE: usize = 400;

/// How many lines each file below `crates/*/src` has: by crate, and by file.
fn lines() -> BTreeMap<String, Vec<(String, usize)>> {
    let crates = fs::read_dir(root().join("crates")).expect("crates/");
    let each = crates.map(|entry| entry.expect("a crate")).map(|entry| {
        let files = rust_files(&entry.path().join("src"));
        let counted = files.iter().map(|file| {
            let text = fs::read_to_string(file).expect("a file that can be read");
            let name = file.strip_prefix(root()).unwrap_or(file);
            (name.display().to_string(), text.lines().count())
        });
        (
            entry.file_name().to_string_lossy().into_owned(),
            counted.collect(),
        )
    });
    each.collect()
}

#[test]
fn no_crate_holds_more_than_a_fifth_of_all_lines() {
    let lines = lines();
    let total = |files: &Vec<(String, usize)>| files.iter().map(|(_, count)| count).sum::<usize>();
    let whole: usize = lines.values().map(total).sum();
    for (name, files) in &lines {
        let own = total(files);
        assert!(
            own * 100 <= whole * LARGEST_CRATE,
            "{name} has {own} of {whole} lines: more than {LARGEST_CRATE} %. Give a part of it a crate of its own"
        );
    }
}

#[test]
fn no_file_is_longer_than_one_idea() {
    let long: Vec<(String, usize)> = lines()
        .into_values()
        .flatten()
        .filter(|(name, count)| *count > LONGEST_FILE && !name.ends_with("tests.rs"))
        .collect();
    assert!(
        long.is_empty(),
        "files of more than {LONGEST_FILE} lines: {long:?}"
    );
}
