//! A line of the service log that was wrong: taken back with a reason, still there to be read, and counted by nothing.

use signpost_store::Role;

use crate::{desk::editor, sheet::open, town::Town};

const LOG: &str = "/disposal/service/mill-park-box";
const REPORT: &str = "/disposal/service/report?month=2026-11";
const SAID: &str = "Somebody said that it may be full.";

/// Where the first line that can be taken back is asked about.
fn wrong(page: &str) -> String {
    let (_, rest) = page
        .split_once(&format!("href=\"{LOG}?wrong="))
        .unwrap_or_else(|| panic!("nothing can be taken back: {page}"));
    format!("{LOG}?wrong={}", rest.split('"').next().unwrap())
}

#[actix_rt::test]
async fn a_wrong_line_is_taken_back_with_a_reason_and_counts_no_more() {
    let town = Town::to_edit().await;
    let mut owen = town.signed_in("Owen", editor("birch-landing-works")).await;
    town.method("POST", "/full/mill-park-box").await;
    assert!(town.get("/disposal").await.body().contains(SAID));
    let page = owen.get(LOG).await.body();
    assert!(
        !page.contains("?wrong="),
        "what a passer-by said is answered by looking: {page}"
    );
    // It was another box that was emptied.
    let form = open(&mut owen, LOG).await.with("kind", "emptied");
    form.with("needles", "4242").press(&mut owen, "save").await;
    assert!(!town.get("/disposal").await.body().contains(SAID));
    let mut sam = town.signed_in("Sam", Role::Subcommittee).await;
    assert!(sam.get(REPORT).await.body().contains("4,242"));
    let address = wrong(&owen.get(LOG).await.body());
    // Nothing happens without a reason, and the fault stands at its field.
    let asked = open(&mut owen, &address).await;
    let refused = asked.clone().press(&mut owen, "take-back").await;
    assert_eq!(refused.status, 422);
    assert!(refused.body().contains("Say what was wrong with it."));
    assert!(!town.get("/disposal").await.body().contains(SAID));

    let asked = asked.with("why", "That was the box on North Dock");
    for _ in 0..2 {
        let taken = asked.clone().press(&mut owen, "take-back").await;
        assert_eq!(taken.header("location"), format!("{LOG}?done=taken-back"));
    }
    // The box is full again for everybody, and nothing was counted.
    assert!(town.get("/disposal").await.body().contains(SAID));
    assert!(!sam.get(REPORT).await.body().contains("4,242"));
    let csv = sam.get(&format!("{REPORT}&format=csv")).await.body();
    assert!(!csv.contains("4242"), "{csv}");
    // Who keeps the log still reads it.
    let page = owen.get(LOG).await.body();
    assert!(
        page.contains("4,242 needles")
            && page.contains(
                "Taken back November 25, 2026 by Owen (birch-landing-works): That was the box on North Dock"
            ),
        "{page}"
    );
    assert!(!page.contains("?wrong="), "{page}");
    let french = owen.get(&format!("/fr{LOG}")).await.body();
    assert!(french.contains("Retirée le 25 novembre 2026"), "{french}");
}

#[actix_rt::test]
async fn a_line_is_taken_back_only_where_it_stands_by_who_may_write_there() {
    let town = Town::to_edit().await;
    let mut owen = town.signed_in("Owen", editor("birch-landing-works")).await;
    let form = open(&mut owen, LOG).await.with("kind", "emptied");
    form.press(&mut owen, "save").await;
    let address = wrong(&owen_page(&mut owen).await);
    let asked = open(&mut owen, &address).await;
    let mut asked = asked.with("why", "Not so");
    // An editor of somebody else cannot reach it, nor is it taken back through another box.
    let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
    assert!([403, 404].contains(&ana.get(LOG).await.status));
    let elsewhere = "/disposal/service/north-dock-box";
    asked.action = elsewhere.to_owned();
    asked.press(&mut owen, "take-back").await;
    let page = owen_page(&mut owen).await;
    assert!(!page.contains("Taken back"), "{page}");
}

async fn owen_page(owen: &mut crate::desk::Desk<'_>) -> String {
    owen.get(LOG).await.body()
}
