//! What an agency may not make public by itself waits; everything else in the same edit does not.

use serde_json::{Value, json};
use signpost_store::{Proposal, ProposalQuery};

use crate::{
    editor::{Edit, PATH, revisions, tag},
    town::{Answer, Town},
};

async fn patch(town: &Town, key: Option<&str>, body: Value) -> Answer {
    let (token, tag) = (town.token("cedar-circle").await, tag(town).await);
    let edit = Edit {
        path: PATH,
        token: Some(&token),
        tag: Some(&tag),
        key,
        body,
    };
    edit.patch(town).await
}

async fn waiting(town: &Town) -> Vec<Proposal> {
    let asked = ProposalQuery {
        open_only: true,
        ..ProposalQuery::default()
    };
    town.store().proposals(&asked).await.unwrap()
}

#[actix_rt::test]
async fn a_tokens_moved_point_waits_and_its_new_phone_does_not() {
    let town = Town::to_edit().await;
    let before = town.get(PATH).await.json();
    let answer = patch(
        &town,
        None,
        json!({"point": [-94.9, 49.55], "name": {"en": "Cedar House"}, "phone": "807-555-0199"}),
    )
    .await;
    assert_eq!(answer.status, 200, "{}", answer.body());
    assert_eq!(answer.json()["waiting"], json!(["name", "point"]));
    let after = town.get(PATH).await.json();
    assert_eq!(after["properties"]["phone"], "807-555-0199");
    assert_eq!(after["geometry"], before["geometry"]);
    assert_eq!(after["properties"]["name"], before["properties"]["name"]);
    let found = waiting(&town).await;
    assert_eq!(found[0].parts, ["name", "point"]);
    assert_eq!(found[0].wanted.point.unwrap().lon().to_string(), "-94.9");
    assert!(found[0].author.starts_with("cedar-circle (test, token"));
    town.store().verify().await.unwrap();
}

#[actix_rt::test]
async fn a_first_offer_waits_and_an_offer_that_comes_back_does_not() {
    let town = Town::to_edit().await;
    let offer = |offer: &str| json!({"services": {"supplies": {"offer": offer}}});
    assert_eq!(
        patch(&town, None, offer("not_offered")).await.json()["waiting"],
        json!([])
    );
    assert_eq!(
        patch(&town, None, offer("offered")).await.json()["waiting"],
        json!([])
    );
    let first = json!({"services": {"drug-checking": {"offer": "offered", "hours": "24/7"}}});
    let answer = patch(&town, None, first).await;
    let parts = answer.json()["waiting"].clone();
    assert!(
        parts
            .as_array()
            .unwrap()
            .contains(&json!("services.drug-checking.offer")),
        "{parts}"
    );
    let public = town.get("/api/v1/sites?need=drug-checking").await.body();
    assert!(!public.contains("cedar-circle-house"), "{public}");
}

#[actix_rt::test]
async fn a_retried_edit_asks_once_and_what_only_waits_makes_no_revision() {
    let town = Town::to_edit().await;
    let (token, tag) = (town.token("cedar-circle").await, tag(&town).await);
    let sequence = revisions(&town).await;
    for _ in 0..2 {
        let edit = Edit {
            path: PATH,
            token: Some(&token),
            tag: Some(&tag),
            key: Some("k"),
            body: json!({"address": "9 Cedar Lane"}),
        };
        let answer = edit.patch(&town).await;
        assert_eq!(answer.status, 200, "{}", answer.body());
        assert_eq!(answer.json()["waiting"], json!(["address"]));
    }
    assert_eq!(revisions(&town).await, sequence);
    assert_eq!(waiting(&town).await.len(), 1);
}

#[actix_rt::test]
async fn a_name_or_a_place_that_cannot_be_is_named_and_nothing_waits() {
    let town = Town::to_edit().await;
    for (body, field) in [
        (json!({"name": {"en": null}}), "name.en"),
        (json!({"name": {"en": "x".repeat(201)}}), "name.en"),
        (json!({"point": [49.5, -194.0]}), "point"),
        (json!({"point": "here"}), "point"),
        (json!({"address": "a\u{7}b"}), "address"),
        (json!({"locality": 3}), "locality"),
        (
            json!({"services": {"no-such-need": {"offer": "offered"}}}),
            "services.no-such-need",
        ),
    ] {
        let answer = patch(&town, None, body.clone()).await;
        answer.problem(400);
        assert_eq!(answer.json()["errors"][0]["field"], field, "{body}");
    }
    assert_eq!(waiting(&town).await, vec![]);
}
