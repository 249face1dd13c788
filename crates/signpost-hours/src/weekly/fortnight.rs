//! Every second week, written so that it stays right over New Year: its weeks by number, for each year by itself.

use jiff::{
    ToSpan as _,
    civil::{Date, ISOWeekDate, date},
};
use opening_hours_syntax::rules::RuleSequence;

use super::{DAYS, Fortnightly};
use crate::seldom::{falls_on, part_of_a_year};

/// The rules for so many years, without times: `2026 week 48-52/2 Th`.
///
/// The first days of a year may have the week's number of its last ones, or the other way round; both are right in a year that is full. In the
/// first year they may come before all begins: then it is written from January 4 on, `2028 Jan 04-2028 Dec 31 week 02-52/2 Sa`.
pub(super) fn days(one: &Fortnightly, years: i16) -> Vec<String> {
    let day = one.from.weekday().to_monday_zero_offset().unsigned_abs();
    let name = DAYS.get(usize::from(day)).unwrap_or(&"Mo");
    let last = date(one.from.year() + years - 1, 12, 31);
    let mut rules: Vec<(i16, Vec<u8>)> = Vec::new();
    for day in one.from.series(14.days()).take_while(|day| *day <= last) {
        let week = ISOWeekDate::from(day).week().unsigned_abs();
        match rules.last_mut() {
            Some((year, weeks)) if *year == day.year() => weeks.push(week),
            _ => rules.push((day.year(), vec![week])),
        }
    }
    rules
        .into_iter()
        .map(|(year, mut weeks)| {
            weeks.sort_unstable();
            weeks.dedup();
            let in_year = if comes_before(one.from, year, &weeks) {
                format!("{year} Jan 04-{year} Dec 31")
            } else {
                year.to_string()
            };
            format!("{in_year} week {} {name}", steps(&weeks))
        })
        .collect()
}

/// Whether one of these weeks' numbers also stands for a day of January 1 to 3 that comes before all begins.
fn comes_before(from: Date, year: i16, weeks: &[u8]) -> bool {
    let first_days = date(year, 1, 1).series(1.day()).take(3);
    first_days
        .filter(|day| *day < from && day.weekday() == from.weekday())
        .any(|day| weeks.contains(&ISOWeekDate::from(day).week().unsigned_abs()))
}

/// `02-52/2`, `02-50/2,53`.
fn steps(weeks: &[u8]) -> String {
    let mut runs: Vec<(u8, u8)> = Vec::new();
    for &week in weeks {
        match runs.last_mut() {
            Some((_, last)) if *last + 2 == week => *last = week,
            _ => runs.push((week, week)),
        }
    }
    let written = runs.into_iter().map(|(first, last)| {
        if first == last {
            format!("{first:02}")
        } else if first + 2 == last {
            format!("{first:02},{last:02}")
        } else {
            format!("{first:02}-{last:02}/2")
        }
    });
    written.collect::<Vec<_>>().join(",")
}

/// The first day of rules that hold every second week, all of the same weekday and times; `None` when they do not.
pub(super) fn begins(rules: &[&RuleSequence]) -> Option<Date> {
    let parts: Vec<(Date, Date)> = rules
        .iter()
        .map(|rule| part_of_a_year(rule))
        .collect::<Option<_>>()?;
    let first = parts.iter().map(|part| part.0.year()).min()?;
    let last = parts.iter().map(|part| part.1.year()).max()?;
    if !(1900..=9000).contains(&first) || last - first > 10 {
        return None;
    }
    let days: Vec<Date> = date(first, 1, 1)
        .series(1.day())
        .take_while(|day| day.year() <= last)
        .filter(|day| rules.iter().any(|rule| falls_on(rule, *day)))
        .collect();
    let apart = |one: &Date, other: &Date| other.since(*one).map_or(0, |span| span.get_days());
    let begins = match days.as_slice() {
        // As it was written before: a first day of the year too many, for the sake of its last.
        [stray, first, ..]
            if apart(stray, first) > 14 && stray.month() == 1 && stray.day() <= 3 =>
        {
            *first
        }
        [first, ..] => *first,
        [] => return None,
    };
    let counted: Vec<&Date> = days.iter().filter(|day| **day >= begins).collect();
    let pairs = counted.iter().zip(counted.iter().skip(1));
    let mut gaps = pairs.map(|(one, other)| apart(one, other));
    gaps.all(|gap| gap == 14).then_some(begins)
}
