//! How a page says where something comes from, and how far something is.

use signpost_domain::{Lang, Precision, SourceDay};
use signpost_hours::words;

use crate::{ConfirmedView, SourceView, Speaker};

/// "Confirmed November 2, 2026 by …", or "Not confirmed. From: nwhu.on.ca, March 2026."
#[must_use]
pub fn how_sure(
    speaker: &Speaker,
    confirmed: Option<&ConfirmedView>,
    source: Option<&SourceView>,
) -> String {
    match (confirmed, source) {
        (Some(confirmed), _) => speaker.t2(
            "confirmed",
            (
                "day",
                &speaker.told(words::date(confirmed.on, speaker.lang)),
            ),
            ("who", &speaker.typed(&confirmed.by)),
        ),
        (None, Some(source)) => from(speaker, &short(&source.text), source.day),
        (None, None) => String::new(),
    }
}

fn from(speaker: &Speaker, source: &str, day: Option<SourceDay>) -> String {
    let source = speaker.typed(source);
    match day {
        Some(day) => speaker.t2(
            "from-source",
            ("source", &source),
            ("day", &day_in_words(speaker, day)),
        ),
        None => speaker.t1("from-source-undated", "source", source),
    }
}

/// A day, a month or a year, as a source bears it: "2026-03" is "March 2026".
#[must_use]
pub fn day_in_words(speaker: &Speaker, day: SourceDay) -> String {
    let first = day.first_day();
    let year = format!("{:04}", first.year());
    match day.precision() {
        Precision::Day => speaker.told(words::date(first, speaker.lang)),
        Precision::Month => {
            let month = speaker.t_number("month", first.month().into());
            format!("{month} {year}")
        }
        Precision::Year => year,
    }
}

/// A source in few words: the host of the first address in it, else its words up to where they go on.
fn short(source: &str) -> String {
    let host = source
        .split_whitespace()
        .find_map(|word| word.strip_prefix("https://"))
        .and_then(|rest| rest.split('/').next());
    if let Some(host) = host {
        return host.trim_start_matches("www.").to_owned();
    }
    let words = source.split([';', '(']).next().unwrap_or(source).trim();
    match words.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", words.get(..end).unwrap_or(words).trim_end()),
        None => words.to_owned(),
    }
}

/// "400 m", "1 km", "1.2 km" or "35 km": no finer than a straight line deserves. The script rounds the same way.
#[must_use]
pub fn roughly(metres: u64, lang: Lang) -> String {
    if metres < 950 {
        return format!("{}\u{a0}m", ((metres + 25) / 50 * 50).max(50));
    }
    let tenths = (metres + 50) / 100;
    // From a town to another one to the ten kilometres: where exactly a place there stands is often not known.
    let metres = if metres < 20_000 {
        metres
    } else {
        (metres + 5_000) / 10_000 * 10_000
    };
    let km = match (tenths / 10, tenths % 10) {
        (whole, tenth) if whole < 10 && tenth > 0 => format!("{whole}.{tenth}"),
        (whole, 0) if whole < 20 => whole.to_string(),
        _ => ((metres + 500) / 1000).to_string(),
    };
    format!("{}\u{a0}km", decimal(&km, lang))
}

/// A number with the mark of its language: "7.5", in French "7,5".
#[must_use]
pub fn decimal(number: &str, lang: Lang) -> String {
    match lang {
        Lang::Fr => number.replace('.', ","),
        _ => number.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_are_no_finer_than_they_deserve() {
        for (metres, en, fr) in [
            (3, "50 m", "50 m"),
            (412, "400 m", "400 m"),
            (949, "950 m", "950 m"),
            (950, "1 km", "1 km"),
            (1_249, "1.2 km", "1,2 km"),
            (2_020, "2 km", "2 km"),
            (9_949, "9.9 km", "9,9 km"),
            (9_951, "10 km", "10 km"),
            (14_600, "15 km", "15 km"),
            (34_600, "30 km", "30 km"),
            (188_900, "190 km", "190 km"),
        ] {
            let said = |lang| roughly(metres, lang).replace('\u{a0}', " ");
            assert_eq!(said(Lang::En), en);
            assert_eq!(said(Lang::Fr), fr);
        }
    }

    #[test]
    fn a_day_is_told_no_finer_than_it_is_known() {
        let speaker = Speaker::of(Lang::En);
        for (day, words) in [
            ("2026-03-09", "March 9, 2026"),
            // The names of months are in the messages, which the server reads at start.
            ("2026-03", "month 2026"),
            ("2026", "2026"),
        ] {
            assert_eq!(day_in_words(&speaker, day.parse().unwrap()), words);
        }
    }

    #[test]
    fn a_source_is_named_in_few_words() {
        for (source, few) in [
            (
                "https://www.nwhu.on.ca/a/b ; https://anhp.net/",
                "nwhu.on.ca",
            ),
            ("City list; table 2", "City list"),
            ("Ministry of Health (copy)", "Ministry of Health"),
        ] {
            assert_eq!(short(source), few);
        }
        assert_eq!(short(&"é".repeat(80)).chars().count(), 61);
    }
}
