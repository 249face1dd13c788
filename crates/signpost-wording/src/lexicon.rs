//! The list of terms: read once, its patterns compiled.

use std::sync::LazyLock;

use regex::{Regex, RegexBuilder};
use serde::{Deserialize, Serialize};
use signpost_domain::Lang;
use utoipa::ToSchema;

/// The list shipped with Signpost.
const SHIPPED: &str = include_str!("../../../data/language/terms.csv");

/// How much a term matters.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// A plainer word exists.
    Info,
    /// Should be changed.
    Warn,
    /// A slur or a label: not published.
    Block,
}

/// Terms to avoid, and phrases in which they are allowed.
#[derive(Debug)]
pub struct Lexicon {
    pub(crate) terms: Vec<Term>,
    pub(crate) allowed: Vec<(Lang, Regex)>,
}

/// One term to avoid.
#[derive(Debug)]
pub(crate) struct Term {
    pub lang: Lang,
    pub severity: Severity,
    pub name: String,
    pub pattern: Regex,
    pub why: String,
    pub alternatives: Vec<String>,
    pub source: String,
}

/// What is wrong with a list of terms.
#[derive(Debug, thiserror::Error)]
pub enum LexiconError {
    /// Not a table of the right columns.
    #[error("the list of terms cannot be read")]
    Table(#[from] csv::Error),
    /// A row that means nothing.
    #[error("line {line} of the list of terms: {message}")]
    Row {
        /// Line, from 1.
        line: u64,
        /// What is wrong.
        message: String,
    },
}

#[derive(Deserialize)]
struct TermRow {
    kind: String,
    lang: String,
    severity: String,
    term: String,
    pattern: String,
    preferred: String,
    why: String,
    source: String,
}

impl Lexicon {
    /// The list shipped with Signpost (`data/language/terms.csv`).
    ///
    /// # Panics
    /// Never with the list that was compiled in; a test reads it.
    #[must_use]
    pub fn shipped() -> &'static Self {
        static LIST: LazyLock<Lexicon> =
            LazyLock::new(|| Lexicon::read(SHIPPED).expect("the shipped list, which a test reads"));
        &LIST
    }

    /// Reads a list: columns `kind` (`term`, `plain` or `allow`), `lang`, `severity`, `term`, `pattern`, `preferred`, `why`, `source`.
    ///
    /// # Errors
    /// When a row cannot be read; its line is named.
    pub fn read(table: &str) -> Result<Self, LexiconError> {
        let mut lexicon = Self {
            terms: Vec::new(),
            allowed: Vec::new(),
        };
        let mut reader = csv::Reader::from_reader(table.as_bytes());
        let headers = reader.headers()?.clone();
        for record in reader.records() {
            let record = record?;
            let line = record.position().map_or(0, csv::Position::line);
            let row: TermRow = record.deserialize(Some(&headers))?;
            lexicon
                .add(row)
                .map_err(|message| LexiconError::Row { line, message })?;
        }
        Ok(lexicon)
    }

    fn add(&mut self, row: TermRow) -> Result<(), String> {
        let lang: Lang = row.lang.parse().map_err(|error| format!("{error}"))?;
        let pattern = RegexBuilder::new(&row.pattern)
            .case_insensitive(true)
            .build();
        let pattern = pattern.map_err(|error| error.to_string())?;
        let severity = match (row.kind.as_str(), row.severity.as_str()) {
            ("allow", _) => {
                self.allowed.push((lang, pattern));
                return Ok(());
            }
            ("term" | "plain", "block") => Severity::Block,
            ("term" | "plain", "warn") => Severity::Warn,
            ("term" | "plain", "info") => Severity::Info,
            (kind, severity) => return Err(format!("{kind} of severity {severity} means nothing")),
        };
        let alternatives = row
            .preferred
            .split(';')
            .map(str::trim)
            .filter(|one| !one.is_empty());
        self.terms.push(Term {
            lang,
            severity,
            name: row.term,
            pattern,
            why: row.why,
            alternatives: alternatives.map(str::to_owned).collect(),
            source: row.source,
        });
        Ok(())
    }
}
