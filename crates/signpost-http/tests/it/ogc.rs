//! `/ogc`: OGC API – Features as its clients ask it.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::town::{Answer, Town};

const GEO_JSON: &str = "application/geo+json";

async fn read(town: &Town, path: &str) -> Answer {
    let answer = town.get(path).await;
    assert_eq!(answer.status, 200, "{path}: {}", answer.body());
    answer
}

fn ids(document: &Value) -> Vec<String> {
    let features = document["features"].as_array().unwrap().iter();
    features
        .map(|one| one["id"].as_str().unwrap().to_owned())
        .collect()
}

fn link<'a>(document: &'a Value, rel: &str) -> Option<&'a str> {
    let mut links = document["links"].as_array().unwrap().iter();
    links
        .find(|one| one["rel"] == rel)
        .and_then(|one| one["href"].as_str())
}

#[actix_rt::test]
async fn the_front_door_leads_to_every_collection_and_says_that_nobody_certified_it() {
    let town = Town::to_read();
    for path in ["/ogc", "/ogc/"] {
        let landing = read(&town, path).await.json();
        for rel in [
            "self",
            "alternate",
            "service-desc",
            "service-doc",
            "conformance",
            "data",
        ] {
            assert!(link(&landing, rel).is_some(), "{path}: {rel}");
        }
        assert!(
            landing["description"]
                .as_str()
                .unwrap()
                .contains("Not certified")
        );
    }
    let conformance = read(&town, "/ogc/conformance").await.json();
    for class in ["core", "geojson", "html", "oas30"] {
        let whole = format!("http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/{class}");
        assert!(
            conformance["conformsTo"]
                .as_array()
                .unwrap()
                .contains(&whole.into()),
            "{class}"
        );
    }
    let collections = read(&town, "/ogc/collections").await.json();
    let names: Vec<&str> = collections["collections"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["id"].as_str().unwrap())
        .collect();
    for name in ["sites", "disposal", "supplies", "food"] {
        assert!(names.contains(&name), "{names:?}");
    }
    for name in names {
        let one = read(&town, &format!("/ogc/collections/{name}"))
            .await
            .json();
        assert_eq!(one["id"], name);
        let items = read(&town, &format!("/ogc/collections/{name}/items?limit=1000")).await;
        assert_eq!(items.header("content-type"), GEO_JSON);
        assert_eq!(
            items.header("content-crs"),
            "<http://www.opengis.net/def/crs/OGC/1.3/CRS84>"
        );
        let items = items.json();
        assert_eq!(items["numberMatched"], ids(&items).len(), "{name}");
    }
}

#[actix_rt::test]
async fn pages_of_items_follow_each_other_and_keep_their_filters() {
    let town = Town::to_read();
    let whole = read(
        &town,
        "/ogc/collections/sites/items?limit=1000&kind=building",
    )
    .await
    .json();
    let mut walked = Vec::new();
    let mut next = Some("/ogc/collections/sites/items?limit=3&kind=building".to_owned());
    while let Some(path) = next {
        let page = read(&town, &path).await.json();
        assert!(ids(&page).len() <= 3);
        walked.extend(ids(&page));
        let href = link(&page, "next");
        next = href.map(|href| format!("/ogc{}", href.split_once("/ogc").unwrap().1));
    }
    assert!(walked.len() > 3);
    assert_eq!(walked, ids(&whole));
    let all = read(&town, "/ogc/collections/sites/items?limit=1000")
        .await
        .json();
    assert!(all["numberMatched"].as_u64() > whole["numberMatched"].as_u64());
    for feature in whole["features"].as_array().unwrap() {
        assert_eq!(feature["properties"]["kind"], "building");
    }
    let high = read(
        &town,
        &format!("/ogc/collections/sites/items?limit={}", "9".repeat(25)),
    )
    .await
    .json();
    assert_eq!(
        ids(&high),
        ids(&all),
        "too many are as many as there may be"
    );
}

#[actix_rt::test]
async fn a_box_holds_what_is_in_it_and_what_nobody_can_place() {
    let town = Town::to_read();
    let list = "/ogc/collections/sites/items?limit=1000";
    let all = read(&town, list).await.json();
    let unplaced: BTreeSet<String> = all["features"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|one| one["geometry"].is_null())
        .map(|one| one["id"].as_str().unwrap().to_owned())
        .collect();
    let boxed = async |bbox: &str| -> BTreeSet<String> {
        let found = read(&town, &format!("{list}&bbox={bbox}")).await.json();
        ids(&found).into_iter().collect()
    };
    let everything: BTreeSet<String> = ids(&all).into_iter().collect();
    assert_eq!(boxed("-180,-90,180,90").await, everything);
    assert_eq!(boxed("-180,-90,-1000,180,90,9000").await, everything);
    assert_eq!(
        boxed("177,65,-177,70").await,
        unplaced,
        "across the antimeridian"
    );
    // All but the town, the long way round.
    assert_eq!(boxed("-90,-90,-100,90").await, unplaced);
    assert_eq!(boxed("-100,-90,-90,90").await, everything);
    for bad in [
        "1,2,3",
        "1,2,3,4,5",
        "foo",
        "NaN,0,1,1",
        "1e999,0,1,1",
        "-94,50,-95,49",
        "0,-91,1,95",
    ] {
        town.get(&format!("{list}&bbox={bad}")).await.problem(400);
    }
}

#[actix_rt::test]
async fn times_are_those_in_which_a_place_stood() {
    let mut directory = crate::town::training();
    let boxes = directory
        .sites
        .iter_mut()
        .filter_map(|site| site.disposal_point.as_mut());
    for point in boxes {
        point.since = Some("2026-05-01".parse().unwrap());
        point.until = Some("2026-12-31".parse().unwrap());
    }
    let town = Town::of(directory);
    let list = "/ogc/collections/disposal/items?limit=1000";
    let count = async |when: &str| {
        let found = read(&town, &format!("{list}&datetime={when}")).await.json();
        found["numberMatched"].as_u64().unwrap()
    };
    let all = read(&town, list).await.json()["numberMatched"]
        .as_u64()
        .unwrap();
    let outside = count("2025-01-01T00:00:00Z").await;
    assert!(
        outside < all,
        "places without days are always there, boxes are not"
    );
    assert_eq!(count("2026-06-01T12:00:00Z").await, all);
    assert_eq!(count("2026-06-01").await, all);
    assert_eq!(count("2026-06-01T12:00:00Z/..").await, all);
    assert_eq!(count("../2026-04-01T00:00:00Z").await, outside);
    assert_eq!(count("2027-02-01T00:00:00Z/").await, outside);
    for bad in [
        "yesterday",
        "2026-13-45T00:00:00Z",
        "../..",
        "2026-02-01T00:00:00Z/2026-01-01T00:00:00Z",
    ] {
        town.get(&format!("{list}&datetime={bad}"))
            .await
            .problem(400);
    }
    let extent = &read(&town, "/ogc/collections/disposal").await.json()["extent"];
    assert!(extent["spatial"]["bbox"][0].is_array(), "{extent}");
}

#[actix_rt::test]
async fn one_item_is_the_same_as_in_the_list_and_leads_back() {
    let town = Town::to_read();
    let list = "/ogc/collections/supplies/items";
    let all = read(&town, list).await.json();
    let first = &all["features"][0];
    let one = read(&town, &format!("{list}/{}", first["id"].as_str().unwrap()))
        .await
        .json();
    assert_eq!(one["properties"], first["properties"]);
    assert!(
        link(&one, "collection")
            .unwrap()
            .ends_with("/ogc/collections/supplies")
    );
    for missing in ["no-such-place", "%00", "1'"] {
        town.get(&format!("{list}/{missing}")).await.problem(404);
    }
    town.get("/ogc/collections/no-such-need/items")
        .await
        .problem(404);
    town.get(&format!("{list}?nobody-has-this=1"))
        .await
        .problem(400);
    for path in [
        "/ogc",
        "/ogc/conformance",
        "/ogc/collections",
        "/ogc/collections/sites",
    ] {
        town.get(&format!("{path}?nobody-has-this=1"))
            .await
            .problem(400);
    }
}

#[actix_rt::test]
async fn who_has_an_answer_is_not_sent_it_again_and_pages_of_other_origins_may_read() {
    let town = Town::to_read();
    let path = "/ogc/collections/sites/items";
    let first = read(&town, path).await;
    let tag = first.header("etag");
    assert!(!tag.is_empty());
    let again = town.get_with(path, &[("if-none-match", tag)]).await;
    assert_eq!(again.status, 304);
    assert_eq!(first.header("access-control-allow-origin"), "*");
    assert!(first.header("link").contains("rel="));
}

#[actix_rt::test]
async fn people_can_read_it_without_a_script_and_search_engines_leave_it() {
    let town = Town::to_read();
    let browser = [("accept", "text/html,application/xhtml+xml,*/*;q=0.8")];
    for path in [
        "/ogc",
        "/ogc/conformance",
        "/ogc/api",
        "/ogc/collections",
        "/ogc/collections/sites",
        "/ogc/collections/sites/items",
        "/ogc/collections/sites/items/birch-hall",
    ] {
        let page = town.get_with(path, &browser).await;
        assert_eq!(page.status, 200, "{path}: {}", page.body());
        assert!(
            page.header("content-type").starts_with("text/html"),
            "{path}"
        );
        assert_eq!(page.header("x-robots-tag"), "noindex", "{path}");
        assert!(
            page.body().starts_with("<!doctype html>") && !page.body().contains("<script"),
            "{path}"
        );
        let asked = read(&town, &format!("{path}?f=json")).await;
        assert!(asked.header("content-type").contains("json"), "{path}");
    }
    let list = town
        .get_with("/ogc/collections/sites/items?limit=2", &browser)
        .await
        .body();
    assert!(
        list.contains("Birch") && list.contains("The next page"),
        "{list}"
    );
}

#[actix_rt::test]
async fn its_own_description_is_openapi_3_0_and_names_every_parameter() {
    let town = Town::to_read();
    let answer = read(&town, "/ogc/api").await;
    assert_eq!(
        answer.header("content-type"),
        "application/vnd.oai.openapi+json;version=3.0"
    );
    let document = answer.json();
    assert_eq!(document["openapi"], "3.0.3");
    let items = &document["paths"]["/collections/{collectionId}/items"]["get"]["parameters"];
    let described: BTreeSet<String> = items
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            one["$ref"]
                .as_str()
                .unwrap()
                .rsplit('/')
                .next()
                .unwrap()
                .to_owned()
        })
        .map(|name| {
            let parameter = &document["components"]["parameters"][&name];
            assert!(parameter["schema"].is_object(), "{name}");
            (
                parameter["name"].as_str().unwrap().to_owned(),
                parameter["in"] == "query",
            )
        })
        .filter(|(_, query)| *query)
        .map(|(name, _)| name)
        .collect();
    let detail = town
        .get("/ogc/collections/sites/items?nobody-has-this=1")
        .await
        .problem(400);
    let (_, taken) = detail.split_once("this address takes ").unwrap();
    let taken: BTreeSet<String> = taken.split(", ").map(str::to_owned).collect();
    assert_eq!(described, taken);
}

#[actix_rt::test]
async fn what_is_inside_stays_inside() {
    let town = Town::to_read();
    for path in [
        "/ogc/collections/sites/items?limit=1000",
        "/ogc/collections/disposal/items?limit=1000",
    ] {
        let body = read(&town, path).await.body();
        for inside in [
            "BL-SB-01",
            "sawmill-road-box",
            "parks crew, emptied",
            "capacity_litres",
            "empty_every_days",
        ] {
            assert!(!body.contains(inside), "{path}: {inside}");
        }
    }
}
