//! What the plan promised last week and what was kept: on the steward's page in both languages, as a table, and through the API.

use actix_web::test as at;
use serde_json::{Value, json};
use signpost_store::{Role, StewardTokenRequest};

use crate::{
    desk::editor,
    town::{Answer, Town, training},
};

const PAGE: &str = "/steward/plan/delivered";
/// The Monday after the week in which Cedar Circle House was closed for a day.
const MONDAY: &str = "2026-12-14T10:00:00-05:00";

async fn town() -> Town {
    Town::to_edit_at(&training(), MONDAY).await
}

async fn tool(town: &Town, path: &str) -> Answer {
    let wanted = StewardTokenRequest {
        label: "planning tool".to_owned(),
        last_day: "2027-01-31".parse().unwrap(),
        by: None,
        at: town.app.now(),
    };
    let token = town.store().make_steward_token(wanted).await.unwrap();
    let request = at::TestRequest::get()
        .uri(path)
        .insert_header(("authorization", format!("Bearer {}", token.secret)));
    town.send(request).await
}

fn of_cedar(body: &Value) -> &Value {
    let mut targets = body["targets"].as_array().unwrap().iter();
    targets
        .find(|one| one["site"] == "cedar-circle-house")
        .unwrap()
}

#[actix_rt::test]
async fn a_closed_day_of_last_week_is_told_by_page_table_and_api_alike() {
    let town = town().await;
    let mut kim = town.signed_in("Kim", Role::Steward).await;
    let page = kim.get(PAGE).await.body();
    for words in [
        "December 7, 2026 to December 13, 2026",
        "Served 32 of 40 promised hours.",
        "Wednesday, December 9, 2026: 8 hours not served. Closed or other hours: Staff training",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    let french = kim.get(&format!("/fr{PAGE}")).await.body();
    for words in [
        "32 des 40 heures promises ont été tenues.",
        "Mercredi 9 décembre 2026\u{a0}: 8 heures non tenues. Fermé ou autres heures\u{a0}: Formation du personnel",
    ] {
        assert!(french.contains(words), "{words}: {french}");
    }

    let body = tool(&town, "/api/v1/plan/delivered").await;
    assert_eq!(body.status, 200, "{}", body.body());
    assert_eq!(body.header("cache-control"), "no-store");
    let body = body.json();
    assert_eq!(
        (&body["first"], &body["last"]),
        (&json!("2026-12-07"), &json!("2026-12-13"))
    );
    let cedar = of_cedar(&body);
    assert_eq!(
        cedar["minutes"],
        json!({"promised": 2400, "served": 1920, "unknown": 0})
    );
    assert_eq!(
        cedar["missed"],
        json!([{"day": "2026-12-09", "minutes": 480, "state": "closed", "why": "exception", "exception": "staff-training"}])
    );

    let table = kim.get(&format!("{PAGE}.csv?week=2026-12-08")).await;
    assert_eq!(table.header("content-type"), "text/csv; charset=utf-8");
    assert!(
        table
            .header("content-disposition")
            .contains("promised-2026-12-07.csv")
    );
    assert_eq!(table.header("cache-control"), "no-store");
    let table = table.body();
    // Whole and half hours are written as a table writes them.
    let sum = |member: &str| {
        let minutes = body["all"][member].as_u64().unwrap();
        assert_eq!(minutes % 30, 0, "{member}");
        let half = if minutes % 60 == 0 { "" } else { ".5" };
        format!("{}{half}", minutes / 60)
    };
    let all = format!(
        "2026-12-07,2026-12-13,all,,,,,{},{},{},",
        sum("promised"),
        sum("served"),
        sum("unknown")
    );
    for line in [
        all.as_str(),
        "2026-12-07,2026-12-13,place,cedar-circle-house,Cedar Circle House,supplies,,40,32,0,8,",
        "2026-12-07,2026-12-13,missed,cedar-circle-house,Cedar Circle House,supplies,2026-12-09,,,,8,Closed or other hours: Staff training",
    ] {
        assert!(
            table.lines().any(|own| own.starts_with(line)),
            "{line}: {table}"
        );
    }
    let front = kim.get("/steward/plan").await.body();
    let said = format!(
        "Last week: Served {} of {} promised hours.",
        sum("served"),
        sum("promised")
    );
    assert!(front.contains(&said), "{said}: {front}");
}

#[actix_rt::test]
async fn what_nobody_was_sure_of_is_told_apart_and_weeks_lead_to_each_other() {
    let town = town().await;
    let mut kim = town.signed_in("Kim", Role::Steward).await;
    let page = kim.get(&format!("{PAGE}?week=2026-12-04")).await.body();
    for words in [
        "November 30, 2026 to December 6, 2026",
        "Served 0 of 6 promised hours. Nobody knows about 6 hours: people were told to call or ask first.",
        "The hours were not sure: Snow storm",
        "href=\"/steward/plan/delivered?week=2026-11-23\"",
        "href=\"/steward/plan/delivered?week=2026-12-07\"",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    let last = kim.get(PAGE).await.body();
    assert!(
        !last.contains("week=2026-12-14"),
        "this week is not over: {last}"
    );
    for week in ["2026-12-14", "2027-05-01", "1999-01-01", "yesterday"] {
        assert_eq!(
            kim.get(&format!("{PAGE}?week={week}")).await.status,
            400,
            "{week}"
        );
        // Who reads it in a browser is told so, and led on.
        for (prefix, words, way) in [
            ("", "Choose a week that is over", "/steward/plan/delivered"),
            (
                "/fr",
                "Choisissez une semaine terminée",
                "/fr/steward/plan/delivered",
            ),
        ] {
            for page in [PAGE.to_owned(), format!("{PAGE}.csv")] {
                let page = kim.get(&format!("{prefix}{page}?week={week}")).await;
                assert_eq!(page.status, 400);
                let body = page.body();
                assert!(body.contains(words), "{body}");
                assert!(body.contains(&format!("href=\"{way}\"")), "{body}");
            }
        }
        tool(&town, &format!("/api/v1/plan/delivered?week={week}"))
            .await
            .problem(400);
    }
}

#[actix_rt::test]
async fn only_stewards_and_their_tools_are_told_who_kept_what() {
    let town = town().await;
    let mut owen = town.signed_in("Owen", editor("cedar-circle")).await;
    assert_eq!(owen.get(PAGE).await.status, 403);
    assert_eq!(owen.get(&format!("{PAGE}.csv")).await.status, 403);
    assert_eq!(town.get(PAGE).await.status, 303);
    town.get("/api/v1/plan/delivered").await.problem(401);
    let agency = format!("Bearer {}", town.token("cedar-circle").await);
    let headers = [("authorization", agency.as_str())];
    town.get_with("/api/v1/plan/delivered", &headers)
        .await
        .problem(401);
}
