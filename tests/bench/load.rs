//! The load: one thread over many kept connections, each with one question under way, and as many different places as there are.

use std::{
    io::{Read as _, Write as _},
    net::TcpStream,
    time::{Duration, Instant},
};

/// How many connections are kept.
pub const CONNECTIONS: usize = 32;
/// Nobody waits longer for one answer.
const PATIENCE: Duration = Duration::from_secs(30);

/// What to ask, and for how long.
pub struct Load<'a> {
    /// Host and port.
    pub address: &'a str,
    /// The addresses to ask for, one after another, from the first again after the last.
    pub paths: &'a [String],
    /// Where among them to begin.
    pub first: usize,
    /// How many at most.
    pub most: usize,
    /// For how long at most. Each connection asks once at least.
    pub lasts: Duration,
    /// The one status that is an answer.
    pub status: u16,
    /// Whether the answer may be compressed.
    pub gzip: bool,
}

/// What came back.
pub struct Loaded {
    /// How many were answered.
    pub answers: usize,
    /// Bytes of all bodies, as they were sent.
    pub bytes: usize,
    /// How long each took, in microseconds, in no order.
    pub micros: Vec<u32>,
}

impl Load<'_> {
    /// Asks until the time is over.
    ///
    /// # Errors
    /// When nobody listens, the other side hangs up, or an answer has another status.
    pub fn run(&self) -> Result<Loaded, String> {
        let mut lines = Vec::new();
        for _ in 0..CONNECTIONS {
            lines.push(Line::open(self.address)?);
        }
        let end = Instant::now() + self.lasts;
        let mut paths = self.paths.iter().cycle().skip(self.first);
        let mut paths = paths.by_ref().take(self.most.max(CONNECTIONS));
        let mut loaded = Loaded {
            answers: 0,
            bytes: 0,
            micros: Vec::new(),
        };
        for line in &mut lines {
            line.ask(self, paths.next().ok_or("there is nothing to ask")?)?;
        }
        let mut under_way = lines.len();
        while under_way > 0 {
            for line in &mut lines {
                let Some((path, asked)) = line.asked.take() else {
                    continue;
                };
                let (status, bytes) = line.answer()?;
                if status != self.status {
                    return Err(format!(
                        "{path} was answered {status} instead of {}",
                        self.status
                    ));
                }
                loaded.answers += 1;
                loaded.bytes += bytes;
                let took = asked.elapsed().as_micros();
                loaded.micros.push(u32::try_from(took).unwrap_or(u32::MAX));
                match paths.next() {
                    Some(path) if Instant::now() < end => line.ask(self, path)?,
                    _ => under_way -= 1,
                }
            }
        }
        Ok(loaded)
    }
}

/// One connection.
struct Line {
    stream: TcpStream,
    /// What was read, from the beginning of an answer on.
    read: Vec<u8>,
    asked: Option<(String, Instant)>,
}

impl Line {
    fn open(address: &str) -> Result<Self, String> {
        let stream = TcpStream::connect(address).map_err(|error| format!("{address}: {error}"))?;
        stream
            .set_nodelay(true)
            .map_err(|error| error.to_string())?;
        let patience = stream.set_read_timeout(Some(PATIENCE));
        patience.map_err(|error| error.to_string())?;
        Ok(Self {
            stream,
            read: Vec::with_capacity(1 << 16),
            asked: None,
        })
    }

    fn ask(&mut self, load: &Load<'_>, path: &str) -> Result<(), String> {
        let coding = if load.gzip {
            "Accept-Encoding: gzip\r\n"
        } else {
            ""
        };
        let request = format!(
            "GET {path} HTTP/1.1\r\nHost: {}\r\n{coding}\r\n",
            load.address
        );
        self.asked = Some((path.to_owned(), Instant::now()));
        let sent = self.stream.write_all(request.as_bytes());
        sent.map_err(|error| format!("{path}: {error}"))
    }

    /// The status of the next answer, and how long its body is.
    fn answer(&mut self) -> Result<(u16, usize), String> {
        self.read.clear();
        let head = self.until(b"\r\n\r\n", 0)?;
        let text = String::from_utf8_lossy(self.read.get(..head).unwrap_or_default());
        let text = text.to_ascii_lowercase();
        let status = text
            .split(' ')
            .nth(1)
            .and_then(|status| status.parse().ok());
        let status: u16 = status.ok_or_else(|| format!("no status in {text:?}"))?;
        let value = |name: &str| {
            let line = text.lines().find_map(|line| line.strip_prefix(name));
            line.map(|value| value.trim().to_owned())
        };
        if value("transfer-encoding:").is_some_and(|coding| coding == "chunked") {
            return Ok((status, self.chunks(head)?));
        }
        let length = value("content-length:").map_or(Ok(0), |length| length.parse());
        let length: usize = length.map_err(|error| format!("{error} in {text:?}"))?;
        while self.read.len() < head + length {
            self.more()?;
        }
        Ok((status, length))
    }

    /// A body in pieces.
    fn chunks(&mut self, head: usize) -> Result<usize, String> {
        let (mut at, mut bytes) = (head, 0);
        loop {
            let begins = self.until(b"\r\n", at)?;
            let size = self.read.get(at..begins - 2).unwrap_or_default();
            let size = String::from_utf8_lossy(size);
            let size = usize::from_str_radix(size.trim(), 16)
                .map_err(|error| format!("a piece of {size:?} bytes: {error}"))?;
            at = begins + size + 2;
            while self.read.len() < at {
                self.more()?;
            }
            if size == 0 {
                return Ok(bytes);
            }
            bytes += size;
        }
    }

    /// Where what follows `mark` begins, at `from` or later.
    fn until(&mut self, mark: &[u8], from: usize) -> Result<usize, String> {
        let mut looked = from;
        loop {
            let rest = self.read.get(looked..).unwrap_or_default();
            if let Some(found) = rest.windows(mark.len()).position(|here| here == mark) {
                return Ok(looked + found + mark.len());
            }
            looked = self.read.len().saturating_sub(mark.len()).max(from);
            self.more()?;
        }
    }

    fn more(&mut self) -> Result<(), String> {
        let before = self.read.len();
        self.read.resize(before + (1 << 16), 0);
        let room = self.read.get_mut(before..).unwrap_or_default();
        let read = self.stream.read(room).map_err(|error| error.to_string())?;
        self.read.truncate(before + read);
        if read == 0 {
            return Err("the server hung up".to_owned());
        }
        Ok(())
    }
}
