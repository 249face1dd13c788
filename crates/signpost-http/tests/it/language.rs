//! The language check over HTTP.

use serde_json::json;

use crate::town::Town;

#[actix_rt::test]
async fn a_label_is_found_with_why_and_what_to_write_and_where() {
    let town = Town::to_read();
    let asked =
        json!({"text": "Café. Clean needles for addicts.", "lang": "en", "field": "description"});
    let answer = town.post("/api/v1/language/check", asked.to_string()).await;
    assert_eq!(answer.status, 200, "{}", answer.body());
    let body = answer.json();
    let found: Vec<_> = body["findings"].as_array().unwrap().iter().collect();
    assert_eq!(found.len(), 2, "{body}");
    assert_eq!(
        (&found[0]["words"], &found[0]["start"]),
        (&json!("Clean needles"), &json!(6))
    );
    assert_eq!(
        (&found[1]["severity"], &found[1]["start"], &found[1]["end"]),
        (&json!("block"), &json!(24), &json!(31))
    );
    assert!(!found[1]["why"].as_str().unwrap().is_empty());
    assert!(
        found[1]["alternatives"]
            .as_array()
            .unwrap()
            .contains(&json!("person who uses drugs"))
    );
    assert!(body["grade"].is_number());
}

#[actix_rt::test]
async fn a_name_is_left_alone_a_long_sentence_is_named_and_nonsense_is_refused() {
    let town = Town::to_read();
    let check = |body: serde_json::Value| town.post("/api/v1/language/check", body.to_string());
    let name = check(json!({"text": "Addicts of the Bay", "field": "name"}))
        .await
        .json();
    assert_eq!(name["findings"], json!([]));
    let long = check(json!({"text": "mot ".repeat(21), "lang": "fr"}))
        .await
        .json();
    assert_eq!(
        long["long_sentences"],
        json!([{"start": 0, "end": 83, "words": 21}])
    );
    assert!(long["grade"].is_null());
    assert!(
        check(json!({"lang": "en"}))
            .await
            .problem(400)
            .contains("text")
    );
    assert!(
        check(json!({"text": "a", "lang": "tlh"}))
            .await
            .problem(400)
            .contains("lang")
    );
    assert!(
        check(json!({"text": "a", "colour": "red"}))
            .await
            .problem(400)
            .contains("colour")
    );
    assert!(
        check(json!({"text": "a".repeat(1_001)}))
            .await
            .problem(400)
            .contains("1000")
    );
}
