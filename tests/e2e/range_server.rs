//! A small server that sends parts of files, as the hosts of map archives do. It can be told to break off.

use std::{
    collections::BTreeMap,
    io::{BufRead, BufReader, Write},
    net::{TcpListener, TcpStream},
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    thread,
};

/// What it knows and counts.
pub struct State {
    files: Mutex<BTreeMap<String, Vec<u8>>>,
    etag: Mutex<String>,
    /// Bytes of bodies it still sends; after that every connection is dropped in the middle of its answer.
    budget: AtomicU64,
    /// Bytes of bodies it has sent.
    pub sent: AtomicU64,
    /// A server that does not know parts sends the whole file.
    pub knows_parts: AtomicBool,
}

/// It runs until the process ends.
pub struct RangeServer {
    pub state: Arc<State>,
    pub url: String,
}

impl RangeServer {
    pub fn start(files: &[(&str, &[u8])]) -> Self {
        let files = files
            .iter()
            .map(|(name, bytes)| (format!("/{name}"), bytes.to_vec()))
            .collect();
        let state = Arc::new(State {
            files: Mutex::new(files),
            etag: Mutex::new("\"one\"".to_owned()),
            budget: AtomicU64::new(u64::MAX),
            sent: AtomicU64::new(0),
            knows_parts: AtomicBool::new(true),
        });
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let shared = Arc::clone(&state);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let state = Arc::clone(&shared);
                thread::spawn(move || {
                    let _the_other_side_may_hang_up = state.answer(&stream);
                });
            }
        });
        Self { state, url }
    }

    pub fn breaks_off_after(&self, bytes: u64) {
        self.state.budget.store(bytes, Ordering::SeqCst);
    }

    pub fn sent(&self) -> u64 {
        self.state.sent.load(Ordering::SeqCst)
    }

    pub fn replace(&self, name: &str, bytes: &[u8], etag: &str) {
        let mut files = self.state.files.lock().expect("files");
        files.insert(format!("/{name}"), bytes.to_vec());
        etag.clone_into(&mut self.state.etag.lock().expect("etag"));
    }
}

impl State {
    fn answer(&self, mut stream: &TcpStream) -> std::io::Result<()> {
        let mut lines = BufReader::new(stream).lines();
        let first = lines.next().unwrap_or_else(|| Ok(String::new()))?;
        let path = first.split(' ').nth(1).unwrap_or_default().to_owned();
        let mut range = None;
        for line in lines {
            let line = line?.to_lowercase();
            if line.is_empty() {
                break;
            }
            if let Some(bytes) = line.strip_prefix("range: bytes=") {
                let (start, end) = bytes.split_once('-').expect("a range");
                range = Some((
                    start.parse().expect("a number"),
                    end.parse().expect("a number"),
                ));
            }
        }
        let file = self.files.lock().expect("files").get(&path).cloned();
        let Some(file) = file else {
            let gone = "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
            return stream.write_all(gone.as_bytes());
        };
        let knows_parts = self.knows_parts.load(Ordering::SeqCst);
        let (status, part) = match range.filter(|_| knows_parts) {
            Some((start, end)) => ("206 Partial Content", part(&file, start, end)),
            None => ("200 OK", file.as_slice()),
        };
        let etag = self.etag.lock().expect("etag").clone();
        let length = part.len();
        write!(
            stream,
            "HTTP/1.1 {status}\r\nContent-Length: {length}\r\nETag: {etag}\r\nConnection: close\r\n\r\n"
        )?;
        let allowed = self.budget.load(Ordering::SeqCst).min(length as u64);
        if range.is_some() {
            self.budget.fetch_sub(allowed, Ordering::SeqCst);
        }
        let allowed_bytes = usize::try_from(allowed).expect("a small part");
        // Counted first: who has read the last byte may look at once.
        self.sent.fetch_add(allowed, Ordering::SeqCst);
        stream.write_all(&part[..allowed_bytes])?;
        stream.flush()
    }
}

fn part(file: &[u8], start: usize, end: usize) -> &[u8] {
    let start = start.min(file.len());
    &file[start..end.saturating_add(1).clamp(start, file.len())]
}
