//! The tables of a data folder: for each its columns, how a row is read and how it is written.

pub(crate) mod disposal_points;
pub(crate) mod exceptions;
pub(crate) mod landmarks;
pub(crate) mod lines;
pub(crate) mod localities;
pub(crate) mod organizations;
pub(crate) mod service_log;
pub(crate) mod services;
pub(crate) mod sites;

use jiff::civil::Date;
use signpost_domain::{HolidayCode, Source, Text};

use crate::{columns::ENDINGS, row::Cells};

/// Collects the cells of a row to be written.
#[derive(Default)]
pub(crate) struct Writer(pub(crate) Cells);

impl Writer {
    pub(crate) fn word(mut self, field: &str, word: &(impl ToString + ?Sized)) -> Self {
        self.0.insert(field.to_owned(), word.to_string());
        self
    }

    pub(crate) fn maybe(self, field: &str, word: Option<impl ToString>) -> Self {
        match word {
            Some(word) => self.word(field, &word),
            None => self,
        }
    }

    /// Words; nothing where there are none.
    pub(crate) fn filled(self, field: &str, words: &str) -> Self {
        self.maybe(field, Some(words).filter(|words| !words.is_empty()))
    }

    pub(crate) fn text(mut self, field: &str, text: &Text) -> Self {
        for (lang, ending) in ENDINGS {
            if let Some(words) = text.exactly(lang) {
                self.0.insert(format!("{field}{ending}"), words.to_owned());
            }
        }
        self
    }

    pub(crate) fn yes(self, field: &str, yes: bool) -> Self {
        self.word(field, if yes { "yes" } else { "no" })
    }

    /// `yes` or `no`; nothing where nobody said.
    pub(crate) fn said(self, field: &str, said: Option<bool>) -> Self {
        match said {
            Some(yes) => self.yes(field, yes),
            None => self,
        }
    }

    pub(crate) fn list<T: ToString>(self, field: &str, list: &[T]) -> Self {
        let words: Vec<String> = list.iter().map(T::to_string).collect();
        self.word(field, &words.join(" "))
    }

    /// `none` where it is open on every holiday as usual; nothing where nobody said.
    pub(crate) fn closed_on(self, codes: Option<&[HolidayCode]>) -> Self {
        match codes {
            None => self,
            Some([]) => self.word("closed_on", "none"),
            Some(codes) => self.list("closed_on", codes),
        }
    }

    pub(crate) fn source(self, source: &Source) -> Self {
        self.word("source", &source.text)
            .maybe("source_day", source.day)
    }
}

/// A day that stands in for one that could not be read; the fault is already named.
pub(crate) const NO_DAY: Date = Date::ZERO;
