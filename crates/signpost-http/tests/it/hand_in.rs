//! A version out of a `plan.toml`, handed in through the portal as a new draft.

use signpost_domain::{Lang, PlanStatus};
use signpost_store::Role;

use crate::{
    desk::Desk,
    town::{Answer, Town},
};

const PAGE: &str = "/steward/plan/hand-in";

const GOOD: &str = r#"[[plan]]
version = 9
status = "approved"
title = { en = "From a file", fr = "D’un fichier" }
from = "2027-01-01"
zone = "America/Winnipeg"
decision = "Minutes of November 20"

[[plan.rule]]
id = "office"
from = "birch-health-office"
need = "supplies"
message = { en = "Go to Cedar Circle House.", fr = "Allez à la Maison du Cercle de cèdre." }
targets = [{ site = "cedar-circle-house" }]
"#;

async fn hand_in(desk: &mut Desk<'_>, text: &str, version: &str) -> Answer {
    let fields = [("text", text), ("version", version)];
    desk.submit(PAGE, PAGE, &fields).await
}

#[actix_rt::test]
async fn a_file_becomes_a_hidden_draft_with_the_next_number_whatever_it_says_of_itself() {
    let town = Town::to_edit().await;
    let mut kim = town.signed_in("Kim", Role::Steward).await;
    let done = hand_in(&mut kim, GOOD, "").await;
    assert_eq!(done.status, 303, "{}", done.body());
    assert_eq!(done.header("location"), "/steward/plan/4?done=written");
    let (plan, _) = town.store().plan(4).await.unwrap().unwrap();
    assert_eq!(plan.status, PlanStatus::Draft);
    assert!(plan.hidden && plan.approvals.is_empty());
    assert_eq!(plan.title.words(Lang::En), "From a file");
    assert_eq!(plan.from, Some("2027-01-01".parse().unwrap()));
    assert_eq!(plan.decision, "Minutes of November 20");
    assert_eq!(plan.rules[0].targets[0].site.as_str(), "cedar-circle-house");
    assert_eq!(
        town.get("/api/v1/plan/4").await.status,
        404,
        "only stewards see it"
    );
}

#[actix_rt::test]
async fn what_cannot_be_read_is_named_with_line_and_field_and_nothing_is_saved() {
    let town = Town::to_edit().await;
    let mut kim = town.signed_in("Kim", Role::Steward).await;
    let wrong = GOOD
        .replace("from = \"birch-health-office\"", "from = \"no-such-door\"")
        .replace("from = \"2027-01-01\"", "from = \"next year\"");
    let line = |words: &str| wrong.lines().position(|own| own.contains(words)).unwrap() + 1;
    let (door, day) = (line("no-such-door"), line("next year"));
    let page = hand_in(&mut kim, &wrong, "").await;
    assert_eq!(page.status, 422);
    let page = page.body();
    for words in [
        format!("<b>Line {door}, from</b>"),
        format!("<b>Line {day}, from</b>"),
    ] {
        assert!(page.contains(&words), "{words}: {page}");
    }
    assert!(
        page.contains("no-such-door"),
        "what was typed is still there"
    );
    let fields = [("text", wrong.as_str()), ("version", "")];
    let french = kim
        .submit(&format!("/fr{PAGE}"), &format!("/fr{PAGE}"), &fields)
        .await
        .body();
    assert!(
        french.contains(&format!("<b>Ligne {door}, from</b>")),
        "{french}"
    );

    for (text, words) in [
        ("", "Paste the text of a plan.toml."),
        ("# nothing\n", "The file holds no version."),
        ("[[plan]\n", "Line 1"),
    ] {
        let page = hand_in(&mut kim, text, "").await;
        assert_eq!(page.status, 422, "{text}");
        assert!(page.body().contains(words), "{words}: {}", page.body());
    }
    let hurts = GOOD.replace("Go to Cedar Circle House.", "For junkies.");
    let page = hand_in(&mut kim, &hurts, "").await;
    assert_eq!(page.status, 422);
    assert!(page.body().contains("message.en"), "{}", page.body());
    assert!(town.store().plan(4).await.unwrap().is_none());
}

#[actix_rt::test]
async fn of_several_versions_the_one_that_is_meant_is_taken() {
    let town = Town::to_edit().await;
    let mut kim = town.signed_in("Kim", Role::Steward).await;
    let file = kim.get("/steward/plan/plan.toml").await.body();
    let page = hand_in(&mut kim, &file, "").await;
    assert_eq!(page.status, 422);
    assert!(
        page.body()
            .contains("The file holds versions 1, 2, 3. Say which one."),
        "{}",
        page.body()
    );
    let page = hand_in(&mut kim, &file, "7").await;
    assert!(
        page.body().contains("The file holds no version 7."),
        "{}",
        page.body()
    );
    let done = hand_in(&mut kim, &file, "2").await;
    assert_eq!(done.status, 303, "{}", done.body());
    let (plan, _) = town.store().plan(4).await.unwrap().unwrap();
    let (second, _) = town.store().plan(2).await.unwrap().unwrap();
    assert_eq!(
        (&plan.rules, &plan.title, plan.from),
        (&second.rules, &second.title, second.from)
    );
}
