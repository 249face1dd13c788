//! Words cannot be disguised, names hide nothing, and an official name is kept with a reason that writes it out.

use serde_json::json;
use signpost_store::RevisionQuery;

use crate::{
    desk::editor,
    editor::{Edit, PATH, tag},
    sheet::{HOUSE, open},
    town::{Answer, Town},
};

async fn patch(town: &Town, body: serde_json::Value) -> Answer {
    let (token, tag) = (town.token("cedar-circle").await, tag(town).await);
    let edit = Edit {
        path: PATH,
        token: Some(&token),
        tag: Some(&tag),
        key: None,
        body,
    };
    edit.patch(town).await
}

/// As people dress words up: Cyrillic letters, full width, bold, two blanks, a blank that does not break, marks.
const DISGUISED: [&str; 6] = [
    "Help for аddісts.",
    "Help for ａｄｄｉｃｔｓ.",
    "Help for 𝐚𝐝𝐝𝐢𝐜𝐭𝐬.",
    "Help for drug  addicts.",
    "Help for drug\u{a0}addicts.",
    "Help for àddícts.",
];

#[actix_rt::test]
async fn a_label_is_refused_however_it_is_dressed_up_by_the_api_and_by_the_portal() {
    let town = Town::to_edit().await;
    let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
    for words in DISGUISED {
        let answer = patch(&town, json!({"description": {"en": words}})).await;
        assert_eq!(answer.status, 422, "{words}: {}", answer.body());
        assert!(
            answer.body().contains("description.en"),
            "{}",
            answer.body()
        );
        let form = open(&mut ana, &format!("{HOUSE}/details")).await;
        let form = form.with("description.en", words);
        let back = form.press(&mut ana, "save").await;
        assert_eq!(back.status, 422, "{words}");
        // A reason that is none does not help.
        let form = form.with("keep-description.en", "everybody says so");
        assert_eq!(form.press(&mut ana, "save").await.status, 422, "{words}");
    }
    let checked = town
        .post(
            "/api/v1/language/check",
            json!({"text": DISGUISED[0], "lang": "en"}).to_string(),
        )
        .await
        .json();
    assert_eq!(checked["findings"][0]["words"], "аddісts", "{checked}");
}

#[actix_rt::test]
async fn an_official_name_is_kept_and_the_history_says_which() {
    let town = Town::to_edit().await;
    let words = "Beside the Kenora Addicts Recovery Centre.";
    let refused = patch(&town, json!({"description": {"en": words}})).await;
    assert_eq!(refused.status, 422);
    assert!(
        refused.body().contains("official name"),
        "{}",
        refused.body()
    );
    let reason = "it is called Kenora Addicts Recovery Centre";
    let kept = json!({"description": {"en": words}, "keep": {"description.en": reason}});
    let answer = patch(&town, kept).await;
    assert_eq!(answer.status, 200, "{}", answer.body());
    let last = RevisionQuery {
        limit: 1,
        ..RevisionQuery::default()
    };
    let last = town.store().revisions(&last).await.unwrap().remove(0);
    assert_eq!(last.reason.kept[0].because, reason);

    // In French, by the form.
    let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
    let form = open(&mut ana, &format!("{HOUSE}/details")).await;
    let form = form.with("description.fr", "Près du Centre pour toxicomanes du Nord.");
    let back = form.press(&mut ana, "save").await;
    assert_eq!(back.status, 422);
    assert!(back.body().contains("official name"), "{}", back.body());
    let form = form.with("keep-description.fr", "Centre pour toxicomanes du Nord");
    assert_eq!(form.press(&mut ana, "save").await.status, 303);
}

#[actix_rt::test]
async fn names_and_addresses_with_something_hidden_in_them_are_refused() {
    let town = Town::to_edit().await;
    for hidden in ['\u{202E}', '\u{200B}', '\u{2066}', '\u{FE0F}', '\u{2800}'] {
        let words = format!("Cedar{hidden} House");
        for body in [
            json!({"name": {"en": words}}),
            json!({"address": words}),
            json!({"locality": words}),
        ] {
            let answer = patch(&town, body.clone()).await;
            assert_eq!(answer.status, 400, "{body}: {}", answer.body());
            assert!(answer.body().contains("invisible"), "{}", answer.body());
        }
    }
}
