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
    let keys = ["from-source", "from-source-dated", "from-source-undated"];
    with_its_day(speaker, keys, (source, source), day)
}

/// A source with its day: the first message puts both in, the second the source alone, which names its day itself, and the third says that nobody
/// knows the day. `whole` is the source as it stands in the data.
pub(crate) fn with_its_day(
    speaker: &Speaker,
    [both, dated, undated]: [&str; 3],
    (source, whole): (&str, &str),
    day: Option<SourceDay>,
) -> String {
    let source = speaker.typed(source);
    match day {
        Some(day) if tells_day(whole, day) => speaker.t1(dated, "source", source),
        Some(day) => speaker.t2(
            both,
            ("source", &source),
            ("day", &day_in_words(speaker, day)),
        ),
        None => speaker.t1(undated, "source", source),
    }
}

/// Whether a source names its day or month itself, such as a newspaper of April 4, 2016. A year alone may be anything.
fn tells_day(source: &str, day: SourceDay) -> bool {
    let named = |lang| day_in_words(&Speaker::of(lang), day);
    day.precision() != Precision::Year
        && [Lang::En, Lang::Fr]
            .into_iter()
            .any(|lang| source.contains(&named(lang)))
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

/// A source in few words: the website of the first address in it, else its words up to where they go on.
fn short(source: &str) -> String {
    let host = source
        .split_whitespace()
        .find_map(|word| website(word.trim_start_matches('(')));
    if let Some(host) = host {
        return host.to_owned();
    }
    let words = source.split([';', '(']).next().unwrap_or(source);
    let words = in_plain_words(words);
    match words.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", words.get(..end).unwrap_or(&words).trim_end()),
        None => words,
    }
}

/// A source as people read it: websites by their names, and nothing that only a program looks up, such as where a copy of a list is kept, or
/// the number of an article. The whole of it stands in the data.
#[must_use]
pub fn in_plain_words(source: &str) -> String {
    let mut parts: Vec<String> = Vec::new();
    for part in without_copies(source).split(';') {
        let words = part.split_whitespace().filter_map(plain_word);
        let words: Vec<&str> = words.collect();
        let words = words.join(" ");
        if !words.is_empty() && !parts.contains(&words) {
            parts.push(words);
        }
    }
    parts.join("; ")
}

/// A text without the brackets that say where a copy is kept.
fn without_copies(text: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('(') {
        let Some((inside, behind)) = after.split_once(')') else {
            break;
        };
        kept.push_str(before);
        let is_of_programs = ["commit ", "github.com", "copy:"]
            .iter()
            .any(|word| inside.contains(word));
        if !is_of_programs {
            kept.push('(');
            kept.push_str(inside);
            kept.push(')');
        }
        rest = behind;
    }
    kept.push_str(rest);
    kept
}

/// A word as people read it; `None` for one that only a program reads.
fn plain_word(word: &str) -> Option<&str> {
    if let Some(host) = website(word) {
        return Some(host);
    }
    let bare = word.trim_matches(|letter: char| "(),.".contains(letter));
    let mut halves = bare.splitn(2, '.');
    let digits = |half: Option<&str>, least: usize| {
        half.is_some_and(|half| half.len() >= least && half.bytes().all(|b| b.is_ascii_digit()))
    };
    let is_number_of_an_article = digits(halves.next(), 1) && digits(halves.next(), 5);
    let is_file = bare
        .rsplit_once('.')
        .is_some_and(|(name, end)| !name.is_empty() && OUR_FILES.contains(&end));
    (!is_number_of_an_article && !is_file).then_some(word)
}

/// What the names of our own files end with.
const OUR_FILES: [&str; 6] = ["csv", "json", "jsonl", "toml", "md", "geojson"];

/// The website of an address, without what only a browser needs.
fn website(word: &str) -> Option<&str> {
    let rest = word
        .strip_prefix("https://")
        .or_else(|| word.strip_prefix("http://"))?;
    let host = rest.split(['/', '?', ',', ')']).next()?;
    Some(host.trim_start_matches("www."))
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
            ("http://www.lwdh.on.ca/index.php?id=97", "lwdh.on.ca"),
            ("CBC News 1.6796619 (2023) (does not say)", "CBC News"),
        ] {
            assert_eq!(short(source), few);
        }
        assert_eq!(short(&"é".repeat(80)).chars().count(), 61);
    }

    #[test]
    fn a_source_is_told_in_words_that_people_read() {
        for (source, words) in [
            (
                "Ministry of Health, List (copy: github.com/a/b, commit 69bf074) ; phone: http://www.lwdh.on.ca/x.html",
                "Ministry of Health, List; phone: lwdh.on.ca",
            ),
            (
                "https://a.ca/1 ; https://www.a.ca/2 ; CBC News 1.6796619 (2023)",
                "a.ca; CBC News (2023)",
            ),
            ("facts/kenora.csv, line 3", "line 3"),
            ("Daily Miner, April 4, 2016", "Daily Miner, April 4, 2016"),
            (
                "Version 2.1 of a list (page 4",
                "Version 2.1 of a list (page 4",
            ),
            ("", ""),
        ] {
            assert_eq!(in_plain_words(source), words);
        }
    }
}
