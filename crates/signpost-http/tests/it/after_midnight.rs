//! Between midnight and the end of a night, "today" is the night that is running.

use actix_web::test::TestRequest;
use serde_json::json;

use crate::{
    desk::editor,
    editor::Edit,
    sheet::{open, sheet},
    town::{Town, training},
};

/// Thursday, one in the morning; the shelter's night from Wednesday 4 pm to Thursday 8 am runs.
const SMALL_HOURS: &str = "2026-11-26T01:00:00-05:00";
const SHELTER: &str = "/agency/sites/lantern-rest-shelter";

async fn town() -> Town {
    Town::to_edit_at(&training(), SMALL_HOURS).await
}

async fn public(town: &Town) -> String {
    town.get("/sites/lantern-rest-shelter").await.body()
}

#[actix_rt::test]
async fn closed_today_closes_the_night_that_is_running_and_says_which() {
    let town = town().await;
    let mut shift = town.signed_in("Sol", editor("lantern-rest")).await;
    let overview = shift.get(SHELTER).await.body();
    assert!(overview.contains("Closed tonight"), "{overview}");
    assert!(
        overview.contains("Closed on Thursday, November 26, 2026"),
        "{overview}"
    );
    assert!(!overview.contains("Closed tomorrow"), "{overview}");
    let page = shift
        .get(&format!("{SHELTER}/closed?day=today"))
        .await
        .body();
    assert!(
        page.contains("The night that began on Wednesday, November 25, 2026 still runs."),
        "{page}"
    );
    let ask = sheet(&page, 0);
    assert_eq!(ask.text("first"), "2026-11-25", "the night that is running");
    let done = ask.press(&mut shift, "save").await;
    assert_eq!(done.status, 303, "{}", done.body());
    let page = public(&town).await;
    assert!(page.contains("Closed tonight. Opens 4 pm"), "{page}");
    assert!(
        page.contains("November 25, 2026: Closed."),
        "a day whose night still runs is not over: {page}"
    );
    let back = open(&mut shift, &format!("{SHELTER}/closings/closed-2026-11-25")).await;
    assert_eq!(back.press(&mut shift, "remove").await.status, 303);
    assert!(public(&town).await.contains("Open now, until 8 am"));
}

#[actix_rt::test]
async fn who_means_the_day_that_comes_says_so_and_the_night_goes_on() {
    let town = town().await;
    let mut shift = town.signed_in("Sol", editor("lantern-rest")).await;
    let ask = open(&mut shift, &format!("{SHELTER}/closed?day=today")).await;
    let done = ask
        .with("first", "2026-11-26")
        .press(&mut shift, "save")
        .await;
    assert_eq!(done.status, 303, "{}", done.body());
    let page = public(&town).await;
    assert!(page.contains("Open now, until 8 am"), "{page}");
    assert!(page.contains("November 26, 2026: Closed."), "{page}");
}

#[actix_rt::test]
async fn out_of_stock_today_counts_from_the_night_that_is_running() {
    let town = town().await;
    let mut shift = town.signed_in("Sol", editor("lantern-rest")).await;
    let form = open(&mut shift, &format!("{SHELTER}/stock")).await;
    let saved = form
        .with("need", "naloxone")
        .press(&mut shift, "save")
        .await;
    assert_eq!(saved.status, 303, "{}", saved.body());
    let page = public(&town).await;
    assert!(page.contains("Out of stock until 4 pm"), "{page}");
}

#[actix_rt::test]
async fn a_system_may_close_the_night_that_is_running_and_none_that_is_over() {
    let town = town().await;
    let path = "/api/v1/sites/lantern-rest-shelter";
    let tag = town.get(path).await.header("etag").to_owned();
    let token = town.token("lantern-rest").await;
    let list = format!("{path}/exceptions");
    let close = |day: &str| json!({"kind": "closed", "first": day, "last": day});
    let add = Edit {
        path: &list,
        token: Some(&token),
        tag: Some(&tag),
        key: None,
        body: close("2026-11-24"),
    };
    let over = add.send(&town, TestRequest::post()).await;
    assert_eq!(over.status, 400, "{}", over.body());
    let add = Edit {
        body: close("2026-11-25"),
        ..add
    };
    let added = add.send(&town, TestRequest::post()).await;
    assert_eq!(added.status, 201, "{}", added.body());
}

#[actix_rt::test]
async fn the_week_begins_with_the_night_that_is_running() {
    let town = town().await;
    let page = public(&town).await;
    let first = page.split("<tr").nth(1).unwrap();
    assert!(first.contains("Wednesday"), "{first}");
    let morning = Town::to_edit_at(&training(), "2026-11-26T08:00:00-05:00").await;
    let page = public(&morning).await;
    let first = page.split("<tr").nth(1).unwrap();
    assert!(first.contains("Thursday"), "{first}");
}
