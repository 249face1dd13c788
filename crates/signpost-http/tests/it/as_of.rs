//! `?at=`: pages and answers of another instant, marked, kept by nobody, and of one piece.

use serde_json::Value;
use signpost_store::Role;

use crate::town::Town;

/// Cedar Circle House is closed on December 9, for staff training.
const THEN: &str = "2026-12-09T13:00";
const THEN_WHOLE: &str = "2026-12-09T13:00:00-05:00";

#[actix_rt::test]
async fn each_page_is_that_of_the_instant_says_so_and_is_kept_by_nobody() {
    let town = Town::to_read();
    for (path, now, then) in [
        ("/?need=supplies", "Open now, until 6 pm", "Staff training"),
        (
            "/map?need=supplies",
            "Open now, until 6 pm",
            "Staff training",
        ),
        (
            "/sites/cedar-circle-house",
            "class=\"state open",
            "class=\"state closed",
        ),
        ("/plan", "In force", "In force"),
    ] {
        let sign = if path.contains('?') { '&' } else { '?' };
        let today = town.get(path).await;
        assert!(today.body().contains(now), "{path}");
        assert!(!today.body().contains("class=\"as-of\""), "{path}");
        for (prefix, label, words) in [
            (
                "",
                "Preview",
                "Preview of Wednesday, December 9, 2026, 1 pm, by what we know today.",
            ),
            ("/fr", "Aperçu", "Aperçu du mercredi 9 décembre 2026, 13"),
        ] {
            let address = format!("{prefix}{path}{sign}at={THEN}");
            let page = town.get(&address).await;
            assert_eq!(page.status, 200, "{address}");
            assert_eq!(page.header("cache-control"), "no-store", "{address}");
            assert_eq!(page.header("x-robots-tag"), "noindex", "{address}");
            let body = page.body();
            assert!(
                body.contains(&format!("<aside class=\"as-of\" aria-label=\"{label}\">")),
                "{address}: {body}"
            );
            assert!(body.contains(words), "{address}: {words}: {body}");
            for module in ["save-list", "stale"] {
                assert!(
                    !body.contains(&format!("data-module=\"{module}\"")),
                    "{address}: {module}"
                );
            }
            assert!(
                !body.contains("/feedback"),
                "{address}: nobody is asked whether it was right"
            );
            if prefix.is_empty() {
                assert!(body.contains(then), "{address}: {then}: {body}");
            }
        }
    }
}

#[actix_rt::test]
async fn links_of_a_preview_stay_in_it_and_one_leads_out() {
    let town = Town::to_read();
    let list = town.get(&format!("/?need=supplies&at={THEN}")).await.body();
    for href in [
        format!("/sites/cedar-circle-house?need=supplies&#38;at={THEN}"),
        format!("/map?need=supplies&#38;at={THEN}"),
        format!("/plan?at={THEN}"),
        "/?need=supplies".to_owned(),
    ] {
        assert!(list.contains(&format!("href=\"{href}\"")), "{href}: {list}");
    }
    assert!(list.contains(&format!(
        "<input type=\"hidden\" name=\"at\" value=\"{THEN}\">"
    )));
    assert!(list.contains("href=\"/privacy\""), "{list}");
    let site = town
        .get(&format!("/sites/cedar-circle-house?at={THEN}"))
        .await
        .body();
    assert!(
        site.contains("<a href=\"/sites/cedar-circle-house\">See how it is now</a>"),
        "{site}"
    );
    // Words that are no instant do not pass for one.
    let unread = town.get("/?at=tomorrow").await;
    assert_eq!(unread.status, 200);
    assert!(
        unread
            .body()
            .contains("We could not read the day in this address. This is how it is now.")
    );
    assert!(
        !unread.body().contains("need=food&#38;at="),
        "no link of it pretends"
    );
}

#[actix_rt::test]
async fn an_old_door_leads_to_the_list_of_the_same_instant() {
    let town = Town::to_read();
    for (asked, kept) in [
        ("2026-12-09", "2026-12-09T12:00"),
        (THEN, THEN),
        ("2026-12-09T18:00:00Z", THEN),
    ] {
        let sent = town
            .get(&format!("/go/birch-health-office?at={asked}"))
            .await;
        assert_eq!(sent.status, 303);
        let to = format!("/?need=supplies&from=birch-health-office&at={kept}");
        assert_eq!(sent.header("location"), to);
        assert_eq!(sent.header("cache-control"), "no-store");
    }
    // The rule for needles that are left begins in November; before, the plan sends for supplies alone.
    let old = town
        .get("/?need=supplies&from=birch-hall&at=2025-12-01")
        .await
        .body();
    assert!(
        old.contains("Go to Pinecone Pharmacy on the West Side."),
        "{old}"
    );
    let now = town.get("/?need=supplies&from=birch-hall").await.body();
    assert!(!now.contains("Go to Pinecone Pharmacy on the West Side."));
}

#[actix_rt::test]
async fn the_map_draws_the_places_of_the_same_instant() {
    let town = Town::to_read();
    let map = town.get(&format!("/map?at={THEN}")).await.body();
    let places = format!("/map/places.geojson?at={THEN}");
    assert!(map.contains(&format!("data-places=\"{places}\"")), "{map}");
    let answer = town.get(&places).await;
    assert_eq!(answer.header("cache-control"), "no-store");
    assert_eq!(answer.header("etag"), "");
    let state = |body: &Value| {
        let features = body["features"].as_array().unwrap().clone();
        let cedar = features
            .into_iter()
            .find(|one| one["id"] == "cedar-circle-house")
            .unwrap();
        (
            cedar["properties"]["services"][0]["state"].clone(),
            cedar["properties"]["page"].clone(),
        )
    };
    let (then, page) = state(&answer.json());
    assert_eq!(then, "closed");
    assert_eq!(page, format!("/sites/cedar-circle-house?at={THEN}"));
    let now = town.get("/map/places.geojson").await;
    assert_ne!(now.header("cache-control"), "no-store");
    assert_eq!(
        state(&now.json()),
        ("open".into(), "/sites/cedar-circle-house".into())
    );
    town.get("/map/places.geojson?at=soon").await.problem(400);
}

#[actix_rt::test]
async fn answers_for_programs_are_of_the_instant_too_and_nobody_keeps_them() {
    let town = Town::to_read();
    for path in [
        "/api/v1/where-to-go?need=supplies",
        "/api/v1/sites?need=supplies",
        "/api/v1/sites/cedar-circle-house",
        "/api/v1/plan",
        "/api/v1/plan/2",
        "/api/v1/coverage",
    ] {
        let sign = if path.contains('?') { '&' } else { '?' };
        let then = town.get(&format!("{path}{sign}at={THEN_WHOLE}")).await;
        assert_eq!(then.status, 200, "{path}: {}", then.body());
        assert_eq!(then.header("cache-control"), "no-store", "{path}");
        // What tells a need is never kept.
        let now = town.get(path).await;
        let kept = now.header("cache-control") != "no-store";
        assert_eq!(kept, !path.contains("need="), "{path}");
        town.get(&format!("{path}{sign}at={THEN}"))
            .await
            .problem(400);
        // A day alone is its noon, as on pages.
        let day = town.get(&format!("{path}{sign}at=2026-12-09")).await;
        assert_eq!(day.status, 200, "{path}: {}", day.body());
        assert_eq!(day.header("cache-control"), "no-store", "{path}");
        let noon = format!("{path}{sign}at=2026-12-09T12:00:00-05:00");
        assert_eq!(day.body(), town.get(&noon).await.body(), "{path}");
        for wrong in ["2026-02-30", "1999-12-31", "2100-01-01", "2026-12"] {
            let refused = town.get(&format!("{path}{sign}at={wrong}")).await;
            refused.problem(400);
        }
    }
    let states = |body: &Value| {
        let services = body["properties"]["services"].as_array().unwrap().iter();
        let supplies = services
            .clone()
            .find(|one| one["need"] == "supplies")
            .unwrap();
        supplies["state"].clone()
    };
    let site = "/api/v1/sites/cedar-circle-house";
    assert_eq!(states(&town.get(site).await.json()), "open");
    assert_eq!(
        states(&town.get(&format!("{site}?at={THEN_WHOLE}")).await.json()),
        "closed"
    );
    let plan = town
        .get("/api/v1/plan?at=2025-12-01T12:00:00-05:00")
        .await
        .json();
    assert_eq!(plan["in_force"]["version"], 1);
    let one = town
        .get("/api/v1/plan/1?at=2025-12-01T12:00:00-05:00")
        .await
        .json();
    assert_eq!(one["in_force"], true);
    // Open then, told as of then.
    let open = town
        .get("/api/v1/sites?need=supplies&open=now&at=2026-12-09T13:00:00-05:00")
        .await
        .json();
    assert!(!open.to_string().contains("cedar-circle-house"), "{open}");
}

#[actix_rt::test]
async fn the_saved_list_knows_no_other_instant_and_stewards_have_a_field_for_one() {
    let town = Town::to_edit().await;
    town.get(&format!("/api/v1/directory.json?at={THEN_WHOLE}"))
        .await
        .problem(400);
    let mut kim = town.signed_in("Kim", Role::Steward).await;
    let page = kim.get("/steward/plan").await.body();
    assert!(
        page.contains("name=\"at\" type=\"datetime-local\""),
        "{page}"
    );
    for target in [
        "action=\"/\"",
        "formaction=\"/map\"",
        "formaction=\"/plan\"",
    ] {
        assert!(page.contains(target), "{target}: {page}");
    }
}

/// An address with something in it that nobody knows is answered, and the page says what was left out.
#[actix_rt::test]
async fn a_page_says_what_it_did_not_understand_and_answers_all_the_same() {
    let town = Town::to_read();
    for (address, said) in [
        (
            "/?need=supplies&near=nowhere",
            "We do not know the place in this address.",
        ),
        (
            "/?need=supplies&near=49.7,-94.5",
            "We do not know the place in this address.",
        ),
        (
            "/map?near=nowhere",
            "We do not know the place in this address.",
        ),
        (
            "/embed?near=nowhere",
            "We do not know the place in this address.",
        ),
        (
            "/?need=moonshine",
            "We do not know the kind of help in this address.",
        ),
        (
            "/?need=supplies&from=nowhere",
            "We do not know the old place in this address.",
        ),
        (
            "/fr/?near=nowhere",
            "Nous ne connaissons pas le lieu de cette adresse.",
        ),
        ("/map?at=junk", "We could not read the day in this address."),
        (
            "/disposal?at=garbage",
            "We could not read the day in this address.",
        ),
        ("/embed?at=2026-12-01", "This page knows of no other day."),
    ] {
        let answer = town.get(address).await;
        assert_eq!(answer.status, 200, "{address}");
        let page = answer.body();
        assert!(page.contains(said), "{address}: {page}");
    }
    let sent = town.get("/go/birch-health-office?at=junk").await;
    assert_eq!(sent.status, 303);
    let page = town.get(sent.header("location")).await.body();
    assert!(
        page.contains("We could not read the day in this address."),
        "{page}"
    );
    for plain in [
        "/",
        "/?need=supplies&near=&from=",
        "/?need=supplies&from=birch-health-office",
        "/go/birch-health-office?utm_source=poster",
    ] {
        let page = town.get(plain).await.body();
        assert!(!page.contains("class=\"as-of"), "{plain}: {page}");
    }
}
