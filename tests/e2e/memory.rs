//! Five hundred people at once are no weight: what is zipped for one of them alone costs little, what is for all of them is zipped once.

use std::{
    io::{Read as _, Write as _},
    net::TcpStream,
    thread,
};

use crate::server::Server;

const AT_ONCE: usize = 500;
const MOST_KIB: u64 = 128 * 1024;

#[test]
fn five_hundred_zipped_answers_at_once_stay_small() {
    let server = Server::start("data/kenora", "2026-11-25T14:15:00-05:00");
    for (path, most_bytes) in [
        ("/?need=supplies", 40_000),
        ("/api/v1/directory.json", 60_000),
    ] {
        server.get(path);
        let before = resident(&server);
        server.forget_peak();
        for coding in ["br, gzip", "gzip"] {
            for bytes in ask(&server, path, coding) {
                assert!(bytes > 1_000 && bytes < most_bytes, "{path}: {bytes}");
            }
        }
        let grown = server.memory("VmHWM").saturating_sub(before);
        assert!(grown <= MOST_KIB, "{path}: {grown} KiB above rest");
    }
}

fn resident(server: &Server) -> u64 {
    server.memory("VmRSS")
}

/// All connections first, then all requests, then all answers: how many bytes each was.
fn ask(server: &Server, path: &str, coding: &str) -> Vec<usize> {
    let host = server.url.trim_start_matches("http://");
    let request = format!(
        "GET {path} HTTP/1.1\r\nHost: {host}\r\nAccept-Encoding: {coding}\r\nConnection: close\r\n\r\n"
    );
    let mut open: Vec<TcpStream> = (0..AT_ONCE)
        .map(|_one| TcpStream::connect(host).expect("a connection"))
        .collect();
    for one in &mut open {
        one.write_all(request.as_bytes()).expect("asked");
    }
    let reading: Vec<_> = open
        .into_iter()
        .map(|mut one| {
            thread::spawn(move || {
                let mut answer = Vec::new();
                one.read_to_end(&mut answer).expect("an answer");
                assert!(answer.starts_with(b"HTTP/1.1 200"));
                answer.len()
            })
        })
        .collect();
    reading
        .into_iter()
        .map(|one| one.join().expect("read"))
        .collect()
}
