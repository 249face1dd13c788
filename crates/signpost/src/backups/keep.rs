//! Which backups are kept: `7d,4w,12m` keeps the newest of each of the last 7 days, 4 weeks and 12 months that have one.

use std::{collections::BTreeSet, str::FromStr};

use jiff::{Timestamp, tz::TimeZone};

/// How long a rule may be for one span: longer is a slip of the pen.
const MOST: u16 = 9_999;

/// A rule of what is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Keep(Vec<(u16, Span)>);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Span {
    Day,
    Week,
    Month,
    Year,
}

/// A rule that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "{0:?} does not say what to keep: write such as 7d,4w,12m, for days, weeks, months (and y for years), each once"
)]
pub(crate) struct NoRule(String);

impl FromStr for Keep {
    type Err = NoRule;

    fn from_str(text: &str) -> Result<Self, NoRule> {
        let wrong = || NoRule(text.to_owned());
        let mut rule: Vec<(u16, Span)> = Vec::new();
        for part in text.split(',').map(str::trim) {
            let (number, unit) = part
                .split_at_checked(part.len().saturating_sub(1))
                .ok_or_else(wrong)?;
            let span = match unit {
                "d" => Span::Day,
                "w" => Span::Week,
                "m" => Span::Month,
                "y" => Span::Year,
                _ => return Err(wrong()),
            };
            if !number.bytes().all(|byte| byte.is_ascii_digit()) {
                return Err(wrong());
            }
            let number: u16 = number.parse().map_err(|_no_number| wrong())?;
            let is_new = rule.iter().all(|(_, other)| *other != span);
            if !(1..=MOST).contains(&number) || !is_new {
                return Err(wrong());
            }
            rule.push((number, span));
        }
        Ok(Self(rule))
    }
}

impl Span {
    /// The span an instant lies in, by UTC: a number of its year and one within it.
    fn of(self, instant: Timestamp) -> (i16, i16) {
        let day = instant.to_zoned(TimeZone::UTC).date();
        match self {
            Self::Day => (day.year(), day.day_of_year()),
            Self::Week => {
                let week = day.iso_week_date();
                (week.year(), i16::from(week.week()))
            }
            Self::Month => (day.year(), i16::from(day.month())),
            Self::Year => (day.year(), 0),
        }
    }
}

impl Keep {
    /// What is kept of these. A span in which no backup was made does not count, so that a server that was off loses none; and the newest of
    /// all is always kept.
    pub(crate) fn of(&self, made: impl Iterator<Item = Timestamp>) -> BTreeSet<Timestamp> {
        let mut newest_first: Vec<Timestamp> = made.collect();
        newest_first.sort();
        newest_first.reverse();
        let mut kept: BTreeSet<Timestamp> = newest_first.first().copied().into_iter().collect();
        for (number, span) in &self.0 {
            let mut seen = BTreeSet::new();
            for instant in &newest_first {
                if seen.len() == usize::from(*number) {
                    break;
                }
                if seen.insert(span.of(*instant)) {
                    kept.insert(*instant);
                }
            }
        }
        kept
    }
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan as _;

    use super::*;

    #[test]
    fn a_rule_is_read_or_refused() {
        for good in ["7d,4w,12m", "1d", "3y, 2m", "9999d"] {
            assert!(good.parse::<Keep>().is_ok(), "{good}");
        }
        for bad in [
            "", "7", "d", "0d", "7d,7d", "-1d", "+1d", "7 d", "10000d", "7d,", "7h", "7é", "é",
        ] {
            assert!(bad.parse::<Keep>().is_err(), "{bad}");
        }
    }

    #[test]
    fn days_weeks_and_months_are_kept_and_a_server_that_was_off_loses_none() {
        let last: Timestamp = "2026-11-29T02:00:00Z".parse().unwrap();
        let keep: Keep = "7d,4w,12m".parse().unwrap();
        // Twice a day for two years.
        let all: Vec<Timestamp> = (0..1_460)
            .map(|half_days: i64| last - (half_days * 12).hours())
            .collect();
        let kept = keep.of(all.iter().copied());
        let days: BTreeSet<_> = kept.iter().map(|it| Span::Day.of(*it)).collect();
        let months: BTreeSet<_> = kept.iter().map(|it| Span::Month.of(*it)).collect();
        assert_eq!(days.len(), kept.len(), "no day has two");
        assert_eq!(months.len(), 12);
        // 7 days, of which the newest is that of its week and of its month too; 3 weeks and 11 months more.
        let day_before_these = last - 156.hours();
        let these = kept.iter().filter(|it| **it > day_before_these);
        assert_eq!(these.count(), 7);
        assert_eq!(kept.len(), 7 + 3 + 11);
        // Kept once, kept as long as the rule says: what is thinned each day is what is thinned at once.
        let mut daily: BTreeSet<Timestamp> = BTreeSet::new();
        for one in all.iter().rev() {
            daily.insert(*one);
            daily = keep.of(daily.iter().copied());
        }
        assert_eq!(daily, kept);
        let off: Vec<Timestamp> = vec![last, last - 24_000.hours(), last - 48_000.hours()];
        assert_eq!(keep.of(off.iter().copied()).len(), 3);
        let one = "1d".parse::<Keep>().unwrap();
        assert_eq!(one.of(off.iter().copied()), [last].into());
        assert_eq!(one.of(std::iter::empty()), BTreeSet::new());
    }
}
