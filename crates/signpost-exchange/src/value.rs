//! The checks that single values pass, whatever file they stand in. An error is a sentence for the person who keeps the file.

use jiff::civil::Date;
use signpost_domain::{ExceptionKind, HolidayCode, Offer, SiteKind, WordsFault, is_unseen};
use signpost_hours::{Calendar, HoursText, Zone};

/// The longest cell that no type of the domain judges: a lost quote swallows a file.
pub(crate) const LONGEST: usize = 2_000;

/// Refuses characters nobody can see and cells nobody wrote on purpose. White space is fine.
pub(crate) fn clean(text: &str) -> Result<(), String> {
    let bad = |c: &char| is_unseen(*c) || (c.is_control() && !matches!(c, '\t' | '\n' | '\r'));
    if let Some(bad) = text.chars().find(bad) {
        return Err(words_fault(WordsFault::Unseen(bad)));
    }
    if text.chars().count() > LONGEST {
        return Err(words_fault(WordsFault::TooLong { most: LONGEST }));
    }
    Ok(())
}

/// Why words are not taken, for the person who keeps the file.
pub(crate) fn words_fault(fault: WordsFault) -> String {
    match fault {
        WordsFault::Unseen('\u{FFFD}') => {
            "this is neither UTF-8 nor Windows-1252; in the spreadsheet, save the file as \"CSV UTF-8\"".to_owned()
        }
        WordsFault::TooLong { .. } => format!("{fault} (is a closing quote missing?)"),
        fault => fault.to_string(),
    }
}

/// An `opening_hours` text that our reader of hours accepts.
pub(crate) fn hours(text: &str) -> Result<String, String> {
    match HoursText::parse(text) {
        Ok(_) => Ok(text.to_owned()),
        Err(fault) => Err(format!(
            "at character {} of the hours: {}",
            fault.column, fault.message
        )),
    }
}

/// A holiday of the calendar.
pub(crate) fn holiday(text: &str) -> Result<HolidayCode, String> {
    let code: HolidayCode = text.parse().map_err(|error| format!("{error}"))?;
    let calendar = Calendar::ontario();
    if calendar.codes().any(|known| known == &code) {
        Ok(code)
    } else {
        let known: Vec<&str> = calendar.codes().map(HolidayCode::as_str).collect();
        Err(format!(
            "no holiday has the code {code}; there are {}",
            known.join(", ")
        ))
    }
}

/// An IANA zone that our zone rules know.
pub(crate) fn zone(text: &str) -> Result<String, String> {
    Zone::named(text)
        .map(|zone| zone.name().to_owned())
        .map_err(|error| error.to_string())
}

/// A civil day.
pub(crate) fn date(text: &str) -> Result<Date, String> {
    let shape = text.len() == 10 && text.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    text.parse()
        .ok()
        .filter(|_| shape)
        .ok_or_else(|| format!("{} is not a day; write it as 2026-11-22", quoted(text)))
}

/// `yes` or `no`; nothing is no.
pub(crate) fn yes(text: &str) -> Result<bool, String> {
    match text {
        "yes" => Ok(true),
        "" | "no" => Ok(false),
        _ => Err(format!("write yes or no, not {}", quoted(text))),
    }
}

/// `yes` or `no`, of what nothing says that nobody said.
pub(crate) fn said(text: &str) -> Result<bool, String> {
    yes(text).map_err(|_like_yes| {
        format!(
            "write yes or no, or leave it empty when nobody said, not {}",
            quoted(text)
        )
    })
}

/// What stands at a site; nothing is a building.
pub(crate) fn site_kind(text: &str) -> Result<SiteKind, String> {
    if text.is_empty() {
        return Ok(SiteKind::default());
    }
    SiteKind::of_code(text).ok_or_else(|| {
        format!(
            "{} is no kind of site; write building, pharmacy, box or mobile",
            quoted(text)
        )
    })
}

/// Whether something is offered; nothing is unknown.
pub(crate) fn offer(text: &str) -> Result<Offer, String> {
    if text.is_empty() {
        return Ok(Offer::default());
    }
    Offer::of_code(text).ok_or_else(|| {
        format!(
            "{} is no state of an offer; write offered, not_offered or unknown",
            quoted(text)
        )
    })
}

/// What an exception says.
pub(crate) fn exception_kind(text: &str) -> Result<ExceptionKind, String> {
    let found = ExceptionKind::ALL
        .into_iter()
        .find(|kind| kind.code() == text);
    found.ok_or_else(|| {
        format!(
            "{} is no kind of exception; write closed, open, unknown or out_of_stock",
            quoted(text)
        )
    })
}

/// Degrees as a spreadsheet or a map writes them, with a decimal point or, as in French, a comma; with a hyphen or a true minus sign.
pub(crate) fn degrees(text: &str) -> Result<f64, String> {
    let plain = text.replacen(',', ".", 1).replacen('\u{2212}', "-", 1);
    match plain.parse::<f64>() {
        Ok(number) if number.is_finite() => Ok(number),
        Ok(_) => Err(format!("{} is not a finite number", quoted(text))),
        Err(_) => Err(format!(
            "{} is not a number of degrees, such as 49.7696",
            quoted(text)
        )),
    }
}

/// A place in an order; smaller comes first.
pub(crate) fn order(text: &str) -> Result<u16, String> {
    text.parse()
        .ok()
        .ok_or_else(|| format!("{} is not a whole number from 0 to 65535", quoted(text)))
}

/// A value as it is shown in a message, cut short.
pub(crate) fn quoted(text: &str) -> String {
    let mut short: String = text.chars().take(40).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    format!("\"{short}\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_is_refused_and_what_french_needs_is_not() {
        for bad in [
            "a\u{200B}b",
            "a\u{202E}b",
            "a\0",
            "a\u{7f}",
            "a\u{AD}b",
            "a\u{FEFF}",
            "\u{85}",
        ] {
            assert!(clean(bad).is_err(), "{bad:?}");
        }
        for fine in [
            "Où aller\u{a0}?",
            "1\u{202f}000",
            "two\nlines\tand a tab",
            "ᐊᓂᔑᓈᐯ",
        ] {
            assert!(clean(fine).is_ok(), "{fine:?}");
        }
        assert!(clean(&"é".repeat(2_000)).is_ok());
        assert!(clean(&"é".repeat(2_001)).is_err());
    }

    #[test]
    fn a_day_is_written_in_one_way() {
        assert!(date("2026-11-22").is_ok());
        for bad in [
            "22/11/2026",
            "2026-2-3",
            "2026-02-30",
            "2026-11-22T00:00",
            "",
        ] {
            assert!(date(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn degrees_have_a_decimal_point_or_a_decimal_comma() {
        for (text, number) in [
            ("49.7696", 49.7696),
            ("-94,4882", -94.4882),
            ("\u{2212}94.4882", -94.4882),
            ("50", 50.0),
        ] {
            assert_eq!(degrees(text), Ok(number), "{text}");
        }
        for bad in ["49.769,6", "49,769,6", "49\u{b0}", "inf", ""] {
            assert!(degrees(bad).is_err(), "{bad}");
        }
    }
}
