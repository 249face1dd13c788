//! `/api/v1/directory.json`: what a phone looks up later is what the server would have said.

use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use signpost_domain::{Lang, Trust};
use signpost_hours::{OpenState, words};

use crate::town::{NOW, Town};

/// What the bundle says of a minute: the last entry that has started.
fn entry(entries: &Value, minute: i64) -> &Value {
    let started = |entry: &&Value| entry[0].as_i64().unwrap() <= minute;
    let entries = entries.as_array().unwrap();
    entries.iter().rev().find(started).expect("an entry")
}

fn state(intervals: &Value, minute: i64) -> Value {
    let holds = |one: &&Value| one[0].as_i64() <= Some(minute) && Some(minute) < one[1].as_i64();
    let found = intervals.as_array().unwrap().iter().find(holds);
    found.map_or(json!("closed"), |one| one[2].clone())
}

#[actix_rt::test]
async fn a_phone_finds_the_states_and_sentences_the_server_would_give_for_14_days() {
    let town = Town::to_read();
    let snapshot = town.app.snapshot_to_keep();
    let made_at: Timestamp = NOW.parse().unwrap();
    let mut seen = 0;
    for lang in [Lang::En, Lang::Fr] {
        let path = format!("/api/v1/directory.json?lang={}", lang.tag());
        let bundle = town.get(&path).await.json();
        // Every 47 minutes: neither hours nor days divide by that.
        for step in 0..(14 * 24 * 60 / 47) {
            let at = made_at + SignedDuration::from_mins(47 * step);
            let minute = at.as_second() / 60;
            for site in bundle["sites"].as_array().unwrap() {
                let ix = snapshot.find(&site["slug"].as_str().unwrap().parse().unwrap());
                let ix = ix.expect("a site");
                for service in snapshot.services_at(ix) {
                    let need = snapshot.service(service).need.as_str();
                    let bundled = site["services"].as_array().unwrap();
                    let bundled = bundled.iter().find(|one| one["need"] == need).unwrap();
                    let Some(track) = bundled["track"].as_u64() else {
                        assert_eq!(bundled["offer"], "not_offered");
                        continue;
                    };
                    let track = &bundle["tracks"][usize::try_from(track).unwrap()];
                    let word = entry(&track["sentences"], minute)[1].as_u64().unwrap();
                    let said = &bundle["words"][usize::try_from(word).unwrap()];
                    let moment = snapshot.moment(service, at);
                    let right = words::sentence(&moment, at, snapshot.zone(ix), lang);
                    assert_eq!(said, &json!(right), "{need} at {} {at}", site["slug"]);
                    let right = serde_json::to_value(moment.state).unwrap();
                    assert_eq!(state(&bundled["intervals"], minute), right);
                    let confirmed = bundled["confirmed_until"].as_i64();
                    let trusted = snapshot.trust(service, at) == Trust::Confirmed;
                    assert_eq!(confirmed.is_some_and(|end| minute < end), trusted);
                    seen += 1;
                }
            }
        }
    }
    assert!(seen > 20_000, "only {seen} moments were looked at");
}

#[actix_rt::test]
async fn intervals_reach_28_days_so_that_the_last_good_day_still_looks_14_days_ahead() {
    let town = Town::to_read();
    let bundle = town.get("/api/v1/directory.json").await.json();
    let snapshot = town.app.snapshot_to_keep();
    let good_until: Timestamp = bundle["good_until"].as_str().unwrap().parse().unwrap();
    let ahead = (good_until, good_until + SignedDuration::from_hours(14 * 24));
    let van = snapshot
        .find(&"riverbend-friday-stop".parse().unwrap())
        .unwrap();
    let service = snapshot.services_at(van).next().unwrap();
    let need = snapshot.service(service).need.as_str();
    let nights = snapshot.spans(service, ahead.0, ahead.1);
    let last = nights.last().expect("a van on Friday nights");
    assert_eq!(last.state, OpenState::Open);
    let minutes = json!([
        last.start.as_second() / 60,
        last.end.as_second() / 60,
        "open"
    ]);
    let mut sites = bundle["sites"].as_array().unwrap().iter();
    let site = sites.find(|one| one["slug"] == "riverbend-friday-stop");
    let mut bundled = site.unwrap()["services"].as_array().unwrap().iter();
    let bundled = bundled.find(|one| one["need"] == need).unwrap();
    let intervals = bundled["intervals"].as_array().unwrap();
    assert!(intervals.contains(&minutes), "{intervals:?}");
}

#[actix_rt::test]
async fn the_plan_comes_with_its_routes_followed_and_names_nobody_who_has_not_agreed() {
    let town = Town::to_read();
    let bundle = town.get("/api/v1/directory.json").await.json();
    let rules = bundle["plans"][0]["rules"].as_array().unwrap();
    let rule = |id: &str| rules.iter().find(|rule| rule["rule"] == id).unwrap();
    let targets = |id: &str| -> Vec<String> {
        let targets = rule(id)["targets"].as_array().unwrap().iter();
        targets
            .map(|one| one["site"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(targets("old-mill-supplies"), ["pinecone-pharmacy-west"]);
    assert_eq!(
        rule("old-mill-supplies")["passed"],
        json!(["west-side-kitchen"])
    );
    assert!(!targets("office-supplies").is_empty());
    assert!(!targets("office-supplies").contains(&"granite-street-drop-in".to_owned()));
    let said = rule("office-supplies")["message"].as_str().unwrap();
    assert!(!said.is_empty());
}

#[actix_rt::test]
async fn when_it_was_made_is_said_in_words_and_tells_no_more_than_the_quarter_of_an_hour() {
    let town = Town::to_read();
    for (lang, saved, day) in [
        ("en", "Wednesday 2:15 pm", "November 25, 2026"),
        ("fr", "mercredi à 14\u{a0}h\u{a0}15", "25 novembre 2026"),
    ] {
        let path = format!("/api/v1/directory.json?lang={lang}");
        let bundle = town.get(&path).await.json();
        assert_eq!(bundle["made_at_in_words"], saved);
        assert_eq!(bundle["made_on_in_words"], day);
        assert_eq!(bundle["made_at"], NOW);
    }
}

#[actix_rt::test]
async fn the_bundle_goes_out_small_in_the_coding_a_phone_reads() {
    let town = Town::to_read();
    let address = "/api/v1/directory.json";
    let plain = town.get(address).await;
    let mut sizes = Vec::new();
    for coding in ["gzip", "br"] {
        let sent = town.get_with(address, &[("accept-encoding", coding)]).await;
        assert_eq!(sent.header("content-encoding"), coding);
        assert_eq!(sent.header("etag"), plain.header("etag"));
        assert!(sent.header("vary").contains("accept-encoding"));
        sizes.push(sent.bytes.len());
    }
    // With former names, and what people ask before they go.
    assert!(sizes[0] <= 17 * 1024, "{sizes:?} bytes for 17 sites");
    assert!(sizes[1] < sizes[0], "{sizes:?}");
    assert_eq!(plain.header("content-encoding"), "");
    assert!(plain.bytes.len() > sizes[0]);
}

#[actix_rt::test]
async fn phones_that_ask_at_once_share_one_bundle() {
    let town = Town::to_read();
    let answers =
        futures_util::future::join_all((0..8).map(|_phone| town.get("/api/v1/directory.json")))
            .await;
    for answer in &answers {
        assert_eq!(answer.status, 200);
        assert_eq!(answer.header("etag"), answers[0].header("etag"));
        assert_eq!(answer.bytes, answers[0].bytes);
    }
}
