//! Where people are sent is power too: who approves a plan shows the password again.

use signpost_domain::PlanStatus;
use signpost_store::Role;

use crate::{
    filled::{fill, filled},
    power::{signed_in, thief, with_password},
    sign_in::PASSPHRASE,
    town::Town,
};

#[actix_rt::test]
async fn a_stolen_session_sends_nobody_elsewhere_and_who_shows_the_password_approves() {
    let town = Town::to_edit().await;
    with_password(&town, "Kim", Role::Steward).await;
    let mut kim = signed_in(&town, "Kim").await;
    let begun = kim
        .submit("/steward/plan", "/steward/plan", &[("from", "2")])
        .await;
    assert_eq!(begun.status, 303, "writing a draft is no power");
    let (facts, proof) = ("/steward/plan/4/facts", "/steward/plan/4/proof");
    let dated = [
        ("title.en", "From December"),
        ("from", "2026-12-01"),
        ("decision", "Minutes of November 20"),
    ];
    assert_eq!(fill(&mut kim, facts, &dated).await.status, 303);
    let page = kim.get(proof).await.body();
    let shown = filled(&page);
    let fields: Vec<(&str, &str)> = shown.iter().map(|(n, v)| (&**n, &**v)).collect();
    let approve = "/steward/plan/4/approve";
    let mut eve = thief(&kim);
    let asked = eve.post(approve, &fields).await;
    assert_eq!(asked.status, 401, "{}", asked.body());
    assert!(asked.body().contains("proof-password"));
    assert!(
        asked.body().contains("Minutes of November 20"),
        "nothing is typed twice"
    );
    let status = async || town.store().plan(4).await.unwrap().unwrap().0.status;
    assert_eq!(status().await, PlanStatus::Draft);
    let mut typed = fields.clone();
    typed.push(("proof-password", PASSPHRASE));
    let done = kim.post(approve, &typed).await;
    assert_eq!(
        done.header("location"),
        "/steward/plan/4?done=approved",
        "{}",
        done.body()
    );
    assert_eq!(status().await, PlanStatus::Approved);
}
