//! `make bench`: the figures of the design, each as a ratio within one run, printed as a table.
//!
//! The server runs in this process and the client in a child of it, so that the processor time of a request can be read without the
//! client's share. Nothing here passes or fails: speed is looked at, not tested.

#![expect(
    clippy::print_stdout,
    clippy::indexing_slicing,
    clippy::cast_precision_loss,
    reason = "a report for a person, over small numbers"
)]

mod client;
mod processor;
mod town;

use std::{sync::Arc, time::Instant};

use actix_web::{HttpResponse, HttpServer, web};
use jiff::Timestamp;
use signpost_domain::{Directory, NeedCode};
use signpost_hours::Calendar;
use signpost_http::{Shell, application};
use signpost_locate::{Inputs, SiteQuery, Snapshot};
use signpost_plan::{Question, where_to_go};
use signpost_portal::PortalState;
use signpost_web::App;

const NOW: &str = "2026-11-25T19:30:00Z";
const ROUNDS: usize = 5;
const REQUESTS: usize = 2_000;
const QUERIES: usize = 2_000;

#[actix_web::main]
async fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let [_, word, address, path, count] = arguments.as_slice()
        && word == "--ask"
    {
        client::ask(address, path, count.parse().expect("a number"));
        return;
    }
    println!("{:<66} {:>12}", "figure", "value");
    let small = snapshot(town::of(100_000));
    let million = in_process_and_memory(&small);
    drop(million);
    over_http(small).await;
    swap();
}

fn row(figure: &str, value: impl std::fmt::Display) {
    println!("{figure:<66} {value:>12}");
}

fn now() -> Timestamp {
    NOW.parse().expect("an instant")
}

fn snapshot(directory: Directory) -> Snapshot {
    let inputs = Inputs {
        directory,
        versions: std::collections::BTreeMap::new(),
        sequence: 0,
    };
    Snapshot::build(inputs, Calendar::ontario(), now()).expect("a faultless town")
}

fn need() -> NeedCode {
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
fn in_process_and_memory(small: &Snapshot) -> Snapshot {
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
    large
}

/// Requests over HTTP against a fixed body of the same size from the same server.
async fn over_http(small: Snapshot) {
    let at = now();
    let app = App::new(small, Arc::new(move || at), true, None);
    let shell = Shell::new(app, PortalState::default());
    let fixed = web::Data::new(std::sync::Mutex::new(String::new()));
    let body = fixed.clone();
    let server = HttpServer::new(move || {
        application(&shell).app_data(body.clone()).route(
            "/bench/fixed",
            web::get().to(|body: web::Data<std::sync::Mutex<String>>| async move {
                let text = body.lock().expect("a body").clone();
                HttpResponse::Ok()
                    .content_type("application/json")
                    .body(text)
            }),
        )
    })
    .workers(1)
    .disable_signals()
    .bind("127.0.0.1:0")
    .expect("a port");
    let address = server.addrs()[0].to_string();
    let running = server.run();
    let handle = running.handle();
    tokio::spawn(running);
    let paths = [
        (
            "where-to-go",
            "/api/v1/where-to-go?need=supplies&limit=10&near=49.77,-94.49",
        ),
        (
            "nearest 10 open now",
            "/api/v1/sites?need=supplies&open=now&limit=10&near=49.77,-94.49",
        ),
        ("the list page", "/?need=supplies&near=centre"),
    ];
    for (name, path) in paths {
        let answer = client::child_answer(&address, path).await;
        let size = answer.len();
        *fixed.lock().expect("a body") = answer;
        let mut ratios = Vec::new();
        let mut asked_s = 0.0;
        for _ in 0..ROUNDS {
            let asked = client::child_seconds(&address, path, REQUESTS).await;
            let plain = client::child_seconds(&address, "/bench/fixed", REQUESTS).await;
            ratios.push(asked / plain);
            asked_s = asked;
        }
        ratios.sort_by(f64::total_cmp);
        row(
            &format!("{name} over HTTP against a fixed body of {size} bytes, 100,000 sites"),
            format!("{:.2} ×", ratios[ROUNDS / 2]),
        );
        row(
            &format!("{name} over HTTP, processor time a request"),
            format!("{:.0} µs", asked_s * 1e6),
        );
    }
    handle.stop(false).await;
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
