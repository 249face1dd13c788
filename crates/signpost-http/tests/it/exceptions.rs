//! Dated exceptions, added and taken away by an agency's own system.

use actix_web::test::TestRequest;
use serde_json::json;

use crate::{
    editor::{Edit, PATH, tag},
    town::Town,
};

#[actix_rt::test]
async fn an_exception_is_added_and_taken_away() {
    let town = Town::to_edit().await;
    let (token, tag) = (town.token("cedar-circle").await, tag(&town).await);
    let list = format!("{PATH}/exceptions");
    let add = Edit {
        path: &list,
        token: Some(&token),
        tag: Some(&tag),
        key: Some("close-early"),
        body: json!({
            "kind": "closed", "first": "2026-11-25", "last": "2026-11-26", "need": "supplies",
            "reason": {"en": "Burst pipe", "fr": "Tuyau éclaté"},
        }),
    };
    let added = add.send(&town, TestRequest::post()).await;
    assert_eq!(added.status, 201, "{}", added.body());
    let site = town.get(PATH).await.json();
    assert_eq!(site["properties"]["services"][0]["state"], "closed");
    let ids: Vec<&str> = site["properties"]["exceptions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|exception| exception["id"].as_str().unwrap())
        .collect();
    assert!(ids.contains(&"closed-2026-11-25"), "{ids:?}");
    let again = add.send(&town, TestRequest::post()).await;
    assert_eq!(
        (again.status, again.body()),
        (201, added.body()),
        "the same key, the same answer"
    );

    let one = format!("{PATH}/exceptions/closed-2026-11-25");
    let remove = Edit {
        path: &one,
        tag: Some(added.header("etag")),
        key: None,
        body: json!(null),
        ..add
    };
    let removed = remove.send(&town, TestRequest::delete()).await;
    assert_eq!(removed.status, 200, "{}", removed.body());
    assert_eq!(
        town.get(PATH).await.json()["properties"]["services"][0]["state"],
        "open"
    );
    let gone = Edit {
        tag: Some(removed.header("etag")),
        ..remove
    };
    gone.send(&town, TestRequest::delete()).await.problem(404);
}

#[actix_rt::test]
async fn a_closing_within_a_longer_one_becomes_part_of_it_as_in_the_form() {
    let town = Town::to_edit().await;
    let (token, first) = (town.token("cedar-circle").await, tag(&town).await);
    let list = format!("{PATH}/exceptions");
    let add = async |tag: &str, first: &str, last: &str| {
        let edit = Edit {
            path: &list,
            token: Some(&token),
            tag: Some(tag),
            key: None,
            body: json!({"kind": "closed", "first": first, "last": last}),
        };
        edit.send(&town, TestRequest::post()).await
    };
    let short = add(&first, "2026-12-08", "2026-12-09").await;
    assert_eq!(short.status, 201, "{}", short.body());
    let long = add(short.header("etag"), "2026-12-07", "2026-12-11").await;
    assert_eq!(long.status, 201, "{}", long.body());
    let site = town.get(PATH).await.json();
    let all = site["properties"]["exceptions"].as_array().unwrap().iter();
    let ids: Vec<&str> = all
        .filter_map(|one| one["id"].as_str())
        .filter(|id| id.starts_with("closed-2026-12-0"))
        .collect();
    assert_eq!(ids, ["closed-2026-12-07"]);
}

#[actix_rt::test]
async fn what_is_out_of_stock_says_so_everywhere_at_once_and_the_rest_of_the_place_stays_open() {
    let town = Town::to_edit().await;
    let (token, tag) = (town.token("cedar-circle").await, tag(&town).await);
    let list = format!("{PATH}/exceptions");
    let add = Edit {
        path: &list,
        token: Some(&token),
        tag: Some(&tag),
        key: None,
        body: json!({"kind": "out_of_stock", "need": "supplies", "first": "2026-11-25", "last": "2026-11-26"}),
    };
    let added = add.send(&town, TestRequest::post()).await;
    assert_eq!(added.status, 201, "{}", added.body());
    let site = town.get(PATH).await.json();
    let service = |need: &str| {
        let services = site["properties"]["services"].as_array().unwrap();
        let found = services.iter().find(|one| one["need"] == need);
        (
            found.unwrap()["state"].clone(),
            found.unwrap()["sentence"].as_str().unwrap().to_owned(),
        )
    };
    let (state, sentence) = service("supplies");
    assert_eq!(state, "closed");
    assert!(
        sentence.starts_with("Out of stock until Friday"),
        "{sentence}"
    );
    assert_eq!(service("naloxone").0, "open");
    let exceptions = site["properties"]["exceptions"].as_array().unwrap();
    let mut ids = exceptions.iter().map(|one| one["id"].as_str().unwrap());
    assert!(ids.any(|id| id == "out-of-stock-2026-11-25"));

    let page = town.get("/sites/cedar-circle-house").await.body();
    assert!(page.contains("Out of stock until Friday"), "{page}");
    let page = town.get("/fr/sites/cedar-circle-house").await.body();
    assert!(page.contains("En rupture de stock jusqu"), "{page}");
    let answer = town.get("/api/v1/where-to-go?need=supplies").await.json();
    assert_ne!(answer["answers"][0]["site"], "cedar-circle-house");
}

#[actix_rt::test]
async fn an_exception_that_is_not_right_is_told_what_is_wrong() {
    let town = Town::to_edit().await;
    let (token, tag) = (town.token("cedar-circle").await, tag(&town).await);
    let list = format!("{PATH}/exceptions");
    for (body, field) in [
        (json!({}), "kind"),
        (
            json!({"kind": "closed", "first": "2026-12-01", "last": "2026-11-30"}),
            "last",
        ),
        (
            json!({"kind": "closed", "first": "2026-11-01", "last": "2026-11-02"}),
            "last",
        ),
        (
            json!({"kind": "closed", "first": "2026-12-01", "last": "2029-11-30"}),
            "last",
        ),
        (
            json!({"kind": "closed", "first": "tomorrow", "last": "2026-12-01"}),
            "first",
        ),
        (
            json!({"kind": "closed", "first": "2026-12-01", "last": "2026-12-01", "hours": "10:00-12:00"}),
            "hours",
        ),
        (
            json!({"kind": "open", "first": "2026-12-01", "last": "2026-12-01", "hours": "nonsense"}),
            "hours",
        ),
        (
            json!({"kind": "open", "first": "2026-12-01", "last": "2026-12-01", "need": "withdrawal"}),
            "need",
        ),
        (
            json!({"kind": "open", "first": "2026-12-01", "last": "2026-12-01", "id": "staff-training"}),
            "id",
        ),
        (
            json!({"kind": "out_of_stock", "first": "2026-12-01", "last": "2026-12-01"}),
            "need",
        ),
        (
            json!({"kind": "open", "first": "2026-12-01", "last": "2026-12-01", "colour": "red"}),
            "colour",
        ),
    ] {
        let edit = Edit {
            path: &list,
            token: Some(&token),
            tag: Some(&tag),
            key: None,
            body: body.clone(),
        };
        let answer = edit.send(&town, TestRequest::post()).await;
        answer.problem(400);
        let errors = answer.json()["errors"].clone();
        let named = errors
            .as_array()
            .unwrap()
            .iter()
            .any(|error| error["field"] == field);
        assert!(named, "{body}: {errors}");
    }
    assert_eq!(super::editor::tag(&town).await, tag);
}
