//! What the pages for newcomers name is there: files, folders and tests.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::server::root;

/// The folders that a path in these pages begins with.
const FOLDERS: [&str; 6] = ["crates/", "web/", "data/", "docs/", "tests/", "migrations/"];

/// The pages: each with what it says.
fn pages() -> Vec<(String, String)> {
    let mut pages: Vec<PathBuf> = ["README.md", "CONTRIBUTING.md", "docs/ARCHITECTURE.md"]
        .map(|page| root().join(page))
        .into();
    let recipes = fs::read_dir(root().join("docs/development")).expect("docs/development");
    pages.extend(recipes.map(|entry| entry.expect("a recipe").path()));
    let told = pages.into_iter().map(|page| {
        let text = fs::read_to_string(&page).expect("a page that can be read");
        (page.display().to_string(), text)
    });
    told.collect()
}

/// The paths a page names; one with braces once for each.
fn paths(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for piece in text.split(|sign: char| sign.is_whitespace() || "`()[]|\"<>…;".contains(sign)) {
        if !FOLDERS.iter().any(|folder| piece.starts_with(folder)) {
            continue;
        }
        let piece = piece.trim_end_matches(['.', ',', ':', '*']);
        match (piece.find('{'), piece.find('}')) {
            (Some(open), Some(close)) if open < close => {
                let each = piece[open + 1..close].split(',');
                found.extend(
                    each.map(|name| format!("{}{name}{}", &piece[..open], &piece[close + 1..])),
                );
            }
            _ => found.push(piece.to_owned()),
        }
    }
    found
}

/// Whether a path leads somewhere; a star stands for any name in its folder.
fn is_there(path: &str) -> bool {
    match path.split_once('*') {
        None => root().join(path).exists(),
        Some((before, after)) => {
            let folder = before.rsplit_once('/').map_or("", |(folder, _)| folder);
            let Ok(entries) = fs::read_dir(root().join(folder)) else {
                return false;
            };
            let mut names = entries.flatten().map(|entry| entry.path());
            names.any(|name| {
                after.is_empty()
                    || !after.starts_with('/')
                    || name.join(after.trim_start_matches('/')).exists()
            })
        }
    }
}

#[test]
fn every_path_that_newcomers_are_sent_to_is_there() {
    let mut gone = Vec::new();
    let mut looked_at = 0;
    for (page, text) in pages() {
        for path in paths(&text) {
            looked_at += 1;
            // What is built is not in a fresh clone.
            if !is_there(&path)
                && !path.starts_with("web/dist")
                && !path.starts_with("web/node_modules")
            {
                gone.push(format!("{page}: {path}"));
            }
        }
    }
    assert!(looked_at > 100, "only {looked_at} paths were found");
    assert!(gone.is_empty(), "these lead nowhere:\n{}", gone.join("\n"));
}

#[test]
fn every_test_that_newcomers_are_told_to_run_is_there() {
    let mut gone = Vec::new();
    for (page, text) in pages() {
        for command in text.split("cargo test -p ").skip(1) {
            let command = command.split(['`', '\n', '#']).next().unwrap_or_default();
            let mut words = command
                .split_whitespace()
                .filter(|word| !["--test", "--lib", "it", "e2e", "--locked"].contains(word));
            let name = words.next().unwrap_or_default();
            let Some(test) = words.next() else { continue };
            let places = [root().join("crates").join(name), root().join("tests/e2e")];
            if !places.iter().any(|folder| knows(folder, test)) {
                gone.push(format!("{page}: {name} {test}"));
            }
        }
    }
    assert!(
        gone.is_empty(),
        "there are no such tests:\n{}",
        gone.join("\n")
    );
}

/// Whether a test of this name, or a module of tests, is below a folder.
fn knows(folder: &Path, test: &str) -> bool {
    let name = test.rsplit("::").next().unwrap_or(test);
    fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .any(|entry| {
            let path = entry.path();
            if path.is_dir() {
                path.file_name().is_some_and(|folder| folder == name) || knows(&path, test)
            } else {
                path.extension().is_some_and(|ending| ending == "rs")
                    && (path.file_stem().is_some_and(|stem| stem == name)
                        || fs::read_to_string(&path)
                            .is_ok_and(|text| text.contains(&format!("fn {name}"))))
            }
        })
}

#[test]
fn paths_are_found_in_prose_and_looked_for() {
    let text =
        "see `crates/signpost/src/main.rs`, `web/{src,nowhere}/main.ts`. And crates/*/README.md.";
    let found = paths(text);
    assert_eq!(
        found,
        [
            "crates/signpost/src/main.rs",
            "web/src/main.ts",
            "web/nowhere/main.ts",
            "crates/*/README.md"
        ]
    );
    let there: Vec<bool> = found.iter().map(|path| is_there(path)).collect();
    assert_eq!(there, [true, true, false, true]);
}
