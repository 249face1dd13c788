//! A usual week as an hours text.

use std::fmt::Write as _;

use super::{BY_APPOINTMENT, DAYS, Day, MIDNIGHT, Range, Weekly, WeeklyFault, fortnight};
use crate::HoursText;

impl Weekly {
    /// The text, the same for every week that means the same.
    ///
    /// # Errors
    /// Everything that is wrong with it; never empty.
    pub fn text(&self) -> Result<String, Vec<WeeklyFault>> {
        let faults = self.faults();
        if !faults.is_empty() {
            return Err(faults);
        }
        // Every second week is written for some years ahead, for as many as there is room.
        let years: &[i16] = if self.fortnightly.is_empty() {
            &[1]
        } else {
            &[3, 2]
        };
        let texts = years.iter().map(|years| self.written(*years));
        let mut fine = texts.filter(|text| HoursText::parse(text).is_ok());
        fine.next().ok_or_else(|| vec![WeeklyFault::TooMuch])
    }

    fn written(&self, years: i16) -> String {
        let suffix = if self.by_appointment {
            format!(" unknown \"{BY_APPOINTMENT}\"")
        } else {
            String::new()
        };
        let mut rules = Vec::new();
        let alone = self.monthly.is_empty() && self.fortnightly.is_empty();
        if alone && self.days.iter().all(|day| *day == Day::AllDay) {
            rules.push(format!("24/7{suffix}"));
        } else {
            let weekly = self.groups().into_iter();
            rules.extend(weekly.map(|(days, times)| format!("{days} {times}{suffix}")));
            let mut monthly = self.monthly.clone();
            monthly.sort();
            monthly.dedup();
            rules.extend(monthly.iter().map(|monthly| {
                let nth = match monthly.nth {
                    0 => "-1".to_owned(),
                    nth => nth.to_string(),
                };
                let day = DAYS.get(usize::from(monthly.day)).unwrap_or(&"Mo");
                format!("{day}[{nth}] {}{suffix}", time(monthly.at))
            }));
            let mut fortnightly = self.fortnightly.clone();
            fortnightly.sort();
            fortnightly.dedup();
            for one in &fortnightly {
                let days = fortnight::days(one, years).into_iter();
                rules.extend(days.map(|days| format!("{days} {}{suffix}", time(one.at))));
            }
        }
        if rules.is_empty() && self.by_appointment {
            // No times at all, but people may ask.
            return format!("24/7{suffix}");
        }
        if rules.is_empty() {
            return "off".to_owned();
        }
        // A semicolon would cut a night at the midnight before the next rule's day; a comma lets both count.
        let adds = !alone || self.has_nights();
        let mut text = rules.join(if adds { ", " } else { "; " });
        if self.closed_on_holidays {
            text.push_str("; PH off");
        }
        text
    }

    fn has_nights(&self) -> bool {
        self.days.iter().any(|day| match day {
            Day::At(ranges) => ranges.iter().any(|range| range.is_a_night()),
            Day::Closed | Day::AllDay => false,
        })
    }

    /// Days with the same times together, in the order of their first day.
    fn groups(&self) -> Vec<(String, String)> {
        let mut groups: Vec<(Vec<u8>, String)> = Vec::new();
        for (number, day) in (0_u8..).zip(&self.days) {
            let times = match day {
                Day::Closed => continue,
                Day::AllDay => "00:00-24:00".to_owned(),
                Day::At(ranges) => {
                    let mut ranges = ranges.clone();
                    ranges.sort_unstable();
                    let times: Vec<String> = ranges.into_iter().map(time).collect();
                    times.join(",")
                }
            };
            match groups.iter_mut().find(|(_, own)| *own == times) {
                Some((days, _)) => days.push(number),
                None => groups.push((vec![number], times)),
            }
        }
        groups
            .into_iter()
            .map(|(days, times)| (runs(&days), times))
            .collect()
    }
}

/// `Mo-We,Fr`.
fn runs(days: &[u8]) -> String {
    let mut runs: Vec<(u8, u8)> = Vec::new();
    for &day in days {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == day => *last = day,
            _ => runs.push((day, day)),
        }
    }
    let name = |day: u8| *DAYS.get(usize::from(day)).unwrap_or(&"Mo");
    runs.into_iter()
        .fold(String::new(), |mut text, (first, last)| {
            let comma = if text.is_empty() { "" } else { "," };
            let _infallible = if first == last {
                write!(text, "{comma}{}", name(first))
            } else {
                write!(text, "{comma}{}-{}", name(first), name(last))
            };
            text
        })
}

fn time(range: Range) -> String {
    format!("{}-{}", clock(range.from), clock(range.to))
}

fn clock(minutes: u16) -> String {
    let minutes = minutes.min(MIDNIGHT);
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}
