//! The same pages in the wrong hands, twice at once, too late, and with everything a field should not hold.

use signpost_store::Role;

use crate::{
    desk::editor,
    editor::revisions,
    sheet::{HOUSE, open, public, sheet},
    town::Town,
};

/// The forms of a site.
const FORMS: [&str; 10] = [
    "",
    "/details",
    "/offers",
    "/place",
    "/services/supplies",
    "/hours/supplies",
    "/closed?day=today",
    "/closings",
    "/stock",
    "/closings/staff-training",
];

#[actix_rt::test]
async fn another_agencys_site_looks_as_if_it_were_not_there_and_nothing_changes() {
    let town = Town::to_edit().await;
    let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
    let mut mallory = town.signed_in("Mallory", editor("pinecone-pharmacy")).await;
    let before = revisions(&town).await;
    for form in FORMS {
        let foreign = mallory.get(&format!("{HOUSE}{form}")).await;
        let missing = mallory
            .get(&format!("/agency/sites/no-such-house{form}"))
            .await;
        assert_eq!((foreign.status, missing.status), (404, 404), "{form}");
        assert_eq!(foreign.body(), missing.body());
    }
    // Ana's own forms, sent by Mallory with what proves Mallory's session.
    let proof = mallory.csrf("/agency").await;
    for form in ["/details", "/closings", "/services/supplies"] {
        let stolen = open(&mut ana, &format!("{HOUSE}{form}")).await;
        let stolen = stolen.with("csrf", &proof).with("phone", "807-555-6666");
        assert_eq!(
            stolen.press(&mut mallory, "save").await.status,
            404,
            "{form}"
        );
    }
    let tap = [("csrf", proof.as_str()), ("version", "1"), ("key", "")];
    let tapped = mallory.post(&format!("{HOUSE}/still-right"), &tap).await;
    assert_eq!(tapped.status, 404);
    assert_eq!(revisions(&town).await, before);
}

#[actix_rt::test]
async fn who_is_not_signed_in_or_of_another_role_gets_no_further() {
    let town = Town::to_edit().await;
    let mut nobody = town.desk();
    let mut watcher = town.signed_in("Wil", Role::Subcommittee).await;
    for form in FORMS {
        let door = nobody.get(&format!("{HOUSE}{form}")).await;
        assert_eq!(door.status, 303, "{form}");
        assert!(
            door.header("location")
                .starts_with("/login?next=/agency/sites/")
        );
        assert_eq!(
            watcher.get(&format!("{HOUSE}{form}")).await.status,
            403,
            "{form}"
        );
    }
    for page in ["/agency", "/agency/holidays", "/agency/organization"] {
        assert_eq!(nobody.get(page).await.status, 303);
        assert_eq!(watcher.get(page).await.status, 403);
    }
}

#[actix_rt::test]
async fn a_form_from_another_server_or_without_its_proof_changes_nothing() {
    let town = Town::to_edit().await;
    let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
    let before = revisions(&town).await;
    for form in [
        "/details",
        "/offers",
        "/hours/supplies",
        "/closings",
        "/place",
        "/stock",
        "/services/supplies",
    ] {
        let form = open(&mut ana, &format!("{HOUSE}{form}")).await;
        let pairs: Vec<(&str, &str)> = form
            .fields
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .chain([("act", "save"), ("phone", "807-555-6666")])
            .collect();
        let foreign = ana
            .post_from(&form.action, &pairs, "https://evil.example")
            .await;
        assert_eq!(foreign.status, 403, "{}", form.action);
        let unproven = form.clone().with("csrf", "guessed");
        assert_eq!(unproven.press(&mut ana, "save").await.status, 403);
    }
    assert_eq!(revisions(&town).await, before);
}

#[actix_rt::test]
async fn a_form_that_is_sent_twice_changes_once() {
    let town = Town::to_edit().await;
    let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
    let before = revisions(&town).await;
    let form = open(&mut ana, &format!("{HOUSE}/details")).await;
    let form = form.with("door.en", "Green door");
    let first = form.press(&mut ana, "save").await;
    let again = form.press(&mut ana, "save").await;
    assert_eq!((first.status, again.status), (303, 303), "{}", again.body());
    assert_eq!(first.header("location"), again.header("location"));
    assert_eq!(revisions(&town).await, before + 1);

    let ask = open(&mut ana, &format!("{HOUSE}/closed?day=tomorrow")).await;
    for _ in 0..2 {
        assert_eq!(ask.press(&mut ana, "save").await.status, 303);
    }
    assert_eq!(revisions(&town).await, before + 2);
    // The same page opened twice, each sent: the day is closed once.
    let other = open(&mut ana, &format!("{HOUSE}/closed?day=tomorrow")).await;
    assert_eq!(other.press(&mut ana, "save").await.status, 303);
    assert_eq!(revisions(&town).await, before + 2);
}

#[actix_rt::test]
async fn two_editors_at_once_keep_both_changes() {
    let town = Town::to_edit().await;
    let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
    let mut bo = town.signed_in("Bo", editor("cedar-circle")).await;
    let path = format!("{HOUSE}/details");
    let (first, second) = (open(&mut ana, &path).await, open(&mut bo, &path).await);
    let saved = first
        .with("phone", "807-555-7777")
        .press(&mut ana, "save")
        .await;
    assert_eq!(saved.status, 303);
    let saved = second
        .with("door.en", "Green door")
        .press(&mut bo, "save")
        .await;
    assert_eq!(saved.status, 303, "{}", saved.body());
    let news = bo.get(saved.header("location")).await.body();
    assert!(
        news.contains("Ana (cedar-circle) changed this place while you were writing"),
        "{news}"
    );
    let page = public(&town).await;
    assert!(
        page.contains("807-555-7777") && page.contains("Green door"),
        "{page}"
    );
}

#[actix_rt::test]
async fn two_editors_of_the_same_field_are_asked_which_and_nothing_is_overwritten() {
    let town = Town::to_edit().await;
    let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
    let mut bo = town.signed_in("Bo", editor("cedar-circle")).await;
    let path = format!("{HOUSE}/details");
    let (first, second) = (open(&mut ana, &path).await, open(&mut bo, &path).await);
    let first = first
        .with("door.en", "Green door")
        .press(&mut ana, "save")
        .await;
    assert_eq!(first.status, 303);
    let second = second
        .with("door.en", "Red door")
        .with("phone", "807-555-8888");
    let torn = second.press(&mut bo, "save").await;
    let body = torn.body();
    assert!(
        body.contains("Yours: Red door") && body.contains("Theirs: Green door"),
        "{body}"
    );
    assert!(
        public(&town).await.contains("Green door"),
        "nothing is overwritten"
    );

    let asked = sheet(&body, 0);
    let unsaid = asked.press(&mut bo, "save").await;
    assert!(
        unsaid.body().contains("Yours: Red door"),
        "it has to be chosen"
    );
    let chosen = asked
        .with("choose.door.en", "mine")
        .press(&mut bo, "save")
        .await;
    assert_eq!(chosen.status, 303, "{}", chosen.body());
    let page = public(&town).await;
    assert!(
        page.contains("Red door") && page.contains("807-555-8888"),
        "{page}"
    );
    town.store().verify().await.unwrap();
}

#[actix_rt::test]
async fn a_stale_tab_of_hours_keeps_the_day_another_changed() {
    let town = Town::to_edit().await;
    let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
    let mut bo = town.signed_in("Bo", editor("cedar-circle")).await;
    let path = format!("{HOUSE}/hours/supplies");
    let (first, second) = (open(&mut ana, &path).await, open(&mut bo, &path).await);
    let first = first
        .with("mo.from.1", "11:00")
        .press(&mut ana, "save")
        .await;
    assert_eq!(first.status, 303, "{}", first.body());
    let second = second.with("tu.to.1", "20:00").press(&mut bo, "save").await;
    assert_eq!(second.status, 303, "{}", second.body());
    let page = public(&town).await;
    assert!(
        page.contains("11 am to 6 pm") && page.contains("10 am to 8 pm"),
        "{page}"
    );
}

#[actix_rt::test]
async fn scripts_formulas_and_hidden_signs_come_back_as_text() {
    let town = Town::to_edit().await;
    let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
    let evil = "=1+1 <script>alert('x')</script> \"&amp;";
    let form = open(&mut ana, &format!("{HOUSE}/details")).await;
    let saved = form.with("door.en", evil).press(&mut ana, "save").await;
    assert_eq!(saved.status, 303, "{}", saved.body());
    let page = public(&town).await;
    assert!(
        !page.contains("<script>alert") && page.contains("&#60;script&#62;alert"),
        "{page}"
    );
    let json = town.get("/api/v1/sites/cedar-circle-house").await;
    assert_eq!(json.json()["properties"]["door"], evil);
    let again = open(&mut ana, &format!("{HOUSE}/details")).await;
    assert_eq!(again.text("door.en"), evil, "the form holds what was typed");

    let hidden = again
        .with("access.en", "a\u{7}b\u{0}c")
        .with("phone", "call me")
        .with("website", "javascript:alert(1)");
    let refused = hidden.press(&mut ana, "save").await;
    assert_eq!(refused.status, 422);
    let body = refused.body();
    for words in [
        "hidden signs",
        "not a phone number",
        "not an address of a website",
    ] {
        assert!(body.contains(words), "{words}: {body}");
    }
    for id in ["f-access-en", "f-phone", "f-website"] {
        assert!(body.contains(&format!("href=\"#{id}\"")), "{id}");
        assert!(body.contains(&format!("{id}-fault")), "{id}");
    }
    assert_eq!(sheet(&body, 0).text("phone"), "call me");
    let long = open(&mut ana, &format!("{HOUSE}/details")).await;
    let long = long
        .with("description.en", &"a ".repeat(600))
        .press(&mut ana, "save")
        .await;
    assert_eq!(long.status, 422);
    assert!(long.body().contains("at most 1000 characters"));
}

#[actix_rt::test]
async fn a_draft_survives_a_lost_connection_and_is_its_writers_own() {
    let town = Town::to_edit().await;
    let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
    let mut bo = town.signed_in("Bo", editor("cedar-circle")).await;
    let path = format!("{HOUSE}/services/supplies");
    let name = "services.supplies.description.en";
    let form = open(&mut ana, &path).await.with(name, "half a sent");
    let pairs: Vec<(&str, &str)> = form
        .fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    let before = revisions(&town).await;
    let kept = ana
        .post(&format!("{HOUSE}/drafts/services-supplies"), &pairs)
        .await;
    assert_eq!(kept.status, 204, "{}", kept.body());
    assert_eq!(revisions(&town).await, before, "a draft is no change");
    assert!(!bo.get(&path).await.body().contains("unsaved draft"));

    let page = ana.get(&path).await.body();
    assert!(
        page.contains("You have an unsaved draft from November 25, 2026, 2:15 pm."),
        "{page}"
    );
    let used = sheet(&page, 0).press(&mut ana, "use-draft").await.body();
    let used = sheet(&used, 0);
    assert_eq!(used.text(name), "half a sent");
    let done = used
        .with(name, "A whole sentence.")
        .press(&mut ana, "save")
        .await;
    assert_eq!(done.status, 303, "{}", done.body());
    assert!(!ana.get(&path).await.body().contains("unsaved draft"));
}

#[actix_rt::test]
async fn a_name_waits_for_a_steward_and_the_phone_beside_it_does_not() {
    let town = Town::to_edit().await;
    let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
    let form = open(&mut ana, &format!("{HOUSE}/place")).await;
    let saved = form
        .with("name.en", "Cedar Circle Lodge")
        .press(&mut ana, "save")
        .await;
    assert_eq!(saved.status, 303, "{}", saved.body());
    assert!(!public(&town).await.contains("Cedar Circle Lodge"));
    let form = open(&mut ana, &format!("{HOUSE}/details")).await;
    let saved = form
        .with("phone", "807-555-9999")
        .press(&mut ana, "save")
        .await;
    assert_eq!(saved.status, 303);
    assert!(public(&town).await.contains("807-555-9999"));
}
