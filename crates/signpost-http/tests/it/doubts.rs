//! What lapses and what is doubted: neither a closing nor an opening, and the usual hours are still told. And hours that may not be meant.

use actix_web::test::TestRequest;
use serde_json::json;
use signpost_domain::Directory;

use crate::{
    desk::editor,
    editor::{Edit, PATH, tag},
    sheet::{HOUSE, open},
    town::{Town, training},
};

/// The training town where every confirmation lapses at the end of this day.
fn lapsing(day: &str) -> Directory {
    let mut town = training();
    for service in town.sites.iter_mut().flat_map(|site| &mut site.services) {
        if let Some(confirmation) = &mut service.confirmation {
            confirmation.on = "2026-11-01".parse().unwrap();
            confirmation.review_by = day.parse().unwrap();
        }
    }
    town
}

#[actix_rt::test]
async fn nothing_is_said_to_close_or_open_because_a_confirmation_lapses() {
    for (now, need, wanted) in [
        (
            "2026-11-25T21:00:00-05:00",
            "shelter",
            "Open now, until 8 am tomorrow",
        ),
        (
            "2026-11-26T01:00:00-05:00",
            "shelter",
            "Open now, until 8 am",
        ),
        ("2026-11-25T21:00:00-05:00", "crisis", "Open 24 hours"),
        ("2026-11-25T23:55:00-05:00", "disposal", "Open 24 hours"),
    ] {
        let town = Town::to_edit_at(&lapsing("2026-11-25"), now).await;
        let page = town.get(&format!("/?need={need}")).await.body();
        assert!(page.contains(wanted), "{need} at {now}: {page}");
        assert!(!page.contains("May open midnight"), "{need} at {now}");
        assert!(!page.contains("until midnight"), "{need} at {now}");
    }
}

#[actix_rt::test]
async fn past_its_review_a_place_still_tells_its_usual_hours_and_to_call_first() {
    let town = Town::to_edit_at(&lapsing("2026-11-24"), crate::town::NOW).await;
    let page = town.get("/sites/lantern-rest-shelter").await.body();
    assert!(page.contains("May open 4 pm. Call first"), "{page}");
    assert!(page.contains("4 pm to 8 am (ask first)"), "{page}");
    assert!(!page.contains("Nobody knows the hours"), "{page}");
}

#[actix_rt::test]
async fn a_doubt_is_said_with_the_usual_hours_and_its_reason() {
    let town = Town::to_edit_at(&training(), "2026-12-04T12:00:00-05:00").await;
    let page = town.get("/sites/riverbend-friday-stop").await.body();
    assert!(
        page.contains("maybe not: Snow storm: the van may not go out"),
        "{page}"
    );
    assert!(!page.contains("Call first: Snow storm"), "{page}");
}

#[actix_rt::test]
async fn hours_that_may_not_be_meant_are_in_the_answer_to_an_edit_and_in_the_preview() {
    let town = Town::to_edit().await;
    let token = town.token("cedar-circle").await;
    let tag = tag(&town).await;
    let edit = Edit {
        path: PATH,
        token: Some(&token),
        tag: Some(&tag),
        key: None,
        body: json!({"services": {
            "supplies": {"hours": "Fr 20:00-08:00; Sa off"},
            "naloxone": {"hours": "week 01-53/2 Mo 09:00-05:00"},
        }}),
    };
    let answer = edit.send(&town, TestRequest::patch()).await;
    assert_eq!(answer.status, 200, "{}", answer.body());
    let warnings = answer.json()["warnings"].clone();
    let found: Vec<(&str, &str)> = warnings
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            assert!(one["detail"].as_str().unwrap().ends_with('.'));
            (
                one["field"].as_str().unwrap(),
                one["code"].as_str().unwrap(),
            )
        })
        .collect();
    let (supplies, naloxone) = ("services.supplies.hours", "services.naloxone.hours");
    for wanted in [
        (supplies, "night_cut_at_midnight"),
        (naloxone, "weeks_over_new_year"),
        (naloxone, "long_night"),
    ] {
        assert!(found.contains(&wanted), "{wanted:?} in {found:?}");
    }
    let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
    let form = open(&mut ana, &format!("{HOUSE}/hours/food")).await;
    let form = form.with("kind", "text").with("text", "Mo-Fr 09:00-05:00");
    let look = form.press(&mut ana, "look").await.body();
    assert!(
        look.contains("It opens at 9 am and closes at 5 am on the next day."),
        "{look}"
    );
}
