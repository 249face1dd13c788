//! `/api/v1/where-to-go`

use serde_json::json;

use crate::town::{NOW, Town};

#[actix_rt::test]
async fn the_answer_has_every_member_the_contract_names() {
    let town = Town::to_read();
    let answer = town
        .get("/api/v1/where-to-go?need=supplies&from=birch-health-office&near=49.5502,-94.8935")
        .await;
    assert_eq!(answer.status, 200, "{}", answer.body());
    assert_eq!(answer.header("content-type"), "application/json");
    let body = answer.json();
    assert_eq!(
        body["asked"],
        json!({"need": "supplies", "at": NOW, "from": "birch-health-office"})
    );
    assert_eq!(body["edition"], "preview");
    assert_eq!(body["plan"]["version"], 2);
    assert_eq!(body["plan"]["rule"], "office-supplies");
    assert_eq!(body["plan"]["in_force_from"], "2026-04-01");
    assert!(
        body["plan"]["message"]
            .as_str()
            .unwrap()
            .contains("no longer")
    );
    let first = &body["answers"][0];
    for member in [
        "site",
        "name",
        "service",
        "point",
        "address",
        "phone",
        "state",
        "until",
        "sentence",
        "served_at",
        "distance_m",
        "crosses_water",
        "why",
        "why_text",
        "confirmed",
        "links",
    ] {
        assert!(first.get(member).is_some(), "{member} is missing: {first}");
    }
    assert_eq!(first["site"], "cedar-circle-house");
    assert_eq!(first["state"], "open");
    assert_eq!(first["until"], "2026-11-25T18:00:00-05:00");
    assert_eq!(first["sentence"], "Open now, until 6 pm");
    assert_eq!(first["point"], json!([-94.891, 49.5485]));
    assert!(
        first["distance_m"]
            .as_u64()
            .is_some_and(|metres| metres < 500)
    );
    assert_eq!(first["confirmed"]["on"], "2026-11-05");
    assert_eq!(first["links"]["page"], "/sites/cedar-circle-house");
    assert_eq!(first["links"]["call"], "tel:+18075550103");
    let geo = first["links"]["directions"].as_str().unwrap();
    assert!(geo.starts_with("geo:49.5485,-94.891?q="), "{geo}");
    assert_eq!(first["example"], true);
    assert!(!body["otherwise"].as_array().unwrap().is_empty());
    assert!(
        !body["otherwise"][0]["sentence"]
            .as_str()
            .unwrap()
            .is_empty()
    );
}

#[actix_rt::test]
async fn without_a_rule_the_plan_is_null() {
    let town = Town::to_read();
    let body = town.get("/api/v1/where-to-go?need=supplies").await.json();
    assert!(body["plan"].is_null(), "{body}");
    assert!(body["asked"].get("from").is_none());
    assert!(body["answers"][0]["distance_m"].is_null());
}

#[actix_rt::test]
async fn a_french_reader_gets_french_words_and_french_pages() {
    let town = Town::to_read();
    let body = town
        .get("/api/v1/where-to-go?need=supplies&lang=fr")
        .await
        .json();
    let first = &body["answers"][0];
    assert_eq!(first["name"], "Pharmacie Pinecone, rue Main");
    assert_eq!(first["links"]["page"], "/fr/sites/pinecone-pharmacy-main");
    assert!(
        first["sentence"].as_str().unwrap().starts_with("Ouvert"),
        "{first}"
    );
}

#[actix_rt::test]
async fn a_question_in_a_body_has_the_same_answer_as_one_in_an_address() {
    let town = Town::to_read();
    let path = "/api/v1/where-to-go?need=disposal&near=49.5580,-94.9022&limit=3&at=2026-11-24T10:00:00-05:00";
    let asked = town.get(path).await.json();
    assert_eq!(asked["answers"].as_array().unwrap().len(), 3);
    for near in [
        json!("49.5580,-94.9022"),
        json!([49.5580, -94.9022]),
        json!({"lat": 49.5580, "lon": -94.9022}),
    ] {
        let question = json!({"need": "disposal", "near": near, "limit": 3, "at": "2026-11-24T10:00:00-05:00"});
        let posted = town.post("/api/v1/where-to-go", question.to_string()).await;
        assert_eq!(posted.header("cache-control"), "no-store");
        assert_eq!(posted.json(), asked);
    }
}

#[actix_rt::test]
async fn an_address_that_tells_a_need_or_a_position_is_for_nobodys_cache() {
    let town = Town::to_read();
    for path in [
        "/api/v1/where-to-go?need=supplies&near=49.55,-94.89",
        "/api/v1/where-to-go?need=supplies",
        "/api/v1/sites?need=supplies",
        "/api/v1/sites?q=needles",
        "/api/v1/sites?near=49.55,-94.89",
    ] {
        let told = town.get(path).await;
        assert_eq!(told.header("cache-control"), "no-store", "{path}");
    }
    let plain = town.get("/api/v1/sites").await;
    assert_eq!(plain.header("cache-control"), "public, max-age=60");
}
