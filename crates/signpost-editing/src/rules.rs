//! What an exception and a confirmation may be, whoever sends them.
//!
//! Each rule says only yes or no; the API and the portal have words of
//! their own for a no. What words, addresses, numbers and tags may be is said by their types in `signpost-domain`.

use jiff::civil::Date;
use signpost_domain::{ExceptionId, ExceptionKind};

/// How many exceptions a site may have.
pub const MOST_EXCEPTIONS: usize = 100;
/// How long one exception may last, in days.
pub const LONGEST_EXCEPTION_DAYS: i32 = 400;
/// How long a confirmation may count, in days.
pub const LONGEST_CONFIRMATION_DAYS: i32 = 400;

/// Why a pair of days is none for an exception.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WrongDays {
    /// The last day is before the first.
    Backwards,
    /// The last day is over.
    Over,
    /// More than [`LONGEST_EXCEPTION_DAYS`].
    TooMany,
}

/// Whether an exception may be of these days.
#[must_use]
pub fn wrong_days(first: Date, last: Date, today: Date) -> Option<WrongDays> {
    if last < first {
        Some(WrongDays::Backwards)
    } else if last < today {
        Some(WrongDays::Over)
    } else if (last - first).get_days() > LONGEST_EXCEPTION_DAYS {
        Some(WrongDays::TooMany)
    } else {
        None
    }
}

/// `closed-2026-12-24`, and with `-2`, `-3`, … when that is taken.
pub fn free_exception_id(
    kind: ExceptionKind,
    first: Date,
    taken: impl Fn(&str) -> bool,
) -> Option<ExceptionId> {
    let kind = kind.code().replace('_', "-");
    let base = format!("{kind}-{first}");
    std::iter::once(base.clone())
        .chain((2..=MOST_EXCEPTIONS + 1).map(|number| format!("{base}-{number}")))
        .find(|id| !taken(id))
        .and_then(|id| id.parse().ok())
}
