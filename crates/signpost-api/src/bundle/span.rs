//! How far a bundle reaches, and how it tells instants.

use jiff::{SignedDuration, Timestamp};

/// How long a bundle may be relied on.
pub(super) const GOOD_FOR: SignedDuration = SignedDuration::from_hours(14 * 24);

/// How far ahead the intervals go: on its last good day a phone still looks 14 days ahead, from the end of a long walk.
pub(super) const AHEAD: SignedDuration = SignedDuration::from_hours(29 * 24);

/// Minutes since 1970 in UTC.
pub(super) fn minute(at: Timestamp) -> i64 {
    at.as_second().div_euclid(60)
}

/// `at` moved on, staying in jiff's range.
pub(super) fn later(at: Timestamp, by: SignedDuration) -> Timestamp {
    at.saturating_add(by).unwrap_or(Timestamp::MAX)
}
