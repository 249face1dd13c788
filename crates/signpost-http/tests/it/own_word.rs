//! What is said in a body's name is said by that body: confirmations, and that an organization is Indigenous-led.

use serde_json::json;
use signpost_store::Role;

use crate::{
    desk::editor,
    editor::{Edit, PATH, tag},
    sheet::open,
    town::Town,
};

async fn confirms(town: &Town, token: &str, confirmation: serde_json::Value) -> (u16, String) {
    let tag = tag(town).await;
    let edit = Edit {
        path: PATH,
        token: Some(token),
        tag: Some(&tag),
        key: None,
        body: json!({"services": {"supplies": {"confirmation": confirmation}}}),
    };
    let answer = edit.patch(town).await;
    (answer.status, answer.body())
}

#[actix_rt::test]
async fn a_token_confirms_for_its_own_organization_and_for_nobody_else() {
    let town = Town::to_edit().await;
    let token = town.token("cedar-circle").await;
    let days = |by: Option<&str>| {
        let mut confirmation = json!({"on": "2026-11-25", "review_by": "2027-02-25"});
        if let Some(by) = by {
            confirmation["by"] = by.into();
        }
        confirmation
    };
    for foreign in [
        "Northwind Clinic",
        "Northwind Clinic, Cedar Circle House",
        "Cedar Circle House, Northwind Clinic",
        "manager",
    ] {
        let (status, body) = confirms(&town, &token, days(Some(foreign))).await;
        assert_eq!(status, 400, "{foreign}: {body}");
        assert!(
            body.contains("services.supplies.confirmation.by")
                && body.contains("Cedar Circle House"),
            "{body}"
        );
    }
    for own in ["Cedar Circle House", "Cedar Circle House, night desk"] {
        let (status, body) = confirms(&town, &token, days(Some(own))).await;
        assert_eq!(status, 200, "{own}: {body}");
        let site = town.get(PATH).await.json();
        let by = &site["properties"]["services"][0]["confirmed"]["by"];
        assert_eq!(by, own);
    }
    // A day moved on what another body confirmed is our own confirmation.
    let slug = "cedar-circle-house".parse().unwrap();
    let (mut site, version) = town.store().site(&slug).await.unwrap().unwrap();
    for service in &mut site.services {
        if let Some(confirmation) = &mut service.confirmation {
            confirmation.by = "Northwind Clinic".to_owned();
        }
    }
    let edit = signpost_store::SiteEdit {
        slug,
        expected: version,
        site,
        waiting: None,
        author: "test".to_owned(),
        reason: signpost_store::Reason::default(),
        idempotency: None,
        at: crate::town::clock()(),
    };
    town.store().edit_site(edit).await.unwrap();
    signpost_editing::refresh::follow(town.app.live()).await;
    let (status, body) = confirms(&town, &token, days(None)).await;
    assert_eq!(status, 200, "{body}");
    let site = town.get(PATH).await.json();
    let by = &site["properties"]["services"][0]["confirmed"]["by"];
    assert_eq!(by, "Cedar Circle House");
}

#[actix_rt::test]
async fn a_steward_confirms_for_the_working_group() {
    let town = Town::to_edit().await;
    let mut kim = town.signed_in("Kim", Role::Steward).await;
    let page = kim.get("/agency").await.body();
    let version = town
        .store()
        .site(&"cedar-circle-house".parse().unwrap())
        .await;
    let version = version.unwrap().unwrap().1.to_string();
    assert!(page.contains("Still right"));
    let to = "/agency/sites/cedar-circle-house/still-right";
    let done = kim.submit("/agency", to, &[("version", &version)]).await;
    assert_eq!(done.header("location"), "/agency?done=still-right");
    let site = town.get(PATH).await.json();
    let by = &site["properties"]["services"][0]["confirmed"]["by"];
    assert_eq!(by, "Working group");
}

/// Whether the public is told that an organization is Indigenous-led.
async fn is_led(town: &Town, organization: &str) -> bool {
    let id = organization.parse().unwrap();
    town.store()
        .organization(&id)
        .await
        .unwrap()
        .unwrap()
        .0
        .indigenous_led
}

#[actix_rt::test]
async fn indigenous_led_waits_for_a_steward_and_is_withdrawn_at_once() {
    const FACTS: &str = "/agency/organization";
    let town = Town::to_edit().await;
    let own = "northwind-clinic";
    assert!(!is_led(&town, own).await, "as the training town has it");
    let mut bo = town.signed_in("Bo", editor(own)).await;
    let form = open(&mut bo, FACTS).await.with("indigenous-led", "yes");
    let done = form.press(&mut bo, "save").await;
    assert_eq!(done.header("location"), "/agency/organization?done=waits");
    assert!(!is_led(&town, own).await);
    let page = bo.get("/agency/organization?done=waits").await.body();
    assert!(page.contains("waits for a steward"), "{page}");
    assert!(
        bo.get("/agency/waiting")
            .await
            .body()
            .contains("Indigenous-led")
    );

    let mut kim = town.signed_in("Kim", Role::Steward).await;
    let queue = kim.get("/steward/review").await.body();
    assert!(queue.contains("says that it is Indigenous-led"), "{queue}");
    let id = town.store().claims(None).await.unwrap()[0].id;
    let back = format!("/steward/claims/{id}/send-back");
    let empty = kim.submit("/steward/review", &back, &[]).await;
    assert_eq!(
        empty.header("location"),
        "/steward/review?done=note-missing"
    );
    let accept = format!("/steward/claims/{id}/accept");
    assert_eq!(bo.submit(FACTS, &accept, &[]).await.status, 403);
    assert!(!is_led(&town, own).await);
    let done = kim.submit("/steward/review", &accept, &[]).await;
    assert_eq!(done.header("location"), "/steward/review?done=accepted");
    assert!(is_led(&town, own).await);
    let again = kim.submit("/steward/review", &accept, &[]).await;
    assert_eq!(again.header("location"), "/steward/review?done=decided");
    let history = kim.get("/steward/history").await.body();
    assert!(history.contains("Bo (northwind-clinic)"), "{history}");

    let mut form = open(&mut bo, FACTS).await;
    form.fields.retain(|(name, _)| name != "indigenous-led");
    let done = form.press(&mut bo, "save").await;
    assert_eq!(done.header("location"), "/agency/organization?done=yes");
    assert!(!is_led(&town, own).await, "less is said at once");
    town.store().verify().await.unwrap();
}

#[actix_rt::test]
async fn a_claim_is_withdrawn_by_its_own_people_only() {
    let town = Town::to_edit().await;
    let id = town
        .store()
        .claim(
            &"northwind-clinic".parse().unwrap(),
            "test",
            crate::town::clock()(),
        )
        .await
        .unwrap();
    let to = format!("/agency/claims/{id}/withdraw");
    let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
    assert_eq!(ana.submit("/agency", &to, &[]).await.status, 404);
    assert_eq!(town.store().claims_waiting().await.unwrap(), 1);
    let mut bo = town.signed_in("Bo", editor("northwind-clinic")).await;
    assert_eq!(bo.submit("/agency", &to, &[]).await.status, 303);
    assert_eq!(town.store().claims_waiting().await.unwrap(), 0);
}
