//! Closings without an end: none is told before, within or after; past the review day each is answered by its own question.

use actix_web::test::TestRequest;
use serde_json::json;

use crate::{
    closings::ana,
    desk::editor,
    editor::{Edit, PATH, tag},
    sheet::{HOUSE, open},
    town::Town,
};

/// The house is closed from the coming Monday until further notice; looked at again a week later.
async fn flood_from_monday() -> signpost_domain::Directory {
    let town = Town::to_edit().await;
    let mut ana = ana(&town).await;
    let form = open(&mut ana, &format!("{HOUSE}/closings")).await;
    let form = form
        .with("first", "2026-11-30")
        .with("end", "review")
        .with("last", "")
        .with("why", "own")
        .with("reason.en", "Flood")
        .with("reason.fr", "Inondation");
    // The opening of a Saturday in it is asked about.
    let asked = form.press(&mut ana, "save").await.body();
    let form = crate::sheet::sheet(&asked, 0).with("overlap", "end");
    let done = form.press(&mut ana, "save").await;
    assert_eq!(done.status, 303, "{}", done.body());
    town.store().load().await.unwrap().directory.unwrap()
}

#[actix_rt::test]
async fn a_closing_without_an_end_that_begins_on_a_coming_day_names_no_end_at_any_door() {
    let stored = flood_from_monday().await;
    for now in ["2026-11-28T12:00:00-05:00", "2026-11-29T20:00:00-05:00"] {
        let town = Town::to_edit_at(&stored, now).await;
        for path in [
            "/sites/cedar-circle-house",
            "/?need=food",
            "/api/v1/sites/cedar-circle-house",
            "/api/v1/directory.json",
        ] {
            let page = town.get(path).await.body();
            assert!(
                page.contains("Closed until further notice"),
                "{path}: {page}"
            );
            // The saved list tells of two weeks: also of evenings past the review day, when nobody is sure of the next morning.
            let is_of_now = !path.ends_with("directory.json");
            assert!(
                !(is_of_now && page.contains("maybe not: Flood")),
                "{path}: {page}"
            );
        }
        let french = town.get("/fr/sites/cedar-circle-house").await.body();
        assert!(french.contains("jusqu’à nouvel ordre"), "{french}");
        assert!(!french.contains("peut-être pas : Inondation"), "{french}");
        let mut lou = town.signed_in("Lou", editor("cedar-circle")).await;
        let own = lou.get(HOUSE).await.body();
        assert!(own.contains("Closed until further notice"), "{own}");
    }
}

#[actix_rt::test]
async fn past_its_review_day_a_closing_is_answered_by_its_own_question() {
    let stored = flood_from_monday().await;
    let town = Town::to_edit_at(&stored, "2026-12-08T12:00:00-05:00").await;
    let mut lou = town.signed_in("Lou", editor("cedar-circle")).await;
    let list = lou.get("/agency").await.body();
    assert!(
        list.contains("Closed from November 30, 2026. Reason: Flood"),
        "{list}"
    );
    let (_, to) = list.split_once(&format!("{HOUSE}/closings/")).unwrap();
    let question = format!("{HOUSE}/closings/{}", to.split('"').next().unwrap());
    let page = lou.get(&question).await.body();
    assert!(
        page.contains("Still so") && page.contains("It is over"),
        "{page}"
    );
    // "Still right" says no more than it did.
    let still = format!("{HOUSE}/still-right");
    let done = lou
        .submit("/agency", &still, &[("version", &version(&list))])
        .await;
    assert_eq!(
        done.header("location"),
        "/agency?done=still-right-but",
        "{}",
        done.body()
    );
    let news = lou.get(done.header("location")).await.body();
    assert!(news.contains("please answer that too"), "{news}");
    let mut kim = town.signed_in("Kim", signpost_store::Role::Steward).await;
    let reviews = kim.get("/steward/reviews").await.body();
    assert!(
        reviews.contains("Reason: Flood") && reviews.contains(&question),
        "{reviews}"
    );
    // Answered, it is asked no more.
    let answer = open(&mut lou, &question).await;
    assert_eq!(answer.press(&mut lou, "still").await.status, 303);
    let list = lou.get("/agency").await.body();
    assert!(!list.contains(&question), "{list}");
}

/// The version in the form of the house, in the list.
fn version(list: &str) -> String {
    let (_, form) = list.split_once(&format!("{HOUSE}/still-right")).unwrap();
    let (_, rest) = form.split_once("name=\"version\" value=\"").unwrap();
    rest.split('"').next().unwrap().to_owned()
}

#[actix_rt::test]
async fn a_review_day_beside_a_last_day_is_refused() {
    let town = Town::to_edit().await;
    let (token, tag) = (town.token("cedar-circle").await, tag(&town).await);
    let list = format!("{PATH}/exceptions");
    let add = Edit {
        path: &list,
        token: Some(&token),
        tag: Some(&tag),
        key: None,
        body: json!({"kind": "closed", "first": "2026-12-01", "last": "2026-12-02", "review_by": "2026-12-02"}),
    };
    let refused = add.send(&town, TestRequest::post()).await;
    assert_eq!(refused.status, 400, "{}", refused.body());
    assert!(refused.body().contains("review_by"), "{}", refused.body());
}

#[actix_rt::test]
async fn of_a_day_on_which_all_is_closed_nothing_is_only_out_of_stock() {
    let town = Town::to_edit().await;
    let (token, tag) = (town.token("cedar-circle").await, tag(&town).await);
    let list = format!("{PATH}/exceptions");
    let none = Edit {
        path: &list,
        token: Some(&token),
        tag: Some(&tag),
        key: None,
        body: json!({"kind": "out_of_stock", "need": "supplies", "first": "2026-11-26", "last": "2026-11-27"}),
    };
    assert_eq!(none.send(&town, TestRequest::post()).await.status, 201);
    let mut ana = ana(&town).await;
    let ask = open(&mut ana, &format!("{HOUSE}/closed?day=tomorrow")).await;
    let done = ask.press(&mut ana, "save").await;
    let news = ana.get(done.header("location")).await.body();
    let (_, told) = news.split_once("the public page now says:").unwrap();
    let told = told.split("</ul>").next().unwrap();
    assert!(
        told.contains("Closed") && !told.contains("Out of stock"),
        "{told}"
    );
}
