//! Holidays: which days, what they are called, and which of them `PH` means.

use std::{
    collections::BTreeSet,
    sync::{Arc, LazyLock},
};

use jiff::civil::Date;
use opening_hours::ContextHolidays;
use serde::Deserialize;
use signpost_domain::{HolidayCode, Lang, Text};

use crate::civil::chrono_day;

static ONTARIO: LazyLock<Calendar> = LazyLock::new(|| {
    // A test reads the same text, so that a fault in it never gets this far.
    Calendar::parse(include_str!("../../../data/holidays.csv")).unwrap_or_default()
});

/// One holiday in one year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holiday {
    /// What it is, the same every year. The day off in place of a holiday on a weekend bears the code of that holiday.
    pub code: HolidayCode,
    /// What it is called.
    pub name: Text,
    /// The day.
    pub date: Date,
    /// Whether Ontario's law gives the day off; then hours are not certain unless the organization said what it does.
    pub statutory: bool,
    /// Whether `PH` in an hours text means this day.
    pub public: bool,
}

/// The holidays of some years.
///
/// # Examples
/// ```
/// use signpost_hours::Calendar;
/// let day = jiff::civil::date(2026, 2, 16);
/// let names: Vec<_> = Calendar::ontario().on(day).map(|holiday| holiday.code.as_str()).collect();
/// assert_eq!(names, ["family-day"]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Calendar {
    holidays: Vec<Holiday>,
    public: ContextHolidays,
}

/// A line of a holiday file that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {message}")]
pub struct CalendarError {
    /// The line, from 1.
    pub line: u64,
    /// What is wrong with it, in a sentence.
    pub message: String,
}

#[derive(Deserialize)]
struct HolidayRow {
    code: String,
    date: String,
    name_en: String,
    name_fr: String,
    statutory: String,
    public: Option<String>,
}

impl Calendar {
    /// Reads `code,date,name_en,name_fr,statutory,public`; the last column may be missing and then repeats `statutory`.
    ///
    /// # Errors
    /// The first line that is not a holiday, or that says the same as an earlier one.
    pub fn parse(csv: &str) -> Result<Self, CalendarError> {
        let mut reader = csv::ReaderBuilder::new()
            .trim(csv::Trim::All)
            .from_reader(csv.as_bytes());
        let mut holidays = Vec::new();
        let mut seen = BTreeSet::new();
        for row in reader.deserialize::<HolidayRow>() {
            let row = row.map_err(|error| CalendarError {
                line: error.position().map_or(1, csv::Position::line),
                message: "expected code,date,name_en,name_fr,statutory,public".into(),
            })?;
            // The header is line 1, and no field of this file spans lines.
            let line = u64::try_from(holidays.len())
                .unwrap_or(u64::MAX)
                .saturating_add(2);
            let holiday = row
                .holiday()
                .map_err(|message| CalendarError { line, message })?;
            if !seen.insert((holiday.code.clone(), holiday.date)) {
                let message = format!("{} is already on {}", holiday.code, holiday.date);
                return Err(CalendarError { line, message });
            }
            holidays.push(holiday);
        }
        holidays.sort_by_key(|holiday| holiday.date);
        let public = holidays
            .iter()
            .filter(|holiday| holiday.public)
            .map(|holiday| chrono_day(holiday.date))
            .collect();
        Ok(Self {
            holidays,
            public: ContextHolidays::new(Arc::new(public), Arc::default()),
        })
    }

    /// Ontario's holidays, 2025 to 2030, as shipped in `data/holidays.csv`.
    #[must_use]
    pub fn ontario() -> &'static Self {
        &ONTARIO
    }

    /// The holidays on a day; most days have none.
    pub fn on(&self, day: Date) -> impl Iterator<Item = &Holiday> {
        let first = self.holidays.partition_point(|holiday| holiday.date < day);
        self.holidays
            .iter()
            .skip(first)
            .take_while(move |holiday| holiday.date == day)
    }

    /// Every code, once, in the order of the alphabet.
    pub fn codes(&self) -> impl Iterator<Item = &HolidayCode> {
        self.holidays
            .iter()
            .map(|holiday| &holiday.code)
            .collect::<BTreeSet<_>>()
            .into_iter()
    }

    /// What a holiday is called; the day off in place of one goes by the name of its holiday.
    #[must_use]
    pub fn named(&self, code: &HolidayCode) -> Option<&Text> {
        let mut holidays = self.holidays.iter().filter(|holiday| holiday.code == *code);
        let first = holidays.next()?;
        // The shortest: that of the day off in its place says so behind it.
        Some(
            holidays
                .map(|holiday| &holiday.name)
                .fold(&first.name, |best, name| {
                    let length = |name: &Text| name.words(Lang::En).len();
                    if length(name) < length(best) {
                        name
                    } else {
                        best
                    }
                }),
        )
    }

    /// The last day it knows of. On later days nothing is a holiday, so that a directory should not be served without a newer file.
    #[must_use]
    pub fn last_day(&self) -> Option<Date> {
        self.holidays.last().map(|holiday| holiday.date)
    }

    /// The days that `PH` means, as the hours library wants them.
    pub(crate) const fn public(&self) -> &ContextHolidays {
        &self.public
    }
}

impl HolidayRow {
    fn holiday(self) -> Result<Holiday, String> {
        let statutory = yes_or_no("statutory", &self.statutory)?;
        Ok(Holiday {
            code: HolidayCode::new(&self.code).map_err(|error| error.to_string())?,
            name: {
                let mut name = Text::en(&self.name_en);
                name.set(Lang::Fr, &self.name_fr);
                name
            },
            date: self
                .date
                .parse()
                .map_err(|_not_a_day| format!("{:?} is not a day such as 2026-12-25", self.date))?,
            statutory,
            public: match self.public.as_deref() {
                None | Some("") => statutory,
                Some(word) => yes_or_no("public", word)?,
            },
        })
    }
}

fn yes_or_no(column: &str, word: &str) -> Result<bool, String> {
    match word {
        "yes" => Ok(true),
        "no" => Ok(false),
        _ => Err(format!("{column} is {word:?}; write yes or no")),
    }
}
