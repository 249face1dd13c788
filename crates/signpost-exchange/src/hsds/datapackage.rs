//! HSDS as a datapackage: one table for each kind of row, and a description of them (Frictionless Data).

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::Hsds;
use crate::hsds_import::{DATAPACKAGE, HsdsTables, TABLES};

impl Hsds<'_> {
    /// The files of the datapackage, by name. The same directory on the same day gives the same bytes.
    #[must_use]
    pub fn datapackage(&self) -> Vec<(String, String)> {
        let document = self.document();
        let tables = HsdsTables::of_document(&document.to_string());
        let mut files = Vec::new();
        let mut resources = Vec::new();
        for (list, one) in TABLES {
            let rows = tables.all(one);
            if rows.is_empty() {
                continue;
            }
            let names: BTreeSet<&str> = rows
                .iter()
                .flat_map(|row| row.cells.keys())
                .map(String::as_str)
                .collect();
            let mut columns = vec!["id"];
            columns.extend(names.into_iter().filter(|name| *name != "id"));
            let cells = rows.iter().map(|row| {
                columns
                    .iter()
                    .map(|name| row.word(name).to_owned())
                    .collect()
            });
            let file = format!("{list}.csv");
            files.push((file.clone(), csv(&columns, cells)));
            let fields: Vec<Value> = columns
                .iter()
                .map(|name| json!({"name": name, "type": "string"}))
                .collect();
            resources.push(json!({
                "name": list,
                "path": file,
                "profile": "tabular-data-resource",
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "schema": {"fields": fields, "primaryKey": "id"},
            }));
        }
        let package = json!({
            "name": "signpost-hsds",
            "profile": "tabular-data-package",
            "title": self.directory.title.words(self.lang),
            "version": super::HSDS_VERSION,
            "edition": self.directory.edition.as_str(),
            "day": self.day.to_string(),
            "lang": self.lang.tag(),
            "licence": crate::DATA_LICENCE,
            "lost": self.lost(),
            "resources": resources,
        });
        files.insert(0, (DATAPACKAGE.to_owned(), format!("{package:#}\n")));
        files
    }
}

fn csv(columns: &[&str], rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing into memory does not fail.
    let _infallible = writer.write_record(columns);
    for row in rows {
        let _infallible = writer.write_record(&row);
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}
