//! Runs of hours in one state, days that are alike taken together.

use jiff::civil::Weekday;

use super::{
    cell::{Cell, CellState},
    grid::{DAYS, Grid},
};

/// The same hours on one day or on several in a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The first day.
    pub first: Weekday,
    /// The last day; the same when it is one.
    pub last: Weekday,
    /// From which hour to which, the second not included; up to 24.
    pub hours: Vec<(i8, i8)>,
}

/// From which hour to which a day is in a state.
pub(super) fn hours(cells: &[Cell], state: CellState) -> Vec<(i8, i8)> {
    let mut found: Vec<(i8, i8)> = Vec::new();
    for (hour, cell) in (0_i8..).zip(cells) {
        if cell.state != state {
            continue;
        }
        match found.last_mut() {
            Some((_, end)) if *end == hour => *end += 1,
            _ => found.push((hour, hour + 1)),
        }
    }
    found
}

/// The runs of a week in a state, from Monday to Sunday; none when no hour is.
#[must_use]
pub fn runs(week: &Grid, state: CellState) -> Vec<Run> {
    let mut found: Vec<Run> = Vec::new();
    let mut alike = false;
    for day in DAYS {
        let hours = hours(week.day(day), state);
        if hours.is_empty() {
            alike = false;
            continue;
        }
        match found.last_mut() {
            Some(run) if alike && run.hours == hours => run.last = day,
            _ => found.push(Run {
                first: day,
                last: day,
                hours,
            }),
        }
        alike = true;
    }
    found
}
