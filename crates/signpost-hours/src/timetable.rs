//! What an hours text says of one civil day: what starts on it, and how far its night runs into the next.

use jiff::civil::Date;
use opening_hours::{Context, OpeningHours, RuleKind};

use crate::{
    Calendar, OpenState,
    civil::chrono_day,
    day::{DAY, MinuteRange, MinuteRanges, at, edges, ends, pieces},
    nights::Nights,
};

/// An hours text with a calendar, asked one civil day at a time.
#[derive(Debug, Clone)]
pub(crate) struct Timetable {
    /// The text as typed.
    full: OpeningHours,
    /// For a text with nights, the same text in two other forms.
    nights: Option<Nights>,
}

impl Timetable {
    pub(crate) fn new(full: &OpeningHours, nights: Option<&Nights>, calendar: &Calendar) -> Self {
        let context = Context::default().with_holidays(calendar.public().clone());
        Self {
            full: full.clone().with_context(context.clone()),
            nights: nights.map(|nights| nights.with_context(&context)),
        }
    }

    /// What starts on `day`, up to midnight.
    pub(crate) fn starts(&self, day: Date) -> MinuteRanges {
        match &self.nights {
            None => ask(&self.full, day),
            Some(nights) => ask(&nights.until_midnight, day),
        }
    }

    /// What of the nights that start on `day` is left after midnight, in minutes of the next day.
    ///
    /// The library gives a day's text without the tail of the night before when a rule for that day replaces or closes it, and with a
    /// tail of a night that never began when its evening was closed. So a tail stands here only when the text as typed has it *and* the
    /// night began.
    pub(crate) fn tail(&self, day: Date) -> MinuteRanges {
        let (Some(nights), Ok(next)) = (&self.nights, day.tomorrow()) else {
            return Vec::new();
        };
        let began: MinuteRanges = ask(&nights.after_midnight, day)
            .into_iter()
            .filter(|range| range.end < Nights::MARK)
            .collect();
        if began.is_empty() {
            return Vec::new();
        }
        let (full, starts) = (ask(&self.full, next), self.starts(next));
        let edges = edges(ends(&began).chain(ends(&full)).chain(ends(&starts)));
        let mut unbroken = true;
        pieces(&edges, |minute| {
            let tail = at(&full, minute).filter(|_| at(&began, minute).is_some());
            unbroken &= tail.is_some();
            // Past a gap, what the next day starts itself is the next day's.
            tail.filter(|_| unbroken || at(&starts, minute).is_none())
        })
    }

    /// The first minutes of the day after `day` that its night would have run on, but for a rule for that next day.
    pub(crate) fn tail_is_cut(&self, day: Date) -> bool {
        let (Some(nights), Ok(next)) = (&self.nights, day.tomorrow()) else {
            return false;
        };
        let full = ask(&self.full, next);
        ask(&nights.after_midnight, day)
            .iter()
            .filter(|range| range.end < Nights::MARK)
            .any(|range| (range.start..range.end).any(|minute| at(&full, minute).is_none()))
    }
}

/// The library's timetable of one day, without its closed ranges.
///
/// One day only: the library's search for a next change can take minutes, and its `state` is wrong in the minute before clocks go back.
fn ask(hours: &OpeningHours, day: Date) -> MinuteRanges {
    #[cfg(test)]
    steps::count();
    let mut ranges: MinuteRanges = Vec::new();
    for range in hours.schedule_at(chrono_day(day)) {
        let state = match range.kind {
            RuleKind::Open => OpenState::Open,
            RuleKind::Unknown => OpenState::Unknown,
            RuleKind::Closed => continue,
        };
        let start = range.range.start.mins_from_midnight().min(DAY);
        let end = range.range.end.mins_from_midnight().min(DAY);
        match ranges.last_mut() {
            // A comment may differ where the state does not.
            Some(last) if last.end == start && last.state == state => last.end = end,
            _ => ranges.push(MinuteRange { start, end, state }),
        }
    }
    ranges
}

/// Counts how often the library is asked, so that tests can hold the work down.
#[cfg(test)]
pub(crate) mod steps {
    use std::cell::Cell;

    thread_local!(static ASKED: Cell<usize> = const { Cell::new(0) });

    pub(crate) fn count() {
        ASKED.set(ASKED.get() + 1);
    }

    pub(crate) fn take() -> usize {
        ASKED.replace(0)
    }
}
