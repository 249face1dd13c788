//! The days of the form, and how much fits in it.

/// What the fields of each day begin with, Monday first.
pub(crate) const DAYS: [&str; 7] = ["mo", "tu", "we", "th", "fr", "sa", "su"];
/// Those on which most people work.
pub(crate) const WEEKDAYS: &[&str] = &["mo", "tu", "we", "th", "fr"];
/// How many times a day there may be.
pub(crate) const MOST_TIMES: usize = 6;
/// How many days of the month.
pub(crate) const MOST_MONTHLY: usize = 4;
/// How many days of every second week.
pub(crate) const MOST_FORTNIGHTLY: usize = 2;
