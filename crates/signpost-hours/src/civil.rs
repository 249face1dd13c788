//! Civil days in the hours library's words.

use chrono::NaiveDate;
use jiff::civil::Date;

/// The same day in the hours library's words.
pub(crate) fn chrono_day(day: Date) -> NaiveDate {
    NaiveDate::from_yo_opt(
        i32::from(day.year()),
        day.day_of_year().unsigned_abs().into(),
    )
    .unwrap_or_default()
}
