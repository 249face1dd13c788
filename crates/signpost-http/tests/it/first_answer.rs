//! The first answer is the one a thoughtful outreach worker would give: situations as people meet them, asked through the doors they take.

mod another_need;
mod left_out;
mod said_before_unsaid;

use std::{path::Path, sync::Arc};

use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use signpost_domain::{Directory, Offer};
use signpost_hours::Calendar;
use signpost_locate::{Inputs, Snapshot};
use signpost_web::App;

use crate::town::{Town, training};

/// A Wednesday, at midnight.
const WEDNESDAY: &str = "2026-11-25T00:00:00-05:00";

fn kenora() -> Directory {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/kenora");
    signpost_exchange::read_folder(path).unwrap_or_else(|faults| panic!("{faults:?}"))
}

fn at(directory: Directory, now: &str) -> Town {
    let now: Timestamp = now.parse().unwrap();
    let inputs = Inputs {
        directory,
        versions: std::collections::BTreeMap::new(),
        sequence: 1,
    };
    let snapshot = Snapshot::build(inputs, Calendar::ontario(), now).unwrap();
    Town::around(App::new(snapshot, Arc::new(move || now), true, None))
}

fn hour(hour: i64) -> String {
    let midnight: Timestamp = WEDNESDAY.parse().unwrap();
    let then = midnight + SignedDuration::from_hours(hour);
    then.to_string()
}

async fn asked(town: &Town, query: &str) -> Value {
    let answer = town.get(&format!("/api/v1/where-to-go?{query}")).await;
    assert_eq!(answer.status, 200, "{}", answer.body());
    answer.json()
}

fn answers(reply: &Value) -> &[Value] {
    reply["answers"].as_array().unwrap()
}

fn site(answer: &Value) -> &str {
    answer["site"].as_str().unwrap()
}

fn is_elsewhere(answer: &Value) -> bool {
    answer["in_other_towns"].as_bool().unwrap()
}

fn says(answer: &Value, code: &str) -> bool {
    let why = answer["why"].as_array().unwrap();
    why.iter().any(|one| one == code)
}

/// What holds of every answer: nothing of another town comes before a place one can walk to, nor is told by a walk.
#[track_caller]
fn towns_apart(reply: &Value) {
    let all = answers(reply);
    let first_elsewhere = all.iter().position(is_elsewhere).unwrap_or(all.len());
    assert!(all[first_elsewhere..].iter().all(is_elsewhere), "{reply}");
    let (mut town, mut left) = (String::new(), Vec::new());
    for far in &all[first_elsewhere..] {
        assert!(far["served_at"].is_null() && far["distance_m"].is_null());
        for code in [
            "open_now",
            "opens_at",
            "closing_soon",
            "nearest",
            "not_soon",
        ] {
            assert!(!says(far, code), "{code}: {far}");
        }
        assert!(says(far, "other_town"), "{far}");
        // Parts of one town are one town.
        let own = match far["locality"].as_str().unwrap() {
            "East Side" | "West Side" => "Birch Landing",
            "Keewatin" => "Kenora",
            other => other,
        };
        if own != town {
            assert!(!left.contains(&own.to_owned()), "town by town: {far}");
            left.push(std::mem::replace(&mut town, own.to_owned()));
        }
    }
}

/// The slugs of the cards of a page in their order: those above "in other towns", and those below.
fn cards(page: &str) -> (Vec<&str>, Vec<&str>) {
    let (here, there) = page
        .split_once("<details class=\"elsewhere\"")
        .unwrap_or((page, ""));
    (slugs(here), slugs(there))
}

fn slugs(part: &str) -> Vec<&str> {
    part.split("<h3><a href=\"/sites/")
        .skip(1)
        .map(|rest| rest.split(['"', '?']).next().unwrap())
        .collect()
}

#[actix_rt::test]
async fn a_shelter_in_another_town_never_comes_before_kenoras_own() {
    for now in [hour(9), "2026-11-25T14:15:00-05:00".to_owned()] {
        let town = at(kenora(), &now);
        let reply = asked(&town, "need=shelter&limit=50").await;
        towns_apart(&reply);
        let first = &answers(&reply)[0];
        assert_eq!(site(first), "kenora-emergency-shelter", "{now}");
        assert_eq!(first["sentence"], "Opens 4 pm", "{now}");
        assert!(!first["served_at"].is_null());
        let far = answers(&reply)
            .iter()
            .find(|one| site(one) == "sioux-lookout-shelter");
        let far = far.expect("it is told, but not first");
        assert!(
            far["away_km"]
                .as_u64()
                .is_some_and(|km| (180..=200).contains(&km))
        );
        let page = town.get("/?need=shelter").await.body();
        let (here, there) = cards(&page);
        assert_eq!(here[0], "kenora-emergency-shelter");
        assert!(there.contains(&"sioux-lookout-shelter"), "{there:?}");
        assert!(page.contains("about 190\u{a0}km away"), "{page}");
    }
}

#[actix_rt::test]
async fn at_the_hospital_of_sioux_lookout_its_own_shelter_comes_first_at_every_hour() {
    for hours in 0..24 {
        let now = hour(hours);
        let town = at(kenora(), &now);
        let reply = asked(&town, "need=shelter&near=50.1060072,-91.9254178").await;
        towns_apart(&reply);
        let first = &answers(&reply)[0];
        assert_eq!(site(first), "sioux-lookout-shelter", "{now}");
        let page = town
            .get("/?need=shelter&near=sioux-lookout-hospital")
            .await
            .body();
        let (here, there) = cards(&page);
        assert_eq!(here, ["sioux-lookout-shelter"], "{now}");
        assert!(there.contains(&"kenora-emergency-shelter"), "{now}");
    }
}

#[actix_rt::test]
async fn who_stands_at_the_hospital_of_atikokan_is_sent_to_places_of_atikokan() {
    for hours in [3, 9, 14, 20] {
        let town = at(kenora(), &hour(hours));
        let query = "need=naloxone&near=48.7535989,-91.5984328&limit=50";
        let reply = asked(&town, query).await;
        towns_apart(&reply);
        for one in answers(&reply).iter().filter(|one| !is_elsewhere(one)) {
            assert_eq!(one["locality"], "Atikokan", "{one}");
        }
        assert_eq!(answers(&reply)[0]["locality"], "Atikokan");
        let page = town.get("/?need=naloxone&near=atikokan-hospital").await;
        let page = page.body();
        let (here, _) = cards(&page);
        assert_eq!(here.first(), Some(&site(&answers(&reply)[0])));
    }
}

#[actix_rt::test]
async fn where_a_town_has_nothing_whom_to_call_comes_first_and_then_the_nearest_other_town() {
    for hours in [3, 9, 14, 20] {
        let town = at(kenora(), &hour(hours));
        let query = "need=supplies&near=49.7696922,-92.8390059&limit=50";
        let reply = asked(&town, query).await;
        towns_apart(&reply);
        assert!(
            answers(&reply).iter().all(is_elsewhere),
            "none is in Dryden"
        );
        let page = town.get("/?need=supplies&near=dryden-hospital").await;
        let page = page.body();
        let (here, there) = cards(&page);
        assert!(here.is_empty(), "{here:?}");
        assert_eq!(there.first(), Some(&site(&answers(&reply)[0])));
        assert!(
            page.contains("<details class=\"elsewhere\" open>"),
            "{page}"
        );
        let (line, place) = (page.find("href=\"tel:"), page.find("class=\"card\""));
        assert!(line.is_some() && line < place, "whom to call comes first");
    }
}

#[actix_rt::test]
async fn from_a_far_city_every_place_is_in_another_town_and_no_sentence_rests_on_a_walk() {
    let town = Town::to_read();
    for need in ["supplies", "disposal", "shelter", "food", "naloxone"] {
        let reply = asked(
            &town,
            &format!("need={need}&near=49.8951,-97.1384&limit=50"),
        )
        .await;
        towns_apart(&reply);
        assert!(answers(&reply).iter().all(is_elsewhere), "{need}");
        for one in answers(&reply) {
            let words = one["why_text"].as_str().unwrap();
            assert!(
                !words.contains("Opens") && !words.contains("too soon"),
                "{one}"
            );
            assert!(words.contains("In another town, too far to walk."), "{one}");
        }
    }
}

#[actix_rt::test]
async fn the_code_at_the_old_office_leads_on_and_not_back_to_the_office() {
    for hours in [3, 9, 14, 20] {
        let town = at(kenora(), &hour(hours));
        let code = town.get("/go/nwhu-kenora").await;
        assert_eq!(code.status, 303);
        let page = town.get(code.header("location")).await.body();
        let (here, _) = cards(&page);
        assert_ne!(here[0], "nwhu-kenora");
        assert_eq!(
            here.last(),
            Some(&"nwhu-kenora"),
            "the office itself is the last of the town"
        );
        let reply = asked(&town, "need=supplies&from=nwhu-kenora&limit=50").await;
        let others: Vec<Value> = answers(&reply)
            .iter()
            .filter(|one| site(one) != "nwhu-kenora")
            .cloned()
            .collect();
        towns_apart(&json!({"answers": others}));
        let office = answers(&reply)
            .iter()
            .find(|one| site(one) == "nwhu-kenora")
            .unwrap();
        assert!(
            office["distance_m"].is_null() && !says(office, "nearest"),
            "{office}"
        );
    }
}

#[actix_rt::test]
async fn an_old_door_that_is_open_for_the_need_is_an_answer_like_others() {
    let mut directory = kenora();
    for site in &mut directory.sites {
        for service in &mut site.services {
            if site.slug.as_str() == "nwhu-kenora" && service.need.as_str() == "supplies" {
                service.offer = Offer::Offered;
                service.hours = Some("Mo-Fr 08:30-16:30".into());
                service.source.day = Some("2026-11-01".parse().unwrap());
            }
        }
    }
    let town = at(directory, &hour(14));
    let reply = asked(&town, "need=supplies&from=nwhu-kenora").await;
    let first = &answers(&reply)[0];
    assert_eq!(site(first), "nwhu-kenora");
    assert_eq!(first["state"], "open");
    assert!(first["distance_m"].is_null(), "one stands there");
}

#[actix_rt::test]
async fn a_door_that_is_passed_for_supplies_is_still_a_target_for_food() {
    let mut directory = training();
    let plan = directory
        .plans
        .iter_mut()
        .find(|plan| plan.version == 2)
        .unwrap();
    let rule = plan
        .rules
        .iter_mut()
        .find(|rule| rule.id.as_str() == "old-mill-supplies")
        .unwrap();
    let mut food = rule.targets[0].clone();
    food.need = Some("food".parse().unwrap());
    rule.targets.push(food);
    for consent in &mut plan.consents {
        if consent.organization.as_str() == "kettle-table" {
            consent.need = None;
        }
    }
    let town = at(directory, &hour(14));
    let reply = asked(&town, "need=supplies&from=old-mill-counter").await;
    let targets: Vec<(&str, &str)> = answers(&reply)
        .iter()
        .filter(|one| says(one, "plan_target"))
        .map(|one| (site(one), one["service"].as_str().unwrap()))
        .collect();
    assert!(
        targets.contains(&("west-side-kitchen", "food")),
        "{targets:?}"
    );
    assert!(
        !targets.contains(&("west-side-kitchen", "supplies")),
        "{targets:?}"
    );
}

#[actix_rt::test]
async fn nobody_is_told_at_three_in_the_morning_to_call_into_silence() {
    let town = at(training(), &hour(3));
    for need in ["supplies", "naloxone", "food"] {
        let reply = asked(&town, &format!("need={need}")).await;
        let lines = reply["otherwise"].as_array().unwrap();
        let states: Vec<&str> = lines
            .iter()
            .map(|line| line["state"].as_str().unwrap())
            .collect();
        let mut sorted = states.clone();
        sorted.sort_by_key(|state| {
            ["open", "unknown", "closed"]
                .iter()
                .position(|one| one == state)
        });
        assert_eq!(states, sorted, "{need}");
        assert_eq!(states[0], "open", "{need}");
    }
    let reply = asked(&town, "need=supplies").await;
    let silent = reply["otherwise"]
        .as_array()
        .unwrap()
        .iter()
        .find(|line| line["phone"] == "807-555-0191")
        .unwrap();
    assert_eq!(silent["state"], "closed");
    assert_eq!(silent["state_sentence"], "Opens 10 am");
    for path in ["/?need=supplies", "/embed?need=supplies"] {
        let page = town.get(path).await.body();
        let (open, silent) = (
            page.find("807-555-0190").unwrap(),
            page.find("807-555-0191").unwrap(),
        );
        assert!(open < silent, "{path}");
        assert!(page.contains("Opens 10 am"), "{path}");
    }
}

/// From a town that has no shelter the page says that other towns have one; it said that we know of none, above one that was open.
#[actix_rt::test]
async fn where_only_other_towns_have_a_place_the_page_says_so() {
    let town = at(kenora(), "2026-11-25T21:00:00-05:00");
    let page = town.get("/?need=shelter&near=dryden-hospital").await.body();
    let says = "We know of no place for this near here.";
    assert!(page.contains(says), "{page}");
    assert!(
        !page.contains("We do not know of a place for this yet"),
        "{page}"
    );
}
