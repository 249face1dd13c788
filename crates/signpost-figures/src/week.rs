//! ISO weeks, the finest grain of time there is.

use std::{fmt, str::FromStr};

use jiff::civil::{Date, ISOWeekDate, Weekday};
use serde::Serialize;

/// A week from Monday to Sunday, such as `2026-W48`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Week {
    monday: Date,
}

impl Week {
    /// The week of a day.
    #[must_use]
    pub fn of(day: Date) -> Self {
        let week = day.iso_week_date();
        let monday = ISOWeekDate::new(week.year(), week.week(), Weekday::Monday);
        Self {
            monday: monday.map_or(day, ISOWeekDate::date),
        }
    }

    /// Its first day.
    #[must_use]
    pub const fn monday(self) -> Date {
        self.monday
    }

    /// Whether all of it lies before this day.
    #[must_use]
    pub fn is_over(self, today: Date) -> bool {
        self < Self::of(today)
    }
}

impl fmt::Display for Week {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let week = self.monday.iso_week_date();
        write!(f, "{:04}-W{:02}", week.year(), week.week())
    }
}

impl FromStr for Week {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (year, week) = text.split_once("-W").ok_or(())?;
        if year.len() != 4 || week.len() != 2 {
            return Err(());
        }
        let (year, week) = (year.parse().ok().ok_or(())?, week.parse().ok().ok_or(())?);
        let monday = ISOWeekDate::new(year, week, Weekday::Monday)
            .ok()
            .ok_or(())?;
        Ok(Self::of(monday.date()))
    }
}

impl Serialize for Week {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::Week;

    #[test]
    fn a_week_belongs_to_the_year_of_its_thursday() {
        assert_eq!(Week::of(date(2027, 1, 3)).to_string(), "2026-W53");
        assert_eq!(Week::of(date(2027, 1, 4)).to_string(), "2027-W01");
        assert_eq!("2026-W53".parse(), Ok(Week::of(date(2026, 12, 28))));
        for wrong in ["2026-W54", "2026-53", "2026-W5", "26-W05", ""] {
            assert_eq!(wrong.parse::<Week>(), Err(()), "{wrong}");
        }
    }

    #[test]
    fn a_week_is_over_on_monday() {
        let week = Week::of(date(2026, 11, 25));
        assert!(!week.is_over(date(2026, 11, 29)));
        assert!(week.is_over(date(2026, 11, 30)));
    }
}
