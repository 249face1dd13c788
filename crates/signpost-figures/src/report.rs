//! A report of one month, as one thing from which the page, the table and the file are made: what one says, all say.

use std::{collections::BTreeMap, fmt::Write as _};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use signpost_domain::Lang;

use crate::{FEWEST, Printed, Sum, YearMonth};

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Value {
    /// A number.
    Number(u64),
    /// A sum of what is printed, of which some is few.
    Range(Sum),
    /// Words.
    Text(String),
    /// Any of 0 to 4.
    Few,
}

impl From<Printed> for Value {
    fn from(printed: Printed) -> Self {
        match printed {
            Printed::Few => Self::Few,
            Printed::About(number) => Self::Number(number),
        }
    }
}

impl From<Sum> for Value {
    fn from(sum: Sum) -> Self {
        if sum.least == sum.most {
            Self::Number(sum.least)
        } else {
            Self::Range(sum)
        }
    }
}

impl Value {
    /// What a chart draws: the least and the most.
    fn drawn(&self) -> Option<(u64, u64)> {
        match self {
            Self::Number(number) => Some((*number, *number)),
            Self::Range(sum) => Some((sum.least, sum.most)),
            Self::Few => Some((0, FEWEST - 1)),
            Self::Text(_) => None,
        }
    }
}

/// A table of a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportTable {
    /// Its name in files.
    pub id: String,
    /// What it is of.
    pub caption: String,
    /// What each column is; the first names the row.
    pub header: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<Value>>,
    /// The columns that are drawn beside it.
    pub drawn: Vec<usize>,
}

/// A part of a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// Its name in files.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// What it says, in plain words, the most important first.
    pub plain: Vec<String>,
    /// Its tables.
    pub tables: Vec<ReportTable>,
}

/// A report of one month in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// Which month.
    pub month: YearMonth,
    /// The day on which it was made.
    pub made_on: Date,
    /// Its heading.
    pub title: String,
    /// Its parts.
    pub sections: Vec<Section>,
}

impl Report {
    /// The first sentence of each part.
    pub fn summary(&self) -> impl Iterator<Item = &str> {
        let sections = self.sections.iter();
        sections.filter_map(|section| section.plain.first().map(String::as_str))
    }
}

/// A report that is public, as it was when it was made public.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublishedReport {
    /// Which month.
    pub month: YearMonth,
    /// In each language.
    pub told: BTreeMap<Lang, Frozen>,
}

/// A report and its table, as they were.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Frozen {
    /// The report.
    pub report: Report,
    /// The same as CSV.
    pub csv: String,
}

/// How wide and high a bar's room is, and how wide the bar.
const STEP: usize = 24;
const HIGH: u64 = 60;
const BAR: usize = 16;

impl ReportTable {
    /// Its chart as SVG: a group of bars for each row; what is not known for sure between two numbers is lighter. Without words, because the
    /// table beside it has them. Nothing when there is nothing to draw.
    #[must_use]
    pub fn chart(&self) -> Option<String> {
        let values = |row: &[Value]| -> Vec<(u64, u64)> {
            let drawn = self.drawn.iter().filter_map(|&column| row.get(column));
            drawn.filter_map(Value::drawn).collect()
        };
        let groups: Vec<Vec<(u64, u64)>> = self.rows.iter().map(|row| values(row)).collect();
        let top = groups.iter().flatten().map(|(_, most)| *most).max()?;
        if top == 0 {
            return None;
        }
        let scale = |value: u64| value * HIGH / top;
        let mut bars = String::new();
        let mut x = 0;
        for group in &groups {
            for (nth, &(least, most)) in group.iter().enumerate() {
                // The first column is the darkest; what may be or not is light.
                let sure = if nth == 0 { ".9" } else { ".5" };
                for (from, to, shade) in [(0, least, sure), (least, most, ".2")] {
                    let (low, high) = (scale(from), scale(to));
                    if high > low {
                        write!(
                            bars,
                            "<rect fill-opacity=\"{shade}\" x=\"{x}\" y=\"{}\" width=\"{BAR}\" height=\"{}\"/>",
                            HIGH - high,
                            high - low
                        )
                        .ok()?;
                    }
                }
                x += BAR + 2;
            }
            x += STEP - BAR;
        }
        Some(format!(
            "<svg aria-hidden=\"true\" focusable=\"false\" width=\"{x}\" height=\"{high}\" viewBox=\"0 0 {x} {high}\" fill=\"currentColor\">{bars}<rect y=\"{HIGH}\" width=\"{x}\" height=\"1\"/></svg>",
            high = HIGH + 1
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(rows: Vec<Vec<Value>>) -> ReportTable {
        ReportTable {
            id: "weeks".to_owned(),
            caption: String::new(),
            header: vec![],
            rows,
            drawn: vec![1],
        }
    }

    #[test]
    fn bars_are_as_high_as_their_numbers_and_what_is_unsure_is_lighter() {
        let text = |words: &str| Value::Text(words.to_owned());
        let sum = Sum {
            least: 25,
            most: 50,
        };
        let chart = table(vec![
            vec![text("a"), Value::Number(100)],
            vec![text("b"), sum.into()],
            vec![text("c"), text("–")],
        ])
        .chart()
        .unwrap();
        assert!(
            chart.contains("fill-opacity=\".9\" x=\"0\" y=\"0\" width=\"16\" height=\"60\""),
            "{chart}"
        );
        assert!(
            chart.contains("fill-opacity=\".9\" x=\"26\" y=\"45\" width=\"16\" height=\"15\""),
            "{chart}"
        );
        assert!(
            chart.contains("fill-opacity=\".2\" x=\"26\" y=\"30\" width=\"16\" height=\"15\""),
            "{chart}"
        );
        assert!(chart.contains("aria-hidden=\"true\"") && !chart.contains("style"));
        assert_eq!(table(vec![vec![text("a"), Value::Number(0)]]).chart(), None);
        assert_eq!(table(vec![]).chart(), None);
    }

    #[test]
    fn each_kind_of_cell_comes_back_from_a_file() {
        for (value, json) in [
            (Value::Number(25), "25"),
            (Value::Few, "null"),
            (
                Value::Range(Sum { least: 5, most: 9 }),
                "{\"least\":5,\"most\":9}",
            ),
            (Value::Text("x".to_owned()), "\"x\""),
        ] {
            assert_eq!(serde_json::to_string(&value).unwrap(), json);
            assert_eq!(serde_json::from_str::<Value>(json).unwrap(), value);
        }
    }
}
