//! `/hsds/v3` held against the published schemas, its paging and filters, and that hours nobody knows never become hours.

use std::{collections::BTreeSet, fs, path::Path};

use jsonschema::{Draft, Registry, Validator};
use serde_json::{Value, json};

use crate::town::{Town, training};

fn kenora() -> signpost_domain::Directory {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/kenora");
    signpost_exchange::read_folder(path).unwrap_or_else(|faults| panic!("{faults:?}"))
}

const BASE: &str = "https://hsds.example/";

/// A validator of one of the published schemas.
pub fn with_validator(name: &str, check: impl FnOnce(&Validator)) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/hsds");
    let mut registry = Registry::new();
    for file in fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "json") {
            let schema: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
            let file = path.file_name().unwrap().to_str().unwrap();
            registry = registry.add(format!("{BASE}{file}"), schema).unwrap();
        }
    }
    let registry = registry.prepare().unwrap();
    let schema = json!({"$ref": format!("{BASE}{name}.json")});
    let validator = jsonschema::options()
        .with_draft(Draft::Draft202012)
        .with_registry(&registry)
        .should_validate_formats(true)
        .build(&schema)
        .unwrap();
    check(&validator);
}

/// The lists, and the schema of what stands in them.
const LISTS: [(&str, &str); 6] = [
    ("services", "service"),
    ("service_at_locations", "service_at_location"),
    ("organizations", "organization"),
    ("locations", "location"),
    ("taxonomies", "taxonomy"),
    ("taxonomy_terms", "taxonomy_term"),
];

pub async fn all(town: &Town, list: &str, query: &str) -> Vec<Value> {
    let answer = town
        .get(&format!("/hsds/v3/{list}?per_page=1000{query}"))
        .await;
    assert_eq!(answer.status, 200, "{list} {query}: {}", answer.body());
    answer.json()["contents"].as_array().unwrap().clone()
}

#[actix_rt::test]
async fn every_row_keeps_the_published_schema_and_names_rows_that_are_there() {
    for town in [Town::to_read(), Town::of(kenora())] {
        for (list, schema) in LISTS {
            let rows = all(&town, list, "").await;
            assert!(!rows.is_empty(), "{list}");
            let ids: BTreeSet<&str> = rows.iter().map(|one| one["id"].as_str().unwrap()).collect();
            assert_eq!(ids.len(), rows.len(), "{list}: ids are not unique");
            let mut wholes = Vec::new();
            for id in &ids {
                let whole = town.get(&format!("/hsds/v3/{list}/{id}")).await;
                assert_eq!(whole.status, 200, "{}", whole.body());
                wholes.push(whole.json());
            }
            with_validator(schema, |validator| {
                for row in rows.iter().chain(&wholes) {
                    if let Err(error) = validator.validate(row) {
                        panic!("{list}: {error} at {}: {row:#}", error.instance_path());
                    }
                }
            });
        }
    }
}

#[actix_rt::test]
async fn pages_follow_each_other_and_what_is_no_page_is_refused() {
    let town = Town::to_read();
    let whole = all(&town, "services", "").await;
    let mut walked = Vec::new();
    for page in 1.. {
        let answer = town
            .get(&format!("/hsds/v3/services?per_page=7&page={page}"))
            .await
            .json();
        assert_eq!(answer["total_items"], whole.len());
        assert_eq!(answer["page_number"], page);
        assert_eq!(answer["first_page"], page == 1);
        walked.extend(answer["contents"].as_array().unwrap().clone());
        if answer["last_page"] == true {
            break;
        }
    }
    assert_eq!(walked, whole);
    let beyond = town.get("/hsds/v3/services?page=1000").await.json();
    assert_eq!(beyond["empty"], true);
    for query in [
        "page=0",
        "page=x",
        "page=-1",
        "per_page=0",
        "per_page=1001",
        "modified_after=yesterday",
        "organization_id=1",
        "nonsense=1",
    ] {
        town.get(&format!("/hsds/v3/services?{query}"))
            .await
            .problem(400);
    }
    for id in ["not-a-uuid", "00000000-0000-0000-0000-00000000feed"] {
        town.get(&format!("/hsds/v3/services/{id}"))
            .await
            .problem(404);
    }
}

#[actix_rt::test]
async fn filters_narrow_and_work_together() {
    let town = Town::to_read();
    let whole = all(&town, "services", "").await;
    let organization = whole[0]["organization_id"].as_str().unwrap();
    let own = all(
        &town,
        "services",
        &format!("&organization_id={organization}"),
    )
    .await;
    assert!(!own.is_empty() && own.len() < whole.len());
    assert!(own.iter().all(|one| one["organization_id"] == organization));
    let none = all(
        &town,
        "services",
        &format!("&organization_id={organization}&search=zzqx"),
    )
    .await;
    assert!(none.is_empty());
    let terms = all(&town, "taxonomy_terms", "&search=food").await;
    let food = terms.iter().find(|term| term["code"] == "food").unwrap();
    let food = all(
        &town,
        "services",
        &format!("&taxonomy_term_id={}", food["id"].as_str().unwrap()),
    )
    .await;
    assert!(!food.is_empty() && food.len() < whole.len());
    assert_eq!(
        all(&town, "services", "&modified_after=1970-01-01T00:00:00Z")
            .await
            .len(),
        whole.len()
    );
    assert!(
        all(&town, "services", "&modified_after=2999-01-01")
            .await
            .is_empty()
    );
    let minimal = all(&town, "services", "&minimal=true").await;
    assert!(
        minimal
            .iter()
            .all(|one| one.as_object().unwrap().len() == 1)
    );
}

#[actix_rt::test]
async fn what_nobody_knows_has_no_times_and_is_never_active() {
    let mut directory = training();
    // Hours that nobody wrote, and hours whose confirmation is over.
    let mut changed = 0;
    for site in &mut directory.sites {
        for service in &mut site.services {
            if service.need.as_str() == "food" {
                service.hours = None;
                changed += 1;
            }
            if service.need.as_str() == "supplies" && service.hours.is_some() {
                service.confirmation = None;
                service.source.day = Some("2020-01-01".parse().unwrap());
                changed += 1;
            }
        }
    }
    assert!(changed > 3);
    let town = Town::of(directory);
    let mut seen = (0, 0, 0);
    for service in all(&town, "services", "&full=true").await {
        let attributes = service["attributes"].as_array().unwrap();
        let value = |code: &str| {
            let mut all = attributes.iter();
            all.find(|one| one["taxonomy_term"]["code"] == code)
                .map(|one| one["value"].as_str().unwrap_or_default().to_owned())
        };
        let offer = value("offer").unwrap();
        let schedules = service["service_at_locations"][0]["schedules"]
            .as_array()
            .cloned()
            .unwrap_or_default();
        let times = schedules
            .iter()
            .filter(|one| one.get("opens_at").is_some() || one.get("freq").is_some())
            .count();
        if offer == "offered" {
            assert_ne!(service["status"], "inactive", "{service:#}");
        } else {
            assert_eq!(service["status"], "inactive", "{service:#}");
            assert_eq!(times, 0, "{service:#}");
            seen.0 += 1;
        }
        if offer == "unknown" {
            assert!(service["alert"].as_str().unwrap().contains("Call first"));
        }
        if value("opening_hours").is_none() {
            assert!(schedules.is_empty(), "{service:#}");
            seen.1 += 1;
        }
        seen.2 += usize::from(times > 0);
    }
    assert!(seen.0 > 1 && seen.1 > 1 && seen.2 > 1, "{seen:?}");
}

#[actix_rt::test]
async fn the_root_says_the_version_and_nothing_inside_comes_out() {
    let town = Town::to_read();
    let root = town
        .get_with("/hsds/v3/", &[("host", "signpost.example")])
        .await
        .json();
    assert_eq!(root["version"], "3.0");
    assert_eq!(root["profile"], "http://signpost.example/hsds/v3/profile");
    assert_eq!(
        root["openapi_url"],
        "http://signpost.example/api/openapi.json"
    );
    let answer = town.get("/hsds/v3/locations?full=true&per_page=1000").await;
    let tag = answer.header("etag").to_owned();
    assert_eq!(answer.header("access-control-allow-origin"), "*");
    let again = town
        .get_with(
            "/hsds/v3/locations?full=true&per_page=1000",
            &[("if-none-match", &tag)],
        )
        .await;
    assert_eq!(again.status, 304);
    for inside in ["BL-SB-01", "sawmill-road-box", "capacity_litres"] {
        assert!(!answer.body().contains(inside), "{inside}");
    }
}
