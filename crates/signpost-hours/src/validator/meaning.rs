//! What can be refused only once the text has been read.

use jiff::civil::Date as Day;
use opening_hours::RuleKind;
use opening_hours_syntax::rules::{
    OpeningHoursExpression, RuleOperator, RuleSequence,
    day::{Date, HolidayKind, Month, MonthdayRange, WeekDayOffset, WeekDayRange},
    time::{Time, TimeSelector, TimeSpan},
};

use super::limits::MOST_RULES;
use crate::{HoursFault, scan::without_comments};

/// What a text is like, found once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Traits {
    /// Open on every day at every minute.
    pub(crate) round_the_clock: bool,
    /// It says what holds on public holidays.
    pub(crate) public_holidays: bool,
}

pub(super) fn check(text: &str, expression: &OpeningHoursExpression) -> Result<(), HoursFault> {
    let plain = without_comments(text);
    if expression.rules.len() > MOST_RULES {
        let message = format!(
            "these are more than {MOST_RULES} rules; say the usual week here and enter closed days as exceptions"
        );
        return Err(HoursFault::at(text, 0, "too_many_rules", message));
    }
    let mut semicolons = plain.match_indices(';').map(|(byte, _)| byte + 1);
    for (nth, rule) in expression.rules.iter().enumerate() {
        let mut byte = 0;
        if nth > 0 && rule.operator == RuleOperator::Normal {
            byte = semicolons.next().unwrap_or_default();
        }
        if nth > 0 {
            without_days(text, byte, rule)?;
        }
        for span in &rule.time_selector.spans {
            span_of_day(text, &plain, span)?;
        }
        for range in &rule.day_selector.monthday {
            dates(text, &plain, range)?;
        }
    }
    Ok(())
}

/// A later rule for every day replaces all days before it, where people mean to add to them.
fn without_days(text: &str, byte: usize, rule: &RuleSequence) -> Result<(), HoursFault> {
    let part_of_day = rule.time_selector != TimeSelector::default();
    if !rule.day_selector.is_empty() || (rule.kind == RuleKind::Closed && part_of_day) {
        return Ok(());
    }
    let spaces = text
        .get(byte..)
        .map_or(0, |rest| rest.len() - rest.trim_start().len());
    Err(HoursFault::at(
        text,
        byte + spaces,
        "rule_without_days",
        "this rule says no days and would replace every rule before it; say the days, and write a comma and a space before it to add to \
         the hours, as in Mo-Fr 09:00-17:00, Mo-Fr 12:00-13:00 unknown",
    ))
}

fn span_of_day(text: &str, plain: &str, span: &TimeSpan) -> Result<(), HoursFault> {
    let sun = [&span.range.start, &span.range.end]
        .into_iter()
        .any(|time| matches!(time, Time::Variable(_)));
    if sun {
        let byte = find(plain, &["sun", "dawn", "dusk"]);
        return Err(HoursFault::at(
            text,
            byte,
            "sun",
            "the sun's times are not worked out here; write times of day, by season when they change, such as Apr-Sep 08:00-20:00",
        ));
    }
    if span.open_end {
        let byte = find(plain, &["+"]);
        return Err(HoursFault::at(
            text,
            byte,
            "open_end",
            "a time with + has no end; write the closing time",
        ));
    }
    if span.repeats.is_some() {
        let byte = find(plain, &["/"]);
        return Err(HoursFault::at(
            text,
            byte,
            "points_in_time",
            "a slash after times means single moments; write times from and to, such as 10:00-16:00",
        ));
    }
    Ok(())
}

fn dates(text: &str, plain: &str, range: &MonthdayRange) -> Result<(), HoursFault> {
    match range {
        MonthdayRange::Month { range, year } => {
            // The library would take the first day of the last month for its end.
            if year.is_some() {
                return Err(HoursFault::at(
                    text,
                    find(plain, &[short(*range.start())]),
                    "year_joined",
                    "write a space between the year and the month, such as 2026 Dec",
                ));
            }
            Ok(())
        }
        MonthdayRange::Date { start, end } => {
            for (date, offset) in [start, end] {
                possible(text, plain, date)?;
                if offset.wday_offset != WeekDayOffset::None {
                    let byte = place(plain, date);
                    return Err(HoursFault::at(
                        text,
                        byte,
                        "weekday_near_date",
                        "a weekday near a date is not understood here; write the date of each year, or Oct Mo[2] for the second Monday of October",
                    ));
                }
            }
            if start.0.year().is_some() != end.0.year().is_some() {
                let byte = place(plain, &start.0);
                return Err(HoursFault::at(
                    text,
                    byte,
                    "year_on_one_side",
                    "say the year at both ends, such as 2026 Sep 8-2026 Dec 20",
                ));
            }
            match (day_of(&start.0), day_of(&end.0)) {
                (Some(first), Some(last)) if last < first => {
                    let byte = place(plain, &start.0);
                    Err(HoursFault::at(
                        text,
                        byte,
                        "dates_reversed",
                        "this ends before it starts; write the earlier date first",
                    ))
                }
                _ => Ok(()),
            }
        }
    }
}

fn day_of(date: &Date) -> Option<Day> {
    let Date::Fixed {
        year: Some(year),
        month,
        day,
    } = date
    else {
        return None;
    };
    let year = i16::try_from(year.0).ok()?;
    Day::new(
        year,
        i8::try_from(*month as u8).ok()?,
        i8::try_from(*day).ok()?,
    )
    .ok()
}

/// A leap year stands for dates without a year: `Feb 29` is a date.
fn possible(text: &str, plain: &str, date: &Date) -> Result<(), HoursFault> {
    let Date::Fixed { year, month, day } = date else {
        return Ok(());
    };
    let year = year.map_or(2028, |year| year.0);
    let days = i16::try_from(year)
        .ok()
        .zip(i8::try_from(*month as u8).ok())
        .and_then(|(year, month)| Day::new(year, month, 1).ok())
        .map_or(0, Day::days_in_month);
    if i8::try_from(*day).is_ok_and(|day| day <= days) {
        return Ok(());
    }
    let message = format!(
        "there is no {} {day}{}; the last day is {} {days}",
        month.as_str(),
        if *month as u8 == 2 && days == 28 {
            format!(" in {year}")
        } else {
            String::new()
        },
        month.as_str(),
    );
    Err(HoursFault::at(
        text,
        place(plain, date),
        "no_such_date",
        message,
    ))
}

/// Where a date stands, as well as can be told.
fn place(plain: &str, date: &Date) -> usize {
    match date {
        Date::Fixed { month, day, .. } => {
            let month = short(*month);
            find(
                plain,
                &[&format!("{month} {day}"), &format!("{month}{day}"), month],
            )
        }
        Date::Weekday { month, .. } => find(plain, &[short(*month)]),
        Date::Easter { .. } => find(plain, &["easter"]),
    }
}

/// A month as hours texts write it.
fn short(month: Month) -> &'static str {
    month.as_str().get(..3).unwrap_or_default()
}

/// The byte at which the first of these that occurs begins, whatever its capitals.
fn find(plain: &str, words: &[&str]) -> usize {
    let lower = plain.to_ascii_lowercase();
    words
        .iter()
        .find_map(|word| lower.find(&word.to_ascii_lowercase()))
        .unwrap_or_default()
}

pub(super) fn traits(expression: &OpeningHoursExpression) -> Traits {
    let holiday = |range: &WeekDayRange| {
        matches!(
            range,
            WeekDayRange::Holiday {
                kind: HolidayKind::Public,
                ..
            }
        )
    };
    Traits {
        round_the_clock: matches!(expression.rules.as_slice(), [rule] if round_the_clock(rule)),
        public_holidays: expression
            .rules
            .iter()
            .any(|rule| rule.day_selector.weekday.iter().any(holiday)),
    }
}

fn round_the_clock(rule: &RuleSequence) -> bool {
    let days = &rule.day_selector;
    let every_day = days.year.is_empty()
        && days.monthday.is_empty()
        && days.week.is_empty()
        && (days.weekday.is_empty()
            || (0..7).all(|day| days.weekday.iter().any(|range| covers(range, day))));
    every_day && rule.kind == RuleKind::Open && rule.time_selector == TimeSelector::default()
}

/// Whether a range of weekdays holds for this one (0 is Monday) in every week, not only in the second of a month.
pub(crate) fn covers(range: &WeekDayRange, day: u8) -> bool {
    let WeekDayRange::Fixed {
        range,
        offset: 0,
        nth_from_start: [true, true, true, true, true],
        nth_from_end: [true, true, true, true, true],
    } = range
    else {
        return false;
    };
    let (first, last) = (*range.start() as u8, *range.end() as u8);
    if first <= last {
        (first..=last).contains(&day)
    } else {
        day >= first || day <= last
    }
}
