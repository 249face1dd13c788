//! `service_log.csv`: what was done at places to leave used needles. It is no part of the directory: its lines are added to the log, once.

use jiff::civil::Date;
use signpost_domain::{CountMethod, Line, ServiceEntry, ServiceKind, SiteSlug};

use super::NO_DAY;
use crate::{columns::Columns, fault::Faults, row::SourceRow, value};

pub(crate) const FILE: &str = "service_log.csv";
pub(crate) const COLUMNS: Columns = Columns {
    required: &["site", "day", "kind"],
    all: &[
        "site",
        "day",
        "kind",
        "author",
        "full_percent",
        "grams",
        "needles",
        "method",
        "grams_each",
        "note",
    ],
    texts: &[],
    judged: &["author", "note"],
};

/// A line of the log; `None`, named, when it is none.
pub(crate) fn read(row: &SourceRow, faults: &mut Faults) -> Option<ServiceEntry> {
    row.check_characters(&COLUMNS, faults);
    let site: Option<SiteSlug> = row.need(faults, "site");
    let day: Date = row.need_date(faults, "day").unwrap_or(NO_DAY);
    row.required(faults, "kind");
    let kind = row.read(faults, "kind", kind);
    let percent = row.read(faults, "full_percent", |word| number(word, 100));
    let grams = row.read(faults, "grams", |word| number(word, ServiceEntry::MOST));
    let needles = row.read(faults, "needles", |word| number(word, ServiceEntry::MOST));
    let method = row.read(faults, "method", |word| {
        CountMethod::of_code(word)
            .ok_or_else(|| format!("{}: write counted or by_weight", value::quoted(word)))
    });
    let tenths_each = row.read(faults, "grams_each", grams_each);
    let author = row.read(faults, "author", line).unwrap_or_default();
    let note = row.read(faults, "note", line).unwrap_or_default();
    let (site, kind) = (site?, kind?);
    if kind == ServiceKind::ReportedFull && !(author.is_empty() && note.is_empty()) {
        let message = "of who said that a box is full nothing is kept: leave author and note empty";
        row.fault(faults, "author", message);
    }
    Some(ServiceEntry {
        key: Some(format!("file {site} {day} {} {author}", kind.code())),
        full_percent: percent.and_then(|percent| u8::try_from(percent).ok()),
        grams,
        needles,
        method,
        tenths_each,
        author,
        note,
        ..ServiceEntry::of(site, day, kind)
    })
}

fn kind(word: &str) -> Result<ServiceKind, String> {
    ServiceKind::of_code(word).ok_or_else(|| {
        let known = ServiceKind::DONE.map(ServiceKind::code).join(", ");
        format!(
            "{} is not known; write {known} or reported_full",
            value::quoted(word)
        )
    })
}

fn number(word: &str, most: u32) -> Result<u32, String> {
    let read = word.parse().ok().filter(|number| *number <= most);
    read.ok_or_else(|| format!("{} is no whole number up to {most}", value::quoted(word)))
}

fn line(word: &str) -> Result<String, String> {
    Line::new(word)
        .map(String::from)
        .map_err(value::words_fault)
}

/// "7.5" as tenths of a gram.
fn grams_each(word: &str) -> Result<u16, String> {
    let tenths = |word: &str| {
        let (whole, tenths) = word.split_once('.').unwrap_or((word, "0"));
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        let fine = digits(whole) && digits(tenths) && tenths.len() == 1;
        let number: Option<u16> = format!("{whole}{tenths}").parse().ok();
        number.filter(|tenths| fine && *tenths > 0)
    };
    tenths(word).ok_or_else(|| format!("{} is no weight such as 7.5", value::quoted(word)))
}
