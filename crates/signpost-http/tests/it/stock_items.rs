//! Some things are out of stock and the rest is there: said thing by thing at every door, and nobody is kept from the rest.

use actix_web::test::TestRequest;
use serde_json::json;
use signpost_store::Role;

use crate::{
    desk::editor,
    editor::{Edit, PATH, tag},
    sheet::{HOUSE, open, public, sheet},
    town::Town,
};

const SAID: &str = "Out of stock until November 30, 2026: New pipes and smoking supplies";
const DIT: &str =
    "En rupture de stock jusqu’au 30 novembre 2026\u{a0}: Pipes neuves et matériel pour fumer";

#[actix_rt::test]
async fn one_thing_is_out_of_stock_everybody_is_told_and_one_may_come_for_the_rest() {
    let town = Town::to_edit().await;
    let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
    let page = ana.get(&format!("{HOUSE}/stock")).await.body();
    assert!(
        page.contains("Only some of it? New needles and supplies"),
        "{page}"
    );
    // What is ticked says of which need it is: nothing else has to be chosen.
    let form = sheet(&page, 0)
        .with("need", "")
        .with("items.supplies", "smoking-supplies")
        .with("again", "monday");
    let saved = form.press(&mut ana, "save").await;
    assert_eq!(saved.status, 303, "{}", saved.body());
    let news = ana.get(saved.header("location")).await.body();
    assert!(
        news.contains("The public page now says:") && news.contains(SAID),
        "{news}"
    );
    for (path, words) in [
        ("/sites/cedar-circle-house", SAID),
        ("/fr/sites/cedar-circle-house", DIT),
        ("/?need=supplies", SAID),
        ("/fr/?need=supplies", DIT),
        ("/print?need=supplies", SAID),
        ("/embed?need=supplies", SAID),
        ("/map/places.geojson", SAID),
        ("/api/v1/where-to-go?need=supplies", SAID),
        ("/api/v1/sites/cedar-circle-house", SAID),
        ("/api/v1/directory.json", SAID),
        ("/api/v1/directory.json?lang=fr", DIT),
    ] {
        let body = town.get(path).await.body();
        assert!(body.contains(words), "{path}: {body}");
    }
    let site = town.get(PATH).await.json();
    assert_eq!(site["properties"]["services"][0]["state"], "open");
    // "Monday" is the first day with some again, and people go there meanwhile.
    let first = town
        .get("/?need=supplies&from=birch-health-office")
        .await
        .body();
    let first = first.split("<h3").nth(1).unwrap();
    assert!(
        first.contains("Cedar Circle House") && first.contains(SAID),
        "{first}"
    );
    let history = ana.get(&format!("{HOUSE}/history")).await.body();
    assert!(
        history.contains("New needles and supplies: New pipes"),
        "{history}"
    );
    // The last word counts: needles too, and pipes are not said twice.
    let form = open(&mut ana, &format!("{HOUSE}/stock?need=supplies")).await;
    let mut form = form.with("items.supplies", "smoking-supplies");
    form.fields
        .push(("items.supplies".to_owned(), "needles".to_owned()));
    assert_eq!(form.press(&mut ana, "save").await.status, 303);
    let page = public(&town).await;
    assert!(
        page.contains("Out of stock until November 26, 2026: New needles, New pipes"),
        "{page}"
    );
    assert!(!page.contains(SAID), "{page}");
    // All of it: nothing is said thing by thing any more.
    let form = open(&mut ana, &format!("{HOUSE}/stock?need=supplies")).await;
    assert_eq!(form.press(&mut ana, "save").await.status, 303);
    let page = public(&town).await;
    assert!(
        page.contains("Out of stock until 10 am tomorrow") && !page.contains("2026: New needles"),
        "{page}"
    );
    // And back to some of it, which one tap ends.
    let form = open(&mut ana, &format!("{HOUSE}/stock?need=supplies")).await;
    let form = form.with("items.supplies", "needles");
    assert_eq!(form.press(&mut ana, "save").await.status, 303);
    let site = town.get(PATH).await.json();
    assert_eq!(site["properties"]["services"][0]["state"], "open");
    let overview = ana.get(HOUSE).await.body();
    let (_, tail) = overview.split_once("Days that are different").unwrap();
    let back = sheet(&format!("<main {tail}"), 0);
    assert_eq!(back.press(&mut ana, "remove").await.status, 303);
    assert!(!public(&town).await.contains("Out of stock"));
    town.store().verify().await.unwrap();
}

#[actix_rt::test]
async fn what_is_ticked_counts_or_is_asked_about() {
    let town = Town::to_edit().await;
    let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
    let form = open(&mut ana, &format!("{HOUSE}/stock?need=naloxone")).await;
    let form = form.with("items.supplies", "needles");
    let refused = form.press(&mut ana, "save").await;
    assert_eq!(refused.status, 422);
    let page = refused.body();
    assert!(
        page.contains("Some things are ticked here, but something else is chosen above."),
        "{page}"
    );
    assert!(!public(&town).await.contains("Out of stock"));
}

/// What is out until somebody answers is not there again because all of it was out for a day.
#[actix_rt::test]
async fn one_thing_that_is_out_until_further_notice_stays_out_behind_a_day_without_any() {
    let town = Town::to_edit().await;
    let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
    let form = open(&mut ana, &format!("{HOUSE}/stock?need=supplies")).await;
    let form = form
        .with("items.supplies", "needles")
        .with("again", "review");
    let saved = form.press(&mut ana, "save").await;
    assert_eq!(saved.status, 303, "{}", saved.body());
    let form = open(&mut ana, &format!("{HOUSE}/stock?need=supplies")).await;
    let form = form.with("again", "tomorrow");
    let saved = form.press(&mut ana, "save").await;
    assert_eq!(saved.status, 303, "{}", saved.body());
    let site = town.get(PATH).await.json();
    let exceptions = site["properties"]["exceptions"].as_array().unwrap();
    let open_ended = exceptions
        .iter()
        .filter(|one| one["kind"] == "out_of_stock" && one["last"].is_null());
    assert_eq!(open_ended.count(), 1, "{exceptions:?}");
}

#[actix_rt::test]
async fn after_its_review_day_one_calls_first_for_it_and_the_rest_stays_open() {
    let town = Town::to_edit().await;
    let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
    let form = open(&mut ana, &format!("{HOUSE}/stock?need=supplies")).await;
    let form = form.with("items.supplies", "needles");
    let form = form.with("again", "review");
    assert_eq!(form.press(&mut ana, "save").await.status, 303);
    let page = public(&town).await;
    let said = "Out of stock until further notice: New needles";
    assert!(page.contains(said), "{page}");
    let later = town.store().load().await.unwrap().directory.unwrap();
    let then = Town::to_edit_at(&later, "2026-12-07T12:00:00-05:00").await;
    let page = public(&then).await;
    assert!(
        page.contains("Perhaps out of stock: New needles. Call first."),
        "{page}"
    );
    assert!(page.contains("Open now"), "{page}");
}

#[actix_rt::test]
async fn an_agencys_own_system_says_it_thing_by_thing_and_what_cannot_be_is_named() {
    let town = Town::to_edit().await;
    let (token, tag) = (town.token("cedar-circle").await, tag(&town).await);
    let list = format!("{PATH}/exceptions");
    let ask = |body| Edit {
        path: &list,
        token: Some(&token),
        tag: Some(&tag),
        key: None,
        body,
    };
    for (body, words) in [
        (
            json!({"kind": "out_of_stock", "need": "supplies", "items": ["pears"], "first": "2026-11-25", "last": "2026-11-26"}),
            "this need has no item pears",
        ),
        (
            json!({"kind": "closed", "need": "supplies", "items": ["needles"], "first": "2026-11-25", "last": "2026-11-26"}),
            "only an exception of the kind out_of_stock has items",
        ),
        (
            json!({"kind": "out_of_stock", "items": ["needles"], "first": "2026-11-25", "last": "2026-11-26"}),
            "say what is out of stock",
        ),
    ] {
        let refused = ask(body).send(&town, TestRequest::post()).await;
        assert_eq!(refused.status, 400, "{}", refused.body());
        assert!(refused.body().contains(words), "{}", refused.body());
    }
    let body = json!({"kind": "out_of_stock", "need": "supplies", "items": ["needles"], "first": "2026-11-25", "last": "2026-11-29"});
    let added = ask(body).send(&town, TestRequest::post()).await;
    assert_eq!(added.status, 201, "{}", added.body());
    let site = town.get(PATH).await.json();
    let service = &site["properties"]["services"][0];
    assert_eq!(service["state"], "open");
    assert_eq!(
        service["short_of"],
        "Out of stock until November 30, 2026: New needles"
    );
    let exceptions = site["properties"]["exceptions"].as_array().unwrap();
    let stock = exceptions.iter().find(|one| one["kind"] == "out_of_stock");
    assert_eq!(stock.unwrap()["items"], json!(["New needles"]));
}

#[actix_rt::test]
async fn a_box_without_room_for_what_one_has_does_not_come_first() {
    let town = Town::to_edit().await;
    let mut kim = town.signed_in("Kim", Role::Steward).await;
    let first = async |path: &str| -> String {
        let page = town.get(path).await.body();
        // Where a needle was found, places come under the fifth step.
        let mark = if path == "/found" { "<h2>5." } else { "<h3" };
        let (_, cards) = page.split_once(mark).unwrap();
        let (_, slug) = cards.split_once("/sites/").unwrap();
        slug.split(['"', '?', '#']).next().unwrap().to_owned()
    };
    let loose = "/?need=disposal&item=loose";
    let full = first(loose).await;
    let (told, embedded) = (
        first("/found").await,
        first("/embed?need=disposal&item=loose").await,
    );
    assert_eq!(embedded, full);
    for slug in [&full, &told] {
        let form = open(
            &mut kim,
            &format!("/agency/sites/{slug}/stock?need=disposal"),
        )
        .await;
        let form = form.with("items.disposal", "loose");
        assert_eq!(form.press(&mut kim, "save").await.status, 303);
    }
    for path in [
        loose,
        "/fr/?need=disposal&item=loose",
        "/embed?need=disposal&item=loose",
    ] {
        assert_ne!(first(path).await, full, "{path}");
    }
    let site = town.get(&format!("/api/v1/sites/{told}")).await.json();
    assert_ne!(first("/found").await, told, "{site}");
    // Who brings a full container is sent there as ever.
    let page = town
        .get("/?need=disposal&item=full-containers")
        .await
        .body();
    assert!(page.contains(&format!("/sites/{full}")));
}
