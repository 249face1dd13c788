//! Counts for whoever runs the server, in Prometheus' text form. No label tells who or where.

use std::{
    fmt::Write as _,
    net::SocketAddr,
    str::FromStr,
    sync::{Mutex, PoisonError},
    time::Duration,
};

/// Upper edges of the duration buckets, in milliseconds.
const BUCKETS_MS: [u64; 9] = [1, 2, 5, 10, 25, 50, 100, 500, 2_500];

/// Tells how many lines of the log were lost since the start.
pub type LostLines = Box<dyn Fn() -> u64 + Send + Sync>;

/// How many requests there were and how long they took, all of them as one; and what the log could not take.
///
/// By route, method or status a program that asks every few seconds would see a single visit, its time, and what it was for.
#[derive(Default)]
pub struct Metrics {
    requests: Mutex<Counts>,
    lost_lines: Option<LostLines>,
    place: MetricsPlace,
}

/// Where the counts can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum MetricsPlace {
    /// Nowhere.
    #[default]
    Off,
    /// At an address of their own, which is not for everybody.
    At(SocketAddr),
    /// Where the pages are.
    Public,
}

impl FromStr for MetricsPlace {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "off" => Ok(Self::Off),
            "public" => Ok(Self::Public),
            address => address.parse().map(Self::At).map_err(|_not_one| {
                format!("{text:?}: say off, public, or an address and port such as 127.0.0.1:9100")
            }),
        }
    }
}

#[derive(Debug, Default, Clone)]
struct Counts {
    requests: u64,
    duration: Duration,
    /// How many were no longer than each edge of [`BUCKETS_MS`].
    within: [u64; BUCKETS_MS.len()],
}

impl Metrics {
    /// Counts that also tell how many lines of the log were lost.
    #[must_use]
    pub fn beside_a_log(lost_lines: LostLines) -> Self {
        Self {
            lost_lines: Some(lost_lines),
            ..Self::default()
        }
    }

    /// The same, to be read there.
    #[must_use]
    pub fn at(self, place: MetricsPlace) -> Self {
        Self { place, ..self }
    }

    /// Where they can be read.
    #[must_use]
    pub const fn place(&self) -> MetricsPlace {
        self.place
    }

    /// How many lines of the log were lost since the start; 0 where no log is kept.
    #[must_use]
    pub fn lost_lines(&self) -> u64 {
        self.lost_lines.as_ref().map_or(0, |lost| lost())
    }

    /// Counts one request.
    pub fn count(&self, took: Duration) {
        let mut counts = self.requests.lock().unwrap_or_else(PoisonError::into_inner);
        counts.requests += 1;
        counts.duration += took;
        for (within, edge) in counts.within.iter_mut().zip(BUCKETS_MS) {
            if took <= Duration::from_millis(edge) {
                *within += 1;
            }
        }
    }

    /// Everything counted so far.
    pub fn text(&self) -> String {
        let counts = self
            .requests
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone();
        let mut text = String::from(
            "# HELP signpost_http_request_duration_seconds How long answers took.\n\
             # TYPE signpost_http_request_duration_seconds histogram\n",
        );
        write_durations(&mut text, &counts).expect("a String takes every write");
        let name = "signpost_log_lines_lost_total";
        writeln!(
            text,
            "# HELP {name} Lines of the log that could not be written in time.\n# TYPE {name} counter\n{name} {}",
            self.lost_lines()
        )
        .expect("a String takes every write");
        text
    }
}

fn write_durations(text: &mut String, counts: &Counts) -> std::fmt::Result {
    let name = "signpost_http_request_duration_seconds";
    for (within, edge) in counts.within.iter().zip(BUCKETS_MS) {
        let seconds = Duration::from_millis(edge).as_secs_f64();
        writeln!(text, "{name}_bucket{{le=\"{seconds}\"}} {within}")?;
    }
    writeln!(text, "{name}_bucket{{le=\"+Inf\"}} {}", counts.requests)?;
    writeln!(text, "{name}_sum {}", counts.duration.as_secs_f64())?;
    writeln!(text, "{name}_count {}", counts.requests)
}
