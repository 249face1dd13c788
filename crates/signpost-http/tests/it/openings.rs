//! Open is open: what says the contrary is asked about, and each of several days is looked up after it was saved.

use actix_web::test::TestRequest;
use serde_json::json;

use crate::{
    closings::ana,
    editor::{Edit, PATH, tag},
    sheet::{HOUSE, open, sheet},
    town::Town,
};

#[actix_rt::test]
async fn an_opening_of_everything_asks_what_becomes_of_what_is_closed_for_one_need() {
    for (answer, food) in [("end", true), ("keep", false)] {
        let town = Town::to_edit().await;
        let mut ana = ana(&town).await;
        let closing = open(&mut ana, &format!("{HOUSE}/closings")).await;
        let closing = closing.with("need", "food").with("first", "2026-12-16");
        let closing = closing.with("last", "2026-12-16");
        let closed = closing.press(&mut ana, "save").await;
        assert_eq!(closed.status, 303, "{}", closed.body());
        let form = open(&mut ana, &format!("{HOUSE}/closings")).await;
        let form = form.with("kind", "open").with("first", "2026-12-15");
        let form = form.with("last", "2026-12-17").with("from", "09:00");
        let asked = form.with("to", "21:00").press(&mut ana, "save").await;
        assert_eq!(asked.status, 422);
        let page = asked.body();
        assert!(
            page.contains("nobody would find it open: closed on December 16, 2026"),
            "{page}"
        );
        let form = sheet(&page, 0).with("overlap", answer);
        let done = form.press(&mut ana, "save").await;
        assert_eq!(done.status, 303, "{}", done.body());
        let news = ana.get(done.header("location")).await.body();
        let (_, told) = news.split_once("For Tuesday, December 15, 2026,").unwrap();
        assert_eq!(
            told.contains("For Wednesday, December 16, 2026,"),
            !food,
            "a day that is other than the one before is told by itself: {told}"
        );
        let stored = town.store().load().await.unwrap().directory.unwrap();
        let mut all = stored.sites.iter().flat_map(|site| &site.exceptions);
        let stays = all.any(|one| one.id.as_str() == "closed-2026-12-16");
        assert_eq!(stays, !food, "{answer}");
    }
}

#[actix_rt::test]
async fn a_closing_of_several_days_tells_the_day_on_which_something_stays_open() {
    let town = Town::to_edit().await;
    let mut ana = ana(&town).await;
    let form = open(&mut ana, &format!("{HOUSE}/closings")).await;
    let form = form.with("first", "2026-12-10").with("last", "2026-12-14");
    let done = form.with("overlap", "keep").press(&mut ana, "save").await;
    assert_eq!(done.status, 303, "{}", done.body());
    let news = ana.get(done.header("location")).await.body();
    let (_, saturday) = news
        .split_once("For Saturday, December 12, 2026, the public page now says:")
        .unwrap_or_else(|| panic!("{news}"));
    let saturday = saturday.split("</ul>").next().unwrap();
    assert!(saturday.contains("noon to 4 pm"), "{saturday}");
    assert!(
        news.contains("For Sunday, December 13, 2026,"),
        "and when that is over: {news}"
    );
    assert!(
        !news.contains("For Friday, December 11, 2026,"),
        "a day like the one before is not told again: {news}"
    );
}

#[actix_rt::test]
async fn a_day_closed_again_in_a_longer_closing_is_one_closing() {
    let town = Town::to_edit().await;
    let mut ana = ana(&town).await;
    let ask = open(&mut ana, &format!("{HOUSE}/closed?day=tomorrow")).await;
    assert_eq!(ask.press(&mut ana, "save").await.status, 303);
    let form = open(&mut ana, &format!("{HOUSE}/closings")).await;
    let form = form.with("first", "2026-11-26").with("last", "2026-11-28");
    let done = form.press(&mut ana, "save").await;
    assert_eq!(done.status, 303, "{}", done.body());
    let news = ana.get(done.header("location")).await.body();
    assert!(
        news.contains("Taken out: closed on November 26, 2026"),
        "what it took the place of is named: {news}"
    );
    let stored = town.store().load().await.unwrap().directory.unwrap();
    let mut sites = stored.sites.iter();
    let house = sites.find(|site| site.slug.as_str() == "cedar-circle-house");
    let closings = house.unwrap().exceptions.iter();
    let days: Vec<_> = closings
        .filter(|one| one.first.to_string().starts_with("2026-11"))
        .map(|one| one.last.unwrap().to_string())
        .collect();
    assert_eq!(days, ["2026-11-28"]);
}

#[actix_rt::test]
async fn a_system_that_opens_everything_is_told_what_stays_closed() {
    let town = Town::to_edit().await;
    let (token, tag) = (town.token("cedar-circle").await, tag(&town).await);
    let list = format!("{PATH}/exceptions");
    let add = Edit {
        path: &list,
        token: Some(&token),
        tag: Some(&tag),
        key: None,
        body: json!({"kind": "open", "first": "2026-12-08", "last": "2026-12-10", "hours": "09:00-21:00"}),
    };
    let added = add.send(&town, TestRequest::post()).await;
    assert_eq!(added.status, 201, "{}", added.body());
    let warnings = added.json()["warnings"].to_string();
    assert!(
        warnings.contains("staff-training counts more") && warnings.contains("is not open then"),
        "{warnings}"
    );
}
