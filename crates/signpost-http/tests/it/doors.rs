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
        "/go/birch-hall/",
        "/go/BIRCH-HALL",
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
