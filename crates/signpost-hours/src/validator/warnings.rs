//! What can be read as it stands, and may not be meant.

use crate::{
    HoursWarning,
    scan::{time_ranges, without_comments},
};

/// A longer night than this is more likely a slip: 9 to 5 is not 9 am to 5 am.
///
/// # Units
/// Minutes.
const LONGEST_NIGHT: u16 = 14 * 60;
/// So many weeks of a list tell that every second one is meant.
const SOME_WEEKS: usize = 4;

/// What may not be meant, found by eye.
pub(crate) fn warnings(text: &str) -> Vec<HoursWarning> {
    let mut found = Vec::new();
    if weeks(text).is_some_and(|weeks| is_every_second(&weeks)) {
        found.push(HoursWarning::WeeksOverNewYear);
    }
    for range in time_ranges(text) {
        let (from, to) = (range.start, range.end);
        let is_long = to < from && crate::day::DAY - from + to > LONGEST_NIGHT;
        let long = HoursWarning::LongNight { from, to };
        if is_long && !found.contains(&long) {
            found.push(long);
        }
    }
    found
}

/// What stands after `week`: `01-53/2`.
fn weeks(text: &str) -> Option<String> {
    let plain = without_comments(text).to_ascii_lowercase();
    let (_, rest) = plain.split_once("week")?;
    let listed = |letter: &char| letter.is_ascii_digit() || matches!(letter, ' ' | '-' | '/' | ',');
    Some(rest.chars().take_while(listed).collect())
}

fn is_every_second(weeks: &str) -> bool {
    let numbers: Vec<u8> = weeks
        .split(',')
        .filter_map(|week| week.trim().parse().ok())
        .collect();
    let alike = |rest: u8| numbers.iter().all(|week| week % 2 == rest);
    weeks.contains('/') || (numbers.len() >= SOME_WEEKS && (alike(0) || alike(1)))
}
