//! A place that is not there yet: asked in groups, with its door and phone, its point as maps give it, and a draft; and what a steward does next.

use signpost_store::{ProposalQuery, Role};

use crate::{
    desk::editor,
    sheet::{Sheet, open, sheet},
    town::Town,
};

const NEW: &str = "/agency/sites/new";

async fn filled(ana: &mut crate::desk::Desk<'_>, name: &str) -> Sheet {
    open(ana, NEW)
        .await
        .with("name.en", name)
        .with("kind", "building")
        .with("address", "3 Cedar Lane")
}

#[actix_rt::test]
async fn a_new_place_has_its_door_its_phone_its_offers_and_the_point_of_a_map() {
    let town = Town::to_edit().await;
    let mut kim = town.signed_in("Kim", Role::Steward).await;
    let page = kim.get(NEW).await.body();
    assert_eq!(
        page.matches("name=\"services.food.offer\"").count(),
        1,
        "one box a need"
    );
    let form = filled(&mut kim, "Cedar Annex").await;
    let form = form
        .with("organization", "cedar-circle")
        .with("phone", "807-555-0150 poste 4")
        .with("door.en", "Blue door")
        .with(
            "point",
            "https://www.openstreetmap.org/?mlat=49.549&mlon=-94.8915#map=19/49.5/-94.8",
        )
        .with("services.food.offer", "yes");
    let saved = form.press(&mut kim, "save").await;
    assert_eq!(saved.status, 303, "{}", saved.body());
    let site = town.get("/api/v1/sites/cedar-annex").await.json();
    let properties = &site["properties"];
    assert_eq!(site["geometry"]["coordinates"][1], 49.549, "{site}");
    assert_eq!(properties["phone"], "807-555-0150 ext 4");
    assert_eq!(properties["door"], "Blue door");
    let services = properties["services"].as_array().unwrap();
    assert_eq!(services.len(), 1, "{services:?}");
    assert_eq!(services[0]["offer"], "offered");
    let short = filled(&mut kim, "Cedar Shed").await;
    let short = short
        .with("organization", "cedar-circle")
        .with("point", "https://maps.app.goo.gl/abc");
    let answer = short.press(&mut kim, "save").await;
    assert_eq!(answer.status, 422);
    assert!(answer.body().contains("does not say where the place is"));
}

#[actix_rt::test]
async fn what_was_typed_of_a_new_place_is_kept_and_offered_to_who_typed_it() {
    let town = Town::to_edit().await;
    let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
    let form = filled(&mut ana, "Cedar An").await;
    let kept = Sheet {
        action: "/agency/sites/new/drafts".to_owned(),
        ..form
    };
    assert_eq!(kept.press(&mut ana, "").await.status, 204);
    let mut bo = town.signed_in("Bo", editor("northwind-clinic")).await;
    assert!(!bo.get(NEW).await.body().contains("use-draft"));
    let page = ana.get(NEW).await.body();
    assert!(page.contains("use-draft"), "{page}");
    let page = sheet(&page, 0).press(&mut ana, "use-draft").await.body();
    let form = sheet(&page, 0);
    assert_eq!(form.text("name.en"), "Cedar An");
    let sent = form
        .with("name.en", "Cedar Annex")
        .press(&mut ana, "save")
        .await;
    assert_eq!(sent.header("location"), "/agency/waiting?done=proposed");
    assert!(
        !ana.get(NEW).await.body().contains("use-draft"),
        "it is sent"
    );
}

#[actix_rt::test]
async fn after_a_decision_the_next_one_is_a_tap_away() {
    let town = Town::to_edit().await;
    let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
    let mut sam = town.signed_in("Sam", Role::Steward).await;
    for name in ["Cedar One", "Cedar Two"] {
        let sent = filled(&mut ana, name).await.press(&mut ana, "save").await;
        assert_eq!(sent.status, 303, "{}", sent.body());
    }
    let open = ProposalQuery {
        open_only: true,
        ..ProposalQuery::default()
    };
    let mut ids: Vec<i64> = town
        .store()
        .proposals(&open)
        .await
        .unwrap()
        .iter()
        .map(|one| one.id.0)
        .collect();
    ids.sort_unstable();
    let page = format!("/steward/review/{}", ids[0]);
    let done = sam.submit(&page, &format!("{page}/accept"), &[]).await;
    let after = sam.get(done.header("location")).await.body();
    let next = format!("href=\"/steward/review/{}\"", ids[1]);
    assert!(
        after.contains(&next) && after.contains("Next: Cedar Two"),
        "{after}"
    );
    let page = format!("/steward/review/{}", ids[1]);
    let done = sam
        .submit(&page, &format!("{page}/send-back"), &[("note", "Where?")])
        .await;
    let after = sam.get(done.header("location")).await.body();
    assert!(!after.contains("Next:"), "nothing waits: {after}");
}

#[actix_rt::test]
async fn a_link_speaks_the_language_of_who_opens_it() {
    let town = Town::to_edit().await;
    let mut sam = town.signed_in("Sam", Role::Steward).await;
    let here = "/steward/accounts";
    for (lang, email, path) in [
        ("fr", "lou@example.org", "/fr/invite/"),
        ("en", "max@example.org", "/invite/"),
    ] {
        for prefix in ["", "/fr"] {
            let here = format!("{prefix}{here}");
            let email = format!("{}{email}", prefix.trim_start_matches('/'));
            let person = [
                ("name", "Lou"),
                ("email", &*email),
                ("role", "steward"),
                ("lang", lang),
            ];
            let page = sam.submit(&here, &here, &person).await.body();
            let link = page.split("id=\"link\" readonly value=\"").nth(1).unwrap();
            let link = link.split('"').next().unwrap();
            assert!(link.contains(&format!(":8080{path}")), "{link}");
            assert!(page.contains("data-module=\"copy\""), "{page}");
        }
    }
}
