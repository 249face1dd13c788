//! What can be refused by looking at the letters. It runs before the library reads the text, so that nothing long ever gets there.

use super::limits::{MOST_CHARACTERS, MOST_RULES};
use crate::{
    HoursFault,
    scan::{TimeRange, time_ranges, without_comments},
};

const WEEKDAYS: [&str; 7] = ["mo", "tu", "we", "th", "fr", "sa", "su"];

/// Length, number of rules, letters that no text needs.
pub(super) fn check_size(text: &str) -> Result<(), HoursFault> {
    if text.trim().is_empty() {
        return Err(HoursFault::at(
            text,
            0,
            "empty",
            "there is nothing here; write hours such as Mo-Fr 09:00-17:00, or leave the hours out when they are not known",
        ));
    }
    if let Some((byte, _)) = text.char_indices().nth(MOST_CHARACTERS) {
        let message = format!(
            "this is longer than {MOST_CHARACTERS} characters; say the usual week here and enter closed days as exceptions"
        );
        return Err(HoursFault::at(text, byte, "too_long", message));
    }
    if let Some((byte, _)) = text.char_indices().find(|(_, letter)| letter.is_control()) {
        return Err(HoursFault::at(
            text,
            byte,
            "line_break",
            "write the hours on one line; put a semicolon and a space between two rules",
        ));
    }
    if text.matches('"').count() % 2 == 1 {
        let byte = text.rfind('"').unwrap_or_default();
        return Err(HoursFault::at(
            text,
            byte,
            "quote",
            "a comment has a straight quotation mark before and after it; one is missing here",
        ));
    }
    let plain = without_comments(text);
    if let Some((byte, _)) = plain.match_indices([';', '|']).nth(MOST_RULES) {
        let message = format!(
            "these are more than {MOST_RULES} rules; say the usual week here and enter closed days as exceptions"
        );
        return Err(HoursFault::at(text, byte, "too_many_rules", message));
    }
    Ok(())
}

/// Forms that mean something else than people think, or that other readers of these texts take differently.
pub(super) fn check(text: &str) -> Result<(), HoursFault> {
    let plain = without_comments(text);
    let ranges = time_ranges(text);
    fallback(text, &plain)?;
    bare_comments(text)?;
    holidays(text, &plain)?;
    pluses(text, &plain)?;
    times(text, &ranges)?;
    shared_modifier(text, &plain, &ranges)
}

fn fallback(text: &str, plain: &str) -> Result<(), HoursFault> {
    match plain.find('|') {
        Some(byte) => Err(HoursFault::at(
            text,
            byte,
            "fallback",
            "|| is not understood here; write each rule with its days and times, with a semicolon between them",
        )),
        None => Ok(()),
    }
}

/// A comment alone means "unknown" to some readers and "open" to others.
fn bare_comments(text: &str) -> Result<(), HoursFault> {
    let mut before = String::new();
    let mut place = 0;
    for (nth, part) in text.split('"').enumerate() {
        if nth % 2 == 1 {
            let word = before
                .trim_end()
                .rsplit(|letter: char| !letter.is_ascii_alphabetic())
                .next()
                .unwrap_or_default()
                .to_ascii_lowercase();
            if !["open", "closed", "off", "unknown"].contains(&word.as_str()) {
                return Err(HoursFault::at(
                    text,
                    place - 1,
                    "bare_comment",
                    "say before a comment what it is about: open, closed or unknown, as in Mo-Fr 09:00-17:00 unknown \"by appointment\"",
                ));
            }
        }
        part.clone_into(&mut before);
        place += part.len() + 1;
    }
    Ok(())
}

fn holidays(text: &str, plain: &str) -> Result<(), HoursFault> {
    for (start, word) in words(plain) {
        if word == "SH" {
            return Err(HoursFault::at(
                text,
                start,
                "school_holidays",
                "SH (school holidays) is not known here; write the dates, such as 2026 Dec 21-2027 Jan 1",
            ));
        }
        if word != "PH" {
            continue;
        }
        let after = plain.get(start + 2..).unwrap_or_default();
        let after = after_offset(after);
        let before = plain.get(..start).unwrap_or_default();
        let joined_after = after.starts_with(' ') && begins_with_weekday(after.trim_start());
        let joined_before = before.ends_with(' ') && ends_with_weekday(before.trim_end());
        if joined_after || joined_before {
            return Err(HoursFault::at(
                text,
                start,
                "holiday_and_weekday",
                "PH and weekdays with only a space between them are read in two ways; write PH,Mo-Fr for \"holidays and weekdays\"",
            ));
        }
    }
    Ok(())
}

/// What follows ` +1 day`, or all of it.
fn after_offset(text: &str) -> &str {
    let trimmed = text
        .trim_start_matches(' ')
        .strip_prefix(['+', '-'])
        .map(|rest| rest.trim_start_matches(|letter: char| letter.is_ascii_digit()));
    trimmed
        .and_then(|rest| {
            rest.strip_prefix(" days")
                .or_else(|| rest.strip_prefix(" day"))
        })
        .unwrap_or(text)
}

fn begins_with_weekday(text: &str) -> bool {
    let word: String = text.chars().take_while(char::is_ascii_alphabetic).collect();
    WEEKDAYS.contains(&word.to_ascii_lowercase().as_str())
}

fn ends_with_weekday(text: &str) -> bool {
    let word = text
        .rsplit(|letter: char| !letter.is_ascii_alphabetic())
        .next()
        .unwrap_or_default();
    text.ends_with(']') || WEEKDAYS.contains(&word.to_ascii_lowercase().as_str())
}

/// `10:00+` and `Nov 20+`; only a year may be open-ended.
fn pluses(text: &str, plain: &str) -> Result<(), HoursFault> {
    for (byte, _) in plain.match_indices('+') {
        let before = plain.get(..byte).unwrap_or_default();
        let digits = before.len() - before.trim_end_matches(|l: char| l.is_ascii_digit()).len();
        let start = before.len() - digits;
        let clock = before.get(..start).is_some_and(|rest| rest.ends_with(':'));
        if digits > 0 && clock {
            return Err(HoursFault::at(
                text,
                byte,
                "open_end",
                "a time with + has no end; write the closing time, or a rule such as 18:00-22:00 unknown \"until it is quiet\"",
            ));
        }
        let bracket = before.ends_with(']') || before.to_ascii_lowercase().ends_with("easter");
        if (digits > 0 && digits != 4) || bracket {
            return Err(HoursFault::at(
                text,
                byte,
                "date_without_end",
                "a date with + is read in two ways; write both ends, such as 2026 Nov 20-2027 Mar 31",
            ));
        }
    }
    Ok(())
}

fn times(text: &str, ranges: &[TimeRange]) -> Result<(), HoursFault> {
    for range in ranges {
        if range.start == range.end {
            return Err(HoursFault::at(
                text,
                range.bytes.start,
                "no_length",
                "this starts and ends at the same time; write 00:00-24:00 for the whole day",
            ));
        }
        if range.end > range.start.saturating_add(crate::day::DAY) {
            return Err(HoursFault::at(
                text,
                range.bytes.start,
                "too_many_hours",
                "this lasts longer than a day; write one rule for each day",
            ));
        }
    }
    Ok(())
}

/// `Mo-Fr 09:00-17:00, 12:00-13:00 off` closes both: the comma joins the times into one rule.
fn shared_modifier(text: &str, plain: &str, ranges: &[TimeRange]) -> Result<(), HoursFault> {
    for (nth, (first, second)) in ranges.iter().zip(ranges.iter().skip(1)).enumerate() {
        let between = plain
            .get(first.bytes.end..second.bytes.start)
            .unwrap_or_default();
        if between.trim() != "," || !between.ends_with(' ') {
            continue;
        }
        let mut end = second.bytes.end;
        for next in ranges.iter().skip(nth + 2) {
            let gap = plain.get(end..next.bytes.start).unwrap_or_default();
            if gap.trim() != "," {
                break;
            }
            end = next.bytes.end;
        }
        let rest = plain.get(end..).unwrap_or_default().trim_start();
        let word = rest.to_ascii_lowercase();
        if ["off", "closed", "unknown"]
            .iter()
            .any(|m| word.starts_with(m))
        {
            return Err(HoursFault::at(
                text,
                second.bytes.start,
                "shared_modifier",
                "the last word counts for all of these times; repeat the days before the second times, as in Mo-Fr 09:00-17:00, Mo-Fr 12:00-13:00 unknown",
            ));
        }
    }
    Ok(())
}

/// Every run of letters, with the byte it starts at.
pub(super) fn words(plain: &str) -> impl Iterator<Item = (usize, &str)> {
    plain
        .split(|letter: char| !letter.is_alphabetic())
        .filter(|word| !word.is_empty())
        .map(move |word| (word.as_ptr().addr() - plain.as_ptr().addr(), word))
}
