//! A usual week in days and times, as a form has it: made into an hours text, and read back out of one.

mod fortnight;
mod read;
mod write;

use jiff::civil::{Date, Weekday};

/// What stands in a text for help that has to be agreed on first.
pub(crate) const BY_APPOINTMENT: &str = "by appointment";

/// The days of the week as a text names them, Monday first.
const DAYS: [&str; 7] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

/// The last minute of a day, and the first of the next.
const MIDNIGHT: u16 = 24 * 60;

/// From when to when, in minutes from midnight. `to` is up to 24:00; when it is before `from`, it is of the next day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Range {
    /// The first minute, 0 to 1439.
    pub from: u16,
    /// The minute after the last one, 1 to 1440, and not `from`.
    pub to: u16,
}

/// One day of a usual week.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Day {
    /// Closed.
    #[default]
    Closed,
    /// Open at these times, which do not overlap; in their order.
    At(Vec<Range>),
    /// Open from midnight to midnight.
    AllDay,
}

/// A day of the month, such as the first Tuesday, that is open beside the usual week.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Monthly {
    /// 1 to 4, or 0 for the last of the month.
    pub nth: u8,
    /// Which day, 0 is Monday.
    pub day: u8,
    /// From when to when.
    pub at: Range,
}

/// Every second week on one day, beside the usual week.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fortnightly {
    /// The first time; its weekday is that of all.
    pub from: Date,
    /// From when to when.
    pub at: Range,
}

/// A usual week.
///
/// # Examples
/// ```
/// use signpost_hours::{HoursText, weekly::{Day, Range, Weekly}};
/// let mut week = Weekly::read(&HoursText::parse("Mo-Fr 09:00-16:00").unwrap()).unwrap();
/// week.days[0] = Day::At(vec![Range { from: 9 * 60, to: 18 * 60 }]);
/// assert_eq!(week.text().unwrap(), "Mo 09:00-18:00; Tu-Fr 09:00-16:00");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Weekly {
    /// Monday to Sunday.
    pub days: [Day; 7],
    /// Days of the month beside it.
    pub monthly: Vec<Monthly>,
    /// Days of every second week beside it.
    pub fortnightly: Vec<Fortnightly>,
    /// Whether one has to call first at all of these times.
    pub by_appointment: bool,
    /// Whether the text says that it is closed on public holidays, whatever the organization chose.
    pub closed_on_holidays: bool,
}

/// Why a week cannot be written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum WeeklyFault {
    /// A range that ends when it begins, or is not within a day.
    NoTime {
        /// The day, 0 is Monday; 7 for a day of the month.
        day: u8,
    },
    /// Two ranges of a day overlap.
    Overlap {
        /// The day, 0 is Monday.
        day: u8,
    },
    /// A day of every second week that ends when it begins, or is too far away.
    NoFortnight,
    /// A day of the month that is none.
    NoSuchDay,
    /// It takes more than a text may hold.
    TooMuch,
}

/// The day by its number, 0 is Monday.
///
/// # Examples
/// ```
/// use jiff::civil::Weekday;
/// assert_eq!(signpost_hours::weekly::weekday(6), Weekday::Sunday);
/// ```
#[must_use]
pub const fn weekday(day: u8) -> Weekday {
    match day {
        0 => Weekday::Monday,
        1 => Weekday::Tuesday,
        2 => Weekday::Wednesday,
        3 => Weekday::Thursday,
        4 => Weekday::Friday,
        5 => Weekday::Saturday,
        _ => Weekday::Sunday,
    }
}

impl Range {
    /// Whether it goes on after midnight.
    #[must_use]
    pub const fn is_a_night(self) -> bool {
        self.to < self.from
    }

    const fn is_right(self) -> bool {
        self.from < MIDNIGHT && self.to <= MIDNIGHT && self.to > 0 && self.from != self.to
    }

    /// Where it ends, counted on from the midnight before it begins.
    const fn end(self) -> u16 {
        if self.is_a_night() {
            self.to + MIDNIGHT
        } else {
            self.to
        }
    }
}

impl Weekly {
    /// Each time of day once, in the order of the week, with the names of the days that have it, chosen from `names`, Monday first. All day is
    /// from minute 0 to 1440.
    #[must_use]
    pub fn alike<'n>(&self, names: [&'n str; 7]) -> Vec<(Range, Vec<&'n str>)> {
        let all_day = [Range {
            from: 0,
            to: 24 * 60,
        }];
        let mut found: Vec<(Range, Vec<&'n str>)> = Vec::new();
        for (day, name) in self.days.iter().zip(names) {
            let ranges: &[Range] = match day {
                Day::Closed => &[],
                Day::At(ranges) => ranges,
                Day::AllDay => &all_day,
            };
            for &range in ranges {
                match found.iter_mut().find(|(own, _)| *own == range) {
                    Some((_, days)) => days.push(name),
                    None => found.push((range, vec![name])),
                }
            }
        }
        found
    }

    /// What is wrong with it; empty when it can be written down.
    #[must_use]
    pub fn faults(&self) -> Vec<WeeklyFault> {
        let mut faults = Vec::new();
        for (day, at) in (0_u8..).zip(&self.days) {
            let Day::At(ranges) = at else { continue };
            if ranges.is_empty() || !ranges.iter().all(|range| range.is_right()) {
                faults.push(WeeklyFault::NoTime { day });
                continue;
            }
            let mut sorted = ranges.clone();
            sorted.sort_unstable();
            let overlap = sorted
                .iter()
                .zip(sorted.iter().skip(1))
                .any(|(first, second)| second.from < first.end());
            if overlap {
                faults.push(WeeklyFault::Overlap { day });
            }
        }
        for monthly in &self.monthly {
            if monthly.nth > 4 || monthly.day > 6 {
                faults.push(WeeklyFault::NoSuchDay);
            } else if !monthly.at.is_right() {
                faults.push(WeeklyFault::NoTime { day: 7 });
            }
        }
        let fine =
            |one: &Fortnightly| one.at.is_right() && (1900..=9000).contains(&one.from.year());
        if !self.fortnightly.iter().all(fine) {
            faults.push(WeeklyFault::NoFortnight);
        }
        faults
    }

    /// Whether nothing is open at any time.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let closed = self.days.iter().all(|day| *day == Day::Closed);
        closed && self.monthly.is_empty() && self.fortnightly.is_empty()
    }
}
