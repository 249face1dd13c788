//! One row of data, whatever file it comes from, and the reading of its fields with every fault named.
//!
//! A field that is wrong is named and a stand-in goes on in its place, so that the rest of the row and the rows that point at it are
//! still checked; whatever was read is thrown away in the end when there was any fault.

use std::{collections::BTreeMap, str::FromStr};

use jiff::civil::Date;
use signpost_domain::{HolidayCode, LonLat, Source};

use crate::{
    columns::Columns,
    fault::{Fault, Faults},
    source_span::SourceSpan,
    value,
};

/// The cells of a row by column name; empty cells may be left out.
pub(crate) type Cells = BTreeMap<String, String>;

/// A row and where it stands.
#[derive(Debug)]
pub(crate) struct SourceRow {
    /// Its cells, trimmed.
    pub(crate) cells: Cells,
    /// What stands already of the thing it is about. A cell that says the same is not judged again.
    pub(crate) stored: Cells,
    /// Lists whose members may contain spaces (TOML and JSON only).
    pub(crate) lists: BTreeMap<String, Vec<String>>,
    /// Rows within it (TOML and JSON only).
    pub(crate) children: BTreeMap<String, Vec<SourceRow>>,
    /// Where it stands.
    pub(crate) span: SourceSpan,
}

impl SourceRow {
    /// The cell's words; empty when there is no such cell.
    pub(crate) fn word(&self, field: &str) -> &str {
        self.cells.get(field).map_or("", String::as_str)
    }

    /// Takes from an earlier row about the same thing what this one does not speak of.
    pub(crate) fn fill(&mut self, earlier: Cells) {
        for (field, word) in &earlier {
            if !self.lists.contains_key(field) {
                self.cells
                    .entry(field.clone())
                    .or_insert_with(|| word.clone());
            }
        }
        self.stored = earlier;
    }

    /// What stands already in a field; nothing when the row is new.
    pub(crate) fn stored(&self, field: &str) -> Option<&str> {
        self.stored.get(field).map(String::as_str)
    }

    /// Names a fault of a field.
    pub(crate) fn fault(&self, faults: &mut Faults, field: &str, message: &str) {
        if faults.full() {
            faults.push(Fault::of_file("", message));
        } else {
            faults.push(self.span.fault(field, message));
        }
    }

    /// A value read by `read`; `None` when the cell is empty or, named, wrong.
    pub(crate) fn read<T>(
        &self,
        faults: &mut Faults,
        field: &str,
        read: impl Fn(&str) -> Result<T, String>,
    ) -> Option<T> {
        let word = self.word(field);
        if word.is_empty() {
            return None;
        }
        read(word)
            .map_err(|message| self.fault(faults, field, &message))
            .ok()
    }

    /// Like [`Self::read`], for values that an empty cell has too, such as `no`.
    pub(crate) fn read_or<T: Default>(
        &self,
        faults: &mut Faults,
        field: &str,
        read: impl Fn(&str) -> Result<T, String>,
    ) -> T {
        read(self.word(field))
            .map_err(|message| self.fault(faults, field, &message))
            .unwrap_or_default()
    }

    /// A value that parses; `None` when the cell is empty or, named, wrong.
    pub(crate) fn parse<T: FromStr<Err: ToString>>(
        &self,
        faults: &mut Faults,
        field: &str,
    ) -> Option<T> {
        self.read(faults, field, |word| {
            word.parse().map_err(|error: T::Err| error.to_string())
        })
    }

    /// A value that parses and has to be there.
    pub(crate) fn need<T: FromStr<Err: ToString>>(
        &self,
        faults: &mut Faults,
        field: &str,
    ) -> Option<T> {
        if self.required(faults, field) {
            self.parse(faults, field)
        } else {
            None
        }
    }

    /// A day that has to be there.
    pub(crate) fn need_date(&self, faults: &mut Faults, field: &str) -> Option<Date> {
        if self.required(faults, field) {
            self.read(faults, field, value::date)
        } else {
            None
        }
    }

    /// Names an empty cell that may not be empty.
    pub(crate) fn required(&self, faults: &mut Faults, field: &str) -> bool {
        let there = !self.word(field).is_empty() || self.lists.contains_key(field);
        if !there {
            self.fault(
                faults,
                field,
                &format!("{field} is empty; it is needed here"),
            );
        }
        there
    }

    /// The members of a list: separated by spaces in CSV, a list in TOML and JSON.
    pub(crate) fn members(&self, field: &str) -> Vec<&str> {
        match self.lists.get(field) {
            Some(list) => list.iter().map(String::as_str).collect(),
            None => self.word(field).split_whitespace().collect(),
        }
    }

    /// A list, see [`Self::members`].
    pub(crate) fn list<T>(
        &self,
        faults: &mut Faults,
        field: &str,
        read: impl Fn(&str) -> Result<T, String>,
    ) -> Vec<T> {
        let mut seen = std::collections::BTreeSet::new();
        let mut values = Vec::new();
        for member in self.members(field) {
            if !seen.insert(member) {
                let message = format!("{} is listed twice", value::quoted(member));
                self.fault(faults, field, &message);
            }
            match read(member) {
                Ok(value) => values.push(value),
                Err(message) => self.fault(faults, field, &message),
            }
        }
        values
    }

    /// A list of ids.
    pub(crate) fn ids<T: FromStr<Err: ToString>>(
        &self,
        faults: &mut Faults,
        field: &str,
    ) -> Vec<T> {
        self.list(faults, field, |member| {
            member.parse().map_err(|error: T::Err| error.to_string())
        })
    }

    /// The holidays on which it is closed. Nothing: nobody said. `none` or an empty list: open on every holiday as usual.
    pub(crate) fn closed_on(&self, faults: &mut Faults) -> Option<Vec<HolidayCode>> {
        let field = "closed_on";
        match self.word(field) {
            "none" => Some(vec![]),
            "" if !self.lists.contains_key(field) => None,
            _ => Some(self.list(faults, field, value::holiday)),
        }
    }

    /// The point of `lat` and `lon`; both or neither have to be there.
    pub(crate) fn point(&self, faults: &mut Faults) -> Option<LonLat> {
        let lat = self.read(faults, "lat", value::degrees);
        let lon = self.read(faults, "lon", value::degrees);
        match (self.word("lat").is_empty(), self.word("lon").is_empty()) {
            (true, true) => return None,
            (true, false) => self.fault(faults, "lat", "there is a longitude but no latitude"),
            (false, true) => self.fault(faults, "lon", "there is a latitude but no longitude"),
            (false, false) => {}
        }
        match LonLat::new(lon?, lat?) {
            Ok(point) => Some(point),
            Err(error) => {
                let field = if error.to_string().starts_with("longitude") {
                    "lon"
                } else {
                    "lat"
                };
                self.fault(faults, field, &error.to_string());
                None
            }
        }
    }

    /// The source, which every row has.
    pub(crate) fn source(&self, faults: &mut Faults) -> Source {
        self.required(faults, "source");
        Source {
            text: self.word("source").to_owned(),
            day: self.parse(faults, "source_day"),
        }
    }

    /// Names every cell whose characters or length are not what anyone types, of those that no type of the domain judges and that are new.
    pub(crate) fn check_characters(&self, columns: &Columns, faults: &mut Faults) {
        let listed = self
            .lists
            .iter()
            .flat_map(|(k, list)| list.iter().map(move |word| (k, word)));
        for (field, word) in self.cells.iter().chain(listed) {
            let judged = columns.is_text(field) || columns.judged.contains(&field.as_str());
            if !judged
                && self.stored(field) != Some(word)
                && let Err(message) = value::clean(word)
            {
                self.fault(faults, field, &message);
            }
        }
    }
}
