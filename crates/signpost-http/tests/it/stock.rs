//! "Out of stock": said in two taps, over by itself or in one tap, and nobody is sent for it meanwhile.

use crate::{
    desk::{Desk, editor},
    sheet::{HOUSE, open, public, sheet},
    town::Town,
};

async fn ana(town: &Town) -> Desk<'_> {
    town.signed_in("Ana", editor("cedar-circle")).await
}

/// How many things of a site are out of stock.
fn count(site: &serde_json::Value) -> usize {
    let exceptions = site["properties"]["exceptions"].as_array().unwrap();
    let found = exceptions
        .iter()
        .filter(|one| one["kind"] == "out_of_stock");
    found.count()
}

#[actix_rt::test]
async fn what_is_out_of_stock_is_said_everywhere_nobody_is_sent_for_it_and_one_tap_ends_it() {
    let town = Town::to_edit().await;
    let mut ana = ana(&town).await;
    let before = town
        .get("/?need=supplies&from=birch-health-office")
        .await
        .body();
    let first = before.split("<h3").nth(1).unwrap();
    assert!(first.contains("Cedar Circle House"), "{first}");

    let form = open(&mut ana, &format!("{HOUSE}/stock")).await;
    assert_eq!(form.text("again"), "tomorrow", "what most people mean");
    let saved = form.with("need", "supplies").press(&mut ana, "save").await;
    assert_eq!(saved.status, 303, "{}", saved.body());
    let news = ana.get(saved.header("location")).await.body();
    assert!(
        news.contains("The public page now says:")
            && news.contains("Out of stock until 10 am tomorrow"),
        "{news}"
    );

    let page = public(&town).await;
    assert!(page.contains("Out of stock until 10 am tomorrow"), "{page}");
    let french = town.get("/fr/sites/cedar-circle-house").await.body();
    assert!(french.contains("En rupture de stock"), "{french}");
    let after = town
        .get("/?need=supplies&from=birch-health-office")
        .await
        .body();
    let first = after.split("<h3").nth(1).unwrap();
    assert!(!first.contains("Cedar Circle House"), "{first}");
    // Its other things stay.
    let naloxone = town
        .get("/?need=naloxone&from=birch-health-office")
        .await
        .body();
    assert!(naloxone.contains("Cedar Circle House"), "{naloxone}");
    let json = town.get("/api/v1/sites/cedar-circle-house").await.json();
    assert_eq!(count(&json), 1);

    let overview = ana.get(HOUSE).await.body();
    let (_, tail) = overview.split_once("Days that are different").unwrap();
    let back = sheet(&format!("<main {tail}"), 0)
        .press(&mut ana, "remove")
        .await;
    assert_eq!(back.status, 303, "{}", back.body());
    assert!(!public(&town).await.contains("Out of stock"));
    let history = ana.get(&format!("{HOUSE}/history")).await.body();
    assert!(history.contains("out of stock"), "{history}");
    town.store().verify().await.unwrap();
}

#[actix_rt::test]
async fn it_lasts_until_the_day_that_is_chosen_and_until_further_notice_when_nobody_knows() {
    let town = Town::to_edit().await;
    let mut ana = ana(&town).await;
    for (again, field, value, last) in [
        ("monday", "day", "", "2026-11-29"),
        ("day", "day", "2026-12-03", "2026-12-02"),
        ("review", "review", "2026-12-09", ""),
    ] {
        let form = open(&mut ana, &format!("{HOUSE}/stock?need=naloxone")).await;
        assert_eq!(form.text("need"), "naloxone");
        let form = form.with("again", again).with(field, value);
        let saved = form.press(&mut ana, "save").await;
        assert_eq!(saved.status, 303, "{again}: {}", saved.body());
        let json = town.get("/api/v1/sites/cedar-circle-house").await.json();
        let exceptions = json["properties"]["exceptions"].as_array().unwrap();
        let stock = exceptions
            .iter()
            .filter(|one| one["kind"] == "out_of_stock");
        let found: Vec<_> = stock.collect();
        assert_eq!(found.len(), 1, "what was said last counts: {json}");
        assert_eq!(found[0]["last"], json_or_null(last), "{again}: {json}");
        assert_eq!(found[0]["need"], "naloxone");
    }
    let page = public(&town).await;
    assert!(page.contains("Out of stock until further notice"), "{page}");
    assert!(
        !page.contains("until December"),
        "no end that nobody promised: {page}"
    );
}

fn json_or_null(day: &str) -> serde_json::Value {
    if day.is_empty() {
        serde_json::Value::Null
    } else {
        day.into()
    }
}

#[actix_rt::test]
async fn until_further_notice_never_ends_by_itself_and_one_tap_ends_all_of_it() {
    let town = Town::to_edit().await;
    let mut ana_now = ana(&town).await;
    let form = open(&mut ana_now, &format!("{HOUSE}/stock?need=supplies")).await;
    let saved = form
        .with("again", "review")
        .press(&mut ana_now, "save")
        .await;
    assert_eq!(saved.status, 303, "{}", saved.body());
    let later = town.store().load().await.unwrap().directory.unwrap();
    for (now, said) in [
        (
            "2026-12-01T12:00:00-05:00",
            "Out of stock until further notice",
        ),
        // Past its review day it is call first within the usual hours, and no more than that.
        ("2026-12-07T12:00:00-05:00", "Call first"),
        ("2027-03-15T12:00:00-05:00", "Call first"),
        (
            "2027-03-15T22:00:00-05:00",
            "May open tomorrow 10 am. Call first",
        ),
    ] {
        let then = Town::to_edit_at(&later, now).await;
        let page = public(&then).await;
        // Right under the name.
        let first = page.split("<div class=\"first\">").nth(1).unwrap();
        let first = first.split("</div>").next().unwrap();
        assert!(first.contains(said), "{now}: {first}");
        if now > "2026-12-03" {
            let mut ana = ana(&then).await;
            let home = ana.get("/agency").await.body();
            assert!(home.contains("Is it still so?"), "{now}: {home}");
            let one = format!("{HOUSE}/closings/out-of-stock-2026-11-25");
            let still = open(&mut ana, &one).await.press(&mut ana, "still").await;
            assert_eq!(still.status, 303, "{}", still.body());
            let page = public(&then).await;
            assert!(page.contains("Out of stock until further notice"), "{page}");
            let overview = ana.get(HOUSE).await.body();
            let (_, tail) = overview.split_once("Days that are different").unwrap();
            let back = sheet(&format!("<main {tail}"), 0);
            assert_eq!(back.press(&mut ana, "remove").await.status, 303);
            let page = public(&then).await;
            assert!(
                !page.contains("Out of stock") && !page.contains("Call first"),
                "{page}"
            );
        }
    }
}

#[actix_rt::test]
async fn what_cannot_be_is_said_beside_its_field_and_nothing_changes() {
    let town = Town::to_edit().await;
    let mut ana = ana(&town).await;
    let whole = open(&mut ana, &format!("{HOUSE}/stock?need=supplies")).await;
    for (name, value, again, words) in [
        ("need", "", "tomorrow", "Choose one of these."),
        ("need", "shelter", "tomorrow", "Choose one of these."),
        ("again", "", "", "Choose one of these."),
        ("day", "2026-11-25", "day", "Choose a day after today."),
        ("day", "2029-01-01", "day", "That is more than"),
        (
            "review",
            "2026-11-20",
            "review",
            "Choose a day after today.",
        ),
    ] {
        let form = whole.clone().with("again", again).with(name, value);
        let refused = form.press(&mut ana, "save").await;
        assert_eq!(refused.status, 422, "{name}={value}");
        let page = refused.body();
        assert!(page.contains(words), "{name}={value}: {page}");
        assert!(
            page.contains(&format!("href=\"#f-{name}\"")),
            "{name}: {page}"
        );
    }
    assert!(!public(&town).await.contains("Out of stock"));
}

#[actix_rt::test]
async fn the_same_form_twice_says_it_once() {
    let town = Town::to_edit().await;
    let mut ana = ana(&town).await;
    let form = open(&mut ana, &format!("{HOUSE}/stock?need=supplies")).await;
    for _ in 0..2 {
        let saved = form.clone().press(&mut ana, "save").await;
        assert_eq!(saved.status, 303, "{}", saved.body());
    }
    let json = town.get("/api/v1/sites/cedar-circle-house").await.json();
    assert_eq!(count(&json), 1, "{json}");
}

#[actix_rt::test]
async fn a_box_is_full_wherever_it_is_said_and_never_out_of_stock() {
    const BOX: &str = "/agency/sites/mill-park-box";
    let town = Town::to_edit().await;
    let mut kim = town.signed_in("Kim", editor("birch-landing-works")).await;
    let overview = kim.get(BOX).await.body();
    assert!(overview.contains(">It is full</a>"), "{overview}");

    let form = open(&mut kim, &format!("{BOX}/stock")).await;
    let page = kim.get(&format!("{BOX}/stock")).await.body();
    for words in [
        "<h1>Full</h1>",
        "What is full?",
        "When will there be room again?",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    let saved = form.press(&mut kim, "save").await;
    assert_eq!(saved.status, 303, "{}", saved.body());
    let news = kim.get(saved.header("location")).await.body();
    let history = kim.get(&format!("{BOX}/history")).await.body();
    let mut said = vec![
        ("the desk", news, "full on November 25"),
        ("history", history, "full on November 25"),
    ];
    for (path, words) in [
        ("/sites/mill-park-box", "Full until tomorrow"),
        ("/fr/sites/mill-park-box", "Plein jusqu’à demain"),
        ("/?need=disposal", "Full until tomorrow"),
        ("/disposal", "Full until tomorrow"),
        ("/fr/disposal", "Plein jusqu’à demain"),
        ("/embed?need=disposal", "Full until tomorrow"),
        ("/map/places.geojson", "Full until tomorrow"),
        ("/api/v1/directory.json", "Full until tomorrow"),
        ("/api/v1/directory.json?lang=fr", "Plein jusqu’à demain"),
        ("/api/v1/sites/mill-park-box", "Full until tomorrow"),
    ] {
        said.push((path, town.get(path).await.body(), words));
    }
    for (door, body, words) in said {
        assert!(body.contains(words), "{door}: {body}");
        for bad in ["ut of stock", "rupture de stock"] {
            assert!(!body.contains(bad), "{door}: {bad}");
        }
    }
    // "Back in stock" would be a strange thing to say of a box.
    let overview = kim.get(BOX).await.body();
    assert!(overview.contains("There is room again"), "{overview}");
}
