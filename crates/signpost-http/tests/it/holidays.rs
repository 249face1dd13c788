//! Which list of holidays counts, what its ticks would close, and that nothing is ticked that nobody said.

use actix_web::test::TestRequest;
use serde_json::json;
use signpost_domain::HolidayChoice;

use crate::{
    desk::editor,
    editor::Edit,
    sheet::{open, sheet},
    town::{Town, training},
};

const CHRISTMAS: &str = "2026-12-25T12:00:00-05:00";
const SHELTER: &str = "/agency/sites/lantern-rest-shelter";

/// The training town where every organization closes at Christmas.
fn closed_at_christmas() -> signpost_domain::Directory {
    let mut town = training();
    for organization in &mut town.organizations {
        organization.holidays = HolidayChoice::ClosedOn(vec!["christmas-day".parse().unwrap()]);
    }
    town
}

#[actix_rt::test]
async fn an_organizations_list_does_not_close_what_is_open_round_the_clock() {
    let town = Town::to_edit_at(&closed_at_christmas(), CHRISTMAS).await;
    let crisis = town.get("/sites/tamarack-house").await.body();
    assert!(crisis.contains("Open 24 hours"), "{crisis}");
    let shelter = town.get("/sites/lantern-rest-shelter").await.body();
    assert!(shelter.contains("Closed today: Christmas Day"), "{shelter}");
    assert!(!shelter.contains("Open now"), "{shelter}");
}

#[actix_rt::test]
async fn nothing_is_ticked_beforehand_and_the_form_names_what_it_would_close() {
    let mut directory = training();
    for organization in &mut directory.organizations {
        organization.holidays = HolidayChoice::Unstated;
    }
    let town = Town::to_edit_over(&directory).await;
    let mut shift = town.signed_in("Sol", editor("lantern-rest")).await;
    let form = open(&mut shift, "/agency/holidays").await;
    assert!(
        !form.fields.iter().any(|(name, _)| name == "closed"),
        "{form:?}"
    );
    let look = form.clone().with("closed", "christmas-day");
    let look = look.press(&mut shift, "look").await;
    assert_eq!(look.status, 200);
    let body = look.body();
    assert!(
        body.contains("Christmas Day, December 25, 2026: this closes Lantern Rest Shelter, ")
            && body.contains("Shelter")
            && body.contains("(4 pm to 8 am)"),
        "{body}"
    );
    let stored = town.store().load().await.unwrap().directory.unwrap();
    let unstated = |directory: &signpost_domain::Directory| {
        let mut organizations = directory.organizations.iter();
        organizations.all(|one| one.holidays == HolidayChoice::Unstated)
    };
    assert!(unstated(&stored), "nothing is saved yet");
    let back = sheet(&body, 0).press(&mut shift, "back").await;
    assert_eq!(sheet(&back.body(), 0).text("closed"), "christmas-day");
    let saved = sheet(&body, 0).press(&mut shift, "save").await;
    assert_eq!(saved.status, 303, "{}", saved.body());
    let stored = town.store().load().await.unwrap().directory.unwrap();
    assert!(!unstated(&stored));
    // Who ticks nothing says something too, and reads what.
    let none = form.press(&mut shift, "look").await.body();
    assert!(
        none.contains("you keep your usual hours on all holidays"),
        "{none}"
    );
}

#[actix_rt::test]
async fn a_night_shelter_has_a_list_of_its_own() {
    let town = Town::to_edit_at(&closed_at_christmas(), "2026-12-24T12:00:00-05:00").await;
    let mut shift = town.signed_in("Sol", editor("lantern-rest")).await;
    let form = open(&mut shift, &format!("{SHELTER}/holidays/shelter")).await;
    assert_eq!(form.text("kind"), "organization");
    assert!(
        !form.fields.iter().any(|(name, _)| name == "closed"),
        "{form:?}"
    );
    let contradicts = form.clone().with("closed", "boxing-day");
    let refused = contradicts.press(&mut shift, "look").await;
    assert_eq!(refused.status, 422, "{}", refused.body());
    let own = form.with("kind", "own").with("closed", "boxing-day");
    let look = own.press(&mut shift, "look").await.body();
    assert!(
        look.contains("Boxing Day, December 26, 2026: this closes Lantern Rest Shelter"),
        "{look}"
    );
    let saved = sheet(&look, 0).press(&mut shift, "save").await;
    assert_eq!(saved.status, 303, "{}", saved.body());
    let site = town.get("/api/v1/sites/lantern-rest-shelter").await.json();
    let services = site["properties"]["services"].as_array().unwrap();
    let shelter = services
        .iter()
        .find(|one| one["need"] == "shelter")
        .unwrap();
    assert_eq!(shelter["closed_on"], json!(["boxing-day"]));
    let page = town.get("/sites/lantern-rest-shelter").await.body();
    let week = page.split("<tr").nth(2).unwrap();
    assert!(
        week.contains("Friday") && week.contains("4 pm to 8 am"),
        "{week}"
    );
    let week = page.split("<tr").nth(3).unwrap();
    assert!(week.contains("Closed: Boxing Day"), "{week}");
    let overview = shift.get(SHELTER).await.body();
    assert!(overview.contains("Closed on: Boxing Day."), "{overview}");
    let history = shift.get(&format!("{SHELTER}/history")).await.body();
    assert!(history.contains("closed on: now Boxing Day"), "{history}");
    town.store().verify().await.unwrap();
}

#[actix_rt::test]
async fn holidays_soon_say_which_services_keep_their_hours() {
    let mut directory = closed_at_christmas();
    let mut sites = directory.sites.iter_mut();
    let shelter = sites.find(|site| site.slug.as_str() == "lantern-rest-shelter");
    for service in &mut shelter.unwrap().services {
        if service.need.as_str() == "shelter" {
            service.closed_on = Some(vec![]);
        }
    }
    let town = Town::of(directory);
    let page = town.get("/sites/lantern-rest-shelter").await.body();
    assert!(
        page.contains(
            "Closed (Naloxone kit, Washroom and shower); Usual hours (A bed for tonight)"
        ),
        "{page}"
    );
}

#[actix_rt::test]
async fn an_agencys_own_system_sets_and_takes_back_a_list() {
    let town = Town::to_edit().await;
    let path = "/api/v1/sites/lantern-rest-shelter";
    let token = town.token("lantern-rest").await;
    let mut tag = town.get(path).await.header("etag").to_owned();
    for (list, status) in [
        (json!(["christmas-day", "boxing-day"]), 200),
        (json!([]), 200),
        (json!(null), 200),
        (json!(["my-birthday"]), 400),
        (json!("christmas-day"), 400),
    ] {
        let edit = Edit {
            path,
            token: Some(&token),
            tag: Some(&tag),
            key: None,
            body: json!({"services": {"shelter": {"closed_on": list}}}),
        };
        let answer = edit.send(&town, TestRequest::patch()).await;
        assert_eq!(answer.status, status, "{list}: {}", answer.body());
        if status == 200 {
            tag = answer.header("etag").to_owned();
            let site = town.get(path).await.json();
            let services = site["properties"]["services"].as_array().unwrap();
            let shelter = services
                .iter()
                .find(|one| one["need"] == "shelter")
                .unwrap();
            let mut said = shelter["closed_on"].clone();
            if let Some(codes) = said.as_array_mut() {
                codes.sort_by_key(ToString::to_string);
            }
            let mut wanted = list.clone();
            if let Some(codes) = wanted.as_array_mut() {
                codes.sort_by_key(ToString::to_string);
            }
            assert_eq!(said, wanted);
        }
    }
}

#[actix_rt::test]
async fn a_closed_day_of_a_place_whose_hours_nobody_knows_ends_without_a_door_that_opens() {
    let town = Town::of(closed_at_christmas());
    for (lang, closed, then, never) in [
        (
            "en",
            "Closed today: Christmas Day",
            "Then ",
            ["12 am", "midnight", "May open"],
        ),
        (
            "fr",
            "Fermé aujourd’hui",
            "ensuite",
            ["0 h", "minuit", "peut-être"],
        ),
    ] {
        let path =
            format!("/api/v1/where-to-go?need=withdrawal&lang={lang}&at=2026-12-25T12:00:00-05:00");
        let reply = town.get(&path).await.json();
        let sentences = reply["answers"].as_array().unwrap().iter();
        let sentences: Vec<String> = sentences
            .map(|one| one["sentence"].as_str().unwrap().replace('\u{a0}', " "))
            .filter(|words| words.starts_with(closed))
            .collect();
        assert!(!sentences.is_empty(), "{reply}");
        for words in sentences {
            assert!(never.iter().all(|part| !words.contains(part)), "{words}");
            let next = words.to_lowercase().contains(&then.to_lowercase());
            assert!(next, "{words}");
        }
    }
}
