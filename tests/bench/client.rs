//! A client in a process of its own, on one connection that is kept.

use std::{
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::TcpStream,
    process::{Command, Output, Stdio},
};

use crate::processor;

/// Asks `count` times, and prints the last body.
pub fn ask(address: &str, path: &str, count: usize) {
    let mut stream = TcpStream::connect(address).expect("a connection");
    stream.set_nodelay(true).expect("no delay");
    let mut reader = BufReader::new(stream.try_clone().expect("a reader"));
    let request = format!("GET {path} HTTP/1.1\r\nHost: {address}\r\n\r\n");
    let mut body = Vec::new();
    for _ in 0..count {
        stream.write_all(request.as_bytes()).expect("a request");
        let mut length = 0;
        let mut line = String::new();
        loop {
            line.clear();
            reader.read_line(&mut line).expect("a line");
            if line == "\r\n" {
                break;
            }
            assert!(!line.is_empty(), "the server hung up");
            if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length:") {
                length = value.trim().parse().expect("a length");
            }
        }
        body.resize(length, 0);
        reader.read_exact(&mut body).expect("a body");
    }
    print!("{}", String::from_utf8_lossy(&body));
}

/// Runs the client while the server goes on in this process.
async fn child(address: &str, path: &str, count: usize) -> Output {
    let (address, path) = (address.to_owned(), path.to_owned());
    let run = move || {
        Command::new(std::env::current_exe().expect("this program"))
            .args(["--ask", &address, &path, &count.to_string()])
            .stderr(Stdio::inherit())
            .output()
            .expect("the client runs")
    };
    let output = tokio::task::spawn_blocking(run)
        .await
        .expect("the client ends");
    assert!(output.status.success(), "the client failed");
    output
}

/// One answer's body.
pub async fn child_answer(address: &str, path: &str) -> String {
    String::from_utf8(child(address, path, 1).await.stdout).expect("text")
}

/// Processor seconds this process, the server, spent on a request, the mean of `count`.
pub async fn child_seconds(address: &str, path: &str, count: usize) -> f64 {
    let before = processor::seconds();
    child(address, path, count).await;
    (processor::seconds() - before) / count as f64
}
