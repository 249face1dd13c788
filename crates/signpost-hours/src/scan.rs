//! Reading a text by eye: where its comments, rules and time ranges stand. The library's tree says what a text means, but not where.

use std::ops::Range;

/// `09:00-17:00`, wherever it stands outside a comment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TimeRange {
    /// Where it stands, in bytes.
    pub(crate) bytes: Range<usize>,
    /// Minutes from midnight.
    pub(crate) start: u16,
    /// Minutes from midnight; up to 48 hours.
    pub(crate) end: u16,
}

impl TimeRange {
    /// How far it runs into the next day, in minutes; `None` when it does not pass midnight.
    pub(crate) fn after_midnight(&self) -> Option<u16> {
        const DAY: u16 = crate::day::DAY;
        if self.end > DAY {
            Some(self.end.saturating_sub(DAY))
        } else if self.end <= self.start {
            Some(self.end)
        } else {
            None
        }
    }
}

/// The text with every comment, quotes and all, turned into as many bytes of `_`, so that places stay what they are.
pub(crate) fn without_comments(text: &str) -> String {
    let mut inside = false;
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        let quote = letter == '"';
        if inside || quote {
            out.extend(std::iter::repeat_n('_', letter.len_utf8()));
        } else {
            out.push(letter);
        }
        inside ^= quote;
    }
    out
}

/// Every time range outside comments, in order.
pub(crate) fn time_ranges(text: &str) -> Vec<TimeRange> {
    let plain = without_comments(text);
    let mut found = Vec::new();
    let mut place = 0;
    while let Some(rest) = plain.get(place..) {
        let Some(first) = rest.chars().next() else {
            break;
        };
        let after_digit = plain
            .get(..place)
            .and_then(|before| before.chars().next_back())
            .is_some_and(|letter| letter.is_ascii_digit());
        match (!after_digit).then(|| range_at(rest)).flatten() {
            Some((start, end, length)) => {
                let bytes = place..place + length;
                place = bytes.end;
                found.push(TimeRange { bytes, start, end });
            }
            None => place += first.len_utf8(),
        }
    }
    found
}

fn range_at(text: &str) -> Option<(u16, u16, usize)> {
    let (start, rest) = clock_at(text)?;
    let rest = rest.trim_start_matches(' ').strip_prefix('-')?;
    let (end, rest) = clock_at(rest.trim_start_matches(' '))?;
    Some((start, end, text.len() - rest.len()))
}

/// Minutes of `9:30` or `09:30` at the beginning of a text, and what follows.
pub(crate) fn clock_at(text: &str) -> Option<(u16, &str)> {
    let (hours, rest) = text.split_once(':')?;
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let minutes = rest.get(..2)?;
    if !digits(hours) || hours.len() > 2 || !digits(minutes) {
        return None;
    }
    let (hours, minutes): (u16, u16) = (hours.parse().ok()?, minutes.parse().ok()?);
    Some((hours * 60 + minutes, rest.get(2..)?))
}

/// The character, from 1, that stands at a byte.
pub(crate) fn column(text: &str, byte: usize) -> usize {
    text.char_indices()
        .take_while(|(place, _)| *place < byte)
        .count()
        .saturating_add(1)
}
