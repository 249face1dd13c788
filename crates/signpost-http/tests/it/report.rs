//! The report of a month: one thing in three shapes, hidden where it is few, public only while a steward wants it.

use std::collections::BTreeMap;

use signpost_domain::{CountMethod, FeedbackKind, ServiceEntry, ServiceKind};
use signpost_editing::{draw_phone_check, write_phone_check};
use signpost_figures::{
    Cell, Counted, Field, Found, Kind, Outcome, Printed, Subject, Sum, Week,
    audit::{Statement, leaks},
};
use signpost_store::Role;

use crate::{desk::editor, town::Town};

const MONTH: &str = "/steward/report?month=2026-10";
const DOOR: &str = "old-mill-counter";

/// Weeks of October and of March, with few and with many.
async fn sow(town: &Town) -> BTreeMap<Cell, u64> {
    let mut truth = BTreeMap::new();
    let days = [
        "2026-03-05",
        "2026-03-12",
        "2026-10-01",
        "2026-10-08",
        "2026-10-15",
        "2026-10-22",
    ];
    for (nth, day) in (0_u64..).zip(days) {
        for (subject, code) in [(Subject::Need, "supplies"), (Subject::Door, DOOR)] {
            for (kind, count) in [
                (Kind::Open, 17 + nth * 3),
                (Kind::OpenPastReview, nth % 3),
                (Kind::Line, 3),
                (Kind::LinePastReview, 1),
            ] {
                let cell = Cell {
                    week: Week::of(day.parse().unwrap()),
                    subject,
                    code: code.to_owned(),
                    kind,
                };
                truth.insert(cell, count);
            }
        }
    }
    let counted: Vec<Counted> = truth
        .iter()
        .map(|(cell, &count)| Counted {
            cell: cell.clone(),
            count,
        })
        .collect();
    town.store().add_counts(&counted).await.unwrap();
    let outcomes =
        [(FeedbackKind::Closed, 9), (FeedbackKind::Moved, 2)].map(|(said, count)| Outcome {
            month: "2026-10".parse().unwrap(),
            said,
            days: 2,
            count,
        });
    town.store().add_feedback_outcomes(&outcomes).await.unwrap();
    truth
}

#[actix_rt::test]
async fn it_says_the_same_as_a_page_a_table_and_a_file_in_both_languages() {
    let town = Town::to_edit().await;
    sow(&town).await;
    let mut emptied = ServiceEntry::of(
        "mill-park-box".parse().unwrap(),
        "2026-10-12".parse().unwrap(),
        ServiceKind::Emptied,
    );
    emptied.needles = Some(320);
    emptied.method = Some(CountMethod::Counted);
    town.store().add_service_entries(&[emptied]).await.unwrap();
    let mut kim = town.signed_in("Kim", Role::Steward).await;
    let page = kim.get(MONTH).await.body();
    for said in [
        "Birch Landing: report of October 2026 (all of it is invented)",
        "9 in 10 reports of visitors were decided within 2 days. The goal of 3 days is met.",
        "No places were checked by phone yet.",
        "Before and after the plan of April 1, 2026",
        "2 weeks before",
        "Last 4 weeks",
        "Boxes were emptied once. About 320 needles were in them. Nobody said that a box is full.",
        "<svg aria-hidden=\"true\"",
        "fewer than 5",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    for id in [
        "hours", "look-ups", "places", "reports", "phone", "disposal", "plan", "ahead",
    ] {
        assert!(page.contains(&format!("<section id=\"{id}\">")), "{id}");
    }
    let french = kim.get("/fr/steward/report?month=2026-10").await.body();
    assert!(french.contains("rapport, octobre 2026"), "{french}");
    assert!(french.contains("moins de 5"), "{french}");
    // Every cell of the file is in the table and on the page.
    let json = kim.get("/steward/report.json?month=2026-10").await.json();
    let csv = kim.get("/steward/report.csv?month=2026-10").await.body();
    let mut cells = 0;
    for section in json["sections"].as_array().unwrap() {
        for table in section["tables"].as_array().unwrap() {
            for row in table["rows"].as_array().unwrap() {
                cells += row.as_array().unwrap().len() - 1;
                for cell in row.as_array().unwrap() {
                    if let Some(number) = cell.as_u64() {
                        assert!(
                            page.contains(&format!("<td>{number}</td>"))
                                || page.contains(&format!(">{number}</th>")),
                            "{number}"
                        );
                    }
                }
            }
        }
    }
    assert_eq!(csv.lines().count(), cells + 2, "{csv}");
    // Disposal as the city's own report has it.
    assert!(csv.contains("disposal,volumes,"), "{csv}");
    assert_eq!(kim.get("/steward/report?month=2027-01").await.status, 404);
    assert_eq!(kim.get("/steward/report?month=October").await.status, 400);
    let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
    assert_eq!(ana.get(MONTH).await.status, 403);
}

#[actix_rt::test]
async fn it_is_public_only_while_a_steward_wants_it_and_as_it_was_then() {
    let town = Town::to_edit().await;
    sow(&town).await;
    let mut kim = town.signed_in("Kim", Role::Steward).await;
    let silent = async || {
        let page = town.get("/report").await.body();
        assert!(page.contains("No report is public now."), "{page}");
        town.get("/report?month=2026-10").await.problem(404);
        town.get("/report.csv").await.problem(404);
        assert!(!town.get("/about").await.body().contains("/report\""));
    };
    silent().await;
    // A month that runs is not made public.
    let fields = [("month", "2026-11"), ("act", "publish")];
    let sent = kim.submit("/account", "/steward/report", &fields).await;
    assert_eq!(sent.status, 400, "{}", sent.body());
    silent().await;
    let own = kim.get("/steward/report.json?month=2026-10").await.json();
    let fields = [("month", "2026-10"), ("act", "publish")];
    let sent = kim.submit("/account", "/steward/report", &fields).await;
    assert_eq!(sent.status, 303, "{}", sent.body());
    assert_eq!(town.get("/report.json").await.json(), own);
    assert_eq!(
        town.get("/report.csv?month=2026-10").await.body(),
        kim.get("/steward/report.csv?month=2026-10").await.body()
    );
    let french = town.get("/fr/report").await.body();
    assert!(
        french.contains("octobre 2026") && french.contains("moins de 5"),
        "{french}"
    );
    assert!(town.get("/about").await.body().contains("href=\"/report\""));
    // What changes later does not change what was said.
    let late = [Outcome {
        month: "2026-10".parse().unwrap(),
        said: FeedbackKind::Closed,
        days: 60,
        count: 40,
    }];
    town.store().add_feedback_outcomes(&late).await.unwrap();
    town.app.write_counts_down().await.unwrap();
    assert_eq!(town.get("/report.json").await.json(), own);
    let fields = [("month", "2026-10"), ("act", "withdraw")];
    let sent = kim.submit("/account", "/steward/report", &fields).await;
    assert_eq!(sent.status, 303, "{}", sent.body());
    silent().await;
    let again = kim.submit("/account", "/steward/report", &fields).await;
    assert_eq!(again.status, 404);
}

#[actix_rt::test]
async fn a_check_by_phone_is_in_it_also_when_it_is_bad() {
    let town = Town::to_edit().await;
    let live = town.app.live();
    let check = draw_phone_check(live, (4, 1), "Kim").await.unwrap();
    let found: BTreeMap<_, _> = (1..=4)
        .map(|nth| (nth, Field::ALL.map(|field| (field, Found::Wrong)).into()))
        .collect();
    write_phone_check(live, check.id, &found, "Kim")
        .await
        .unwrap();
    let mut kim = town.signed_in("Kim", Role::Steward).await;
    let page = kim.get("/steward/report?month=2026-11").await.body();
    let said = "0 of 4 listings checked by phone in November 2026 were right (likely 0–49\u{a0}%).";
    assert!(page.contains(said), "{page}");
    let before = kim.get(MONTH).await.body();
    assert!(!before.contains("0 of 4"), "it was made in November");
}

/// What the report says of look-ups and what the figures say, as one system: nothing that is few is told apart.
#[actix_rt::test]
async fn the_auditor_finds_nothing_in_the_report_and_the_figures_together() {
    let town = Town::to_edit().await;
    let truth = sow(&town).await;
    let mut kim = town.signed_in("Kim", Role::Steward).await;
    let figures = kim.get("/steward/figures.csv").await.body();
    let mut said: Vec<Statement<Cell>> = Vec::new();
    let mut printed: BTreeMap<Cell, Printed> = BTreeMap::new();
    for line in figures.lines().skip(1) {
        let parts: Vec<&str> = line.split(',').collect();
        let cell = Cell {
            week: parts[0].parse().unwrap(),
            subject: parts[1].parse().unwrap(),
            code: parts[2].to_owned(),
            kind: parts[3].parse().unwrap(),
        };
        let number = parts[4].parse().ok();
        let one = number.map_or(Printed::Few, Printed::About);
        printed.insert(cell.clone(), one);
        said.push(Statement::of([cell], one.range(), "figures"));
    }
    let json = kim.get("/steward/report.json?month=2026-10").await.json();
    let sections = json["sections"].as_array().unwrap();
    let section = sections.iter().find(|one| one["id"] == "look-ups").unwrap();
    let october = ["2026-09-28", "2026-10-05", "2026-10-12", "2026-10-19"];
    let rows = section["tables"][0]["rows"].as_array().unwrap();
    assert_eq!(rows.len(), october.len(), "{rows:?}");
    let kinds: [&[Kind]; 4] = [
        &Kind::LOOK_UPS,
        &[Kind::Open, Kind::OpenPastReview],
        &[Kind::Line, Kind::LinePastReview],
        &[Kind::OpenPastReview, Kind::LinePastReview],
    ];
    let mut sums = 0;
    for (row, monday) in rows.iter().zip(october) {
        let week = Week::of(monday.parse().unwrap());
        for (nth, kinds) in kinds.iter().enumerate() {
            let own: Vec<(&Cell, &Printed)> = printed
                .iter()
                .filter(|(cell, _)| cell.week == week && kinds.contains(&cell.kind))
                .collect();
            let told = &row[nth + 1];
            let number = |member: &str| told[member].as_u64().or_else(|| told.as_u64()).unwrap();
            let told = Sum {
                least: number("least"),
                most: number("most"),
            };
            // What anybody can make of the printed cells tells nothing; else it is taken at its word.
            let made: Sum = own.iter().map(|(_, printed)| **printed).collect();
            sums += 1;
            if told != made {
                let cells = own.iter().map(|(cell, _)| (*cell).clone());
                said.push(Statement::of(cells, (told.least, told.most), "report"));
            }
        }
    }
    assert_eq!(sums, 16);
    assert_eq!(leaks(&said, &truth), []);
    // The same with one true total: it is found.
    let week = Week::of("2026-10-08".parse().unwrap());
    let past = [Kind::OpenPastReview, Kind::LinePastReview];
    let few = truth.iter().filter(|(cell, _)| {
        cell.week == week && cell.subject == Subject::Need && past.contains(&cell.kind)
    });
    let (cells, counts): (Vec<Cell>, Vec<u64>) =
        few.map(|(cell, count)| (cell.clone(), *count)).unzip();
    let all: u64 = counts.iter().sum();
    assert_eq!((cells.len(), all), (2, 1));
    said.push(Statement::of(cells, (all, all), "a true total"));
    assert_ne!(leaks(&said, &truth), []);
}
