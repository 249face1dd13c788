//! A partner's HSDS, laid over the directory: its rows become rows of our own tables, and go through the same checks as those.
//!
//! What HSDS says and we have no word for is left out and named in notes. Nothing is guessed: a status that may mean two things, and
//! schedules that are more than a week, are unknown here.

mod hours;
mod names;
mod organizations;
mod services;
mod sites;
mod tables;

use std::path::Path;

use jiff::civil::Date;
use serde_json::Value;
use signpost_domain::Directory;

use self::{names::Names, tables::Tables};
use crate::{
    fault::{Fault, Faults},
    files,
    row::{Cells, SourceRow},
    source_span::SourceSpans,
    tables::{organizations as organization_table, services as service_table, sites as site_table},
    upsert::Draft,
};

pub(crate) use self::tables::{DATAPACKAGE, TABLES, Tables as HsdsTables};

/// A directory with what an HSDS file says in it.
#[derive(Debug)]
pub struct HsdsRead {
    /// The directory.
    pub directory: Directory,
    /// Where each row stands.
    pub spans: SourceSpans,
    /// What was left out, and why: one line each.
    pub notes: Vec<String>,
}

/// Whether this is HSDS: a folder with a `datapackage.json`, or a JSON file with services and no `FeatureCollection`.
#[must_use]
pub fn is_hsds(path: &Path) -> bool {
    if path.is_dir() {
        return path.join(DATAPACKAGE).is_file();
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    if name == DATAPACKAGE {
        return true;
    }
    if !files::is(&name, "json") {
        return false;
    }
    let text = files::read(path, &mut Faults::default()).unwrap_or_default();
    match serde_json::from_str(&text) {
        Ok(Value::Array(_)) => true,
        Ok(Value::Object(members)) => tables::is_a_document(&members),
        _ => false,
    }
}

/// Lays HSDS over a directory: known rows change, others are added, none is taken away.
///
/// A row of our own is known by our ids; a partner's by its name. What a known row says like our own export changes nothing.
///
/// # Errors
/// Every fault found, at most about 200; then nothing was taken.
pub fn read_hsds(base: Directory, path: &Path) -> Result<HsdsRead, Vec<Fault>> {
    let mut faults = Faults::default();
    let tables = Tables::read(path, &mut faults);
    let mut notes = Vec::new();
    let shown = path.display().to_string();
    // An export is of what is published: what it says of a box that is gone is no news.
    let published = base.clone().published();
    let mut import = Import {
        names: Names::of(&base),
        base: &published,
        tables: &tables,
        origin: tables
            .publisher
            .clone()
            .unwrap_or_else(|| file_name(path).to_owned()),
        notes: &mut notes,
    };
    let organizations = import.organizations();
    let sites = import.sites();
    let services = import.services();
    let mut draft = Draft {
        directory: base,
        spans: SourceSpans::default(),
        faults,
    };
    draft.upsert(organization_table::FILE, organizations);
    draft.upsert(site_table::FILE, sites);
    draft.upsert(service_table::FILE, services);
    let (directory, spans) = draft.finish(&shown)?;
    Ok(HsdsRead {
        directory,
        spans,
        notes,
    })
}

fn file_name(path: &Path) -> &str {
    let name = path.file_name().and_then(|name| name.to_str());
    name.unwrap_or("a file")
}

/// Everything that is at hand while rows are made.
struct Import<'a> {
    /// What is published of the directory, since that is what an export told.
    base: &'a Directory,
    tables: &'a Tables,
    names: Names,
    /// Who the file is from, for the source of each row.
    origin: String,
    notes: &'a mut Vec<String>,
}

impl Import<'_> {
    /// The day as of which the file tells, when it says one.
    fn day(&self) -> Option<Date> {
        self.tables.day
    }

    /// Where a row comes from: as our own export says it, else the file and the day of the row.
    fn source(&self, new: &mut NewRow<'_>, kind: &str) {
        let row = new.from;
        let own = self.tables.fact(kind, row, "source");
        match own {
            Some(text) => new.put("source", "source", text),
            None => new.put("source", "source", &format!("HSDS: {}", self.origin)),
        }
        let day = match self.tables.fact(kind, row, "source_day") {
            Some(day) => Some(day),
            None if own.is_some() => None,
            None => ["assured_date", "last_modified"]
                .into_iter()
                .map(|name| row.word(name))
                .find(|word| !word.is_empty())
                .and_then(|word| word.get(..10)),
        };
        // A row that names its source without a day takes the day away with it.
        new.cells
            .insert("source_day".to_owned(), day.unwrap_or_default().to_owned());
    }
}

/// A row of ours in the making.
struct NewRow<'r> {
    from: &'r SourceRow,
    /// What stands in the directory; a word that says the same changes nothing.
    told: Cells,
    cells: Cells,
    names: Vec<(String, &'static str)>,
}

impl<'r> NewRow<'r> {
    fn of(from: &'r SourceRow, told: Cells) -> Self {
        Self {
            from,
            told,
            cells: Cells::new(),
            names: Vec::new(),
        }
    }

    /// A word for a field of ours, unless it says what is told there already. `theirs` is how the file calls it.
    fn put(&mut self, ours: &str, theirs: &'static str, word: &str) {
        let word = word.trim();
        if !word.is_empty() && self.told.get(ours).map(String::as_str) != Some(word) {
            self.cells.insert(ours.to_owned(), word.to_owned());
        }
        self.names.push((ours.to_owned(), theirs));
    }

    /// The row, with what names it.
    fn row(mut self, ids: &[(&str, &str)]) -> SourceRow {
        for (field, id) in ids {
            self.cells.insert((*field).to_owned(), (*id).to_owned());
        }
        SourceRow {
            cells: self.cells,
            stored: Cells::new(),
            lists: std::collections::BTreeMap::default(),
            children: std::collections::BTreeMap::default(),
            span: self.from.span.renamed(&self.names),
        }
    }
}
