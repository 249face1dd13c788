//! A carrier on this machine: takes what Kannel sends to phones.

use std::{
    io::{BufRead as _, BufReader, Write as _},
    net::TcpListener,
    sync::{Arc, Mutex},
    thread,
};

/// Parts of messages as they came: to which number, which part, what it says.
#[derive(Clone, Default)]
pub struct Carrier(Arc<Mutex<Vec<(String, String, String)>>>);

impl Carrier {
    /// Listens on a free port.
    pub fn listen() -> (Self, u16) {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let carrier = Self::default();
        let own = carrier.clone();
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let own = own.clone();
                thread::spawn(move || own.take(stream));
            }
        });
        (carrier, port)
    }

    fn take(&self, mut stream: std::net::TcpStream) {
        let Ok(copy) = stream.try_clone() else { return };
        let mut reader = BufReader::new(copy);
        let mut line = String::new();
        while reader.read_line(&mut line).is_ok_and(|read| read > 0) {
            if let Some(query) = line.strip_prefix("GET /sent?") {
                let query = query.split(' ').next().unwrap_or_default();
                let [mut to, mut part, mut text] = [const { String::new() }; 3];
                for pair in query.split('&') {
                    match pair.split_once('=') {
                        Some(("to", value)) => to = decoded(value),
                        Some(("text", value)) => text = decoded(value),
                        // The head of a part ends in its number; parts overtake one another.
                        Some(("udh", value)) => {
                            part = value.chars().rev().take(2).collect();
                        }
                        _ => {}
                    }
                }
                self.0.lock().expect("messages").push((to, part, text));
            }
            if line == "\r\n" {
                let _gone = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nSent.");
            }
            line.clear();
        }
    }

    /// What came to a number, part by part.
    pub fn sent_to(&self, number: &str) -> Vec<String> {
        let messages = self.0.lock().expect("messages");
        let own = messages.iter().filter(|(to, ..)| to == number);
        let mut own: Vec<_> = own.collect();
        own.sort_by_key(|(_, part, _)| part.clone());
        own.into_iter().map(|(.., text)| text.clone()).collect()
    }

    pub fn count(&self) -> usize {
        self.0.lock().expect("messages").len()
    }
}

fn decoded(value: &str) -> String {
    let mut bytes = Vec::new();
    let mut letters = value.bytes();
    while let Some(letter) = letters.next() {
        match letter {
            b'+' => bytes.push(b' '),
            b'%' => {
                let digits = [letters.next(), letters.next()];
                let digits: String = digits.into_iter().flatten().map(char::from).collect();
                bytes.push(u8::from_str_radix(&digits, 16).expect("two digits"));
            }
            other => bytes.push(other),
        }
    }
    String::from_utf8(bytes).expect("UTF-8")
}
