//! Weeks that are over, as they may be printed.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
};

use jiff::civil::Date;
use serde::Serialize;

use crate::{Counted, Kind, Printed, Subject, Sum, Week};

/// Everything that may be said of the weeks that are over.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Table {
    /// A line a week, subject and code; the last week first.
    pub lines: Vec<Line>,
}

/// A door or a need in one week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Line {
    /// The week.
    pub week: Week,
    /// Door or need.
    pub subject: Subject,
    /// The slug of the door, the code of the need.
    pub code: String,
    /// Each kind: a number, or nothing for fewer than 5.
    pub counts: BTreeMap<Kind, Printed>,
    /// All look-ups, from what is printed.
    pub look_ups: Sum,
}

impl Line {
    /// One kind.
    #[must_use]
    pub fn count(&self, kind: Kind) -> Printed {
        self.counts.get(&kind).copied().unwrap_or(Printed::Few)
    }
}

impl Table {
    /// Of all that was counted, the weeks that are over on this day.
    ///
    /// A line has every kind of its subject, and every week has a line for each code there is in any week: so what was never counted and
    /// what was counted once look alike.
    #[must_use]
    pub fn of(counted: &[Counted], today: Date) -> Self {
        let over = || counted.iter().filter(|one| one.cell.week.is_over(today));
        let weeks: BTreeSet<Week> = over().map(|one| one.cell.week).collect();
        let rows: BTreeSet<(Subject, &str)> = over()
            .map(|one| (one.cell.subject, one.cell.code.as_str()))
            .collect();
        let mut counts: BTreeMap<(Week, Subject, &str, Kind), u64> = BTreeMap::new();
        for one in over() {
            let cell = &one.cell;
            let key = (cell.week, cell.subject, cell.code.as_str(), cell.kind);
            *counts.entry(key).or_default() += one.count;
        }
        let line = |week: Week, subject: Subject, code: &str| {
            let of = |kind: Kind| {
                let count = counts.get(&(week, subject, code, kind));
                (kind, Printed::of(count.copied().unwrap_or(0)))
            };
            let counts: BTreeMap<Kind, Printed> =
                subject.kinds().iter().map(|&kind| of(kind)).collect();
            Line {
                week,
                subject,
                code: code.to_owned(),
                look_ups: Kind::LOOK_UPS
                    .iter()
                    .filter_map(|kind| counts.get(kind).copied())
                    .collect(),
                counts,
            }
        };
        let weeks = weeks.into_iter().rev();
        Self {
            lines: weeks
                .flat_map(|week| {
                    rows.iter()
                        .map(move |&(subject, code)| (week, subject, code))
                })
                .map(|(week, subject, code)| line(week, subject, code))
                .collect(),
        }
    }

    /// The weeks, the last first.
    #[must_use]
    pub fn weeks(&self) -> Vec<Week> {
        let weeks: BTreeSet<Week> = self.lines.iter().map(|line| line.week).collect();
        weeks.into_iter().rev().collect()
    }

    /// The lines of one week about one subject.
    pub fn of_week(&self, week: Week, subject: Subject) -> impl Iterator<Item = &Line> {
        let lines = self.lines.iter();
        lines.filter(move |line| line.week == week && line.subject == subject)
    }

    /// All look-ups of one week, from what is printed.
    #[must_use]
    pub fn look_ups(&self, week: Week) -> Sum {
        let lines = self.lines.iter().filter(|line| line.week == week);
        lines
            .flat_map(|line| Kind::LOOK_UPS.map(|kind| line.count(kind)))
            .collect()
    }

    /// As a table of text: one count a row, "fewer than 5" for what is few.
    #[must_use]
    pub fn csv(&self) -> String {
        let mut text = String::from("week,subject,code,kind,count\n");
        for line in &self.lines {
            for (kind, printed) in &line.counts {
                let count = match printed {
                    Printed::Few => "fewer than 5".to_owned(),
                    Printed::About(number) => number.to_string(),
                };
                let Line {
                    week,
                    subject,
                    code,
                    ..
                } = line;
                writeln!(text, "{week},{subject},{code},{kind},{count}")
                    .expect("a String takes every write");
            }
        }
        text
    }
}
