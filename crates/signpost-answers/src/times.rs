//! Instants as text.

use jiff::Timestamp;
use signpost_hours::Zone;

/// An instant with the offset of a zone, to the second: `2026-11-22T19:30:00-05:00`.
#[must_use]
pub fn rfc3339(at: Timestamp, zone: &Zone) -> String {
    zone.zoned(at).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}
