//! Counts for whoever runs the server, in Prometheus' text form. No label tells who or where.

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    sync::{Mutex, PoisonError},
    time::Duration,
};

use actix_web::http::StatusCode;

/// Upper edges of the duration buckets, in milliseconds.
const BUCKETS_MS: [u64; 9] = [1, 2, 5, 10, 25, 50, 100, 500, 2_500];

/// Tells how many lines of the log were lost since the start.
pub type LostLines = Box<dyn Fn() -> u64 + Send + Sync>;

/// Requests by route template, method and class of status; and what the log could not take.
#[derive(Default)]
pub struct Metrics {
    requests: Mutex<BTreeMap<Series, Counts>>,
    lost_lines: Option<LostLines>,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Series {
    route: String,
    method: &'static str,
    /// The first digit of the status.
    class: u16,
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
            requests: Mutex::default(),
            lost_lines: Some(lost_lines),
        }
    }

    /// How many lines of the log were lost since the start; 0 where no log is kept.
    #[must_use]
    pub fn lost_lines(&self) -> u64 {
        self.lost_lines.as_ref().map_or(0, |lost| lost())
    }

    /// Counts one request.
    pub fn count(&self, route: &str, method: &'static str, status: StatusCode, took: Duration) {
        let series = Series {
            route: route.to_owned(),
            method,
            class: status.as_u16() / 100,
        };
        let mut all = self.requests.lock().unwrap_or_else(PoisonError::into_inner);
        let counts = all.entry(series).or_default();
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
        let all = self
            .requests
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone();
        let mut text = String::from(
            "# HELP signpost_http_request_duration_seconds How long answers took.\n\
             # TYPE signpost_http_request_duration_seconds histogram\n",
        );
        for (series, counts) in &all {
            write_series(&mut text, series, counts).expect("a String takes every write");
        }
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

fn write_series(text: &mut String, series: &Series, counts: &Counts) -> std::fmt::Result {
    let name = "signpost_http_request_duration_seconds";
    let labels = format!(
        "route=\"{}\",method=\"{}\",status=\"{}xx\"",
        series.route, series.method, series.class
    );
    for (within, edge) in counts.within.iter().zip(BUCKETS_MS) {
        let seconds = Duration::from_millis(edge).as_secs_f64();
        writeln!(text, "{name}_bucket{{{labels},le=\"{seconds}\"}} {within}")?;
    }
    writeln!(
        text,
        "{name}_bucket{{{labels},le=\"+Inf\"}} {}",
        counts.requests
    )?;
    writeln!(
        text,
        "{name}_sum{{{labels}}} {}",
        counts.duration.as_secs_f64()
    )?;
    writeln!(text, "{name}_count{{{labels}}} {}", counts.requests)
}
