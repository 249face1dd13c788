//! Told to stop while many ask: everybody is answered, or told to come again.

use std::{
    io::{ErrorKind, Read as _, Write as _},
    net::TcpStream,
    process::Command,
    sync::atomic::{AtomicBool, AtomicUsize, Ordering},
    thread,
    time::{Duration, Instant},
};

use crate::server::Server;

const AT_ONCE: usize = 100;

#[derive(Default)]
struct Told {
    answered: AtomicUsize,
    come_again: AtomicUsize,
    dropped: AtomicUsize,
}

/// Asks again and again, on a connection of its own each time, until nobody listens any more.
fn ask(host: &str, told: &Told, gone: &AtomicBool) {
    while !gone.load(Ordering::Relaxed) {
        let mut connection = match TcpStream::connect(host) {
            Ok(connection) => connection,
            Err(error) if error.kind() == ErrorKind::ConnectionRefused => {
                gone.store(true, Ordering::Relaxed);
                return;
            }
            Err(error) => panic!("{error}"),
        };
        connection
            .set_read_timeout(Some(Duration::from_secs(20)))
            .expect("a limit of our own");
        let request =
            format!("GET /?need=supplies HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n\r\n");
        let mut answer = Vec::new();
        let whole = connection
            .write_all(request.as_bytes())
            .and_then(|()| connection.read_to_end(&mut answer));
        let count = match (whole, answer.get(..12)) {
            (Ok(_), Some(b"HTTP/1.1 200")) => &told.answered,
            (Ok(_), Some(b"HTTP/1.1 503")) => &told.come_again,
            _ => &told.dropped,
        };
        count.fetch_add(1, Ordering::Relaxed);
    }
}

#[test]
fn a_server_that_is_told_to_stop_drops_nobody_who_asked() {
    let mut server = Server::start("data/training", "2026-11-25T14:15:00-05:00");
    let host = server.url.trim_start_matches("http://").to_owned();
    let (told, gone) = (Told::default(), AtomicBool::new(false));
    thread::scope(|scope| {
        for _one in 0..AT_ONCE {
            scope.spawn(|| ask(&host, &told, &gone));
        }
        thread::sleep(Duration::from_secs(1));
        let stop = Command::new("kill")
            .args(["-TERM", &server.id().to_string()])
            .status();
        assert!(stop.expect("kill runs").success());
    });
    let count = |one: &AtomicUsize| one.load(Ordering::Relaxed);
    assert!(
        count(&told.answered) > AT_ONCE,
        "{} answered",
        count(&told.answered)
    );
    // A connection that comes in the very instant in which the socket is closed is refused by the kernel, as it would be a moment later.
    assert!(
        count(&told.dropped) <= AT_ONCE / 20,
        "{} dropped of {}",
        count(&told.dropped),
        count(&told.answered)
    );
    assert!(server.ended_within(Duration::from_secs(15)), "it goes on");
}

#[test]
fn a_server_that_nobody_asks_stops_at_once() {
    let mut server = Server::start("data/training", "2026-11-25T14:15:00-05:00");
    server.get("/");
    let started = Instant::now();
    let stop = Command::new("kill")
        .args(["-TERM", &server.id().to_string()])
        .status();
    assert!(stop.expect("kill runs").success());
    assert!(server.ended_within(Duration::from_secs(15)), "it goes on");
    assert!(started.elapsed() < Duration::from_secs(15));
}
