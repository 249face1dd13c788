//! Lines of the service log, and members of a point, in words.

use signpost_answers::source_words::decimal;
use signpost_domain::{CountMethod, Lang, PointMember, ServiceEntry, ServiceKind};
use signpost_hours::{Zone, words};
use signpost_store::LoggedLine;

use crate::access::{Authors, PortalContext};

/// A line of the log on a page.
pub(crate) struct EntryView {
    pub day: String,
    pub what: String,
    /// How full, how heavy, how many.
    pub figures: Vec<String>,
    pub author: String,
    pub note: String,
    /// That it was taken back: by whom, when and why; empty while it counts.
    pub taken_back: String,
    /// The number to take it back by; `None` when it cannot be.
    pub number: Option<i64>,
}

/// Whether a line can be taken back: it counts, and somebody wrote it.
pub(super) fn can_be_taken_back(line: &LoggedLine) -> bool {
    line.withdrawn.is_none() && line.entry.kind != ServiceKind::ReportedFull
}

/// A line of the log as those read it who keep it.
pub(crate) fn logged(
    f: &PortalContext,
    (authors, zone): (&Authors, &Zone),
    line: &LoggedLine,
) -> EntryView {
    let taken_back = line.withdrawn.as_ref().map(|withdrawn| {
        let day = words::date(zone.day(withdrawn.at), f.lang);
        let who = authors.named(&withdrawn.by);
        let said = [
            ("day", day.as_str()),
            ("who", &who),
            ("why", &withdrawn.why),
        ];
        f.say("log-taken-back", &said)
    });
    EntryView {
        taken_back: taken_back.unwrap_or_default(),
        number: can_be_taken_back(line).then_some(line.number),
        ..view(f, authors, &line.entry)
    }
}

/// A line of the log.
pub(crate) fn view(f: &PortalContext, authors: &Authors, entry: &ServiceEntry) -> EntryView {
    EntryView {
        day: words::date(entry.day, f.lang),
        what: f.t(&format!("log-{}", entry.kind.code())),
        figures: figures(f, entry),
        author: if entry.author.is_empty() {
            f.t("log-passer-by")
        } else {
            authors.named(&entry.author)
        },
        note: entry.note.clone(),
        taken_back: String::new(),
        number: None,
    }
}

pub(super) fn figures(f: &PortalContext, entry: &ServiceEntry) -> Vec<String> {
    let full = entry
        .full_percent
        .map(|percent| f.t1("log-was-full", "percent", percent.to_string()));
    let weight = entry
        .grams
        .map(|grams| f.t1("log-weighed", "kilograms", kilograms(grams, f.lang)));
    let needles = entry.needles.map(|needles| {
        let number = number(needles, f.lang);
        match (entry.method, entry.tenths_each) {
            (Some(CountMethod::ByWeight), Some(each)) => f.t2(
                "log-needles-by-weight",
                ("number", &number),
                ("grams", &grams(each, f.lang)),
            ),
            (Some(CountMethod::Counted), _) => f.t1("log-needles-counted", "number", number),
            _ => f.t1("log-needles-about", "number", number),
        }
    });
    full.into_iter().chain(weight).chain(needles).collect()
}

/// "7.5", in French "7,5".
pub(crate) fn grams(tenths: u16, lang: Lang) -> String {
    decimal(&format!("{}.{}", tenths / 10, tenths % 10), lang)
}

/// "2.1", to a tenth.
pub(crate) fn kilograms(grams: u32, lang: Lang) -> String {
    let tenths = (grams + 50) / 100;
    decimal(&format!("{}.{}", tenths / 10, tenths % 10), lang)
}

/// "1,120", in French "1 120".
pub(crate) fn number(number: u32, lang: Lang) -> String {
    let digits = number.to_string();
    let mark = match lang {
        Lang::Fr => '\u{a0}',
        _ => ',',
    };
    let mut said = String::new();
    for (ix, digit) in digits.chars().enumerate() {
        if ix > 0 && (digits.len() - ix).is_multiple_of(3) {
            said.push(mark);
        }
        said.push(digit);
    }
    said
}

/// What a member of a point says.
pub(crate) fn member(f: &PortalContext, member: PointMember, word: &str) -> String {
    let key = |prefix: &str, code: &str| f.t(&format!("{prefix}-{}", code.replace('_', "-")));
    match member {
        PointMember::Kind => key("point-kind", word),
        PointMember::Whose => {
            let all: Vec<String> = word.split(' ').map(|code| key("point-for", code)).collect();
            all.join(", ")
        }
        PointMember::Status => key("dp-status", word),
        PointMember::Winter | PointMember::Wheelchair | PointMember::Braille => key("dp", word),
        PointMember::Since | PointMember::Until => word
            .parse()
            .map_or_else(|_none| word.to_owned(), |day| words::date(day, f.lang)),
        _ => word.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_each_language_writes_them() {
        assert_eq!(number(1_120, Lang::En), "1,120");
        assert_eq!(number(1_234_567, Lang::Fr), "1\u{a0}234\u{a0}567");
        assert_eq!(number(7, Lang::En), "7");
        assert_eq!(kilograms(2_149, Lang::En), "2.1");
        assert_eq!(grams(75, Lang::Fr), "7,5");
    }
}
