//! `docs/SECURITY_CHECKLIST.md` says of every requirement whether it is met, and the tests it names are there.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use crate::server::root;

/// The requirements of ASVS 5.0, levels 1 and 2, chapters 6 to 8, with 3.3.1 and 3.4.1: how many each section has, when they are all of
/// these levels, else which.
const REQUIRED: &[(&str, &[u32])] = &[
    ("3.3", &[1]),
    ("3.4", &[1]),
    ("6.1", &[1, 2, 3]),
    ("6.2", &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]),
    ("6.3", &[1, 2, 3, 4]),
    ("6.4", &[1, 2, 3, 4]),
    ("6.5", &[1, 2, 3, 4, 5]),
    ("6.6", &[1, 2, 3]),
    ("6.8", &[1, 2, 3, 4]),
    ("7.1", &[1, 2, 3]),
    ("7.2", &[1, 2, 3, 4]),
    ("7.3", &[1, 2]),
    ("7.4", &[1, 2, 3, 4, 5]),
    ("7.5", &[1, 2]),
    ("7.6", &[1, 2]),
    ("8.1", &[1, 2]),
    ("8.2", &[1, 2, 3]),
    ("8.3", &[1]),
    ("8.4", &[1]),
];

/// A line of a table: the requirement, how it stands, and why.
fn lines(page: &str) -> Vec<(&str, &str, &str)> {
    let cells = page.lines().filter_map(|line| {
        let mut cells = line.strip_prefix("| ")?.strip_suffix(" |")?.split(" | ");
        Some((cells.next()?, cells.next()?, cells.next()?))
    });
    cells
        .filter(|(number, ..)| number.starts_with(|c: char| c.is_ascii_digit()))
        .collect()
}

/// The tests a line names: crate, module, name.
fn tests(why: &str) -> Vec<(&str, &str, &str)> {
    let quoted = why.split('`').skip(1).step_by(2);
    quoted
        .filter_map(|quoted| {
            let (package, test) = quoted.split_once(' ')?;
            let (module, name) = test.split_once("::")?;
            Some((package, module, name))
        })
        .collect()
}

/// Every Rust file of this name below a folder.
fn files(folder: &Path, name: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path, name));
        } else if path.file_stem().is_some_and(|stem| stem == name) {
            found.push(path);
        }
    }
    found
}

fn is_there((package, module, name): (&str, &str, &str)) -> bool {
    let folder = root().join("crates").join(package);
    files(&folder, module).iter().any(|file| {
        let text = fs::read_to_string(file).expect("a file that can be read");
        let Some((before, _)) = text.split_once(&format!("fn {name}(")) else {
            return false;
        };
        // Right behind what makes it a test that runs.
        let head: Vec<&str> = before.lines().rev().take(3).collect();
        head.iter().any(|line| line.contains("test]"))
            && !head.iter().any(|line| line.contains("ignore"))
    })
}

#[test]
fn every_requirement_is_answered_once_and_every_test_it_names_is_there() {
    let page = root().join("docs/SECURITY_CHECKLIST.md");
    let page = fs::read_to_string(page).expect("the checklist");
    let mut answered: BTreeMap<&str, u32> = BTreeMap::new();
    let mut wrong = Vec::new();
    for (number, is, why) in lines(&page) {
        *answered.entry(number).or_default() += 1;
        let named = tests(why);
        match is {
            "met" if named.is_empty() => wrong.push(format!("{number} names no test")),
            "met" | "met in part" | "not met" | "n/a" => {}
            other => wrong.push(format!("{number} is {other:?}")),
        }
        let gone = named.into_iter().filter(|test| !is_there(*test));
        wrong.extend(gone.map(|test| format!("{number}: there is no test {test:?}")));
    }
    let required: Vec<String> = REQUIRED
        .iter()
        .flat_map(|(section, numbers)| numbers.iter().map(move |n| format!("{section}.{n}")))
        .collect();
    for number in &required {
        if answered.get(number.as_str()) != Some(&1) {
            wrong.push(format!(
                "{number} is answered {:?} times",
                answered.get(number.as_str())
            ));
        }
    }
    let more = answered
        .keys()
        .filter(|number| !required.iter().any(|own| own == *number));
    wrong.extend(more.map(|number| format!("{number} is none of these levels")));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_test_that_is_not_there_is_noticed() {
    let there = (
        "signpost-http",
        "hosts",
        "addresses_for_others_begin_with_the_public_address",
    );
    assert!(is_there(there));
    assert!(!is_there(("signpost-http", "hosts", "nothing_of_the_kind")));
    assert!(!is_there(("signpost-http", "nowhere", there.2)));
    // A helper is no test.
    assert!(!is_there(("signpost-http", "hosts", "login")));
    let row = "| 6.1.1 | met | below; `signpost-http hosts::login`, `web/x` |";
    assert_eq!(
        lines(row),
        [(
            "6.1.1",
            "met",
            "below; `signpost-http hosts::login`, `web/x`"
        )]
    );
    assert_eq!(
        tests(lines(row)[0].2),
        [("signpost-http", "hosts", "login")]
    );
}
