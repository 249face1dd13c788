//! Figures from inside: what one question costs without HTTP, ten times as many places, and the next snapshot.

use std::time::Instant;

use jiff::Timestamp;
use signpost_domain::{Directory, NeedCode};
use signpost_hours::Calendar;
use signpost_locate::{Inputs, SiteQuery, Snapshot};
use signpost_plan::{Question, where_to_go};

use crate::{NOW, processor, town};

pub const ROUNDS: usize = 5;
const QUERIES: usize = 2_000;

/// All of them.
pub fn figures() {
    let small = snapshot(town::of(100_000));
    in_process_and_memory(&small);
    swap();
}

pub fn row(figure: &str, value: impl std::fmt::Display) {
    println!("{figure:<66} {value:>12}");
}

pub fn now() -> Timestamp {
    NOW.parse().expect("an instant")
}

pub fn snapshot(directory: Directory) -> Snapshot {
    let inputs = Inputs {
        directory,
        versions: std::collections::BTreeMap::new(),
        sequence: 0,
    };
    Snapshot::build(inputs, Calendar::ontario(), now()).expect("a faultless town")
}

pub fn need() -> NeedCode {
    NeedCode::new("supplies").expect("a code")
}

/// Processor microseconds a query, the median of the rounds.
fn micros(mut query: impl FnMut(usize)) -> f64 {
    let mut rounds: Vec<f64> = (0..ROUNDS)
        .map(|_| {
            let before = processor::seconds();
            (0..QUERIES).for_each(&mut query);
            (processor::seconds() - before) * 1e6 / QUERIES as f64
        })
        .collect();
    rounds.sort_by(f64::total_cmp);
    rounds[ROUNDS / 2]
}

fn where_micros(snapshot: &Snapshot) -> f64 {
    micros(|number| {
        let question = Question {
            need: need(),
            at: now(),
            near: Some(town::place(number)),
            from: None,
            age: None,
            limit: 10,
        };
        assert!(
            !where_to_go(snapshot, &question)
                .expect("an answer")
                .answers
                .is_empty()
        );
    })
}

fn nearest_micros(snapshot: &Snapshot) -> f64 {
    micros(|number| {
        let ask = SiteQuery {
            need: Some(need()),
            open_at: Some(now()),
            limit: 10,
            ..SiteQuery::default()
        };
        assert_eq!(snapshot.nearest(town::place(number), &ask).len(), 10);
    })
}

/// 100,000 against 1,000,000 sites, and how long the large one takes to build.
fn in_process_and_memory(small: &Snapshot) {
    let directory = town::of(1_000_000);
    let before = Instant::now();
    let large = snapshot(directory);
    row(
        "build a snapshot of 1,000,000 sites",
        format!("{:.1} s", before.elapsed().as_secs_f64()),
    );
    row("distinct schedules among them", large.distinct_schedules());
    let (few, many) = (where_micros(small), where_micros(&large));
    row(
        "where-to-go, 100,000 sites, processor time a query",
        format!("{few:.0} µs"),
    );
    row(
        "where-to-go, 1,000,000 against 100,000 sites",
        format!("{:.2} ×", many / few),
    );
    let (few, many) = (nearest_micros(small), nearest_micros(&large));
    row(
        "nearest 10 open now, 100,000 sites, processor time a query",
        format!("{few:.0} µs"),
    );
    row(
        "nearest 10 open now, 1,000,000 against 100,000 sites",
        format!("{:.2} ×", many / few),
    );
}

/// From a finished edit to the next snapshot, at the size of Kenora.
fn swap() {
    let directory = town::of(121);
    let mut millis: Vec<f64> = (0..ROUNDS)
        .map(|_| {
            let copy = directory.clone();
            let before = Instant::now();
            drop(snapshot(copy));
            before.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    millis.sort_by(f64::total_cmp);
    row(
        "build the next snapshot, 121 sites",
        format!("{:.1} ms", millis[ROUNDS / 2]),
    );
}
