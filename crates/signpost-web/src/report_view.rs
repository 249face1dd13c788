//! A report as a page shows it, to stewards and to everybody alike.

use signpost_answers::Speaker;
use signpost_figures::{Report, Value};
use signpost_hours::words;

/// A report as a page shows it.
pub struct ReportView {
    /// The language it is in.
    pub lang: &'static str,
    /// Its heading.
    pub title: String,
    /// "Made December 2, 2026."
    pub made: String,
    /// The first sentence of each part.
    pub summary: Vec<String>,
    /// Its parts.
    pub sections: Vec<SectionView>,
    /// How counts are printed.
    pub rule: String,
}

/// A part of it.
pub struct SectionView {
    /// Where links lead.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// What it says in plain words.
    pub plain: Vec<String>,
    /// Its tables.
    pub tables: Vec<TableView>,
}

/// A table, and its chart.
pub struct TableView {
    /// What it is of.
    pub caption: String,
    /// What each column is.
    pub header: Vec<String>,
    /// The rows in words.
    pub rows: Vec<Vec<String>>,
    /// The drawing beside it, as SVG.
    pub chart: Option<String>,
}

impl ReportView {
    /// A report in the words of its language.
    #[must_use]
    pub fn of(report: &Report, speaker: Speaker) -> Self {
        let sections = report.sections.iter().map(|section| SectionView {
            id: section.id.clone(),
            title: section.title.clone(),
            plain: section.plain.clone(),
            tables: section
                .tables
                .iter()
                .map(|table| TableView {
                    caption: table.caption.clone(),
                    header: table.header.clone(),
                    rows: table
                        .rows
                        .iter()
                        .map(|row| row.iter().map(|one| value_words(one, speaker)).collect())
                        .collect(),
                    chart: table.chart(),
                })
                .collect(),
        });
        Self {
            lang: speaker.lang.tag(),
            title: report.title.clone(),
            made: speaker.t1("rep-made", "day", words::date(report.made_on, speaker.lang)),
            summary: report.summary().map(str::to_owned).collect(),
            sections: sections.collect(),
            rule: speaker.t("rep-rule"),
        }
    }
}

/// A cell in words: "25", "fewer than 5", "25 to 37".
#[must_use]
pub fn value_words(value: &Value, speaker: Speaker) -> String {
    match value {
        Value::Number(number) => number.to_string(),
        Value::Text(words) => words.clone(),
        Value::Few => speaker.t("fig-few"),
        Value::Range(sum) => {
            let (least, most) = (sum.least.to_string(), sum.most.to_string());
            speaker.t2("fig-range", ("least", &least), ("most", &most))
        }
    }
}
