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
    if weeks(text).iter().any(|weeks| is_every_second(weeks)) {
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

/// What stands after each `week`: `01-53/2`; nothing where the year is named before it, for that year has no other New Year.
fn weeks(text: &str) -> Vec<String> {
    let plain = without_comments(text).to_ascii_lowercase();
    let listed = |letter: &char| letter.is_ascii_digit() || matches!(letter, ' ' | '-' | '/' | ',');
    let parts: Vec<&str> = plain.split("week").collect();
    let pairs = parts.iter().zip(parts.iter().skip(1));
    pairs
        .filter(|(before, _)| !names_a_year(before))
        .map(|(_, after)| after.chars().take_while(listed).collect())
        .collect()
}

/// Whether one year stands at the end: `2026`, but not `2024-2030`.
fn names_a_year(before: &str) -> bool {
    let digits = |text: &str| {
        let rest = text.trim_end_matches(|letter: char| letter.is_ascii_digit());
        (text.len() - rest.len(), rest.len())
    };
    let before = before.trim_end();
    let (many, rest) = digits(before);
    many == 4 && !before.get(..rest).unwrap_or_default().ends_with(['-', '/'])
}

fn is_every_second(weeks: &str) -> bool {
    let numbers: Vec<u8> = weeks
        .split(',')
        .filter_map(|week| week.trim().parse().ok())
        .collect();
    let alike = |rest: u8| numbers.iter().all(|week| week % 2 == rest);
    weeks.contains('/') || (numbers.len() >= SOME_WEEKS && (alike(0) || alike(1)))
}
