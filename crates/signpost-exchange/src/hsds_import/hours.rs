//! Schedules as one text of hours, where all of them together are no more than a week and some days of a month.

use std::{collections::BTreeMap, fmt::Write as _};

use crate::row::SourceRow;

/// The days as rules name them and as a text does, Monday first.
const DAYS: [(&str, &str); 7] = [
    ("MO", "Mo"),
    ("TU", "Tu"),
    ("WE", "We"),
    ("TH", "Th"),
    ("FR", "Fr"),
    ("SA", "Sa"),
    ("SU", "Su"),
];

/// Members of a schedule with which it is more than a rule of a week.
const MORE: [&str; 8] = [
    "valid_from",
    "valid_to",
    "until",
    "count",
    "bymonthday",
    "byweekno",
    "byyearday",
    "timezone",
];

/// The hours of schedules, as a text. Nothing when there are none.
///
/// # Errors
/// Why they cannot be said, in words: then the hours are not known here.
pub(super) fn text(schedules: &[&SourceRow]) -> Result<Option<String>, String> {
    let mut weekly: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    let mut monthly: Vec<(usize, String)> = Vec::new();
    for row in schedules {
        let (opens, closes) = (time(row, "opens_at"), time(row, "closes_at"));
        let (Some(opens), Some(closes)) = (opens, closes) else {
            return Err("a schedule has no time at which it opens or closes".to_owned());
        };
        if let Some(more) = MORE.iter().find(|name| !row.word(name).is_empty()) {
            return Err(format!(
                "a schedule has {more}, which the usual hours cannot say"
            ));
        }
        if !["", "1"].contains(&row.word("interval")) {
            return Err("a schedule is not of every week or month".to_owned());
        }
        let range = format!("{opens}-{closes}");
        for day in row.word("byday").split(',').map(str::trim) {
            let split = day.len().saturating_sub(2);
            let (nth, name) = day.split_at_checked(split).unwrap_or_default();
            let Some(at) = DAYS.iter().position(|(own, _)| *own == name) else {
                return Err("a schedule names no days of the week".to_owned());
            };
            match (row.word("freq"), nth) {
                ("WEEKLY" | "", "") => weekly.entry(at).or_default().push(range.clone()),
                ("MONTHLY", nth) if (1..=5).any(|one| nth == one.to_string()) || nth == "-1" => {
                    let of_month = format!("{}[{nth}] {range}", day_name(at));
                    monthly.push((at, of_month));
                }
                (freq, _) => return Err(format!("a schedule repeats {freq} {day}")),
            }
        }
    }
    if let Some((at, _)) = monthly.iter().find(|(at, _)| weekly.contains_key(at)) {
        // In a text the later rule would take the place of the earlier on that day.
        let day = day_name(*at);
        return Err(format!("{day} has hours of the week and of the month"));
    }
    Ok(written(weekly, &monthly))
}

fn written(weekly: BTreeMap<usize, Vec<String>>, monthly: &[(usize, String)]) -> Option<String> {
    let mut alike: Vec<(Vec<String>, Vec<usize>)> = Vec::new();
    for (day, mut ranges) in weekly {
        ranges.sort();
        ranges.dedup();
        match alike.iter_mut().find(|(own, _)| *own == ranges) {
            Some((_, days)) => days.push(day),
            None => alike.push((ranges, vec![day])),
        }
    }
    let mut text = String::new();
    for (ranges, days) in alike {
        let days: Vec<&str> = days.into_iter().map(day_name).collect();
        let parted = if text.is_empty() { "" } else { "; " };
        let _infallible = write!(text, "{parted}{} {}", days.join(","), ranges.join(","));
    }
    for (_, rule) in monthly {
        let parted = if text.is_empty() { "" } else { "; " };
        let _infallible = write!(text, "{parted}{rule}");
    }
    Some(text).filter(|text| !text.is_empty())
}

fn day_name(at: usize) -> &'static str {
    DAYS.get(at).map_or("", |(_, name)| name)
}

/// Hours and minutes of a time; one with an offset says another zone's clock.
fn time(row: &SourceRow, field: &str) -> Option<String> {
    let word = row.word(field);
    let (time, rest) = word.split_at_checked(5)?;
    let is_time = time.char_indices().all(|(at, letter)| {
        if at == 2 {
            letter == ':'
        } else {
            letter.is_ascii_digit()
        }
    });
    (is_time && ["", ":00"].contains(&rest)).then(|| time.to_owned())
}
