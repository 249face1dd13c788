//! Look-ups are counted by week and door or need, printed by one rule, and nothing else of them is kept.

use std::{collections::BTreeMap, fs};

use signpost_figures::{
    Cell, Counted, Kind, Subject, Week,
    audit::{Statement, leaks},
};
use signpost_gateways::Gateways;
use signpost_store::Role;

use crate::town::{Town, training};

const DOOR: &str = "old-mill-counter";

async fn counts(town: &Town) -> BTreeMap<(Subject, String, Kind), u64> {
    town.app.write_counts_down().await.unwrap();
    let counted = town.store().counts().await.unwrap().into_iter();
    counted
        .filter(|one| one.count > 0)
        .map(|one| ((one.cell.subject, one.cell.code, one.cell.kind), one.count))
        .collect()
}

fn of(counts: &BTreeMap<(Subject, String, Kind), u64>, subject: Subject, code: &str) -> u64 {
    let own = counts.iter().filter(|((what, whose, kind), _)| {
        *what == subject && whose == code && *kind != Kind::Scan
    });
    own.map(|(_, count)| *count).sum()
}

#[actix_rt::test]
async fn a_look_up_counts_once_at_its_door_else_at_its_need() {
    let town = Town::to_edit().await;
    for path in [
        "/?need=supplies",
        "/fr?need=supplies",
        "/api/v1/where-to-go?need=supplies",
        &format!("/?need=supplies&from={DOOR}"),
        &format!("/go/{DOOR}"),
        // No look-ups of this moment: nothing chosen, another instant, another method, a door there never was.
        "/",
        "/?need=supplies&at=2026-12-24T10:00",
        "/api/v1/where-to-go?need=supplies&at=2026-12-24",
        "/?need=nonsense",
        "/go/no-such-door",
    ] {
        town.get(path).await;
    }
    town.method("HEAD", "/?need=supplies").await;
    town.method("HEAD", &format!("/go/{DOOR}")).await;
    let counted = counts(&town).await;
    assert_eq!(of(&counted, Subject::Need, "supplies"), 3, "{counted:?}");
    assert_eq!(of(&counted, Subject::Door, DOOR), 1, "{counted:?}");
    let scans = counted.get(&(Subject::Door, DOOR.to_owned(), Kind::Scan));
    assert_eq!(scans, Some(&1));
    assert_eq!(counted.values().sum::<u64>(), 5, "{counted:?}");
    // Written down once, not again.
    assert_eq!(counts(&town).await, counted);
}

#[actix_rt::test]
async fn how_it_went_is_told_apart() {
    let mut directory = training();
    for service in directory
        .sites
        .iter_mut()
        .flat_map(|site| &mut site.services)
    {
        if let Some(confirmation) = &mut service.confirmation {
            confirmation.on = "2025-01-01".parse().unwrap();
            confirmation.review_by = "2025-03-01".parse().unwrap();
        }
    }
    let town = Town::to_edit_over(&directory).await;
    town.get("/?need=supplies").await;
    let counted = counts(&town).await;
    let kinds: Vec<Kind> = counted.keys().map(|(_, _, kind)| *kind).collect();
    assert_eq!(
        kinds,
        [Kind::LinePastReview],
        "nothing that lapsed is known to be open"
    );
    let town = Town::to_edit().await;
    town.get("/?need=supplies").await;
    let counted = counts(&town).await;
    let opened = counted
        .keys()
        .all(|(_, _, kind)| matches!(kind, Kind::Open | Kind::OpenPastReview));
    assert!(opened, "{counted:?}");
}

/// Puts counts into a week that is over.
async fn sow(town: &Town) -> BTreeMap<Cell, u64> {
    let week = Week::of("2026-11-18".parse().unwrap());
    let cell = |subject, code: &str, kind| Cell {
        week,
        subject,
        code: code.to_owned(),
        kind,
    };
    let truth = BTreeMap::from([
        (cell(Subject::Need, "supplies", Kind::Open), 23),
        (cell(Subject::Need, "supplies", Kind::Line), 3),
        (cell(Subject::Need, "shelter", Kind::Line), 1),
        (cell(Subject::Door, DOOR, Kind::Open), 7),
        (cell(Subject::Door, DOOR, Kind::Scan), 4),
    ]);
    let counted: Vec<Counted> = truth
        .iter()
        .map(|(cell, &count)| Counted {
            cell: cell.clone(),
            count,
        })
        .collect();
    town.store().add_counts(&counted).await.unwrap();
    truth
}

#[actix_rt::test]
async fn what_is_printed_of_a_week_hides_what_is_few_and_this_week_is_not_printed() {
    let town = Town::to_edit().await;
    let truth = sow(&town).await;
    for _visit in 0..9 {
        town.get("/?need=food").await;
    }
    town.app.write_counts_down().await.unwrap();
    let mut desk = town.signed_in("Sam", Role::Steward).await;
    let csv = desk.get("/steward/figures.csv").await.body();
    assert!(csv.contains("2026-W47,need,supplies,open,25\n"), "{csv}");
    assert!(
        csv.contains("2026-W47,need,supplies,line,fewer than 5\n"),
        "{csv}"
    );
    assert!(
        csv.contains(&format!("2026-W47,door,{DOOR},open,5\n")),
        "{csv}"
    );
    assert!(!csv.contains("W48"), "this week is not over: {csv}");
    let json = desk.get("/steward/figures.json").await.json();
    let lines = json["lines"].as_array().unwrap();
    let supplies = lines
        .iter()
        .find(|line| line["code"] == "supplies")
        .unwrap();
    assert_eq!(supplies["counts"]["open"], 25);
    assert!(supplies["counts"]["line"].is_null());
    assert_eq!(supplies["look_ups"]["least"], 25);
    assert_eq!(
        supplies["look_ups"]["most"], 37,
        "three kinds that are few: 12 at most"
    );
    let page = desk.get("/steward/figures").await.body();
    assert!(page.contains("<td>25 to 37</td>"), "{page}");
    assert!(page.contains("<td>fewer than 5</td>"));
    assert!(
        desk.get("/fr/steward/figures")
            .await
            .body()
            .contains("moins de 5")
    );
    for told in [">23<", ">26<", ">7<", ">3<", "Week from November 23"] {
        assert!(!page.contains(told), "{told}: {page}");
    }
    // The auditor over what the CSV and the JSON say, and what health says of counts: nothing.
    let mut said: Vec<Statement<Cell>> = Vec::new();
    for line in csv.lines().skip(1) {
        let parts: Vec<&str> = line.split(',').collect();
        let cell = Cell {
            week: parts[0].parse().unwrap(),
            subject: parts[1].parse().unwrap(),
            code: parts[2].to_owned(),
            kind: parts[3].parse().unwrap(),
        };
        let number = parts[4].parse().ok();
        let range = number.map_or((0, 4), |number| {
            signpost_figures::Printed::About(number).range()
        });
        said.push(Statement::of([cell], range, "CSV"));
    }
    assert_eq!(leaks(&said, &truth), []);
    let health = town.get("/api/v1/health").await.body();
    for told in ["supplies", DOOR, "23", "look"] {
        assert!(!health.contains(told) || told == "23", "{told}: {health}");
    }
}

#[actix_rt::test]
async fn the_number_of_rows_tells_nothing_of_visits() {
    let (quiet, busy) = (Town::to_edit().await, Town::to_edit().await);
    for path in ["/?need=supplies", "/?need=shelter", &format!("/go/{DOOR}")] {
        busy.get(path).await;
    }
    for town in [&quiet, &busy] {
        town.app.write_counts_down().await.unwrap();
    }
    let rows = |town: &Town| town.app.counts().receipt().unwrap();
    assert_eq!(rows(&quiet), rows(&busy));
}

#[actix_rt::test]
async fn two_hundred_visits_leave_nothing_of_who_came() {
    let town = Town::to_edit().await;
    let headers = [
        ("user-agent", "Canary/77.1"),
        ("referer", "https://canary.example/"),
        ("x-forwarded-for", "203.0.113.199"),
    ];
    for nth in 0..200 {
        let path = format!("/?need=supplies&from={DOOR}&q=canary{nth}&near=canary");
        town.get_with(&path, &headers).await;
    }
    town.app.write_counts_down().await.unwrap();
    let database = town.database();
    let folder = database.parent().unwrap();
    for entry in fs::read_dir(folder).unwrap() {
        let bytes = fs::read(entry.unwrap().path()).unwrap();
        for told in ["anary", "203.0.113.199"] {
            let found = bytes
                .windows(told.len())
                .any(|part| part == told.as_bytes());
            assert!(!found, "{told}");
        }
    }
    assert_eq!(of(&counts(&town).await, Subject::Door, DOOR), 200);
}

#[actix_rt::test]
async fn the_receipt_names_every_table_and_column_there_is() {
    let town = Town::to_edit().await;
    let page = town.get("/privacy").await.body();
    assert!(!page.contains("id=\"receipt\""), "not looked at yet");
    town.app.write_counts_down().await.unwrap();
    let page = town.get("/privacy").await.body();
    let mut tables = 0;
    for entry in fs::read_dir(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../migrations/sqlite"
    ))
    .unwrap()
    {
        let path = entry.unwrap().path();
        if !path.to_string_lossy().ends_with(".up.sql") {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        for made in text.split("CREATE TABLE ").skip(1) {
            let name = made.split([' ', '(']).next().unwrap();
            // Made anew under another name while a table is rebuilt.
            if !page.contains(&format!("<code>{name}</code>")) {
                assert!(
                    text.contains(&format!("ALTER TABLE {name} RENAME")),
                    "{name} is missing"
                );
            }
            tables += 1;
        }
    }
    assert!(tables > 20, "{tables}");
    let receipt = town.app.counts().receipt().unwrap();
    let sites = receipt.iter().find(|table| table.name == "sites").unwrap();
    assert_eq!(sites.rows, u64::try_from(training().sites.len()).unwrap());
    for column in receipt.iter().flat_map(|table| &table.columns) {
        assert!(page.contains(&format!("<code>{column}</code>")), "{column}");
    }
    assert!(
        town.get("/fr/privacy")
            .await
            .body()
            .contains("id=\"receipt\"")
    );
}

#[actix_rt::test]
async fn a_text_counts_as_any_look_up_and_a_word_that_was_not_understood_does_not() {
    let town = Town::to_edit().await.with_gateways(Gateways {
        kannel: Some("0123456789abcdef".parse().unwrap()),
        ..Gateways::default()
    });
    for text in [
        "needles",
        "rigs+and+food",
        "hello",
        "STOP",
        "911",
        &format!("from+{DOOR}"),
    ] {
        town.get(&format!("/sms/kannel?key=0123456789abcdef&text={text}"))
            .await;
    }
    let counted = counts(&town).await;
    assert_eq!(of(&counted, Subject::Need, "supplies"), 2, "{counted:?}");
    assert_eq!(of(&counted, Subject::Need, "food"), 1, "{counted:?}");
    assert_eq!(of(&counted, Subject::Door, DOOR), 1, "{counted:?}");
    assert_eq!(counted.values().sum::<u64>(), 4, "{counted:?}");
}
