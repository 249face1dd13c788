//! What a place to leave used needles is, at every door: form, API, page; and who may change it.

use serde_json::json;
use signpost_store::Role;

use crate::{
    desk::editor,
    editor::{Edit, tag_of},
    sheet::open,
    town::Town,
};

const BOX: &str = "/agency/sites/mill-park-box/disposal-point";

#[actix_rt::test]
async fn its_owner_the_city_and_a_steward_change_it_in_a_form_and_others_do_not() {
    for (name, role, back) in [
        (
            "Owen",
            editor("birch-landing-works"),
            "/agency/sites/mill-park-box?done",
        ),
        (
            "Sam",
            Role::Subcommittee,
            "/disposal/service/mill-park-box?done",
        ),
        ("Kim", Role::Steward, "/agency/sites/mill-park-box?done"),
    ] {
        let town = Town::to_edit().await;
        let mut desk = town.signed_in(name, role).await;
        let form = open(&mut desk, BOX).await;
        assert_eq!(form.text("point.kind"), "outdoor_box");
        assert_eq!(form.text("point.asset"), "BL-SB-01");
        let form = form
            .with("point.kind", "kiosk")
            .with("point.winter", "no")
            .with("point.wheelchair", "not-said")
            .with("point.last_day", "2026-12-31")
            .with("point.capacity_litres", "120");
        let saved = form.press(&mut desk, "save").await;
        assert_eq!(saved.status, 303, "{}", saved.body());
        assert!(
            saved.header("location").starts_with(back),
            "{}",
            saved.header("location")
        );
        let page = town.get("/sites/mill-park-box").await.body();
        for said in [
            "Kiosk",
            "You may not get to it in winter",
            "Here until December 31, 2026",
            "Owner: Town of Birch Landing",
        ] {
            assert!(page.contains(said), "{said}: {page}");
        }
        for inside in ["BL-SB-01", "wheelchair", "parks crew, emptied"] {
            assert!(!page.contains(inside), "{inside}: {page}");
        }
        let french = town.get("/fr/sites/mill-park-box").await.body();
        assert!(french.contains("Borne"), "{french}");
        town.store().verify().await.unwrap();
    }
    let town = Town::to_edit().await;
    let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
    assert_eq!(ana.get(BOX).await.status, 404);
    let mut sam = town.signed_in("Sam", Role::Subcommittee).await;
    // Nothing is left there, so there is no such form.
    let house = "/agency/sites/cedar-circle-house/disposal-point";
    assert_eq!(sam.get(house).await.status, 404);
    assert_eq!(
        sam.get("/agency/sites/mill-park-box/details").await.status,
        403
    );
}

#[actix_rt::test]
async fn what_cannot_be_is_said_beside_its_field_and_nothing_is_lost() {
    let town = Town::to_edit().await;
    let mut sam = town.signed_in("Sam", Role::Subcommittee).await;
    for (name, typed, id) in [
        ("point.capacity_litres", "a lot", "f-point-capacity-litres"),
        ("point.last_day", "2020-01-01", "f-point-last-day"),
        ("point.first_day", "May", "f-point-first-day"),
        ("point.owner", "two\u{7}bells", "f-point-owner"),
    ] {
        let form = open(&mut sam, BOX).await.with(name, typed);
        let refused = form.press(&mut sam, "save").await;
        assert_eq!(refused.status, 422, "{name}: {}", refused.body());
        assert!(
            refused.body().contains(&format!("href=\"#{id}\"")),
            "{name}"
        );
    }
    // Who is told that it is closed goes elsewhere, so it is not said before its last day is over.
    let form = open(&mut sam, BOX).await;
    let form = form.with("point.status", "closed");
    let soon = form.with("point.last_day", "2027-01-20");
    let refused = soon.press(&mut sam, "save").await;
    assert_eq!(refused.status, 422);
    let body = refused.body();
    assert!(body.contains("Its last day is still to come"), "{body}");
    // A box without an address is found by words.
    let form = open(&mut sam, "/agency/sites/sawmill-road-box/disposal-point").await;
    let form = form.with("door.en", "").with("door.fr", "");
    let refused = form.press(&mut sam, "save").await.body();
    assert!(refused.contains("Say how to find it"), "{refused}");
}

#[actix_rt::test]
async fn a_proposed_box_is_nowhere_in_public_and_its_people_find_it() {
    let town = Town::to_edit().await;
    for path in [
        "/sites/sawmill-road-box",
        "/api/v1/sites/sawmill-road-box",
        "/fr/sites/sawmill-road-box",
    ] {
        assert_eq!(town.get(path).await.status, 404, "{path}");
    }
    for path in [
        "/",
        "/?need=disposal",
        "/disposal",
        "/map/places.geojson",
        "/api/v1/sites?limit=1000",
        "/api/v1/directory.json",
        "/api/v1/where-to-go?need=disposal&limit=50",
        "/api/v1/sites?q=sawmill",
    ] {
        let answer = town.get(path).await.body();
        assert!(!answer.contains("sawmill-road-box"), "{path}");
    }
    let mut owen = town.signed_in("Owen", editor("birch-landing-works")).await;
    let overview = owen.get("/agency/sites/sawmill-road-box").await;
    assert_eq!(
        overview.header("location"),
        "/agency/sites/sawmill-road-box/disposal-point"
    );
    let form = open(&mut owen, "/agency/sites/sawmill-road-box/disposal-point").await;
    let form = form
        .with("point.status", "existing")
        .with("point.first_day", "2026-11-20");
    assert_eq!(form.press(&mut owen, "save").await.status, 303);
    let page = town.get("/sites/sawmill-road-box").await;
    assert_eq!(page.status, 200);
    let list = town.get("/?need=disposal").await.body();
    assert!(list.contains("sawmill-road-box"), "it stands now");
    // Gone again: nobody is sent there.
    let form = open(&mut owen, "/agency/sites/sawmill-road-box/disposal-point").await;
    let form = form.with("point.status", "closed");
    assert_eq!(form.press(&mut owen, "save").await.status, 303);
    let list = town.get("/?need=disposal").await.body();
    assert!(!list.contains("/sites/sawmill-road-box"), "it is gone");
}

#[actix_rt::test]
async fn an_agencys_own_system_changes_it_and_reads_only_what_is_public() {
    let town = Town::to_edit().await;
    let path = "/api/v1/sites/mill-park-box";
    let token = town.token("birch-landing-works").await;
    let tag = tag_of(&town, path).await;
    let mut edit = Edit {
        path,
        token: Some(&token),
        tag: Some(&tag),
        key: None,
        body: json!({"disposal_point": {
            "kind": "kiosk", "whose": ["public", "household_medical"], "winter": false, "wheelchair": null,
            "capacity_litres": 90, "asset": "X-9", "last_day": "2027-03-31",
        }}),
    };
    let answer = edit.patch(&town).await;
    assert_eq!(answer.status, 200, "{}", answer.body());
    let site = town.get(path).await.json();
    let point = &site["properties"]["disposal_point"];
    assert_eq!(point["kind"], "kiosk");
    assert_eq!(point["whose"], json!(["public", "household_medical"]));
    assert_eq!(
        (&point["winter"], &point["wheelchair"]),
        (&json!(false), &json!(null))
    );
    assert_eq!(point["open_24h"], true);
    assert_eq!(point["last_day"], "2027-03-31");
    let whole = site.to_string();
    assert!(
        !whole.contains("X-9") && !whole.contains("capacity"),
        "{whole}"
    );
    let store = town
        .store()
        .site(&"mill-park-box".parse().unwrap())
        .await
        .unwrap();
    let stored = store.unwrap().0.disposal_point.unwrap();
    assert_eq!(
        (stored.capacity_litres, stored.asset.as_str()),
        (Some(90), "X-9")
    );

    let tag = answer.header("etag").to_owned();
    edit.tag = Some(&tag);
    for (body, field) in [
        (
            json!({"disposal_point": {"kind": "bin"}}),
            "disposal_point.kind",
        ),
        (
            json!({"disposal_point": {"colour": "red"}}),
            "disposal_point.colour",
        ),
        (
            json!({"disposal_point": {"winter": {}}}),
            "disposal_point.winter",
        ),
        (
            json!({"disposal_point": {"last_day": "2020-01-01"}}),
            "disposal_point.last_day",
        ),
        (json!({"disposal_point": "box"}), "disposal_point"),
        (json!({"address": "", "door": null}), "door"),
    ] {
        edit.body = body;
        let refused = edit.patch(&town).await;
        assert_eq!(refused.status, 400, "{}", refused.body());
        assert!(
            refused.body().contains(&format!("\"{field}\"")),
            "{}",
            refused.body()
        );
    }
    edit.body = json!({"disposal_point": null});
    assert_eq!(edit.patch(&town).await.status, 200);
    let site = town.get(path).await.json();
    assert!(site["properties"]["disposal_point"].is_null());
}

#[actix_rt::test]
async fn the_history_tells_in_words_what_became_of_it() {
    let town = Town::to_edit().await;
    let mut owen = town.signed_in("Owen", editor("birch-landing-works")).await;
    let form = open(&mut owen, BOX).await;
    let form = form.with("point.kind", "kiosk").with("point.winter", "no");
    assert_eq!(form.press(&mut owen, "save").await.status, 303);
    let history = owen.get("/agency/sites/mill-park-box/history").await.body();
    for said in [
        "Disposal point, kind: outdoor box becomes kiosk",
        "can be reached in winter: yes becomes no",
    ] {
        assert!(history.contains(said), "{said}: {history}");
    }
    let french = owen
        .get("/fr/agency/sites/mill-park-box/history")
        .await
        .body();
    assert!(french.contains("boîte extérieure"), "{french}");
}

/// In the river of the training town, and on the bank beside it.
const WET: &str = "49.5520, -94.9000";
const DRY: &str = "49.5520, -94.8970";

#[actix_rt::test]
async fn a_box_dropped_in_the_river_is_refused_beside_its_field_at_every_door() {
    let town = Town::to_edit().await;
    let mut kim = town.signed_in("Kim", Role::Steward).await;
    let place = "/agency/sites/mill-park-box/place";
    for (path, said) in [
        (place.to_owned(), "lies in the water on our map"),
        (format!("/fr{place}"), "est dans l’eau sur notre carte"),
    ] {
        let form = open(&mut kim, &path).await.with("point", WET);
        let refused = form.press(&mut kim, "save").await;
        assert_eq!(refused.status, 422, "{path}");
        let page = refused.body();
        assert!(
            page.contains(said) && page.contains("href=\"#f-point\""),
            "{page}"
        );
    }
    let form = open(&mut kim, place).await.with("point", DRY);
    assert_eq!(form.press(&mut kim, "save").await.status, 303);
    // A new place that takes needles.
    let form = open(&mut kim, "/agency/sites/new").await;
    let form = form
        .with("organization", "birch-landing-works")
        .with("name.en", "Pier box")
        .with("kind", "box")
        .with("point", WET)
        .with("services.disposal.offer", "yes");
    let refused = form.press(&mut kim, "save").await;
    assert_eq!(refused.status, 422, "{}", refused.body());
    assert!(
        refused.body().contains("href=\"#f-point\""),
        "{}",
        refused.body()
    );
    // A boat that takes none may lie there.
    let form = open(&mut kim, "/agency/sites/cedar-circle-house/place").await;
    assert_eq!(
        form.with("point", WET).press(&mut kim, "save").await.status,
        303
    );
}

#[actix_rt::test]
async fn the_api_refuses_a_box_in_the_river_and_an_old_one_may_still_change_its_phone() {
    let mut directory = crate::town::training();
    for site in &mut directory.sites {
        if site.slug.as_str() == "north-dock-box" {
            site.point = Some(signpost_domain::LonLat::new(-94.9000, 49.5520).unwrap());
        }
    }
    let town = Town::to_edit_over(&directory).await;
    let token = town.token("birch-landing-works").await;
    for (slug, body, status) in [
        ("mill-park-box", json!({"point": [-94.9000, 49.5520]}), 400),
        ("mill-park-box", json!({"point": [-94.8970, 49.5520]}), 200),
        ("north-dock-box", json!({"phone": "807-555-0119"}), 200),
    ] {
        let path = format!("/api/v1/sites/{slug}");
        let tag = tag_of(&town, &path).await;
        let edit = Edit {
            path: &path,
            token: Some(&token),
            tag: Some(&tag),
            key: None,
            body,
        };
        let answer = edit.patch(&town).await;
        assert_eq!(answer.status, status, "{slug}: {}", answer.body());
        let wet = answer.body().contains("cannot lie in the water");
        assert_eq!(wet, status == 400, "{}", answer.body());
    }
}
