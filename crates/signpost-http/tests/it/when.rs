//! "When?" on the list: tonight, tomorrow morning, a day; by links and a form that need no script.

use std::sync::Arc;

use jiff::Timestamp;
use signpost_hours::Calendar;
use signpost_locate::{Inputs, Snapshot};
use signpost_web::App;

use crate::town::{Town, training};

fn town_at(now: &str) -> Town {
    let now: Timestamp = now.parse().unwrap();
    let inputs = Inputs {
        directory: training(),
        versions: std::collections::BTreeMap::new(),
        sequence: 1,
    };
    let snapshot = Snapshot::build(inputs, Calendar::ontario(), now).unwrap();
    Town::around(App::new(snapshot, Arc::new(move || now), true, None))
}

#[actix_rt::test]
async fn in_the_afternoon_one_asks_for_tonight_tomorrow_morning_or_a_day() {
    let town = town_at("2026-11-25T14:15:00-05:00");
    for (lang, tonight, tomorrow) in [
        ("", "Tonight, 9 pm", "Tomorrow, 9 am"),
        ("/fr", "Ce soir à 21", "Demain à 9"),
    ] {
        let list = town
            .get(&format!("{lang}/?need=food&near=bus-depot"))
            .await
            .body();
        for (at, words) in [
            ("2026-11-25T21:00", tonight),
            ("2026-11-26T09:00", tomorrow),
        ] {
            let link = format!("{lang}/?need=food&#38;near=bus-depot&#38;at={at}\"");
            let (_, rest) = list
                .split_once(&link)
                .unwrap_or_else(|| panic!("{link}: {list}"));
            let (name, _) = rest.split_once("</a>").unwrap();
            assert!(name.contains(words), "{name}");
        }
        assert!(
            list.contains("name=\"at\" type=\"date\" min=\"2026-11-25\""),
            "{list}"
        );
    }
    let tonight = town.get("/?need=food&at=2026-11-25T21:00").await.body();
    assert!(
        tonight.contains("Preview of Wednesday, November 25, 2026"),
        "{tonight}"
    );
    assert!(
        tonight.contains("at=2026-11-25T21:00\" aria-current=\"true\""),
        "{tonight}"
    );
    // Back to this moment, with what was asked for.
    assert!(
        tonight.contains("href=\"/?need=food\" rel=\"nofollow\">Now</a>"),
        "{tonight}"
    );
}

#[actix_rt::test]
async fn in_the_small_hours_nobody_says_tomorrow_and_late_in_the_evening_it_is_tonight() {
    for (now, said, never) in [
        (
            "2026-11-26T02:00:00-05:00",
            "at=2026-11-26T09:00",
            ["Tonight", "Tomorrow,"],
        ),
        (
            "2026-11-25T22:00:00-05:00",
            "at=2026-11-26T09:00",
            ["Tonight", "This morning"],
        ),
    ] {
        let list = town_at(now).get("/?need=food").await.body();
        let (_, times) = list.split_once("aria-label=\"When?\"").unwrap();
        let (times, _) = times.split_once("</nav>").unwrap();
        assert!(times.contains(said), "{now}: {times}");
        assert!(
            never.iter().all(|words| !times.contains(words)),
            "{now}: {times}"
        );
    }
}
