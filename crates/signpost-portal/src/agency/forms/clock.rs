//! Times as people type them.

/// Minutes from midnight: `09:00` as browsers send it, and `9`, `9:30 pm`, `9am`, `16 h 30` as people write it.
pub(crate) fn minutes(text: &str) -> Option<u16> {
    let aside = |c: char| c == '.' || c.is_whitespace();
    let text = text.to_lowercase().replace(aside, "");
    let (text, half) = match (text.strip_suffix("am"), text.strip_suffix("pm")) {
        (Some(rest), _) => (rest, Some(0)),
        (_, Some(rest)) => (rest, Some(12)),
        _ => (text.as_str(), None),
    };
    let (hour, minute) = text.split_once([':', 'h']).unwrap_or((text, ""));
    let digits = |part: &str, most: usize| {
        let fine = part.len() <= most && part.bytes().all(|byte| byte.is_ascii_digit());
        if fine { part.parse::<u16>().ok() } else { None }
    };
    let hour = digits(hour, 2)?;
    let minute = if minute.is_empty() {
        0
    } else {
        digits(minute, 2)?
    };
    let hour = match half {
        Some(half) if (1..=12).contains(&hour) => hour % 12 + half,
        Some(_) => return None,
        None => hour,
    };
    let fine = minute < 60 && (hour < 24 || (hour, minute) == (24, 0));
    fine.then_some(hour * 60 + minute)
}

/// As a field of time holds it; midnight at the end of a day is its beginning there.
pub(crate) fn typed(minutes: u16) -> String {
    let minutes = minutes % (24 * 60);
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_people_write_them() {
        for (text, wanted) in [
            ("09:00", 540),
            ("9", 540),
            ("9:30 pm", 1290),
            ("9 a.m.", 540),
            ("12am", 0),
            ("12 pm", 720),
            ("16 h 30", 990),
            ("16\u{a0}h\u{a0}30", 990),
            ("16h", 960),
            ("00:00", 0),
            ("24:00", 1440),
        ] {
            assert_eq!(minutes(text), Some(wanted), "{text}");
        }
        for bad in [
            "", "noon", "25:00", "9:75", "13 pm", "0 am", "-9", "9:00:00",
        ] {
            assert_eq!(minutes(bad), None, "{bad}");
        }
    }
}
