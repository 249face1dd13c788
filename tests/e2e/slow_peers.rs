//! Peers that send or read so slowly that they would hold a connection for ever, and one that holds as many as it can.

use std::{
    io::{ErrorKind, Read as _, Write as _},
    net::{SocketAddr, TcpStream},
    process::Command,
    thread,
    time::{Duration, Instant},
};

use socket2::{Domain, Socket, Type};
use tempfile::TempDir;

use crate::server::{Server, command};

const NOW: &str = "2026-11-25T14:15:00-05:00";
/// Far more than any deadline of the server, far less than "for ever".
const GIVEN_UP: Duration = Duration::from_mins(1);

fn connect(server: &Server) -> TcpStream {
    let host = server.url.trim_start_matches("http://");
    let connection = TcpStream::connect(host).expect("a connection");
    connection
        .set_read_timeout(Some(GIVEN_UP))
        .expect("a limit of our own");
    connection
}

/// Sends a chunk from time to time until the other side has had enough.
fn drip(connection: &mut TcpStream) {
    let started = Instant::now();
    while connection.write_all(b"1\r\nx\r\n").is_ok() {
        assert!(started.elapsed() < GIVEN_UP, "it is read for ever");
        thread::sleep(Duration::from_millis(50));
    }
}

#[test]
fn a_body_that_nobody_wants_is_not_read_for_ever() {
    let server = Server::start("data/training", NOW);
    thread::scope(|scope| {
        for head in [
            "POST /nothing/here",
            "POST /login",
            "GET /",
            "GET /api/v1/needs",
            "POST /api/v1/where-to-go",
            "PATCH /api/v1/sites/cedar-circle-house",
        ] {
            let mut connection = connect(&server);
            scope.spawn(move || {
                let request =
                    format!("{head} HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n");
                connection.write_all(request.as_bytes()).expect("asked");
                drip(&mut connection);
            });
        }
    });
    assert_eq!(server.get("/").status, 200);
}

#[test]
fn a_reader_that_never_reads_is_given_up() {
    let server = Server::start("data/kenora", NOW);
    let host: SocketAddr = server
        .url
        .trim_start_matches("http://")
        .parse()
        .expect("an address");
    let socket = Socket::new(Domain::IPV4, Type::STREAM, None).expect("a socket");
    socket.set_recv_buffer_size(1_024).expect("a small buffer");
    socket.connect(&host.into()).expect("a connection");
    let mut connection = TcpStream::from(socket);
    // More than the buffers of both sides hold.
    let many = "GET /api/v1/directory.json HTTP/1.1\r\nhost: x\r\n\r\n".repeat(40);
    connection.write_all(many.as_bytes()).expect("asked");
    thread::sleep(Duration::from_secs(30));
    let mut got = Vec::new();
    connection
        .set_read_timeout(Some(GIVEN_UP))
        .expect("a limit of our own");
    let end = connection.read_to_end(&mut got);
    let whole = 40 * 200_000;
    assert!(
        end.is_err_and(|error| error.kind() == ErrorKind::ConnectionReset) || got.len() < whole,
        "{} bytes came after all",
        got.len()
    );
}

#[test]
fn one_address_cannot_shut_the_others_out() {
    let folder = TempDir::new().expect("a folder");
    let database = format!("sqlite:{}", folder.path().join("signpost.db").display());
    let serve = command(&["serve", "--bind", "127.0.0.1:0", "--database", &database]);
    // Few descriptors, as a small machine has them.
    let mut limited = Command::new("sh");
    limited
        .current_dir(serve.get_current_dir().expect("the repository"))
        .env_remove("SIGNPOST_LOG")
        .args(["-c", "ulimit -n 512; exec \"$0\" \"$@\""])
        .arg(serve.get_program())
        .args(serve.get_args())
        .args(["--data", "data/training", "--now", NOW, "--workers", "2"]);
    let server = Server::of(limited, folder);
    let greedy: Vec<TcpStream> = (0..480)
        .filter_map(|_one| {
            let mut one = connect(&server);
            let head = "POST /api/v1/where-to-go HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n";
            one.write_all(head.as_bytes()).ok().map(|()| one)
        })
        .collect();
    let host: SocketAddr = server
        .url
        .trim_start_matches("http://")
        .parse()
        .expect("an address");
    let socket = Socket::new(Domain::IPV4, Type::STREAM, None).expect("a socket");
    let other: SocketAddr = "127.0.0.2:0".parse().expect("an address");
    socket
        .bind(&other.into())
        .expect("another address of this machine");
    socket.connect(&host.into()).expect("a connection");
    let mut polite = TcpStream::from(socket);
    polite
        .set_read_timeout(Some(GIVEN_UP))
        .expect("a limit of our own");
    polite
        .write_all(b"GET / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n")
        .expect("asked");
    let mut answer = String::new();
    polite.read_to_string(&mut answer).expect("an answer");
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    drop(greedy);
}
