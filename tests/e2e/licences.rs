//! What is built in, held against `deny.toml`: licences, libraries that only some may use, and where all of it comes from. `make deny` asks
//! cargo-deny the same questions; building that takes minutes, so `make test` asks them here.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
    process::Command,
};

use serde_json::Value;
use tempfile::TempDir;

use crate::server::root;

/// The one place libraries come from.
const CRATES_IO: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// One package of the whole graph, on this machine's kind of system.
struct Package {
    name: String,
    licence: String,
    /// `None` is of this repository.
    source: Option<String>,
    /// Names of what it uses directly, development and build included.
    uses: BTreeSet<String>,
}

/// A library that nobody may use but the named ones.
struct Ban {
    library: String,
    users: Vec<String>,
    reason: String,
}

fn output(command: &mut Command) -> Vec<u8> {
    let output = command.current_dir(root()).output().expect("it runs");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    output.stdout
}

/// The workspace, and beside it the program that draws pictures of the map: each with a lock file and rules of its own.
const OURS: [(&str, &str); 2] = [
    ("Cargo.toml", "deny.toml"),
    (
        "crates/static-map/Cargo.toml",
        "crates/static-map/deny.toml",
    ),
];

/// All packages, as they were resolved in the lock file beside a manifest.
fn packages(manifest: &str) -> Vec<Package> {
    let version = output(Command::new(env!("CARGO")).arg("-vV"));
    let version = String::from_utf8(version).expect("text");
    let host = version
        .lines()
        .find_map(|line| line.strip_prefix("host: "))
        .expect("a host");
    // Only what is built here is at hand without a network.
    let metadata = output(Command::new(env!("CARGO")).args([
        "metadata",
        "--format-version",
        "1",
        "--locked",
        "--offline",
        "--filter-platform",
        host,
        "--manifest-path",
        manifest,
    ]));
    let metadata: Value = serde_json::from_slice(&metadata).expect("JSON");
    let list = |value: &Value| value.as_array().expect("a list").clone();
    let text = |value: &Value| value.as_str().map(ToOwned::to_owned);
    let names: BTreeMap<Option<String>, String> = list(&metadata["packages"])
        .iter()
        .map(|one| (text(&one["id"]), text(&one["name"]).expect("a name")))
        .collect();
    let uses: BTreeMap<Option<String>, BTreeSet<String>> = list(&metadata["resolve"]["nodes"])
        .iter()
        .map(|node| {
            let used = list(&node["deps"]);
            let used = used.iter().map(|one| names[&text(&one["pkg"])].clone());
            (text(&node["id"]), used.collect())
        })
        .collect();
    list(&metadata["packages"])
        .iter()
        .map(|one| Package {
            name: text(&one["name"]).expect("a name"),
            licence: text(&one["license"]).unwrap_or_default(),
            source: text(&one["source"]),
            uses: uses[&text(&one["id"])].clone(),
        })
        .collect()
}

fn rules(file: &str) -> toml::Table {
    let text = fs::read_to_string(root().join(file)).expect("rules");
    text.parse().expect("TOML")
}

fn strings(value: &toml::Value) -> Vec<String> {
    let all = value.as_array().expect("a list").iter();
    all.map(|one| one.as_str().expect("a text").to_owned())
        .collect()
}

fn bans(rules: &toml::Table) -> Vec<Ban> {
    let all = rules["bans"]["deny"].as_array().expect("bans").iter();
    all.map(|ban| Ban {
        library: ban["crate"].as_str().expect("a crate").to_owned(),
        users: ban.get("wrappers").map(strings).unwrap_or_default(),
        reason: ban["reason"].as_str().expect("a reason").to_owned(),
    })
    .collect()
}

/// Whether an SPDX expression can be met with licences of a list: `A OR B`, `A AND B`, `A WITH C`, brackets, and the older `A/B`.
fn is_met(expression: &str, allowed: &[String]) -> bool {
    let spaced = expression
        .replace('/', " OR ")
        .replace('(', " ( ")
        .replace(')', " ) ")
        .replace(" WITH ", "-WITH-");
    let mut words = spaced.split_whitespace().peekable();
    let met = any(&mut words, allowed);
    met && words.next().is_none()
}

type Words<'w> = std::iter::Peekable<std::str::SplitWhitespace<'w>>;

fn any(words: &mut Words<'_>, allowed: &[String]) -> bool {
    let mut met = all(words, allowed);
    while words.next_if_eq(&"OR").is_some() {
        met |= all(words, allowed);
    }
    met
}

fn all(words: &mut Words<'_>, allowed: &[String]) -> bool {
    let mut met = one(words, allowed);
    while words.next_if_eq(&"AND").is_some() {
        met &= one(words, allowed);
    }
    met
}

fn one(words: &mut Words<'_>, allowed: &[String]) -> bool {
    match words.next() {
        Some("(") => {
            let met = any(words, allowed);
            words.next_if_eq(&")").is_some() && met
        }
        Some(name) => allowed.contains(&name.replace("-WITH-", " WITH ")),
        None => false,
    }
}

/// Licences that only one library may have, by its name.
fn exceptions(rules: &toml::Table) -> BTreeMap<String, Vec<String>> {
    let all = rules["licenses"].get("exceptions");
    let all = all.and_then(toml::Value::as_array).into_iter().flatten();
    all.map(|one| {
        let name = one["crate"].as_str().expect("a crate").to_owned();
        (name, strings(&one["allow"]))
    })
    .collect()
}

#[test]
fn every_library_may_be_passed_on() {
    for (manifest, file) in OURS {
        let rules = rules(file);
        let allowed = strings(&rules["licenses"]["allow"]);
        let mut exceptions = exceptions(&rules);
        for Package { name, licence, .. } in packages(manifest) {
            let own = exceptions.remove(&name).unwrap_or_default();
            assert_eq!(
                is_met(&licence, &allowed),
                own.is_empty(),
                "{file}: {name} is under `{licence}`"
            );
            let all = [allowed.clone(), own].concat();
            assert!(is_met(&licence, &all), "{name} is under `{licence}`");
        }
        let left: Vec<_> = exceptions.keys().collect();
        assert!(
            left.is_empty(),
            "{file} excepts what is not there: {left:?}"
        );
    }
}

#[test]
fn every_library_comes_from_one_place() {
    for (manifest, _) in OURS {
        for Package { name, source, .. } in packages(manifest) {
            let source = source.as_deref();
            assert!(
                source.is_none_or(|it| it == CRATES_IO),
                "{name}: {source:?}"
            );
            assert!(source.is_some() || name.starts_with("signpost"), "{name}");
        }
    }
}

#[test]
fn guarded_libraries_are_used_by_whom_they_are_meant_for() {
    let packages = packages("Cargo.toml");
    for Ban {
        library,
        users,
        reason,
    } in bans(&rules("deny.toml"))
    {
        let found = packages.iter().filter(|one| one.uses.contains(&library));
        let found: BTreeSet<&String> = found.map(|one| &one.name).collect();
        for user in &found {
            assert!(
                users.contains(user),
                "{user} must not use {library}: {reason}"
            );
        }
        for user in &users {
            assert!(
                found.contains(user),
                "{user} does not use {library}: take it out of deny.toml"
            );
        }
    }
}

/// Names and versions that a lock file of Rust has.
fn locked(file: &str) -> BTreeSet<(String, String)> {
    let text = fs::read_to_string(root().join(file)).expect("a lock file");
    let lock: toml::Table = text.parse().expect("TOML");
    let all = lock["package"].as_array().expect("packages").iter();
    let text = |one: &toml::Value, name: &str| one[name].as_str().expect("a text").to_owned();
    all.map(|one| (text(one, "name"), text(one, "version")))
        .collect()
}

fn json(path: &Path) -> Value {
    let text = fs::read(path).expect("a file");
    serde_json::from_slice(&text).expect("JSON")
}

fn libraries(list: &Value, part: &str) -> Vec<(String, String)> {
    let text = |one: &Value, name: &str| one[name].as_str().expect("a text").to_owned();
    let all = list[part].as_array().expect("a list").iter();
    all.map(|one| (text(one, "name"), text(one, "version")))
        .collect()
}

#[test]
fn the_licences_that_are_shown_are_those_of_the_lock_files() {
    let shipped = root().join("web/licences");
    let anew = TempDir::new().expect("a folder");
    output(
        Command::new("node")
            .arg("deploy/licences.mjs")
            .arg(anew.path()),
    );
    for name in ["crates.json", "crates.txt"] {
        let (shipped, anew) = (shipped.join(name), anew.path().join(name));
        let same = fs::read(&shipped).expect("a file") == fs::read(anew).expect("a file");
        assert!(
            same,
            "{} is not what the lock files have: run `make licences`",
            shipped.display()
        );
    }
    // And by another way: all of them are locked, and whoever wants to know how a place is served finds these.
    let list = json(&shipped.join("crates.json"));
    for (part, lock, known) in [
        ("binary", "Cargo.lock", "actix-web"),
        ("pictures", "crates/static-map/Cargo.lock", "maplibre"),
    ] {
        let (locked, listed) = (locked(lock), libraries(&list, part));
        assert!(listed.iter().any(|(name, _)| name == known), "{part}");
        for one in listed {
            assert!(locked.contains(&one), "{lock} has no {one:?}");
        }
    }
}

#[test]
fn what_the_pages_are_built_from_is_told_with_its_text() {
    let dist = root().join("web/dist");
    let manifest = json(&dist.join("manifest.json"));
    let built = |name: &str| dist.join(manifest[name].as_str().expect("a file that was built"));
    let list = json(&built("built-in.json"));
    let crates = json(&root().join("web/licences/crates.json"));
    for part in ["binary", "pictures"] {
        assert_eq!(list[part], crates[part], "{part}: run `make web`");
    }
    let lock = json(&root().join("web/package-lock.json"));
    let texts = fs::read_to_string(built("licences.txt")).expect("texts");
    let sbom = output(Command::new("node").arg("deploy/deb/sbom.mjs"));
    let sbom = String::from_utf8(sbom).expect("text");
    let pages = libraries(&list, "pages");
    for known in ["leaflet", "maplibre-gl", "@fontsource/noto-sans"] {
        assert!(pages.iter().any(|(name, _)| name == known), "{known}");
    }
    for (name, version) in pages {
        let locked = &lock["packages"][format!("node_modules/{name}")];
        assert_eq!(locked["version"], version.as_str(), "{name}");
        let named = format!("\n{name} {version} (");
        let (_, text) = texts
            .split_once(&named)
            .or_else(|| texts.strip_prefix(named.trim()).map(|text| ("", text)))
            .unwrap_or_else(|| panic!("no text of {name}"));
        let (_, text) = text.split_once("\n\n").expect("a text");
        let (text, _) = text.split_once("\n-----").expect("an end");
        assert!(text.len() > 200, "{name}: {text}");
        let purl = format!("pkg:npm/{}@{version}\"", name.replace('@', "%40"));
        assert!(sbom.contains(&purl), "{name} is not in the package's list");
    }
    for known in [
        "SIL OPEN FONT LICENSE",
        "Apache License",
        "Mozilla Public License",
    ] {
        assert!(texts.contains(known), "{known}");
    }
}

#[test]
fn fonts_lie_beside_their_licence_with_the_names_of_who_made_them() {
    let folder = root().join("crates/signpost-poster/fonts");
    let licence = fs::read_to_string(folder.join("OFL.txt")).expect("their licence");
    assert!(licence.contains("SIL OPEN FONT LICENSE Version 1.1"));
    let files = fs::read_dir(&folder).expect("the fonts");
    let files = files.map(|file| file.expect("a file").path());
    let fonts: Vec<_> = files
        .filter(|file| file.extension().is_some_and(|kind| kind == "ttf"))
        .collect();
    assert!(fonts.len() >= 3);
    for font in fonts {
        let bytes = fs::read(&font).expect("a font");
        // The table of names is written in two bytes a letter.
        let letters: Vec<u8> = bytes.into_iter().filter(|byte| *byte != 0).collect();
        let words = String::from_utf8_lossy(&letters);
        let (_, makers) = words
            .split_once("Copyright ")
            .expect("the font says who made it");
        let (makers, _) = makers.split_once(')').expect("an address");
        assert!(
            licence.contains(&format!("Copyright {makers})")),
            "{}: Copyright {makers})",
            font.display()
        );
        assert!(words.contains("openfontlicense.org"), "{}", font.display());
    }
}

#[test]
fn licences_are_read_as_they_are_written() {
    let allowed = ["MIT", "ISC", "Apache-2.0 WITH LLVM-exception"].map(str::to_owned);
    for (expression, met) in [
        ("MIT", true),
        ("", false),
        ("GPL-3.0-only", false),
        ("GPL-3.0-only OR MIT", true),
        ("GPL-3.0-only/MIT", true),
        ("GPL-3.0-only AND MIT", false),
        ("MIT AND ISC", true),
        ("GPL-3.0-only AND ISC OR MIT", true),
        ("GPL-3.0-only AND (ISC OR MIT)", false),
        ("(GPL-3.0-only OR MIT) AND ISC", true),
        ("Apache-2.0 WITH LLVM-exception OR Apache-2.0", true),
        ("Apache-2.0", false),
        ("MIT MIT", false),
        ("(MIT", false),
    ] {
        assert_eq!(is_met(expression, &allowed), met, "{expression}");
    }
}
