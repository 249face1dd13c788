//! What to write instead of a text that cannot be read.

use opening_hours_syntax::Error;

use super::lexical::words;
use crate::{HoursFault, scan::without_comments};

const KNOWN: [&str; 33] = [
    "mo", "tu", "we", "th", "fr", "sa", "su", "jan", "feb", "mar", "apr", "may", "jun", "jul",
    "aug", "sep", "oct", "nov", "dec", "ph", "off", "closed", "open", "unknown", "week", "easter",
    "day", "days", "sunrise", "sunset", "dawn", "dusk", "sh",
];

/// The day a word may mean, by how it begins. French first where the two differ in their first three letters.
const DAYS: [(&str, &str); 14] = [
    ("lun", "Mo"),
    ("mar", "Tu"),
    ("mer", "We"),
    ("jeu", "Th"),
    ("ven", "Fr"),
    ("sam", "Sa"),
    ("dim", "Su"),
    ("mon", "Mo"),
    ("tue", "Tu"),
    ("wed", "We"),
    ("thu", "Th"),
    ("fri", "Fr"),
    ("sat", "Sa"),
    ("sun", "Su"),
];

/// Two-letter French days that are no English ones.
const SHORT_FRENCH: [(&str, &str); 6] = [
    ("lu", "Mo"),
    ("ma", "Tu"),
    ("me", "We"),
    ("je", "Th"),
    ("ve", "Fr"),
    ("di", "Su"),
];

/// A sentence for a text the library cannot read: the first thing in it that we know how to write better, or the place it stopped at.
pub(super) fn explain(text: &str, error: &Error) -> HoursFault {
    let plain = without_comments(text);
    match error {
        Error::InvertedWeekRange { .. } => {
            let byte = plain.find("week").unwrap_or_default();
            return HoursFault::at(
                text,
                byte,
                "weeks_reversed",
                "weeks go up within a year; write week 45-53,01-10 for a winter",
            );
        }
        Error::InvertedYearRange { .. } => {
            return HoursFault::at(text, 0, "years_reversed", "write the earlier year first");
        }
        _ => {}
    }
    letters(text, &plain)
        .or_else(|| numbers(text, &plain))
        .or_else(|| unknown_word(text, &plain))
        .or_else(|| spacing(text, &plain))
        .unwrap_or_else(|| {
            HoursFault::at(
                text,
                stopped_at(text, error),
                "syntax",
                "this cannot be read from here on; write days and times such as Mo-Fr 09:00-17:00; Sa 10:00-14:00; PH off",
            )
        })
}

fn letters(text: &str, plain: &str) -> Option<HoursFault> {
    if let Some(byte) = plain.find(['–', '—', '−', '‑', '‐']) {
        return Some(HoursFault::at(
            text,
            byte,
            "dash",
            "write a plain hyphen (-) between days and between times",
        ));
    }
    let byte = plain.find(['“', '”', '„', '«', '»', '’', '‘', '\''])?;
    Some(HoursFault::at(
        text,
        byte,
        "quote",
        "write a comment between straight quotation marks, after open, closed or unknown",
    ))
}

fn numbers(text: &str, plain: &str) -> Option<HoursFault> {
    let lower = plain.to_ascii_lowercase();
    for (start, word) in words(&lower) {
        let before = lower.get(..start)?.trim_end_matches([' ', '.']);
        let digits = before.len() - before.trim_end_matches(|l: char| l.is_ascii_digit()).len();
        let number = before.len() - digits;
        let here = lower.get(number..before.len())?;
        if digits == 0 {
            continue;
        }
        match word {
            "am" | "pm" | "a" | "p" | "noon" => {
                return Some(HoursFault::at(
                    text,
                    clock_start(&lower, number),
                    "am_pm",
                    "write times on the 24-hour clock, such as 09:00-17:00 or 13:30-16:00",
                ));
            }
            "hours" | "hour" | "hrs" | "h" if here == "24" => {
                return Some(HoursFault::at(
                    text,
                    number,
                    "around_the_clock",
                    "write 24/7 for open all day, every day",
                ));
            }
            "h" => {
                return Some(HoursFault::at(
                    text,
                    number,
                    "hours_letter",
                    "write times with a colon, such as 09:00-17:00",
                ));
            }
            _ => {}
        }
    }
    dates(text, plain).or_else(|| bare_hours(text, plain))
}

/// The beginning of `9:30` when only `30` was seen.
fn clock_start(lower: &str, number: usize) -> usize {
    let before = lower.get(..number).unwrap_or_default();
    match before.strip_suffix(':') {
        Some(rest) => rest.trim_end_matches(|l: char| l.is_ascii_digit()).len(),
        None => number,
    }
}

/// `2026-11-23` and `Nov 23 2026`.
fn dates(text: &str, plain: &str) -> Option<HoursFault> {
    let message = "write a date with the year first and the month by name, such as 2026 Nov 23";
    for (byte, _) in plain.match_indices('-') {
        let before = plain.get(..byte)?;
        let year = before.len() - before.trim_end_matches(|l: char| l.is_ascii_digit()).len();
        let after = plain.get(byte + 1..)?;
        let month = after.len() - after.trim_start_matches(|l: char| l.is_ascii_digit()).len();
        if year == 4 && month == 2 && after.get(2..3) == Some("-") {
            return Some(HoursFault::at(text, byte - 4, "date_form", message));
        }
    }
    for (start, word) in words(plain) {
        let is_month = KNOWN
            .get(7..19)?
            .contains(&word.to_ascii_lowercase().as_str());
        let rest = plain.get(start + word.len()..)?.trim_start();
        let mut numbers = rest.splitn(3, ' ');
        let day = numbers.next()?.trim_end_matches(',');
        let year: String = numbers
            .next()
            .unwrap_or_default()
            .chars()
            .take_while(char::is_ascii_digit)
            .collect();
        if is_month
            && (1..=2).contains(&day.len())
            && day.bytes().all(|b| b.is_ascii_digit())
            && year.len() == 4
        {
            return Some(HoursFault::at(text, start, "date_form", message));
        }
    }
    None
}

/// `9-17` and `17:60`.
fn bare_hours(text: &str, plain: &str) -> Option<HoursFault> {
    for (byte, _) in plain.match_indices('-') {
        let before = plain.get(..byte)?.trim_end();
        let after = plain.get(byte + 1..)?.trim_start();
        let left = before.len() - before.trim_end_matches(|l: char| l.is_ascii_digit()).len();
        let right = after.len() - after.trim_start_matches(|l: char| l.is_ascii_digit()).len();
        let head = before.get(..before.len() - left)?;
        let month = head.trim_end().ends_with(|l: char| l.is_ascii_alphabetic())
            && KNOWN
                .get(7..19)?
                .iter()
                .any(|m| head.trim_end().to_ascii_lowercase().ends_with(m));
        let after_number = after.get(right..)?;
        let plain_left = (1..=2).contains(&left)
            && !head.ends_with([':', '[', ','])
            && !month
            && !head.trim_end().ends_with("week");
        if plain_left && (1..=2).contains(&right) && !after_number.starts_with('-') {
            return Some(HoursFault::at(
                text,
                before.len() - left,
                "hours_only",
                "write hours and minutes, such as 09:00-17:00",
            ));
        }
    }
    for (byte, _) in plain.match_indices(':') {
        let after = plain.get(byte + 1..)?;
        let minutes: String = after.chars().take_while(char::is_ascii_digit).collect();
        if minutes.len() == 2 && minutes.as_str() > "59" {
            return Some(HoursFault::at(
                text,
                byte + 1,
                "minutes",
                "minutes go from 00 to 59",
            ));
        }
    }
    None
}

fn unknown_word(text: &str, plain: &str) -> Option<HoursFault> {
    for (start, word) in words(plain) {
        let lower = word.to_lowercase();
        if KNOWN.contains(&lower.as_str()) {
            continue;
        }
        let day = SHORT_FRENCH
            .iter()
            .find(|(short, _)| *short == lower)
            .or_else(|| DAYS.iter().find(|(begin, _)| lower.starts_with(begin)));
        let message = match (day, lower.as_str()) {
            (Some((_, code)), _) => {
                format!("write {code} for {word}; the days are Mo Tu We Th Fr Sa Su")
            }
            (None, "to" | "until" | "till" | "à" | "au") => {
                "write a hyphen between two days or two times, such as Mo-Fr 09:00-17:00".to_owned()
            }
            (None, "and" | "et") => {
                "write a comma between days, such as Mo,We 09:00-17:00".to_owned()
            }
            (None, "daily" | "everyday") => "write Mo-Su for every day".to_owned(),
            (None, "noon" | "midi") => "write 12:00 for noon".to_owned(),
            (None, "midnight" | "minuit") => {
                "write 24:00 for midnight at the end of a day".to_owned()
            }
            (None, "holiday" | "holidays") => {
                "write PH off for closed on public holidays".to_owned()
            }
            (None, _) => {
                let shown: String = word.chars().take(20).collect();
                format!(
                    "\"{shown}\" is not understood; write days as Mo Tu We Th Fr Sa Su and words of your own as a comment, such as unknown \"call first\""
                )
            }
        };
        return Some(HoursFault::at(text, start, "word", message));
    }
    None
}

fn spacing(text: &str, plain: &str) -> Option<HoursFault> {
    let mut place = 0;
    for part in plain.split(';') {
        if part.trim().is_empty() {
            return Some(HoursFault::at(
                text,
                place,
                "empty_rule",
                "there is no rule here; take out one semicolon",
            ));
        }
        place += part.len() + 1;
    }
    for sign in [" - ", " -", "- "] {
        // "May 25 -Mo" is no slip of the space bar.
        if let Some(byte) = plain.find(sign)
            && !plain
                .get(..byte)?
                .ends_with(|letter: char| letter.is_ascii_digit())
        {
            return Some(HoursFault::at(
                text,
                byte,
                "spaces",
                "write no spaces around the hyphen, such as Mo-Fr 09:00-17:00",
            ));
        }
    }
    for (start, word) in words(plain) {
        let end = start + word.len();
        let rest = plain.get(end..)?;
        if rest.starts_with(':')
            && KNOWN
                .get(..7)?
                .contains(&word.to_ascii_lowercase().as_str())
        {
            return Some(HoursFault::at(
                text,
                end,
                "colon",
                "write no colon after the days, such as Mo-Fr 09:00-17:00",
            ));
        }
        let before = plain.get(..start)?;
        if before.ends_with(',')
            && before
                .trim_end_matches(',')
                .ends_with(|l: char| l.is_ascii_digit())
        {
            return Some(HoursFault::at(
                text,
                start,
                "comma",
                "write a semicolon and a space before the next days, such as Mo-Fr 09:00-17:00; Sa 10:00-14:00",
            ));
        }
    }
    let byte = plain.find('/')?;
    Some(HoursFault::at(
        text,
        byte,
        "slash",
        "write a comma between two times of a day, such as 09:00-12:00,13:00-17:00",
    ))
}

/// The byte at which the library stopped; it says the line and column only in words.
fn stopped_at(text: &str, error: &Error) -> usize {
    let message = error.to_string();
    let column = message
        .split_once("--> 1:")
        .map(|(_, rest)| {
            rest.chars()
                .take_while(char::is_ascii_digit)
                .collect::<String>()
        })
        .and_then(|digits| digits.parse::<usize>().ok())
        .unwrap_or(1);
    text.char_indices()
        .nth(column.saturating_sub(1))
        .map_or(text.len(), |(byte, _)| byte)
}
