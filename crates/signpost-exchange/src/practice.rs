//! The files `invented_….csv` of a town to practise with: what people looked for and said, and what was found by phone, in a year that never was.
//! They may stand only beside places that are all marked as examples, so that nothing invented is ever counted as real.

use std::{collections::BTreeMap, path::Path};

use jiff::civil::Date;
use signpost_domain::{Directory, FeedbackKind, SiteSlug};
use signpost_figures::{
    Cell, CheckLine, Counted, Field, Found, Kind, Outcome, PhoneCheck, Subject, Week, YearMonth,
};

use crate::{columns::Columns, fault::Fault, fault::Faults, files, row::SourceRow, table, value};

const LOOK_UPS_FILE: &str = "invented_look_ups.csv";
const REPORTS_FILE: &str = "invented_reports.csv";
const CHECKS_FILE: &str = "invented_phone_checks.csv";
/// The files.
pub(crate) const FILES: [&str; 3] = [LOOK_UPS_FILE, REPORTS_FILE, CHECKS_FILE];

const LOOK_UPS: Columns = Columns {
    required: &["week", "subject", "code"],
    all: &[
        "week",
        "subject",
        "code",
        "open",
        "open_past_review",
        "line",
        "line_past_review",
        "scan",
    ],
    texts: &[],
    judged: &[],
};
const REPORTS: Columns = Columns {
    required: &["month", "said", "days", "count"],
    all: &["month", "said", "days", "count"],
    texts: &[],
    judged: &[],
};
const CHECKS: Columns = Columns {
    required: &["drawn_on", "seed", "site"],
    all: &[
        "drawn_on",
        "seed",
        "site",
        "checked_on",
        "phone",
        "address",
        "hours",
        "offers",
    ],
    texts: &[],
    judged: &[],
};

/// A year that never was.
#[derive(Debug, Default)]
pub struct Practice {
    /// What people looked for.
    pub counted: Vec<Counted>,
    /// What came of what they said.
    pub outcomes: Vec<Outcome>,
    /// What was found by phone.
    pub checks: Vec<PhoneCheck>,
}

/// Reads what is invented beside a data folder; nothing when there is none. `directory` is what was read of the same folder.
///
/// # Errors
/// Every fault found, and that the places beside it are not all examples.
pub fn read_practice(
    folder: impl AsRef<Path>,
    directory: &Directory,
) -> Result<Practice, Vec<Fault>> {
    let folder = folder.as_ref();
    let mut faults = Faults::default();
    let mut practice = Practice::default();
    let there = FILES.into_iter().find(|name| folder.join(name).exists());
    let Some(there) = there else {
        return Ok(practice);
    };
    if let Some(real) = directory.sites.iter().find(|site| !site.example) {
        let message = format!(
            "invented figures may stand only beside places that are all examples, and {} is none",
            real.slug
        );
        faults.push(Fault::of_file(
            &folder.join(there).display().to_string(),
            &message,
        ));
        return faults.finish(None);
    }
    for row in rows(folder, LOOK_UPS_FILE, &LOOK_UPS, &mut faults) {
        practice.counted.extend(look_ups(&row, &mut faults));
    }
    for row in rows(folder, REPORTS_FILE, &REPORTS, &mut faults) {
        practice.outcomes.extend(outcome(&row, &mut faults));
    }
    let mut checks: BTreeMap<(Date, u64), PhoneCheck> = BTreeMap::new();
    for row in rows(folder, CHECKS_FILE, &CHECKS, &mut faults) {
        check(&row, &mut checks, &mut faults);
    }
    practice.checks = checks.into_values().collect();
    faults.finish(Some(practice))
}

fn rows(folder: &Path, name: &str, columns: &Columns, faults: &mut Faults) -> Vec<SourceRow> {
    let path = folder.join(name);
    if !path.exists() {
        return Vec::new();
    }
    let text = files::read(&path, faults).unwrap_or_default();
    table::read(&path.display().to_string(), &text, columns, faults)
}

fn number(word: &str) -> Result<u64, String> {
    word.parse()
        .map_err(|_none| format!("{} is no whole number", value::quoted(word)))
}

fn small(word: &str) -> Result<u32, String> {
    word.parse()
        .map_err(|_none| format!("{} is no whole number", value::quoted(word)))
}

fn word_of<T: std::str::FromStr>(word: &str) -> Result<T, String> {
    word.parse()
        .map_err(|_none| format!("{} is not known here", value::quoted(word)))
}

fn look_ups(row: &SourceRow, faults: &mut Faults) -> Vec<Counted> {
    let week: Option<Week> = row.read(faults, "week", word_of);
    let subject: Option<Subject> = row.read(faults, "subject", word_of);
    row.required(faults, "code");
    let code = row.word("code").to_owned();
    let (Some(week), Some(subject)) = (week, subject) else {
        return Vec::new();
    };
    let mut counted = Vec::new();
    for &kind in subject.kinds() {
        let Some(count) = row.read(faults, kind.as_str(), number) else {
            continue;
        };
        let cell = Cell {
            week,
            subject,
            code: code.clone(),
            kind,
        };
        counted.push(Counted { cell, count });
    }
    if subject == Subject::Need && !row.word(Kind::Scan.as_str()).is_empty() {
        row.fault(faults, "scan", "only an old door has a poster");
    }
    counted
}

fn outcome(row: &SourceRow, faults: &mut Faults) -> Option<Outcome> {
    let month: Option<YearMonth> = row.read(faults, "month", word_of);
    let said: Option<FeedbackKind> = row.read(faults, "said", word_of);
    let days = row.read(faults, "days", small);
    let count = row.read(faults, "count", number);
    Some(Outcome {
        month: month?,
        said: said?,
        days: days?,
        count: count?,
    })
}

fn check(
    row: &SourceRow,
    checks: &mut BTreeMap<(Date, u64), PhoneCheck>,
    faults: &mut Faults,
) -> Option<()> {
    let drawn_on: Date = row.need_date(faults, "drawn_on")?;
    let seed = row.read(faults, "seed", number)?;
    let site: SiteSlug = row.need(faults, "site")?;
    let checked_on: Option<Date> = row.read(faults, "checked_on", word_of);
    let found = Field::ALL.into_iter().filter_map(|field| {
        let was: Found = row.read(faults, field.as_str(), word_of)?;
        Some((field, was))
    });
    let line = CheckLine {
        site,
        version: 0,
        checked_on,
        found: found.collect(),
    };
    let check = checks
        .entry((drawn_on, seed))
        .or_insert_with(|| PhoneCheck {
            id: 0,
            seed,
            asked: 0,
            drawn_of: 0,
            drawn_on,
            drawn_by: "invented".to_owned(),
            lines: Vec::new(),
        });
    check.asked += 1;
    check.drawn_of = check.asked;
    check.lines.push(line);
    Some(())
}
