//! A place for used needles that cannot be meant is refused at every door that it could come through: in the water, not to be found, or
//! standing past its last day.

use serde_json::{Value, json};
use signpost_domain::{LonLat, Offer, Site};
use signpost_store::Role;

use crate::{
    desk::editor,
    editor::{Edit, tag_of},
    sheet::open,
    town::{Answer, Town, training},
};

const WORKS: &str = "birch-landing-works";

async fn patched(town: &Town, organization: &str, slug: &str, body: Value) -> Answer {
    let token = town.token(organization).await;
    let path = format!("/api/v1/sites/{slug}");
    let tag = tag_of(town, &path).await;
    let edit = Edit {
        path: &path,
        token: Some(&token),
        tag: Some(&tag),
        key: None,
        body,
    };
    edit.patch(town).await
}

fn change(slug: &str, how: impl Fn(&mut Site)) -> signpost_domain::Directory {
    let mut directory = training();
    let mut sites = directory.sites.iter_mut();
    how(sites.find(|site| site.slug.as_str() == slug).unwrap());
    directory
}

#[actix_rt::test]
async fn a_place_in_the_lake_does_not_become_one_for_used_needles() {
    let wet = LonLat::new(-94.9000, 49.5520).unwrap();
    let town = Town::to_edit_over(&change("cedar-circle-house", |site| {
        site.point = Some(wet);
        site.services.retain(|one| one.need.as_str() != "disposal");
    }))
    .await;
    for (name, role) in [("Ana", editor("cedar-circle")), ("Kim", Role::Steward)] {
        let mut desk = town.signed_in(name, role).await;
        let form = open(&mut desk, "/agency/sites/cedar-circle-house/offers").await;
        let form = form.with("services.disposal.offer", "yes");
        let refused = form.press(&mut desk, "save").await;
        assert_eq!(refused.status, 422, "{name}");
        let page = refused.body();
        assert!(
            page.contains("nobody can leave needles there")
                && page.contains("href=\"#f-services-disposal-offer\""),
            "{page}"
        );
    }
    let body = json!({"services": {"disposal": {"offer": "offered"}}});
    let answer = patched(&town, "cedar-circle", "cedar-circle-house", body).await;
    assert_eq!(answer.status, 400, "{}", answer.body());
    assert!(answer.body().contains("cannot lie in the water"));
}

#[actix_rt::test]
async fn one_in_the_water_is_named_beside_all_figures_though_its_hours_are_unknown() {
    let wet = LonLat::new(-94.9000, 49.5520).unwrap();
    let directory = change("north-dock-box", |site| {
        site.point = Some(wet);
        for service in &mut site.services {
            (service.offer, service.hours) = (Offer::Unknown, None);
        }
    });
    let town = Town::to_edit_over(&directory).await;
    let api = town.get("/api/v1/coverage?metres=400").await.json();
    assert_eq!(api["in_water"][0]["site"], "north-dock-box", "{api}");
    let said = "North Dock needle box lies in the water on our map.";
    assert!(town.get("/disposal").await.body().contains(said));
    let mut sam = town.signed_in("Sam", Role::Subcommittee).await;
    for path in [
        "/disposal/service/what-if",
        "/disposal/service/where-next?places=1&metres=400",
    ] {
        let page = sam.get(path).await.body();
        assert_eq!(page.matches(said).count(), 1, "{path}: {page}");
    }
}

#[actix_rt::test]
async fn a_box_that_nobody_could_find_is_refused_beside_its_field() {
    let town = Town::to_edit().await;
    let mut owen = town.signed_in("Owen", editor(WORKS)).await;
    let new = open(&mut owen, "/agency/sites/new").await;
    let new = new
        .with("name.en", "Pier box")
        .with("kind", "box")
        .with("point", "49.5520, -94.8970")
        .with("services.disposal.offer", "yes");
    let refused = new.press(&mut owen, "save").await;
    assert_eq!(refused.status, 422, "{}", refused.body());
    let page = refused.body();
    assert!(
        page.contains("Say how to find it") && page.contains("href=\"#f-door-en\""),
        "{page}"
    );
    let found = new.with("door.en", "On the third post of the pier.");
    assert_eq!(found.press(&mut owen, "save").await.status, 303);

    // Nor is one hidden later, whether or not anybody said what it is.
    for described in [true, false] {
        let directory = change("mill-park-box", |site| {
            site.door = signpost_domain::Text::default();
            if !described {
                site.disposal_point = None;
            }
        });
        let town = Town::to_edit_over(&directory).await;
        let mut owen = town.signed_in("Owen", editor(WORKS)).await;
        let form = open(&mut owen, "/agency/sites/mill-park-box/place").await;
        let refused = form.with("address", "").press(&mut owen, "save").await;
        assert_eq!(refused.status, 422, "{described}");
        assert!(refused.body().contains("href=\"#f-address\""));
        let body = json!({"address": ""});
        let answer = patched(&town, WORKS, "mill-park-box", body).await;
        assert_eq!(answer.status, 400, "{described}: {}", answer.body());
        assert!(answer.body().contains("how to find it"));
    }
    let town = Town::to_edit_over(&change("mill-park-box", |site| site.address.clear())).await;
    let mut owen = town.signed_in("Owen", editor(WORKS)).await;
    let form = open(&mut owen, "/agency/sites/mill-park-box/details").await;
    let form = form.with("door.en", "").with("door.fr", "");
    let refused = form.press(&mut owen, "save").await;
    assert_eq!(refused.status, 422, "{}", refused.body());
    assert!(refused.body().contains("href=\"#f-door-en\""));
}

#[actix_rt::test]
async fn a_box_does_not_stand_past_its_last_day() {
    let town = Town::to_edit().await;
    let mut owen = town.signed_in("Owen", editor(WORKS)).await;
    let form = open(&mut owen, "/agency/sites/mill-park-box/disposal-point").await;
    let form = form
        .with("point.first_day", "2025-01-01")
        .with("point.last_day", "2026-11-24");
    let refused = form.clone().press(&mut owen, "save").await;
    assert_eq!(refused.status, 422, "{}", refused.body());
    let page = refused.body();
    assert!(
        page.contains("This day is over") && page.contains("href=\"#f-point-last-day\""),
        "{page}"
    );
    let body = json!({"disposal_point": {"first_day": "2025-01-01", "last_day": "2026-11-24"}});
    let answer = patched(&town, WORKS, "mill-park-box", body).await;
    assert_eq!(answer.status, 400, "{}", answer.body());
    assert!(answer.body().contains("its last day is over"));
    let gone = form.with("point.status", "closed");
    assert_eq!(gone.press(&mut owen, "save").await.status, 303);

    // One whose day went by since somebody wrote it is told as gone.
    let town = Town::of(change("mill-park-box", |site| {
        let point = site.disposal_point.as_mut().unwrap();
        point.since = Some("2025-01-01".parse().unwrap());
        point.until = Some("2026-11-24".parse().unwrap());
    }));
    let page = town.get("/disposal").await.body();
    let table = page.split("</table>").next().unwrap();
    assert!(!table.contains("mill-park-box"), "{table}");
    assert!(page.contains("mill-park-box"), "{page}");
}
