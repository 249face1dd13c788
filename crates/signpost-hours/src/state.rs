//! What is known about an instant: open, closed or unknown, until when, and why.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use signpost_domain::{ExceptionId, HolidayCode, Text};
use utoipa::ToSchema;

/// Open, closed or unknown. Unknown is never shown as open or as closed, but as "call first".
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema,
)]
#[schema(as = State)]
#[serde(rename_all = "snake_case")]
pub enum OpenState {
    /// Open.
    Open,
    /// Closed.
    Closed,
    /// Nobody knows: call first.
    Unknown,
}

/// Why a state is what it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cause {
    /// The usual hours say so.
    Hours,
    /// An exception says so; its reason may be empty.
    Exception(ExceptionId, Text),
    /// There is none left, an exception says; its reason may be empty.
    OutOfStock(ExceptionId, Text),
    /// There is no room left for what people leave here, an exception says; its reason may be empty.
    Full(ExceptionId, Text),
    /// A holiday; its name.
    Holiday(HolidayCode, Text),
    /// Nobody vouches for the usual hours (any more).
    Lapsed,
    /// Nobody stated any hours.
    NotStated,
    /// It is an emergency department: whatever is not known of its hours, nobody is told to call it first.
    Emergency,
}

/// The state at an instant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moment {
    /// The state.
    pub state: OpenState,
    /// When the state next changes, always later than the instant asked about; `None` when it does not within
    /// [`HORIZON_DAYS`](crate::HORIZON_DAYS).
    pub until: Option<Timestamp>,
    /// Why.
    pub cause: Cause,
    /// Whether the cause is about the night that began the day before and would still run.
    pub last_night: bool,
    /// Whether what closes it lasts until further notice; the day on which somebody looks again is no [`Self::until`].
    pub further_notice: bool,
    /// The state after `until`; the same as `state` when there is no `until`.
    pub then: OpenState,
    /// What comes at `until`, when it is closed now and nobody is sure that it opens then.
    pub doubt: Option<Doubt>,
}

/// A time at which the usual hours would be open, and somebody has doubts. It begins at [`Moment::until`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Doubt {
    /// When it ends; `None` when it does not.
    pub until: Option<Timestamp>,
    /// Whose doubt it is.
    pub cause: Cause,
    /// Whether it lasts until somebody answers: then its first instant is no time at which anything was promised.
    pub further_notice: bool,
}

impl Moment {
    /// Nobody knows, now or later.
    pub const NOT_KNOWN: Self = Self {
        state: OpenState::Unknown,
        until: None,
        cause: Cause::NotStated,
        last_night: false,
        further_notice: false,
        then: OpenState::Unknown,
        doubt: None,
    };
    /// Closed, now and later.
    pub const NEVER: Self = Self {
        state: OpenState::Closed,
        then: OpenState::Closed,
        ..Self::NOT_KNOWN
    };
}

/// A span of time, `start` included and `end` not, in one state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// Its first instant.
    pub start: Timestamp,
    /// The first instant after it.
    pub end: Timestamp,
    /// [`OpenState::Open`] or [`OpenState::Unknown`]; what lies between spans is closed.
    pub state: OpenState,
}

impl Span {
    /// Whether it is one opening that people think of as one: a day's or a night's, not round the clock.
    #[must_use]
    pub fn is_one_opening(&self) -> bool {
        self.end.duration_since(self.start) < SignedDuration::from_hours(24)
    }
}

/// The same spans when nobody vouches for the hours from an instant on: what would be open is unknown then, and what is closed stays closed.
#[must_use]
pub fn doubted_from(spans: impl IntoIterator<Item = Span>, from: Timestamp) -> Vec<Span> {
    let mut doubted: Vec<Span> = Vec::new();
    let halves = spans.into_iter().flat_map(|span| {
        let cut = from.clamp(span.start, span.end);
        let before = Span { end: cut, ..span };
        let after = Span {
            start: cut,
            end: span.end,
            state: OpenState::Unknown,
        };
        [before, after]
    });
    for span in halves.filter(|span| span.start < span.end) {
        match doubted.last_mut() {
            Some(last) if last.end == span.start && last.state == span.state => last.end = span.end,
            _ => doubted.push(span),
        }
    }
    doubted
}
