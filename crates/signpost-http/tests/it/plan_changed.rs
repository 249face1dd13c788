//! What changed between looking at a version and approving it is said in words, and nothing is approved.

use signpost_store::Role;

use crate::{
    desk::{Desk, editor},
    filled::{fill, filled},
    plan::{VERSION, begun},
    sheet::{open, sheet},
    town::{Town, training},
};

/// Looks at version 4, has somebody change something, approves, and gives the lines that say what changed, in both languages.
async fn changed_since(town: &Town, change: impl AsyncFnOnce(&Town)) -> [String; 2] {
    let mut kim = town.signed_in("Kim", Role::Steward).await;
    begun_from(&mut kim, town).await;
    let page = kim.get(&format!("{VERSION}/proof")).await.body();
    let looked_at = filled(&page);
    change(town).await;
    let fields: Vec<(&str, &str)> = looked_at.iter().map(|(n, v)| (&**n, &**v)).collect();
    let mut said = Vec::new();
    for prefix in ["", "/fr"] {
        let answer = kim
            .post(&format!("{prefix}{VERSION}/approve"), &fields)
            .await;
        assert_eq!(answer.status, 409, "{}", answer.body());
        let body = answer.body();
        let list = body.split("id=\"error-summary\"").nth(1).unwrap();
        said.push(list.split("</ul>").next().unwrap().to_owned());
    }
    said.try_into().unwrap()
}

/// Version 4 from December 1: a copy of the one in force, or the first of all.
async fn begun_from(kim: &mut Desk<'_>, town: &Town) {
    if town.app.snapshot().directory().plans.is_empty() {
        let draft = serde_json::json!({
            "title": {"en": "The first", "fr": "Le premier"},
            "from": "2026-12-01", "zone": "America/Winnipeg", "decision": "Minutes", "hidden": true,
            "rule": [{"id": "office", "from": "birch-health-office", "need": "supplies",
                "message": {"en": "Go on.", "fr": "Allez plus loin."},
                "targets": [{"site": "cedar-circle-house"}]}],
        });
        let text = draft.to_string();
        let token = steward_token(town).await;
        let request = actix_web::test::TestRequest::put()
            .uri("/api/v1/plan/4")
            .insert_header(("content-type", "application/json"))
            .insert_header(("authorization", format!("Bearer {token}")))
            .set_payload(text);
        let answer = town.send(request).await;
        assert_eq!(answer.status, 201, "{}", answer.body());
    } else {
        begun(kim).await;
    }
}

async fn steward_token(town: &Town) -> String {
    let wanted = signpost_store::StewardTokenRequest {
        label: "planning tool".to_owned(),
        last_day: "2027-01-31".parse().unwrap(),
        by: None,
        at: town.app.now(),
    };
    let token = town.store().make_steward_token(wanted).await.unwrap();
    token.secret
}

async fn agree_until(town: &Town, organization: &str, need: &str, last: &str) {
    let mut ana = town
        .signed_in(&format!("Ana{last}"), editor(organization))
        .await;
    let fields = [("need", need), ("answer", "agreed"), ("last", last)];
    let answer = ana
        .submit("/agency/consent", "/agency/consent", &fields)
        .await;
    assert_eq!(answer.status, 303, "{}", answer.body());
}

#[actix_rt::test]
async fn what_changed_under_an_approval_is_said_in_words_a_consent() {
    let town = Town::to_edit().await;
    agree_until(&town, "cedar-circle", "supplies", "2026-12-31").await;
    let [english, french] = changed_since(&town, async |town: &Town| {
        agree_until(town, "cedar-circle", "supplies", "2026-12-15").await;
    })
    .await;
    let said = "Cedar Circle House, being sent people for this: New needles and supplies. Was: agreed until December 31, 2026. Is now: agreed until December 15, 2026.";
    assert!(english.contains(said), "{english}");
    assert!(
        french.contains("a accepté jusqu’au 31 décembre 2026")
            && french.contains("a accepté jusqu’au 15 décembre 2026"),
        "{french}"
    );
}

#[actix_rt::test]
async fn what_changed_under_an_approval_is_said_in_words_a_holiday_and_a_rule() {
    let town = Town::to_edit().await;
    let [english, french] = changed_since(&town, async |town: &Town| {
        let mut bo = town.signed_in("Bo", editor("pinecone-pharmacy")).await;
        let form = open(&mut bo, "/agency/holidays").await;
        let looked = form
            .with("closed", "christmas-day")
            .press(&mut bo, "look")
            .await;
        let saved = sheet(&looked.body(), 0).press(&mut bo, "save").await;
        assert_eq!(saved.status, 303, "{}", saved.body());
        let mut lee = town.signed_in("Lee", Role::Steward).await;
        let rule = format!("{VERSION}/rules/office-supplies");
        let changes = [("message.en", "Somewhere else."), ("act", "save")];
        let answer = fill(&mut lee, &rule, &changes).await;
        assert_eq!(answer.status, 303, "{}", answer.body());
    })
    .await;
    for words in [
        "Pinecone Pharmacy, closed on holidays. Was: has said nothing. Is now: Christmas Day.",
        "Version 4: Message at Birch Landing Health Office",
    ] {
        assert!(english.contains(words), "{words}: {english}");
    }
    for words in ["Pharmacie Pinecone", "Noël"] {
        assert!(french.contains(words), "{words}: {french}");
    }
}

#[actix_rt::test]
async fn the_very_first_plan_is_approved_as_it_was_looked_at_too() {
    let mut directory = training();
    directory.plans.clear();
    let town = Town::to_edit_over(&directory).await;
    let [english, _] = changed_since(&town, async |town: &Town| {
        agree_until(town, "cedar-circle", "supplies", "2026-12-31").await;
    })
    .await;
    assert!(
        english.contains("Was: no answer of its own. Is now: agreed until December 31, 2026."),
        "{english}"
    );
}
