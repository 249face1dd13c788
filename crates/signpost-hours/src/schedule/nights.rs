//! Between midnight and the end of a night: which day it is for those who are there, and when things are said anew.

use jiff::{
    Timestamp, ToSpan as _,
    civil::{Date, Time},
};
use signpost_domain::ExceptionKind;

use super::Schedule;
use crate::day::{MinuteRanges, edges, ends};

/// Before this hour the day after a night's sleep is not called tomorrow.
pub(crate) const MORNING: i8 = 5;

impl Schedule {
    /// The day that it is for those who are there: while a night still runs, the day on which it began.
    ///
    /// A night counts as planned, also when it was called off: who closes it takes it back on the same day.
    #[must_use]
    pub fn running_day(&self, at: Timestamp) -> Date {
        let wall = self.zone.wall(at);
        let minute =
            u16::from(wall.hour().unsigned_abs()) * 60 + u16::from(wall.minute().unsigned_abs());
        match wall.date().yesterday() {
            Ok(before) if self.night_runs(before, minute) => before,
            _ => wall.date(),
        }
    }

    /// When a day begins for those who are there: at midnight, or when the night that began the day before is over.
    #[must_use]
    pub fn day_begins(&self, day: Date) -> Timestamp {
        let minute = day
            .yesterday()
            .ok()
            .and_then(|before| self.night_ends(before))
            .unwrap_or_default();
        self.zone.instant(wall(day, minute))
    }

    /// Every instant of `from..to` at which what is said of a moment may change: where hours and their reasons do, at midnight, when the
    /// morning comes, and when a night is over.
    #[must_use]
    pub fn sentence_changes(&self, from: Timestamp, to: Timestamp) -> Vec<Timestamp> {
        let mut found = vec![from];
        let first = self.zone.day(from);
        for day in first.series(1.day()) {
            let midnight = self.zone.instant(wall(day, 0));
            if midnight >= to {
                break;
            }
            let minutes = edges(
                ends(&self.day(day)).chain([
                    u16::from(MORNING.unsigned_abs()) * 60,
                    day.yesterday()
                        .ok()
                        .and_then(|before| self.night_ends(before))
                        .unwrap_or_default(),
                ]),
            );
            let instants = minutes
                .into_iter()
                .map(|minute| self.zone.instant(wall(day, minute)));
            found.extend(instants.filter(|at| from < *at && *at < to));
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Whether the night that began on `day` is planned to run on through this minute of the next.
    pub(super) fn night_runs(&self, day: Date, minute: u16) -> bool {
        self.night_ends(day).is_some_and(|end| minute < end)
    }

    /// The minute of the next day at which the night that began on `day` was planned to end.
    fn night_ends(&self, day: Date) -> Option<u16> {
        let usual = self.usual.as_ref().map(|usual| usual.tail(day));
        let other = self
            .exception(day)
            .filter(|dated| dated.exception.kind_on(day) == ExceptionKind::Open)
            .and_then(|dated| dated.hours.as_ref())
            .map(|hours| hours.tail(day));
        // Other hours replace the usual ones of their day.
        let night: MinuteRanges = other.or(usual)?;
        night.iter().map(|range| range.end).max()
    }
}

/// A minute of a day by the clocks; 24:00 is of the next day.
fn wall(day: Date, minute: u16) -> jiff::civil::DateTime {
    let midnight = day.to_datetime(Time::midnight());
    midnight
        .checked_add(i64::from(minute).minutes())
        .unwrap_or(midnight)
}
