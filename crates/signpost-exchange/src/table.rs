//! CSV tables: header, rows, and everything that can be wrong with their shape.

use std::{collections::BTreeMap, rc::Rc};

use csv::{ReaderBuilder, StringRecord};

use crate::{
    columns::Columns,
    fault::{Fault, Faults},
    json_place::line_and_column,
    quotes,
    row::SourceRow,
    source_span::SourceSpan,
    value,
};

/// Reads the rows of a table. A table whose header cannot be read has none.
///
/// Empty lines are skipped. A row with too few or too many cells is named and left out; every other row is given.
pub(crate) fn read(
    file: &str,
    text: &str,
    columns: &Columns,
    faults: &mut Faults,
) -> Vec<SourceRow> {
    for (at, message) in quotes::faults(text) {
        faults.push(Fault::at(file, line_and_column(text, at), message));
        faults.rows_lost = true;
    }
    let file: Rc<str> = file.into();
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut lines = Lines::new(text);
    let mut header: Option<Rc<[String]>> = None;
    let mut rows = Vec::new();
    for record in reader.records() {
        let Ok(record) = record else { continue };
        let line = lines.of(&record);
        match &header {
            None => {
                let names = header_of(&file, line, &record, columns, faults);
                if names.is_none() {
                    faults.rows_lost = true;
                    return rows;
                }
                header = names;
            }
            Some(header) => rows.extend(row_of(&file, line, &record, header, faults)),
        }
    }
    if header.is_none() {
        faults.push(Fault::of_file(
            &file,
            "the file is empty; the first row names the columns",
        ));
        faults.rows_lost = true;
    }
    rows
}

fn header_of(
    file: &Rc<str>,
    line: u64,
    record: &StringRecord,
    columns: &Columns,
    faults: &mut Faults,
) -> Option<Rc<[String]>> {
    let header: Rc<[String]> = record.iter().map(|name| name.trim().to_owned()).collect();
    let fault = |at: usize, message: String| Fault {
        field: header.get(at).cloned(),
        ..Fault::at(file, (line, at as u64 + 1), &message)
    };
    if let [only] = &*header
        && only.contains([';', '\t'])
    {
        faults.push(fault(
            0,
            "the columns are not separated by commas; save the file as \"CSV (comma separated)\""
                .into(),
        ));
        return None;
    }
    for (at, name) in header.iter().enumerate() {
        if let Err(message) = value::clean(name) {
            faults.push(fault(at, message));
        } else if header.iter().take(at).any(|earlier| earlier == name) {
            faults.push(fault(at, format!("the column {name} is there twice")));
        } else if !columns.knows(name) {
            let known = columns.written().join(", ");
            let message = if name.is_empty() {
                format!("this column has no name; it may be one of {known}")
            } else {
                format!(
                    "there is no column {}; known are {known}",
                    value::quoted(name)
                )
            };
            faults.push(fault(at, message));
        }
    }
    for name in columns.required {
        if !header.iter().any(|own| own == name) {
            let message = format!("the column {name} is missing");
            faults.push(Fault {
                field: Some((*name).to_owned()),
                ..Fault::at(file, (line, header.len() as u64 + 1), &message)
            });
        }
    }
    Some(header)
}

fn row_of(
    file: &Rc<str>,
    line: u64,
    record: &StringRecord,
    header: &Rc<[String]>,
    faults: &mut Faults,
) -> Option<SourceRow> {
    if record.len() != header.len() {
        let message = format!(
            "{} cells, but the header names {} columns; put a cell that contains a comma between quotes",
            record.len(),
            header.len()
        );
        let column = record.len().min(header.len()) as u64 + 1;
        faults.push(Fault::at(file, (line, column), &message));
        faults.rows_lost = true;
        return None;
    }
    if record.iter().all(|cell| cell.trim().is_empty()) {
        return None;
    }
    let cells = header
        .iter()
        .zip(record)
        .map(|(name, cell)| (name.clone(), cell.trim().to_owned()))
        .collect();
    Some(SourceRow {
        cells,
        stored: BTreeMap::new(),
        lists: BTreeMap::new(),
        children: BTreeMap::new(),
        span: SourceSpan::Record {
            file: Rc::clone(file),
            line,
            header: Rc::clone(header),
        },
    })
}

/// Counts lines once along the text. The reader's own count stands before the end of the line it has just left.
struct Lines<'a> {
    text: &'a [u8],
    at: usize,
    line: u64,
}

impl<'a> Lines<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            text: text.as_bytes(),
            at: 0,
            line: 1,
        }
    }

    /// The line a record starts on. Records have to come in order.
    fn of(&mut self, record: &StringRecord) -> u64 {
        let start = record.position().map_or(0, csv::Position::byte);
        let start = usize::try_from(start).unwrap_or(usize::MAX);
        while let Some(&byte) = self.text.get(self.at) {
            if self.at >= start && byte != b'\n' && byte != b'\r' {
                break;
            }
            let lone_return = byte == b'\r' && self.text.get(self.at + 1) != Some(&b'\n');
            self.line += u64::from(byte == b'\n' || lone_return);
            self.at += 1;
        }
        self.line
    }
}

#[cfg(test)]
mod tests;
