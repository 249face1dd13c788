//! What is known about an instant: open, closed or unknown, until when, and why.

use jiff::Timestamp;
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
    /// The state after `until`; the same as `state` when there is no `until`.
    pub then: OpenState,
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
