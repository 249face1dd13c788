//! A version that another one with a higher number keeps from counting: refused, never announced, and proved as what will really be in force.

use serde_json::{Value, json};
use signpost_store::Role;

use crate::{
    desk::Desk,
    filled::filled,
    plan_api::{draft, put, steward},
    town::{Answer, Town},
};

/// Writes a draft that only stewards see, with a rule of its own.
async fn write(town: &Town, version: u32, days: [Option<&str>; 2], to: &str) -> Answer {
    let token = steward(town).await;
    let mut body = draft();
    body["title"] = json!({"en": format!("Number {version}"), "fr": format!("Numéro {version}")});
    body["zone"] = json!("America/Winnipeg");
    body["decision"] = json!("Minutes");
    (body["from"], body["until"]) = (json!(days[0]), json!(days[1]));
    body["rule"][0]["targets"][0]["site"] = json!(to);
    body["rule"][0]["message"] = json!({"en": "Go on.", "fr": "Allez plus loin."});
    if days[1].is_none() {
        body.as_object_mut().unwrap().remove("until");
    }
    let path = format!("/api/v1/plan/{version}");
    put(town, &path, &token, None, &body).await
}

async fn approve(kim: &mut Desk<'_>, version: u32) -> Answer {
    let base = format!("/steward/plan/{version}");
    let page = kim.get(&format!("{base}/proof")).await.body();
    let fields = filled(&page);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (&**n, &**v)).collect();
    kim.post(&format!("{base}/approve"), &fields).await
}

fn stages(plan: &Value) -> Vec<(u64, String)> {
    let versions = plan["versions"].as_array().unwrap().iter();
    let stage = |one: &Value| one["stage"].as_str().unwrap().to_owned();
    versions
        .map(|one| (one["version"].as_u64().unwrap(), stage(one)))
        .collect()
}

#[actix_rt::test]
async fn a_version_that_would_never_count_is_refused_with_the_one_in_its_way() {
    let town = Town::to_edit().await;
    let mut kim = town.signed_in("Kim", Role::Steward).await;
    write(
        &town,
        4,
        [Some("2027-01-01"), None],
        "granite-street-drop-in",
    )
    .await;
    write(&town, 5, [Some("2026-12-01"), None], "cedar-circle-house").await;
    assert_eq!(approve(&mut kim, 5).await.status, 303);
    let page = kim.get("/steward/plan/4/proof").await.body();
    let words = "This version would never count. These versions are approved for its days and have higher numbers: 5.";
    assert!(page.contains(words), "{page}");
    assert!(
        !page.contains("name=\"proof\""),
        "there is no form to approve it"
    );
    let french = kim.get("/fr/steward/plan/4").await.body();
    assert!(
        french.contains("Cette version ne compterait jamais."),
        "{french}"
    );
    // Who sends the form all the same is refused, and nothing is approved.
    let csrf = kim.csrf("/steward/plan/4").await;
    let fields = [
        ("csrf", &*csrf),
        ("decision", "Minutes"),
        ("proof", "x"),
        ("sequence", "1"),
    ];
    let answer = kim.post("/steward/plan/4/approve", &fields).await;
    assert_eq!(answer.status, 409, "{}", answer.body());
    // A tool reads it in the answer.
    let token = steward(&town).await;
    let headers = [("authorization", &*token)];
    let checked = town
        .get_with("/api/v1/plan/check?after=4", &headers)
        .await
        .json();
    let own = checked["plans"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["version"] == 4);
    let fault = &own.unwrap()["faults"][0];
    assert_eq!(
        (&fault["code"], &fault["severity"]),
        (&json!("never_counts"), &json!("error"))
    );
    // The proof says what will be in force: version 5, whatever number 4 says.
    let proof = checked["proof"].clone();
    assert_eq!(proof["before"], 5);
    let cells = proof["doors"][0]["week"].as_array().unwrap().iter();
    for cell in cells.flat_map(|day| day.as_array().unwrap()) {
        assert_eq!(cell["before"], cell["after"], "{cell}");
    }
}

#[actix_rt::test]
async fn a_version_that_is_overtaken_after_its_approval_is_not_announced() {
    let town = Town::to_edit().await;
    let mut kim = town.signed_in("Kim", Role::Steward).await;
    write(&town, 4, [Some("2026-12-10"), None], "cedar-circle-house").await;
    assert_eq!(approve(&mut kim, 4).await.status, 303);
    let page = town.get("/plan").await.body();
    assert!(page.contains("It starts on December 10, 2026."), "{page}");
    // A month of number 5: number 4 begins after it.
    write(
        &town,
        5,
        [Some("2026-12-01"), Some("2026-12-31")],
        "cedar-circle-house",
    )
    .await;
    let proof = kim.get("/steward/plan/5").await.body();
    assert!(
        proof.contains("Version 2, 4") || proof.contains("Version 4"),
        "{proof}"
    );
    assert_eq!(approve(&mut kim, 5).await.status, 303);
    let page = town.get("/plan").await.body();
    assert!(!page.contains("December 10, 2026"), "{page}");
    assert!(page.contains("It starts on January 1, 2027."), "{page}");
    // And number 6 for good: it never does.
    write(&town, 6, [Some("2027-01-01"), None], "cedar-circle-house").await;
    assert_eq!(approve(&mut kim, 6).await.status, 303);
    let page = town.get("/plan").await.body();
    let own = page
        .split("Number 4</h2>")
        .nth(1)
        .unwrap()
        .split("</section>")
        .next()
        .unwrap();
    assert!(own.contains("a later plan counts in its place"), "{own}");
    assert!(
        !own.contains("It starts on") && !own.contains("Since"),
        "{own}"
    );
    let plan = town.get("/api/v1/plan").await.json();
    let found = stages(&plan);
    for (version, stage) in [
        (2, "in_force"),
        (4, "replaced"),
        (5, "coming"),
        (6, "coming"),
    ] {
        assert!(found.contains(&(version, stage.to_owned())), "{found:?}");
    }
    let versions = kim.get("/steward/plan").await.body();
    assert!(
        versions.contains("a later version counts in its place"),
        "{versions}"
    );
    // What is in force ends the day before the next begins.
    let own = page
        .split("<section>")
        .find(|part| part.contains("In force"))
        .unwrap();
    assert!(own.contains("Until November 30, 2026."), "{own}");
}

#[actix_rt::test]
async fn a_version_for_days_that_are_over_is_refused() {
    let town = Town::to_edit().await;
    let mut kim = town.signed_in("Kim", Role::Steward).await;
    write(
        &town,
        4,
        [Some("2026-10-01"), Some("2026-11-01")],
        "cedar-circle-house",
    )
    .await;
    let page = kim.get("/steward/plan/4/proof").await.body();
    assert!(
        page.contains("The last day of this version is over."),
        "{page}"
    );
}

#[actix_rt::test]
async fn a_tool_is_told_that_an_approval_fell_and_cannot_write_one() {
    use signpost_portal::PortalState;
    use signpost_web::App;

    use crate::town::{clock, snapshot_of, training};

    let own = Town::to_edit().await;
    let url = format!("sqlite:{}", own.database().display());
    let store = signpost_store::Store::open(&url).await.unwrap();
    let app = App::new(snapshot_of(training()), clock(), true, Some(store));
    let town = Town::with_portal(app, PortalState::default().with_two_approvals(true));
    let mut kim = town.signed_in("Kim", Role::Steward).await;
    write(&town, 4, [Some("2026-12-01"), None], "cedar-circle-house").await;
    assert_eq!(
        approve(&mut kim, 4).await.header("location"),
        "/steward/plan/4?done=counted"
    );
    // Whoever opens a form is told before that an approval is at stake.
    for path in ["/facts", "/rules/office-supplies", "/rules/new"] {
        let form = kim.get(&format!("/steward/plan/4{path}")).await.body();
        assert!(
            form.contains("An approval was given to this draft."),
            "{path}: {form}"
        );
    }
    let token = steward(&town).await;
    let path = "/api/v1/plan/4";
    let read = town.get_with(path, &[("authorization", &token)]).await;
    let (mut body, tag) = (read.json(), read.header("etag").to_owned());
    assert_eq!(body["approval"].as_array().unwrap().len(), 1, "{body}");
    // Sent back as it was read, nothing falls.
    let same = put(&town, path, &token, Some(&tag), &body).await;
    assert_eq!(
        (same.status, &same.json()["approvals_fell"]),
        (200, &json!(0)),
        "{}",
        same.body()
    );
    let tag = same.header("etag").to_owned();
    let mut forged = body.clone();
    forged["approval"][0]["by"] = json!("lee");
    let refused = put(&town, path, &token, Some(&tag), &forged).await;
    assert_eq!(refused.status, 400, "{}", refused.body());
    assert!(
        refused.body().contains("approved by people"),
        "{}",
        refused.body()
    );
    body["title"] = json!({"en": "Another"});
    let changed = put(&town, path, &token, Some(&tag), &body).await;
    assert_eq!(changed.json()["approvals_fell"], 1, "{}", changed.body());
    let stale = put(&town, path, &token, Some(&tag), &body).await;
    stale.problem(412);
    assert!(!stale.body().contains("the site"), "{}", stale.body());
}
