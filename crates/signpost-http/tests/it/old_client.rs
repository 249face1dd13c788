//! A client that was written long ago reads every answer of today: each member that an answer had then is there now, with a type it had then.
//!
//! `tests/old_client/` keeps what answers were made of, a file for each time; none is ever changed. `SIGNPOST_WRITE_OLD_CLIENT=2027-11` writes the
//! next one.

use std::{
    collections::{BTreeMap, BTreeSet},
    env, fs,
    path::{Path, PathBuf},
};

use serde_json::Value;

use crate::town::{Town, training};

/// What is asked for, of the training town.
const ASKED: [&str; 26] = [
    "/api/v1/needs",
    "/api/v1/where-to-go?need=supplies&from=birch-health-office&near=49.5502,-94.8935",
    "/api/v1/where-to-go?need=disposal&near=49.5502,-94.8935&lang=fr",
    "/api/v1/sites?limit=1000",
    "/api/v1/sites/cedar-circle-house",
    "/api/v1/sites/birch-hall",
    "/api/v1/plan",
    "/api/v1/plan/1",
    "/api/v1/plan/check",
    "/api/v1/coverage",
    "/api/v1/directory.json",
    "/api/v1/health",
    "/tiles/sites.json",
    "/export/sites.geojson",
    "/export/disposal.geojson",
    "/ogc",
    "/ogc/conformance",
    "/ogc/collections",
    "/ogc/collections/sites/items?limit=1000",
    "/hsds/v3",
    "/hsds/v3/services?full=true&per_page=1000",
    "/hsds/v3/service_at_locations?full=true&per_page=1000",
    "/hsds/v3/organizations?full=true&per_page=1000",
    "/hsds/v3/locations?full=true&per_page=1000",
    "/hsds/v3/taxonomies",
    "/hsds/v3/taxonomy_terms?per_page=1000",
];

/// Where a member stands in an answer, and the types that are there; of lists all that any row has.
type Shape = BTreeMap<String, BTreeSet<String>>;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/old_client")
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}

/// Whether the members of an object are names of its rows rather than of its parts.
fn is_index(members: &serde_json::Map<String, Value>) -> bool {
    let is_code =
        |name: &String| name.contains('-') || name.starts_with(|one: char| one.is_ascii_digit());
    !members.is_empty() && members.keys().filter(|name| is_code(name)).count() * 2 > members.len()
}

fn walk(at: &str, value: &Value, shape: &mut Shape) {
    let kinds = shape.entry(at.to_owned()).or_default();
    kinds.insert(kind(value).to_owned());
    match value {
        Value::Array(rows) => {
            for row in rows {
                walk(&format!("{at}[]"), row, shape);
            }
        }
        Value::Object(members) => {
            let index = is_index(members);
            for (name, value) in members {
                let name = if index { "*" } else { name };
                walk(&format!("{at}.{name}"), value, shape);
            }
        }
        _ => {}
    }
}

async fn shapes(town: &Town) -> BTreeMap<String, Shape> {
    let mut all = BTreeMap::new();
    for path in ASKED {
        let answer = town.get(path).await;
        assert_eq!(answer.status, 200, "{path}: {}", answer.body());
        let mut shape = Shape::new();
        walk("$", &answer.json(), &mut shape);
        all.insert(path.to_owned(), shape);
    }
    all
}

/// What an old client would miss: of each answer, by where it stands.
fn missed(old: &BTreeMap<String, Shape>, new: &BTreeMap<String, Shape>) -> Vec<String> {
    let mut missed = Vec::new();
    for (path, members) in old {
        let Some(now) = new.get(path) else {
            missed.push(format!("{path} is not asked for any more"));
            continue;
        };
        for (at, kinds) in members {
            match now.get(at) {
                None => missed.push(format!("{path}: {at} is gone")),
                Some(now) if !now.is_subset(kinds) => {
                    missed.push(format!("{path}: {at} is {now:?} and was {kinds:?}"));
                }
                Some(_) => {}
            }
        }
    }
    missed
}

#[actix_rt::test]
async fn a_client_of_long_ago_reads_every_answer_of_today() {
    let new = shapes(&Town::of(training())).await;
    if let Ok(name) = env::var("SIGNPOST_WRITE_OLD_CLIENT") {
        let file = folder().join(format!("{name}.json"));
        assert!(!file.exists(), "{} is never changed", file.display());
        let text = serde_json::to_string_pretty(&new).expect("JSON");
        fs::create_dir_all(folder()).expect("a folder");
        fs::write(&file, text + "\n").expect("written");
    }
    let mut files = 0;
    for file in fs::read_dir(folder()).expect("what answers were made of") {
        let file = file.expect("a file").path();
        let text = fs::read_to_string(&file).expect("a file");
        let old: BTreeMap<String, Shape> = serde_json::from_str(&text).expect("JSON");
        let members: usize = old.values().map(Shape::len).sum();
        assert!(members > 800, "{}: {members}", file.display());
        let missed = missed(&old, &new);
        assert!(missed.is_empty(), "{}: {missed:#?}", file.display());
        files += 1;
    }
    assert!(files >= 1);
}

#[test]
fn a_member_that_went_or_changed_its_type_is_missed_and_a_new_one_is_not() {
    let shape = |text: &str| {
        let mut shape = Shape::new();
        walk("$", &serde_json::from_str(text).expect("JSON"), &mut shape);
        BTreeMap::from([("/x".to_owned(), shape)])
    };
    let old = shape(r#"{"a": [{"b": 1}, {"b": null, "c": "x"}]}"#);
    assert!(
        missed(
            &old,
            &shape(r#"{"a": [{"b": 2, "c": "y", "d": true}], "e": 1}"#)
        )
        .is_empty()
    );
    assert_eq!(missed(&old, &shape(r#"{"a": [{"b": 2}]}"#)).len(), 1);
    assert_eq!(
        missed(&old, &shape(r#"{"a": [{"b": "2", "c": "y"}]}"#)).len(),
        1
    );
}
