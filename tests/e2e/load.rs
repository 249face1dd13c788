//! The load of `make bench` takes no other answer for a fast one.

use std::{
    io::{Read as _, Write as _},
    net::TcpListener,
    thread,
    time::Duration,
};

#[path = "../bench/load.rs"]
mod under_load;

use under_load::{CONNECTIONS, Load, Loaded};

/// Asks a server that gives each connection this one answer.
fn asked(answer: &'static str) -> Result<Loaded, String> {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address").to_string();
    thread::spawn(move || {
        let mut kept = Vec::new();
        for stream in listener.incoming().take(CONNECTIONS) {
            let mut stream = stream.expect("a connection");
            kept.push(thread::spawn(move || {
                let mut request = [0; 1024];
                // Who asks may have gone at the first wrong answer; half an answer is the last.
                while stream.read(&mut request).is_ok_and(|read| read > 0) {
                    let _gone = stream.write_all(answer.as_bytes());
                    if answer.ends_with("hel") {
                        break;
                    }
                }
            }));
        }
    });
    let load = Load {
        address: &address,
        paths: &["/one".to_owned(), "/two".to_owned()],
        first: 1,
        most: 100,
        lasts: Duration::from_mins(1),
        status: 200,
        gzip: false,
    };
    load.run()
}

#[test]
fn an_answer_with_another_status_ends_the_measurement_and_is_named() {
    let fault = asked("HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n").map(|_| ());
    assert_eq!(fault, Err("/two was answered 503 instead of 200".into()));
    let nothing = asked("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhel").map(|_| ());
    assert_eq!(nothing, Err("the server hung up".into()));
}

#[test]
fn whole_answers_are_counted_with_their_bytes_in_pieces_too() {
    for answer in [
        "HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nhello",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n",
    ] {
        let loaded = asked(answer).expect("answers");
        assert_eq!((loaded.answers, loaded.bytes), (100, 500), "{answer}");
        assert_eq!(loaded.micros.len(), 100);
    }
}

#[test]
fn nobody_who_listens_is_a_fault() {
    let free = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = free.local_addr().expect("an address").to_string();
    drop(free);
    let load = Load {
        address: &address,
        paths: &["/".to_owned()],
        first: 0,
        most: 1,
        lasts: Duration::ZERO,
        status: 200,
        gzip: false,
    };
    assert!(load.run().is_err());
}
