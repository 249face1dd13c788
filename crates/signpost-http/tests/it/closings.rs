//! Closed is closed, one closing is one thing, and what is typed counts or is refused.

use actix_web::test::TestRequest;
use serde_json::json;

use crate::{
    desk::{Desk, editor},
    editor::{Edit, PATH, tag},
    sheet::{HOUSE, open, public},
    town::{Town, training},
};

/// A Saturday on which supplies are open specially, from noon to four.
const WINTER_SATURDAY: &str = "2026-12-12T12:30:00-05:00";

pub async fn ana(town: &Town) -> Desk<'_> {
    town.signed_in("Ana", editor("cedar-circle")).await
}

#[actix_rt::test]
async fn closed_today_closes_what_an_older_opening_had_open_and_the_page_tells_what_is_public() {
    let town = Town::to_edit_at(&training(), WINTER_SATURDAY).await;
    assert!(public(&town).await.contains("Open now, until 4 pm"));
    let mut ana = ana(&town).await;
    let ask = open(&mut ana, &format!("{HOUSE}/closed?day=today")).await;
    let done = ask.press(&mut ana, "save").await;
    assert_eq!(done.status, 303, "{}", done.body());
    let page = public(&town).await;
    assert!(!page.contains("Open now"), "{page}");
    let news = ana.get(done.header("location")).await.body();
    let (_, told) = news.split_once("The public page now says:").unwrap();
    let told = told.split("</ul>").next().unwrap();
    assert!(told.contains("New needles and supplies"), "{told}");
    assert!(told.contains("Closed today. Opens Monday 10 am"), "{told}");
    assert!(!told.contains("Open now"), "{told}");
    assert!(
        news.contains("Taken out: open on December 12, 2026"),
        "what it ended is named: {news}"
    );
}

#[actix_rt::test]
async fn a_longer_closing_asks_what_becomes_of_an_opening_within_it() {
    for (answer, open_on_saturday) in [("end", false), ("keep", true)] {
        let town = Town::to_edit().await;
        let mut ana = ana(&town).await;
        let form = open(&mut ana, &format!("{HOUSE}/closings")).await;
        let form = form.with("first", "2026-12-10").with("last", "2026-12-20");
        let asked = form.press(&mut ana, "save").await;
        assert_eq!(asked.status, 422);
        let page = asked.body();
        assert!(
            page.contains(
                "This would still count on some of these days: open on December 12, 2026"
            ),
            "{page}"
        );
        let form = crate::sheet::sheet(&page, 0).with("overlap", answer);
        let done = form.press(&mut ana, "save").await;
        assert_eq!(done.status, 303, "{}", done.body());
        let stored = town.store().load().await.unwrap().directory.unwrap();
        let then = Town::to_edit_at(&stored, WINTER_SATURDAY).await;
        let page = public(&then).await;
        assert_eq!(page.contains("Open now"), open_on_saturday, "{page}");
    }
}

#[actix_rt::test]
async fn for_a_day_ahead_the_page_tells_what_is_public_for_that_day() {
    let town = Town::to_edit().await;
    let mut ana = ana(&town).await;
    let ask = open(&mut ana, &format!("{HOUSE}/closed?day=tomorrow")).await;
    let ask = ask.with("why", "why-training");
    let done = ask.press(&mut ana, "save").await;
    let news = ana.get(done.header("location")).await.body();
    let (_, told) = news
        .split_once("For Thursday, November 26, 2026, the public page now says:")
        .unwrap();
    let told = told.split("</ul>").next().unwrap();
    assert!(told.contains("Closed: Staff training"), "{told}");
    assert!(!told.contains("10 am"), "{told}");
}

#[actix_rt::test]
async fn the_same_day_closed_twice_is_one_closing_with_the_last_word() {
    let town = Town::to_edit().await;
    let mut ana = ana(&town).await;
    for why in ["", "why-illness"] {
        let ask = open(&mut ana, &format!("{HOUSE}/closed?day=tomorrow")).await;
        let done = ask.with("why", why).press(&mut ana, "save").await;
        assert_eq!(done.status, 303, "{}", done.body());
        let news = ana.get(done.header("location")).await.body();
        assert_eq!(
            news.contains("becomes: closed on November 26"),
            !why.is_empty(),
            "{news}"
        );
    }
    let page = public(&town).await;
    assert_eq!(
        page.matches("November 26, 2026: Closed").count(),
        1,
        "{page}"
    );
    let (token, tag) = (town.token("cedar-circle").await, tag(&town).await);
    let list = format!("{PATH}/exceptions");
    let add = Edit {
        path: &list,
        token: Some(&token),
        tag: Some(&tag),
        key: None,
        body: json!({"kind": "closed", "first": "2026-11-26", "last": "2026-11-26"}),
    };
    let added = add.send(&town, TestRequest::post()).await;
    assert_eq!(added.status, 201, "{}", added.body());
    let page = public(&town).await;
    assert_eq!(
        page.matches("November 26, 2026: Closed").count(),
        1,
        "{page}"
    );
}

#[actix_rt::test]
async fn what_was_so_already_is_not_told_as_something_new() {
    let town = Town::to_edit().await;
    let mut ana = ana(&town).await;
    let tomorrow = format!("{HOUSE}/closed?day=tomorrow");
    for already in [false, true] {
        let ask = open(&mut ana, &tomorrow).await;
        let done = ask.press(&mut ana, "save").await;
        let news = ana.get(done.header("location")).await.body();
        assert_eq!(
            news.contains("It was so already."),
            already,
            "{}: {news}",
            done.header("location")
        );
        assert_eq!(news.contains("New: closed on"), !already, "{news}");
    }
}

#[actix_rt::test]
async fn a_day_that_is_typed_for_another_button_is_not_dropped() {
    let town = Town::to_edit().await;
    let mut ana = ana(&town).await;
    let form = open(&mut ana, &format!("{HOUSE}/closings")).await;
    let form = form.with("end", "review").with("overlap", "end");
    let done = form.press(&mut ana, "save").await;
    assert_eq!(done.status, 303, "{}", done.body());
    let one = format!("{HOUSE}/closings/closed-2026-11-25");
    for (field, day, button) in [
        ("last", "2026-11-27", "still"),
        ("last", "2026-11-27", "remove"),
        ("review", "2026-11-30", "shorten"),
    ] {
        let form = open(&mut ana, &one).await.with(field, day);
        let refused = form.press(&mut ana, button).await;
        assert_eq!(refused.status, 422, "{field} {button}");
        let page = refused.body();
        assert!(page.contains("This is for another button."), "{page}");
        assert!(page.contains(day), "what was typed stays: {page}");
    }
    let form = open(&mut ana, &one).await.with("last", "2026-11-27");
    let done = form.press(&mut ana, "shorten").await;
    assert_eq!(done.status, 303, "{}", done.body());
}

#[actix_rt::test]
async fn a_system_that_closes_everything_is_told_what_still_counts() {
    let town = Town::to_edit().await;
    let (token, tag) = (town.token("cedar-circle").await, tag(&town).await);
    let list = format!("{PATH}/exceptions");
    let add = Edit {
        path: &list,
        token: Some(&token),
        tag: Some(&tag),
        key: None,
        body: json!({"kind": "closed", "first": "2026-12-12", "last": "2026-12-12"}),
    };
    let added = add.send(&town, TestRequest::post()).await;
    assert_eq!(added.status, 201, "{}", added.body());
    let warnings = added.json()["warnings"].clone();
    assert_eq!(warnings[0]["field"], "exceptions.closed-2026-12-12");
    assert_eq!(warnings[0]["code"], "still_counts");
    let detail = warnings[0]["detail"].as_str().unwrap().to_owned();
    assert!(detail.contains("winter-saturday"), "{detail}");
}

#[actix_rt::test]
async fn a_flood_closes_from_today_until_somebody_answers() {
    let town = Town::to_edit().await;
    let mut ana = ana(&town).await;
    let form = open(&mut ana, &format!("{HOUSE}/closings")).await;
    assert_eq!(form.text("first"), "2026-11-25", "it starts today");
    let form = form.with("end", "review").with("why", "own");
    let form = form
        .with("reason.en", "Flood")
        .with("reason.fr", "Inondation");
    // The winter Saturday is asked about.
    let done = form.with("overlap", "end").press(&mut ana, "save").await;
    assert_eq!(done.status, 303, "{}", done.body());
    let page = public(&town).await;
    assert!(
        page.contains("Closed until further notice: Flood"),
        "{page}"
    );
    assert!(
        page.contains("From November 25, 2026 until further notice: Closed. Flood."),
        "{page}"
    );
    assert!(
        !page.contains("December 2, 2026"),
        "no end that nobody promised: {page}"
    );
    let api = town.get("/api/v1/sites/cedar-circle-house").await.json();
    assert_eq!(api["properties"]["services"][0]["until"], json!(null));
    let stored = town.store().load().await.unwrap().directory.unwrap();
    let year = Town::to_edit_at(&stored, "2027-11-24T12:00:00-05:00").await;
    let page = public(&year).await;
    assert!(!page.contains("Open now"), "{page}");
    assert!(page.contains("Not known. Call first"), "{page}");
    let snapshot = year.app.snapshot();
    let due = signpost_answers::due::due(&snapshot, year.app.now(), None);
    assert!(
        due.iter().any(
            |due| matches!(due.what, signpost_answers::due::What::Exception(_))
                && due.standing == signpost_answers::due::Standing::Past
        ),
        "it stands in the lists and letters"
    );
}

#[actix_rt::test]
async fn what_is_typed_and_not_chosen_is_refused_beside_its_field() {
    let town = Town::to_edit().await;
    let mut ana = ana(&town).await;
    for (path, fields, wrong) in [
        (
            "/closings",
            &[("last", "2026-11-27"), ("from", "09:00")][..],
            "from",
        ),
        (
            "/closings",
            &[("last", "2026-11-27"), ("review", "2026-11-30")],
            "review",
        ),
        (
            "/closings",
            &[("end", "review"), ("last", "2026-11-27")],
            "last",
        ),
        (
            "/closings",
            &[("last", "2026-11-27"), ("reason.en", "Flood")],
            "reason-en",
        ),
        (
            "/closings",
            &[
                ("last", "2026-11-27"),
                ("kind", "open"),
                ("from", "9"),
                ("to", "5"),
            ],
            "sure",
        ),
        (
            "/stock",
            &[("need", "supplies"), ("day", "2026-12-03")],
            "day",
        ),
        (
            "/stock",
            &[("need", "supplies"), ("review", "2026-12-03")],
            "review",
        ),
    ] {
        let mut form = open(&mut ana, &format!("{HOUSE}{path}")).await;
        for (name, value) in fields {
            form = form.with(name, value);
        }
        let refused = form.press(&mut ana, "save").await;
        assert_eq!(refused.status, 422, "{path} {fields:?}");
        let page = refused.body();
        assert!(
            page.contains(&format!("href=\"#f-{wrong}\"")),
            "{wrong}: {page}"
        );
    }
    let form = open(&mut ana, &format!("{HOUSE}/closings")).await;
    let night = form.with("last", "2026-11-27").with("kind", "open");
    let night = night
        .with("from", "9")
        .with("to", "5")
        .with("sure", "long-night");
    let saved = night.press(&mut ana, "save").await;
    assert_eq!(saved.status, 303, "{}", saved.body());
}

#[actix_rt::test]
async fn a_closing_of_a_night_names_the_night_and_not_a_whole_day() {
    use signpost_store::Role;

    let town = Town::to_edit().await;
    let mut kim = town.signed_in("Kim", Role::Steward).await;
    for (lang, words) in [
        ("", "through the night that begins then, into"),
        ("/fr", "la nuit qui commence ce jour-là, jusqu’au"),
    ] {
        let form = format!("{lang}/agency/sites/lantern-rest-shelter/closed?day=tomorrow");
        let page = kim.get(&form).await.body();
        assert!(page.contains(words), "{page}");
        let day = format!("{lang}/agency/sites/cedar-circle-house/closed?day=tomorrow");
        let page = kim.get(&day).await.body();
        assert!(!page.contains(words), "{page}");
    }
}
