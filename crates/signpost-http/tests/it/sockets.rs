//! What only a real connection shows: slow senders, bodies of HEAD, connections that are kept.

use std::{
    collections::BTreeMap,
    io::{Read as _, Write as _},
    net::{SocketAddr, TcpStream},
    sync::{Arc, mpsc},
    thread,
    time::{Duration, Instant},
};

use signpost_hours::Calendar;
use signpost_http::{Serving, Shell, listen};
use signpost_locate::{Inputs, Snapshot};
use signpost_portal::PortalState;
use signpost_web::App;

use crate::town::{NOW, training};

/// A server on a port of its own, for the life of the test.
fn start() -> SocketAddr {
    let (say, hear) = mpsc::channel();
    thread::spawn(move || {
        actix_rt::System::new().block_on(async move {
            let now: jiff::Timestamp = NOW.parse().unwrap();
            let inputs = Inputs {
                directory: training(),
                versions: BTreeMap::new(),
                sequence: 1,
            };
            let snapshot = Snapshot::build(inputs, Calendar::ontario(), now).unwrap();
            let app = App::new(snapshot, Arc::new(move || now), true, None);
            let serving = Serving {
                bind: SocketAddr::from(([127, 0, 0, 1], 0)),
                workers: Some(1),
            };
            let running = listen(Shell::new(app, PortalState::default()), serving).unwrap();
            say.send(running.addresses[0]).unwrap();
            running.until_stopped().await.unwrap();
        });
    });
    hear.recv().unwrap()
}

/// Sends some bytes and reads until the other side closes.
pub fn answer_to(address: SocketAddr, request: &str) -> String {
    let mut connection = TcpStream::connect(address).unwrap();
    connection
        .set_read_timeout(Some(Duration::from_secs(20)))
        .unwrap();
    connection.write_all(request.as_bytes()).unwrap();
    let mut answer = String::new();
    connection.read_to_string(&mut answer).unwrap();
    answer
}

#[test]
fn a_slow_sender_gets_a_408_and_holds_nobody_up() {
    let address = start();
    let started = Instant::now();
    let slow_body = thread::spawn(move || {
        answer_to(
            address,
            "POST /api/v1/where-to-go HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{",
        )
    });
    let slow_head = thread::spawn(move || answer_to(address, "GET /api/v1/health HT"));
    let other = answer_to(
        address,
        "GET /api/v1/health HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n",
    );
    assert!(other.starts_with("HTTP/1.1 200"), "{other}");
    assert!(started.elapsed() < Duration::from_secs(4));
    let body = slow_body.join().unwrap();
    assert!(body.starts_with("HTTP/1.1 408"), "{body}");
    assert!(body.contains("/api#timeout"), "{body}");
    let head = slow_head.join().unwrap();
    assert!(head.starts_with("HTTP/1.1 408"), "{head}");
    assert!(started.elapsed() < Duration::from_secs(12));
}

#[test]
fn head_has_the_headers_of_get_and_no_body() {
    let address = start();
    let ask = |method: &str| {
        answer_to(
            address,
            &format!("{method} /api/v1/needs HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n"),
        )
    };
    let (get, head) = (ask("GET"), ask("HEAD"));
    assert!(head.starts_with("HTTP/1.1 200"), "{head}");
    let (_, body) = head.split_once("\r\n\r\n").unwrap();
    assert_eq!(body, "");
    let length = |answer: &str| {
        answer
            .lines()
            .find(|line| line.to_ascii_lowercase().starts_with("content-length"))
            .map(str::to_owned)
    };
    assert!(length(&get).is_some());
    assert_eq!(length(&get), length(&head));
}
