//! Months, as reports have them.

use std::{fmt, str::FromStr};

use jiff::{ToSpan as _, civil::Date};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

/// A month, such as `2026-11`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct YearMonth {
    first: Date,
}

impl YearMonth {
    /// The month of a day.
    #[must_use]
    pub fn of(day: Date) -> Self {
        Self {
            first: day.first_of_month(),
        }
    }

    /// Its first day.
    #[must_use]
    pub const fn first(self) -> Date {
        self.first
    }

    /// Its last day.
    #[must_use]
    pub fn last(self) -> Date {
        self.first.last_of_month()
    }

    /// The month before it.
    #[must_use]
    pub fn before(self) -> Self {
        Self::of(self.first.saturating_sub(1.day()))
    }

    /// The month after it.
    #[must_use]
    pub fn after(self) -> Self {
        Self::of(self.last().saturating_add(1.day()))
    }

    /// Whether all of it lies before this day.
    #[must_use]
    pub fn is_over(self, today: Date) -> bool {
        self.last() < today
    }

    /// Whether a day is in it.
    #[must_use]
    pub fn has(self, day: Date) -> bool {
        Self::of(day) == self
    }
}

impl fmt::Display for YearMonth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.first.year(), self.first.month())
    }
}

impl FromStr for YearMonth {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        if text.len() != 7 {
            return Err(());
        }
        let first: Date = format!("{text}-01").parse().map_err(|_no_day| ())?;
        Ok(Self::of(first))
    }
}

impl Serialize for YearMonth {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for YearMonth {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse()
            .map_err(|()| D::Error::custom("a month such as 2026-11"))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::YearMonth;

    #[test]
    fn a_month_has_its_days_and_neighbours() {
        let month: YearMonth = "2027-12".parse().unwrap();
        assert_eq!(
            (month.first(), month.last()),
            (date(2027, 12, 1), date(2027, 12, 31))
        );
        assert_eq!(month.after().to_string(), "2028-01");
        assert_eq!(month.after().before(), month);
        assert!(!month.is_over(date(2027, 12, 31)) && month.is_over(date(2028, 1, 1)));
        assert!(month.has(date(2027, 12, 9)) && !month.has(date(2028, 1, 1)));
        for wrong in ["2027-13", "2027-1", "202712", "2027-12-01", ""] {
            assert_eq!(wrong.parse::<YearMonth>(), Err(()), "{wrong}");
        }
    }
}
