//! Edits by an agency's own system.

use serde_json::json;
use signpost_store::{Cause, KeptWords, Reason, RevisionsAsked};

use crate::{
    editor::{Edit, PATH, revisions, tag},
    town::Town,
};

#[actix_rt::test]
async fn an_edit_is_stored_and_served_before_it_is_acknowledged() {
    let town = Town::to_edit().await;
    let (token, before) = (town.token("cedar-circle").await, tag(&town).await);
    let edit = Edit {
        path: PATH,
        token: Some(&token),
        tag: Some(&before),
        key: None,
        body: json!({
            "door": {"en": "Door 3"},
            "phone": null,
            "services": {"supplies": {
                "hours": "Mo-Sa 10:00-19:00",
                "items": ["needles"],
                "confirmation": {"on": "2026-11-25", "review_by": "2027-05-25"},
            }},
        }),
    };
    let sequence = revisions(&town).await;
    let answer = edit.patch(&town).await;
    assert_eq!(answer.status, 200, "{}", answer.body());
    assert_eq!(revisions(&town).await, sequence + 1);
    let version = answer.json()["version"].as_u64().unwrap();
    assert!(
        answer
            .header("etag")
            .starts_with(&format!("\"{version}-preview"))
    );
    let site = town.get(PATH).await;
    assert!(
        site.header("etag")
            .starts_with(&format!("\"{version}-preview-"))
    );
    let properties = &site.json()["properties"];
    assert_eq!(properties["door"], "Door 3");
    assert_eq!(
        properties["editable"]["door"]["fr"], "Porche rond, ruelle Cedar.",
        "a merge keeps what it does not name"
    );
    assert!(properties["phone"].is_null());
    assert_eq!(
        properties["services"][0]["sentence"],
        "Open now, until 7 pm"
    );
    assert_eq!(
        properties["services"][0]["confirmed"]["by"],
        "Cedar Circle House, manager"
    );
    town.store().verify().await.unwrap();

    // The tag of the answer is good for the next edit.
    let next = Edit {
        tag: Some(answer.header("etag")),
        body: json!({"door": {"en": "Door 4"}}),
        ..edit
    };
    assert_eq!(next.patch(&town).await.status, 200);
}

#[actix_rt::test]
async fn without_a_token_or_with_a_bad_one_nothing_is_said_but_401() {
    let town = Town::to_edit().await;
    let tag = tag(&town).await;
    for token in [None, Some("nonsense"), Some("")] {
        let edit = Edit {
            path: PATH,
            token,
            tag: Some(&tag),
            key: None,
            body: json!({}),
        };
        let answer = edit.patch(&town).await;
        answer.problem(401);
        assert!(answer.header("www-authenticate").starts_with("Bearer"));
    }
}

#[actix_rt::test]
async fn another_organizations_site_looks_as_if_it_were_not_there() {
    let town = Town::to_edit().await;
    let (token, tag) = (town.token("pinecone-pharmacy").await, tag(&town).await);
    let mut edit = Edit {
        path: PATH,
        token: Some(&token),
        tag: Some(&tag),
        key: None,
        body: json!({"phone": null}),
    };
    let foreign = edit.patch(&town).await.problem(404);
    edit.path = "/api/v1/sites/no-such-house";
    let unknown = edit.patch(&town).await.problem(404);
    assert_eq!(
        foreign.replace("cedar-circle-house", "X"),
        unknown.replace("no-such-house", "X")
    );
    assert_eq!(
        town.get(PATH).await.json()["properties"]["phone"],
        "807-555-0103"
    );
}

#[actix_rt::test]
async fn an_edit_without_if_match_is_428_and_a_stale_one_412() {
    let town = Town::to_edit().await;
    let (token, old) = (town.token("cedar-circle").await, tag(&town).await);
    let mut edit = Edit {
        path: PATH,
        token: Some(&token),
        tag: None,
        key: None,
        body: json!({"door": {"en": "A"}}),
    };
    edit.patch(&town).await.problem(428);
    for bad in ["*", "17", "\"a\", \"b\""] {
        edit.tag = Some(bad);
        edit.patch(&town).await.problem(400);
    }
    edit.tag = Some("\"somebody-elses\"");
    edit.patch(&town).await.problem(412);
    edit.tag = Some(&old);
    assert_eq!(edit.patch(&town).await.status, 200);
    edit.body = json!({"door": {"en": "B"}});
    edit.patch(&town).await.problem(412);
    assert_eq!(town.get(PATH).await.json()["properties"]["door"], "A");
}

#[actix_rt::test]
async fn the_same_key_has_the_same_answer_and_changes_once() {
    let town = Town::to_edit().await;
    let (token, old) = (town.token("cedar-circle").await, tag(&town).await);
    let edit = Edit {
        path: PATH,
        token: Some(&token),
        tag: Some(&old),
        key: Some("lost-answer-1"),
        body: json!({"door": {"en": "A"}}),
    };
    let first = edit.patch(&town).await;
    assert_eq!(first.status, 200, "{}", first.body());
    let sequence = revisions(&town).await;
    // Somebody else's edit in between changes nothing about it.
    let between = Edit {
        tag: Some(first.header("etag")),
        key: None,
        body: json!({"access": {"en": "B"}}),
        ..edit
    };
    assert_eq!(between.patch(&town).await.status, 200);
    let again = Edit {
        tag: Some(&old),
        key: Some("lost-answer-1"),
        body: json!({"door": {"en": "A"}}),
        ..between
    };
    let replayed = again.patch(&town).await;
    assert_eq!((replayed.status, replayed.body()), (200, first.body()));
    assert_eq!(replayed.header("etag"), first.header("etag"));
    assert_eq!(revisions(&town).await, sequence + 1);
    assert_eq!(town.get(PATH).await.json()["properties"]["access"], "B");
    let other = Edit {
        body: json!({"door": {"en": "C"}}),
        ..again
    };
    other.patch(&town).await.problem(422);
    let bad = Edit {
        key: Some("two words"),
        ..other
    };
    bad.patch(&town).await.problem(400);
}

#[actix_rt::test]
async fn every_member_that_is_not_right_is_named() {
    let town = Town::to_edit().await;
    let (token, tag) = (town.token("cedar-circle").await, tag(&town).await);
    let edit = Edit {
        path: PATH,
        token: Some(&token),
        tag: Some(&tag),
        key: None,
        body: json!({
            "slug": "new-name",
            "organization": "pinecone-pharmacy",
            "point": [0],
            "phone": "call us",
            "website": "javascript:alert(1)",
            "door": "words",
            "access": {"de": "Rampe"},
            "description": {"en": "x".repeat(1_001)},
            "languages": "en",
            "services": {
                "supplies": {
                    "need": "food", "offer": "maybe", "hours": "Feb 30 10:00-12:00", "items": ["gold"],
                    "confirmation": {"by": "", "on": "2026-11-26"},
                },
                "food": null,
                "no-such-need": {"hours": "24/7"},
            },
        }),
    };
    let answer = edit.patch(&town).await;
    answer.problem(400);
    let body = answer.json();
    let named: Vec<&str> = body["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|error| error["field"].as_str().unwrap())
        .collect();
    for field in [
        "slug",
        "organization",
        "point",
        "phone",
        "website",
        "door",
        "access.de",
        "description.en",
        "languages",
        "services.supplies.need",
        "services.supplies.offer",
        "services.supplies.hours",
        "services.supplies.items",
        "services.supplies.confirmation.by",
        "services.food",
        "services.no-such-need",
    ] {
        assert!(named.contains(&field), "{field} is not among {named:?}");
    }
    let future = Edit {
        body: json!({"services": {"supplies": {"confirmation": {"on": "2026-11-26"}}}}),
        ..edit
    };
    assert!(
        future
            .patch(&town)
            .await
            .problem(400)
            .contains("not come yet")
    );
}

#[actix_rt::test]
async fn edits_at_once_lose_nothing_that_was_acknowledged() {
    let town = Town::to_edit().await;
    let (token, old) = (town.token("cedar-circle").await, tag(&town).await);
    let edits: Vec<Edit> = (0..8)
        .map(|number| Edit {
            path: PATH,
            token: Some(&token),
            tag: Some(&old),
            key: None,
            body: json!({"door": {"en": format!("Door {number}")}}),
        })
        .collect();
    let answers = futures_util::future::join_all(edits.iter().map(|edit| edit.patch(&town))).await;
    let done: Vec<usize> = (0..8)
        .filter(|number| answers[*number].status == 200)
        .collect();
    assert_eq!(
        done.len(),
        1,
        "all saw one version, so one of them may change it"
    );
    assert!(
        answers
            .iter()
            .all(|answer| [200, 412].contains(&answer.status))
    );
    let door = &town.get(PATH).await.json()["properties"]["door"];
    assert_eq!(door.as_str(), Some(format!("Door {}", done[0]).as_str()));
}

#[actix_rt::test]
async fn a_label_is_refused_with_what_to_write_instead_and_a_lesser_word_needs_a_reason() {
    let town = Town::to_edit().await;
    let (token, before) = (town.token("cedar-circle").await, tag(&town).await);
    let mut edit = Edit {
        path: PATH,
        token: Some(&token),
        tag: Some(&before),
        key: None,
        body: json!({
            "description": {"en": "Clean needles for addicts."},
            "keep": {"description.en": "everybody says so"},
        }),
    };
    let answer = edit.patch(&town).await;
    answer.problem(422);
    let body = answer.json();
    let errors = body["errors"].as_array().unwrap();
    assert_eq!(errors.len(), 1, "the reason covers the lesser word: {body}");
    assert_eq!(errors[0]["field"], "description.en");
    assert_eq!(errors[0]["severity"], "block");
    assert!(errors[0]["alternatives"].as_array().unwrap().len() > 1);
    assert!(errors[0]["why"].as_str().is_some_and(|why| !why.is_empty()));

    edit.body = json!({"description": {"en": "Clean needles."}});
    edit.patch(&town).await.problem(422);
    edit.body["keep"] = json!({"description.en": " "});
    edit.patch(&town).await.problem(400);
    edit.body["keep"] = json!({"description.en": "it is the name of the programme"});
    assert_eq!(edit.patch(&town).await.status, 200);
    let asked = RevisionsAsked::default();
    let history = town.store().revisions(&asked).await;
    let reason = history.unwrap().remove(0).reason;
    assert_eq!(
        reason,
        Reason {
            kept: vec![KeptWords {
                field: "description.en".to_owned(),
                because: "it is the name of the programme".to_owned(),
            }],
            ..Cause::DetailsChanged.into()
        }
    );

    // What stands there already is nobody's fault now.
    let next = Edit {
        tag: Some(&tag(&town).await),
        body: json!({"phone": null}),
        ..edit
    };
    assert_eq!(next.patch(&town).await.status, 200);
}
