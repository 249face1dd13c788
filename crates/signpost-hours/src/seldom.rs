//! Rules that hold on single days: the first Tuesday of a month, every second Thursday.

use jiff::{
    ToSpan as _,
    civil::{Date, ISOWeekDate},
};
use opening_hours_syntax::rules::{
    RuleSequence,
    day::{Date as RuleDate, DateOffset, MonthdayRange, WeekDayRange},
};

use crate::validator::covers;

/// Weeks of a month in which a weekday may be, from the first and from the last.
type Nths = [bool; 5];

/// Which single days a rule means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SingleDays {
    /// A weekday of a month: the first, the third, the last.
    OfTheMonth {
        /// 0 is Monday.
        day: u8,
        /// Counted from the first of the month.
        first: Nths,
        /// Counted from its end.
        last: Nths,
    },
    /// A weekday of every second week.
    EverySecondWeek {
        /// 0 is Monday.
        day: u8,
    },
}

impl SingleDays {
    /// Its weekday; 0 is Monday.
    pub(crate) const fn day(self) -> u8 {
        match self {
            Self::OfTheMonth { day, .. } | Self::EverySecondWeek { day } => day,
        }
    }

    /// What a rule means; `None` for every week's days, and for what is neither.
    pub(crate) fn of(rule: &RuleSequence) -> Option<Self> {
        let days = &rule.day_selector;
        let [
            WeekDayRange::Fixed {
                range,
                offset: 0,
                nth_from_start: first,
                nth_from_end: last,
            },
        ] = days.weekday.as_slice()
        else {
            return None;
        };
        let part_of_a_year = part_of_a_year(rule).is_some();
        if range.start() != range.end() || !(days.monthday.is_empty() || part_of_a_year) {
            return None;
        }
        let day = *range.start() as u8;
        let every = days.weekday.iter().any(|one| covers(one, day));
        if days.week.is_empty() {
            let of_the_month = days.year.is_empty() && days.monthday.is_empty() && !every;
            return of_the_month.then_some(Self::OfTheMonth {
                day,
                first: *first,
                last: *last,
            });
        }
        let weeks = weeks(rule);
        let alike = |rest: u8| weeks.iter().all(|week| week % 2 == rest);
        // The last week of a year of 53 stands beside the first ones of the next where years are named.
        let every_second = weeks.len() > 1 && (alike(0) || alike(1)) || part_of_a_year;
        (every && every_second).then_some(Self::EverySecondWeek { day })
    }
}

/// The days a rule is limited to, when they are of one year: all of it, `2028`, or what is left of it, `2028 Jan 04-2028 Dec 31`.
pub(crate) fn part_of_a_year(rule: &RuleSequence) -> Option<(Date, Date)> {
    let days = &rule.day_selector;
    match (days.year.as_slice(), days.monthday.as_slice()) {
        ([range], []) => {
            let (years, _step) = range.into_parts();
            let year = i16::try_from(**years.start()).ok()?;
            let whole = Date::new(year, 1, 1).ok()?..=Date::new(year, 12, 31).ok()?;
            (years.start() == years.end()).then(|| whole.into_inner())
        }
        ([], [MonthdayRange::Date { start, end }]) => {
            let (first, last) = (fixed(start)?, fixed(end)?);
            (first <= last && first.year() == last.year()).then_some((first, last))
        }
        _ => None,
    }
}

/// A day that is written with its year.
fn fixed((day, offset): &(RuleDate, DateOffset)) -> Option<Date> {
    match day {
        RuleDate::Fixed {
            year: Some(year),
            month,
            day,
        } if *offset == DateOffset::default() => Date::new(
            i16::try_from(**year).ok()?,
            i8::try_from(*month as u8).ok()?,
            i8::try_from(*day).ok()?,
        )
        .ok(),
        _ => None,
    }
}

/// The ISO weeks a rule names.
fn weeks(rule: &RuleSequence) -> Vec<u8> {
    let ranges = rule.day_selector.week.iter();
    ranges
        .flat_map(|range| {
            let (weeks, step) = range.into_parts();
            let (first, last) = (**weeks.start(), **weeks.end());
            (first..=last).step_by(usize::from(step.max(1)))
        })
        .collect()
}

/// Whether a rule without dates of the year, but for what is left of one, holds on a day; holidays aside.
pub(crate) fn falls_on(rule: &RuleSequence, date: Date) -> bool {
    let days = &rule.day_selector;
    let year = i32::from(date.year());
    let in_year = days.year.is_empty()
        || days.year.iter().any(|range| {
            let (years, step) = range.into_parts();
            let (first, last) = (**years.start(), **years.end());
            (first..=last).contains(&year) && (year - first) % i32::from(step.max(1)) == 0
        });
    let week = ISOWeekDate::from(date).week().unsigned_abs();
    let in_week = days.week.is_empty() || weeks(rule).contains(&week);
    let day = date.weekday().to_monday_zero_offset().unsigned_abs();
    let on_day = days.weekday.is_empty()
        || days.weekday.iter().any(|range| {
            let WeekDayRange::Fixed {
                range,
                offset: 0,
                nth_from_start,
                nth_from_end,
            } = range
            else {
                return false;
            };
            let (first, last) = (*range.start() as u8, *range.end() as u8);
            let within = if first <= last {
                (first..=last).contains(&day)
            } else {
                day >= first || day <= last
            };
            let nth = |from: i8| usize::from(from.unsigned_abs() / 7);
            let ahead = nth(date.day() - 1);
            let behind = nth(date.days_in_month() - date.day());
            within
                && (nth_from_start.get(ahead).copied().unwrap_or_default()
                    || nth_from_end.get(behind).copied().unwrap_or_default())
        });
    let in_part = days.monthday.is_empty()
        || part_of_a_year(rule).is_some_and(|(first, last)| first <= date && date <= last);
    in_year && in_week && on_day && in_part
}

/// The next days on which any of these rules holds, from a day on.
pub(crate) fn next_days(rules: &[RuleSequence], from: Date, many: usize) -> Vec<Date> {
    from.series(1.day())
        .take(HORIZON)
        .filter(|date| rules.iter().any(|rule| falls_on(rule, *date)))
        .take(many)
        .collect()
}

/// How many days ahead are looked at.
const HORIZON: usize = 800;
