//! HSDS as tables, whatever shape it came in: one document of lists, services with all that is in them, a page of the API, or a datapackage.

use std::{
    collections::{BTreeMap, HashMap},
    mem,
    path::{Component, Path},
    rc::Rc,
};

use csv::ReaderBuilder;
use jiff::civil::Date;
use serde_json::{Map, Value};

use crate::{
    fault::{Fault, Faults},
    files, json,
    row::SourceRow,
    source_span::SourceSpan,
    tree,
};

/// What a datapackage is told by.
pub(crate) const DATAPACKAGE: &str = "datapackage.json";

/// The tables that are read: how lists of their rows are called, and one row.
pub(crate) const TABLES: [(&str, &str); 14] = [
    ("organizations", "organization"),
    ("locations", "location"),
    ("services", "service"),
    ("service_at_locations", "service_at_location"),
    ("organization_identifiers", "organization_identifier"),
    ("addresses", "address"),
    ("phones", "phone"),
    ("schedules", "schedule"),
    ("languages", "language"),
    ("accessibility", "accessibility"),
    ("required_documents", "required_document"),
    ("attributes", "attribute"),
    ("taxonomies", "taxonomy"),
    ("taxonomy_terms", "taxonomy_term"),
];

/// The table of a list or of one row.
fn table_of(name: &str) -> Option<&'static str> {
    let found = TABLES
        .iter()
        .find(|(list, one)| [*list, *one].contains(&name));
    found.map(|(_, one)| *one)
}

/// Whether an object is a document of HSDS, a page of its API, or one service.
pub(super) fn is_a_document(members: &Map<String, Value>) -> bool {
    !members.contains_key("features")
        && ["services", "service_at_locations", "contents"]
            .iter()
            .any(|name| members.get(*name).is_some_and(Value::is_array))
}

/// By a member that links, and the id in it: which rows of a table have it.
type Links = HashMap<String, HashMap<String, Vec<usize>>>;

/// Every row of a file, by its table.
#[derive(Debug, Default)]
pub(crate) struct Tables {
    rows: BTreeMap<&'static str, Vec<SourceRow>>,
    index: HashMap<(&'static str, String), usize>,
    links: HashMap<&'static str, Links>,
    /// The ending of the columns in the language of its words.
    pub(crate) ending: &'static str,
    /// The day as of which it tells.
    pub(crate) day: Option<Date>,
    /// Who wrote it.
    pub(crate) publisher: Option<String>,
}

impl Tables {
    pub(super) fn read(path: &Path, faults: &mut Faults) -> Self {
        let mut tables = Self {
            ending: "_en",
            ..Self::default()
        };
        let is_package = path.file_name().is_some_and(|name| name == DATAPACKAGE);
        match (path.is_dir(), is_package) {
            (true, _) => tables.package(path, faults),
            (false, true) => tables.package(path.parent().unwrap_or(path), faults),
            (false, false) => {
                if let Some(text) = files::read(path, faults) {
                    tables.document(&path.display().to_string(), &text, faults);
                }
            }
        }
        tables.link();
        tables
    }

    /// A JSON document as tables.
    pub(crate) fn of_document(document: &str) -> Self {
        let mut tables = Self::default();
        tables.document("", document, &mut Faults::default());
        tables.link();
        tables
    }

    /// The rows of a table.
    pub(crate) fn all(&self, table: &'static str) -> &[SourceRow] {
        self.rows.get(table).map_or(&[], Vec::as_slice)
    }

    /// The row of this id.
    pub(crate) fn one(&self, table: &'static str, id: &str) -> Option<&SourceRow> {
        let at = self.index.get(&(table, id.to_owned()))?;
        self.rows.get(table)?.get(*at)
    }

    /// The rows of a table that belong to another row.
    pub(crate) fn of(
        &self,
        table: &'static str,
        link: &str,
        id: &str,
    ) -> impl Iterator<Item = &SourceRow> {
        let links = self.links.get(table).and_then(|all| all.get(link));
        let found = links.and_then(|all| all.get(id)).map(Vec::as_slice);
        let rows = self.all(table);
        found
            .unwrap_or_default()
            .iter()
            .filter_map(move |at| rows.get(*at))
    }

    /// Notes which rows belong to which, once all are read.
    fn link(&mut self) {
        for (table, rows) in &self.rows {
            let links = self.links.entry(table).or_default();
            for (at, row) in rows.iter().enumerate() {
                for (name, id) in row.cells.iter().filter(|(name, _)| name.ends_with("_id")) {
                    let of_name = links.entry(name.clone()).or_default();
                    of_name.entry(id.clone()).or_default().push(at);
                }
            }
        }
    }

    /// Taxonomy, code and name of the term of an attribute.
    pub(crate) fn term<'t>(&'t self, attribute: &'t SourceRow) -> (&'t str, &'t str, &'t str) {
        let term = self.one("taxonomy_term", attribute.word("taxonomy_term_id"));
        let word = |name: &str| term.map_or("", |term| term.word(name));
        let taxonomy = match attribute.word("link_type") {
            "" => word("taxonomy"),
            link => link,
        };
        (taxonomy, word("code"), word("name"))
    }

    /// What an attribute of our taxonomy of facts says of a row.
    pub(crate) fn fact<'t>(
        &'t self,
        kind: &str,
        row: &'t SourceRow,
        code: &str,
    ) -> Option<&'t str> {
        let id = row.word("id");
        let mut all = self.of("attribute", "link_id", id);
        all.find(|one| {
            let (taxonomy, own, _) = self.term(one);
            taxonomy == crate::FACTS && own == code && ["", kind].contains(&one.word("link_entity"))
        })
        .map(|one| one.word("value"))
    }

    fn document(&mut self, file: &str, text: &str, faults: &mut Faults) {
        let Some(value) = json::parsed(file, text, faults) else {
            faults.rows_lost = true;
            return;
        };
        let reader = Json {
            file: file.into(),
            text: text.into(),
        };
        match &value {
            Value::Array(list) => self.list("service", list, "", &reader, faults),
            Value::Object(members) => {
                self.about(members);
                for (name, member) in members {
                    let table = match name.as_str() {
                        "contents" => Some("service"),
                        other => table_of(other),
                    };
                    if let (Some(table), Value::Array(list)) = (table, member) {
                        self.list(table, list, &format!("/{name}"), &reader, faults);
                    }
                }
            }
            _ => {}
        }
        if self.rows.is_empty() {
            let message = "no services, organizations or locations of HSDS are in it";
            faults.push(Fault::at(file, (1, 1), message));
        }
    }

    /// Language, day and publisher, where a document says them.
    fn about(&mut self, members: &Map<String, Value>) {
        let word = |name: &str| members.get(name).and_then(Value::as_str);
        if let Some(ending) = word("lang").and_then(tree::ending) {
            self.ending = ending;
        }
        self.day = word("day").and_then(|day| day.parse().ok());
        self.publisher = word("publisher").map(str::to_owned);
    }

    fn list(
        &mut self,
        table: &'static str,
        list: &[Value],
        pointer: &str,
        reader: &Json,
        faults: &mut Faults,
    ) {
        for (at, value) in list.iter().enumerate() {
            let place = format!("{pointer}/{at}");
            let Some(object) = value.as_object() else {
                let at = crate::json_place::find(&reader.text, &place).unwrap_or((1, 1));
                let message = format!("{place}: expected an object, a row of {table}");
                faults.push(Fault::at(&reader.file, at, &message));
                faults.rows_lost = true;
                continue;
            };
            let row = tree::json_row(&reader.file, &reader.text, object, &place, &[], "");
            self.lift(table, row);
        }
    }

    /// Takes a row, and the rows within it into their own tables.
    fn lift(&mut self, table: &'static str, mut row: SourceRow) {
        let own = row.word("id").to_owned();
        for (name, rows) in mem::take(&mut row.children) {
            let Some(kind) = table_of(&name) else {
                continue;
            };
            for mut child in rows {
                if name == kind && kind != "accessibility" {
                    let id = child.word("id").to_owned();
                    row.cells.entry(format!("{kind}_id")).or_insert(id);
                } else if !own.is_empty() {
                    let link = match kind {
                        "attribute" => "link_id".to_owned(),
                        _ => format!("{table}_id"),
                    };
                    child.cells.entry(link).or_insert_with(|| own.clone());
                }
                self.lift(kind, child);
            }
        }
        let rows = self.rows.entry(table).or_default();
        let key = (table, own);
        if let Some(known) = self.index.get(&key).and_then(|at| rows.get_mut(*at)) {
            known.merge(row);
            return;
        }
        if !key.1.is_empty() {
            self.index.insert(key, rows.len());
        }
        rows.push(row);
    }

    fn package(&mut self, folder: &Path, faults: &mut Faults) {
        let path = folder.join(DATAPACKAGE);
        let shown = path.display().to_string();
        let Some(text) = files::read(&path, faults) else {
            return;
        };
        let Some(value) = json::parsed(&shown, &text, faults) else {
            faults.rows_lost = true;
            return;
        };
        if let Some(members) = value.as_object() {
            self.about(members);
        }
        let resources = value.get("resources").and_then(Value::as_array);
        if resources.is_none() {
            faults.push(Fault::of_file(
                &shown,
                "a datapackage has a list of resources",
            ));
        }
        for resource in resources.into_iter().flatten() {
            let word = |name: &str| resource.get(name).and_then(Value::as_str);
            let Some(table) = word("name").and_then(table_of) else {
                continue;
            };
            let Some(name) = word("path").filter(|path| is_inside(path)) else {
                let message = format!("{table}: the path of a resource is a file of this folder");
                faults.push(Fault::of_file(&shown, &message));
                continue;
            };
            let file = folder.join(name);
            if let Some(text) = files::read(&file, faults) {
                self.table(table, &file.display().to_string(), &text, faults);
            }
        }
    }

    /// One table of a datapackage.
    fn table(&mut self, table: &'static str, file: &str, text: &str, faults: &mut Faults) {
        let mut reader = ReaderBuilder::new()
            .flexible(true)
            .from_reader(text.as_bytes());
        let header: Rc<[String]> = match reader.headers() {
            Ok(names) => names.iter().map(|name| name.trim().to_owned()).collect(),
            Err(_) => return,
        };
        let file: Rc<str> = file.into();
        for record in reader.records().flatten() {
            let line = record.position().map_or(1, csv::Position::line);
            if record.len() != header.len() {
                let message = format!("{} cells, and {} columns", record.len(), header.len());
                faults.push(Fault::at(&file, (line, 1), &message));
                faults.rows_lost = true;
                continue;
            }
            let cells = header.iter().zip(&record);
            let cells = cells.filter(|(_, cell)| !cell.trim().is_empty());
            let row = SourceRow {
                cells: cells
                    .map(|(name, cell)| (name.clone(), cell.trim().to_owned()))
                    .collect(),
                stored: BTreeMap::new(),
                lists: BTreeMap::new(),
                children: BTreeMap::new(),
                span: SourceSpan::Record {
                    file: Rc::clone(&file),
                    line,
                    header: Rc::clone(&header),
                },
            };
            self.lift(table, row);
        }
    }
}

/// A JSON file while it is read.
struct Json {
    file: Rc<str>,
    text: Rc<str>,
}

impl SourceRow {
    /// Takes what another row about the same thing says besides. The fuller one says where it stands.
    fn merge(&mut self, other: Self) {
        if other.cells.len() > self.cells.len() {
            self.span = other.span;
        }
        for (name, cell) in other.cells {
            self.cells.entry(name).or_insert(cell);
        }
    }
}

/// A file of the folder itself or below it, and nothing else of the disk or the network.
fn is_inside(path: &str) -> bool {
    let path = Path::new(path);
    path.components()
        .all(|part| matches!(part, Component::Normal(_)))
}
