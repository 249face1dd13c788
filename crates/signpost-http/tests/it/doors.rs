//! `/go/{slug}`: the codes at old doors.

use crate::town::{Town, training};

#[actix_rt::test]
async fn an_old_door_sends_on_to_the_list_for_the_need_of_its_rule() {
    let town = Town::to_read();
    for (path, location) in [
        (
            "/go/birch-health-office",
            "/?need=supplies&from=birch-health-office",
        ),
        (
            "/go/birch-health-office?need=disposal",
            "/?need=disposal&from=birch-health-office",
        ),
        (
            "/fr/go/birch-health-office",
            "/fr/?need=supplies&from=birch-health-office",
        ),
        ("/go/birch-hall", "/?need=supplies&from=birch-hall"),
        (
            "/go/birch-hall?need=nonsense&fbclid=1",
            "/?need=supplies&from=birch-hall",
        ),
        (
            "/go/birch-hall?need=//evil.example",
            "/?need=supplies&from=birch-hall",
        ),
    ] {
        let answer = town.get(path).await;
        assert_eq!(
            (answer.status, answer.header("location")),
            (303, location),
            "{path}"
        );
    }
}

#[actix_rt::test]
async fn the_need_is_that_of_the_rule_when_it_has_another() {
    let mut directory = training();
    for plan in &mut directory.plans {
        plan.rules
            .retain(|rule| rule.id.as_str() == "office-disposal-winter");
    }
    let town = Town::of(directory);
    let answer = town.get("/go/birch-health-office").await;
    assert_eq!(
        answer.header("location"),
        "/?need=disposal&from=birch-health-office"
    );
}

/// A poster that hangs early, or is left too long: who stands at a food hall has not come for needles.
#[actix_rt::test]
async fn a_door_keeps_its_own_need_before_and_after_the_days_of_its_rule() {
    let mut directory = training();
    for plan in &mut directory.plans {
        plan.rules
            .retain(|rule| rule.id.as_str() == "office-disposal-winter");
        for rule in &mut plan.rules {
            rule.first = Some("2026-12-05".parse().unwrap());
        }
    }
    let town = Town::of(directory);
    for path in [
        "/go/birch-health-office",
        "/go/birch-health-office?at=2026-12-06T12:00:00-05:00",
        "/go/birch-health-office?at=2027-04-02T12:00:00-05:00",
    ] {
        let answer = town.get(path).await;
        let location = answer.header("location");
        assert!(
            location.starts_with("/?need=disposal&from="),
            "{path}: {location}"
        );
    }
}

#[actix_rt::test]
async fn nothing_at_an_old_door_leads_off_the_server() {
    let town = Town::to_read();
    let huge = format!("/go/{}", "a".repeat(3_000));
    for path in [
        "/go/nowhere",
        "/go//evil.example",
        "//evil.example",
        "//evil.example/go/birch-hall",
        "/go/%2F%2Fevil.example",
        "/go/%2fevil",
        "/go/..%2f..%2fetc",
        "/go/https:%2f%2fevil.example",
        "/go/birch-hall%00",
        "/go/%0d%0aLocation:%20x",
        "/go/",
        &huge,
    ] {
        let answer = town.get_with(path, &[("accept", "application/json")]).await;
        answer.problem(404);
        assert_eq!(answer.header("location"), "", "{path}");
    }
}

#[actix_rt::test]
async fn an_address_that_stands_on_paper_leads_where_it_should() {
    let town = Town::to_read();
    for (written, place) in [
        ("/GO/BIRCH-HALL", "/?need=supplies&from=birch-hall"),
        ("/go/Birch-Hall/", "/?need=supplies&from=birch-hall"),
        ("/go/birch-hall.", "/?need=supplies&from=birch-hall"),
        ("/go/birch-hall,", "/?need=supplies&from=birch-hall"),
        ("/go/birch-hall)", "/?need=supplies&from=birch-hall"),
        ("/go/birch-hall%20", "/?need=supplies&from=birch-hall"),
        ("/FR/GO/BIRCH-HALL", "/fr/?need=supplies&from=birch-hall"),
        ("/go/birch-hall/?need=food).", "/?need=food&from=birch-hall"),
    ] {
        let answer = town.get(written).await;
        assert_eq!(answer.status, 303, "{written}: {}", answer.body());
        assert_eq!(answer.header("location"), place, "{written}");
    }
}

#[actix_rt::test]
async fn a_page_answers_with_a_slash_at_its_end_like_without() {
    let town = Town::to_read();
    for path in [
        "/plan",
        "/fr/plan",
        "/sites/birch-hall",
        "/map",
        "/disposal",
        "/about",
        "/login",
        "/api",
    ] {
        let plain = town.get(path).await;
        assert_eq!(plain.status, 200, "{path}");
        for written in [format!("{path}/"), format!("{path}//")] {
            let answer = town.get(&written).await;
            assert_eq!(answer.status, 200, "{written}");
            let without_secrets = |page: String| match path {
                // Each sign-in form has a proof of its own.
                "/login" => String::new(),
                _ => page,
            };
            assert_eq!(
                without_secrets(answer.body()),
                without_secrets(plain.body()),
                "{written}"
            );
        }
    }
    town.get("/api/v1/sites/").await.problem(404);
    let capitals = town.get("/SITES/BIRCH-HALL").await;
    assert_eq!(capitals.status, 200);
}

#[actix_rt::test]
async fn the_code_leads_to_the_plan_of_the_day_before_the_day_of_and_the_day_after() {
    // The rule of the box in the park holds from November 1 to March 31.
    for (now, redirected) in [
        ("2026-10-31T23:59:59-05:00", false),
        ("2026-11-01T00:00:00-05:00", true),
        ("2027-03-31T23:59:59-05:00", true),
        ("2027-04-01T00:00:00-05:00", false),
    ] {
        let town = Town::to_edit_at(&training(), now).await;
        let sent = town.get("/go/birch-health-office?need=disposal").await;
        assert_eq!(sent.status, 303);
        let to = sent.header("location").to_owned();
        let page = town.get(&to).await.body();
        let told = page.contains("The desk is being rebuilt until the end of March.");
        assert_eq!(told, redirected, "{now}");
        let asked = "/api/v1/where-to-go?need=disposal&from=birch-health-office";
        let answer = town.get(asked).await.json();
        assert_eq!(
            answer["plan"]["rule"] == "office-disposal-winter",
            redirected,
            "{now}: {}",
            answer["plan"]
        );
        let why = answer["answers"][0]["why"].to_string();
        assert_eq!(why.contains("plan_target"), redirected, "{now}: {why}");
    }
}
