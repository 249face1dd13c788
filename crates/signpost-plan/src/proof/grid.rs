//! A usual week as a grid, and what is worst in it. All of it follows from the cells.

use jiff::civil::Weekday;
use serde::Serialize;
use utoipa::ToSchema;

use super::cell::{Cell, CellState};

const HOURS: usize = 24;
const WEEK: usize = 7 * HOURS;

/// Seven days from Monday, each with 24 hours.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
#[serde(transparent)]
pub struct Grid(Vec<Vec<Cell>>);

/// An hour of a week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WorstHour {
    /// The day of the week.
    pub weekday: Weekday,
    /// The hour, from 0.
    pub hour: i8,
    /// Why it is the worst.
    pub why: Worst,
}

/// Why an hour is the worst of a week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Worst {
    /// It is lost, and so many hours go by until a place is open again; `None` when none is all week.
    Lost(Option<usize>),
    /// So many metres farther than before.
    Farther(i64),
}

/// The days of a week from Monday.
pub(super) const DAYS: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];

impl Grid {
    /// A week, day by day.
    #[must_use]
    pub fn of_week(day: impl FnMut(Weekday) -> Vec<Cell>) -> Self {
        Self(DAYS.into_iter().map(day).collect())
    }

    /// The hours of a day.
    #[must_use]
    pub fn day(&self, weekday: Weekday) -> &[Cell] {
        let day = usize::from(weekday.to_monday_zero_offset().unsigned_abs());
        self.0.get(day).map_or(&[], Vec::as_slice)
    }

    /// Its days from Monday.
    pub fn days(&self) -> impl Iterator<Item = (Weekday, &[Cell])> {
        DAYS.into_iter().map(|day| (day, self.day(day)))
    }

    /// The cell at an hour, counted from the first of Monday.
    fn at(&self, hour: usize) -> Option<&Cell> {
        self.0.get(hour / HOURS % 7)?.get(hour % HOURS)
    }

    fn is(&self, hour: usize, state: CellState) -> bool {
        self.at(hour % WEEK).is_some_and(|cell| cell.state == state)
    }

    /// How many hours of the week are in a state.
    #[must_use]
    pub fn count(&self, state: CellState) -> usize {
        let cells = self.0.iter().flatten();
        cells.filter(|cell| cell.state == state).count()
    }

    /// The first hour and the length of the longest time that is lost without a break; Sunday night goes on into Monday.
    #[must_use]
    pub fn longest_lost(&self) -> Option<(Weekday, i8, usize)> {
        let lost = |hour| self.is(hour, CellState::Lost);
        if (0..WEEK).all(lost) {
            return place(0).map(|(day, hour)| (day, hour, WEEK));
        }
        let starts = (0..WEEK).filter(|&hour| lost(hour) && !lost(hour + WEEK - 1));
        let runs = starts.map(|start| {
            let length = (0..WEEK).take_while(|ahead| lost(start + ahead)).count();
            (start, length)
        });
        // The first of several that are as long.
        let longest = runs.max_by_key(|&(start, length)| (length, std::cmp::Reverse(start)))?;
        place(longest.0).map(|(day, hour)| (day, hour, longest.1))
    }

    /// The worst hour: of those that are lost, the one with the longest wait; else the one that moved farthest.
    #[must_use]
    pub fn worst(&self) -> Option<WorstHour> {
        let lost = (0..WEEK).filter(|&hour| self.is(hour, CellState::Lost));
        let waits = lost.map(|hour| {
            let wait = (1..WEEK).find(|ahead| {
                let cell = self.at((hour + ahead) % WEEK);
                cell.is_some_and(|cell| cell.state.is_served())
            });
            (wait.unwrap_or(usize::MAX), std::cmp::Reverse(hour))
        });
        if let Some((wait, std::cmp::Reverse(hour))) = waits.max() {
            let why = Worst::Lost(Some(wait).filter(|wait| *wait < usize::MAX));
            return place(hour).map(|(weekday, hour)| WorstHour { weekday, hour, why });
        }
        let moved = (0..WEEK).filter_map(|hour| {
            let metres = self.at(hour)?.metres.filter(|metres| *metres > 0)?;
            Some((metres, std::cmp::Reverse(hour)))
        });
        let (metres, std::cmp::Reverse(hour)) = moved.max()?;
        let why = Worst::Farther(metres);
        place(hour).map(|(weekday, hour)| WorstHour { weekday, hour, why })
    }

    /// The most metres farther of all that moved; `None` when nothing moved, or nobody knows how far.
    #[must_use]
    pub fn farthest(&self) -> Option<i64> {
        let cells = self.0.iter().flatten();
        cells.filter_map(|cell| cell.metres).max()
    }
}

fn place(hour: usize) -> Option<(Weekday, i8)> {
    let day = DAYS.get(hour / HOURS)?;
    Some((*day, i8::try_from(hour % HOURS).ok()?))
}
