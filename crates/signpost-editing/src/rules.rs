//! What an exception and a confirmation may be, whoever sends them.
//!
//! Each rule says only yes or no; the API and the portal have words of
//! their own for a no. What words, addresses, numbers and tags may be is said by their types in `signpost-domain`.

use jiff::civil::Date;
use signpost_domain::{Exception, ExceptionId, ExceptionKind, NeedCode, Site};
use signpost_hours::weight;

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

/// What a site says of exactly these days for this need already: a new exception takes its place, for the last word counts.
///
/// What is out of stock is another thing than a door that is closed.
#[must_use]
pub fn same_days<'s>(
    site: &'s Site,
    kind: ExceptionKind,
    (first, last): (Date, Option<Date>),
    need: Option<&NeedCode>,
) -> Option<&'s Exception> {
    let stock = |kind| kind == ExceptionKind::OutOfStock;
    site.exceptions.iter().find(|one| {
        (one.first, one.last) == (first, last)
            && one.need.as_ref() == need
            && stock(one.kind) == stock(kind)
    })
}

/// What stays open or in doubt on days of a closing because it counts more, as an older opening for one need does beside a closing of
/// everything.
#[must_use]
pub fn still_counts<'s>(site: &'s Site, closing: &Exception) -> Vec<&'s Exception> {
    if !closing.kind.turns_away() {
        return vec![];
    }
    let both = |other: &Exception| match (&closing.need, &other.need) {
        (Some(one), Some(other)) => one == other,
        _ => true,
    };
    let others = site.exceptions.iter();
    others
        .filter(|other| other.id != closing.id && !other.kind.turns_away())
        .filter(|other| both(other) && other.overlaps(closing))
        .filter(|other| !other.is_open_ended() && weight(other) > weight(closing))
        .collect()
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
