//! A mail server of our own: it takes letters, or refuses them, and keeps what it took.

use std::{
    io::{BufRead as _, BufReader, Write as _},
    net::{TcpListener, TcpStream},
    sync::{Arc, Mutex},
    thread,
};

/// A letter as it came over the line.
#[derive(Debug, Clone)]
pub struct Taken {
    /// The address it was for, of the envelope.
    pub to: String,
    /// Head and body.
    pub raw: String,
}

/// What it says instead of yes.
type Refusal = Arc<Mutex<Option<&'static str>>>;

pub struct MailServer {
    /// `smtp://127.0.0.1:PORT`
    pub url: String,
    taken: Arc<Mutex<Vec<Taken>>>,
    refuses: Refusal,
}

impl MailServer {
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let url = format!("smtp://{}", listener.local_addr().expect("an address"));
        let taken: Arc<Mutex<Vec<Taken>>> = Arc::default();
        let refuses = Refusal::default();
        let (keeps, no) = (Arc::clone(&taken), Arc::clone(&refuses));
        thread::spawn(move || {
            for line in listener.incoming().map_while(Result::ok) {
                let (keeps, no) = (Arc::clone(&keeps), Arc::clone(&no));
                thread::spawn(move || talk(&line, &keeps, &no));
            }
        });
        Self {
            url,
            taken,
            refuses,
        }
    }

    /// From now on it says this to every letter, or yes again.
    pub fn refuse(&self, words: Option<&'static str>) {
        *self.refuses.lock().unwrap() = words;
    }

    /// What it took since it was last asked.
    pub fn take(&self) -> Vec<Taken> {
        std::mem::take(&mut *self.taken.lock().unwrap())
    }
}

impl Taken {
    /// The text, out of what it was packed in for the way.
    pub fn text(&self) -> String {
        let (head, body) = self.raw.split_once("\r\n\r\n").expect("a head");
        let head = head.to_lowercase();
        if head.contains("transfer-encoding: quoted-printable") {
            unpacked(body)
        } else {
            assert!(!head.contains("base64"), "{head}");
            body.replace("\r\n", "\n")
        }
    }

    pub fn head(&self) -> &str {
        self.raw.split_once("\r\n\r\n").expect("a head").0
    }
}

/// Quoted-printable (RFC 2045).
fn unpacked(body: &str) -> String {
    let joined = body.replace("=\r\n", "").replace("\r\n", "\n");
    let mut bytes = Vec::new();
    let mut rest = joined.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'=' {
            let hex = [rest.next().unwrap(), rest.next().unwrap()];
            let hex = std::str::from_utf8(&hex).unwrap();
            bytes.push(u8::from_str_radix(hex, 16).unwrap());
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).expect("UTF-8")
}

fn talk(line: &TcpStream, taken: &Mutex<Vec<Taken>>, refuses: &Mutex<Option<&'static str>>) {
    let mut answers = line.try_clone().expect("a line");
    let mut say = |words: &str| answers.write_all(format!("{words}\r\n").as_bytes());
    let mut to = String::new();
    let _ = say("220 here");
    let mut lines = BufReader::new(line).lines().map_while(Result::ok);
    while let Some(said) = lines.next() {
        let word = said.to_ascii_uppercase();
        let answer = if word.starts_with("EHLO") {
            "250-here\r\n250 8BITMIME"
        } else if word.starts_with("RCPT TO:") {
            let address = said.split(['<', '>']).nth(1).unwrap_or_default();
            address.clone_into(&mut to);
            refuses.lock().unwrap().unwrap_or("250 fine")
        } else if word == "DATA" {
            let _ = say("354 go on");
            let raw: Vec<String> = lines.by_ref().take_while(|line| line != ".").collect();
            let raw = raw.join("\r\n");
            taken.lock().unwrap().push(Taken {
                to: to.clone(),
                raw,
            });
            "250 taken"
        } else if word == "QUIT" {
            let _ = say("221 bye");
            return;
        } else {
            "250 fine"
        };
        if say(answer).is_err() {
            return;
        }
    }
}
