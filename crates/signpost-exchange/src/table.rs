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
/// Empty lines are skipped, and so are empty columns after the last that has a name, as spreadsheets write them. A row with too few or too many cells is named and left out; every other row is given.
pub(crate) fn read(
    file: &str,
    text: &str,
    columns: &Columns,
    faults: &mut Faults,
) -> Vec<SourceRow> {
    let separator = separator(text, columns);
    for (at, message) in quotes::faults(text, separator) {
        faults.push(Fault::at(file, line_and_column(text, at), message));
        faults.rows_lost = true;
    }
    let file: Rc<str> = file.into();
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(text.as_bytes());
    let mut lines = Lines::new(text);
    let mut header: Option<Rc<[String]>> = None;
    let mut rows = Vec::new();
    for record in reader.records() {
        let Ok(record) = record else { continue };
        let line = lines.of(&record);
        match &header {
            // A spreadsheet's own note of what separates the cells.
            None if line == 1 && declared(text).is_some() => {}
            None => header = Some(header_of(&file, line, &record, columns, faults)),
            Some(header) => {
                rows.extend(row_of(&file, line, &record, (header, separator), faults));
            }
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

/// What may stand between cells: a spreadsheet that writes decimals with commas takes semicolons, and what is copied out of one has tabs.
const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];

/// What separates the cells of a text: what its first line says or, when that names columns, what makes most of them known.
fn separator(text: &str, columns: &Columns) -> u8 {
    if let Some(declared) = declared(text) {
        return declared;
    }
    let head = text.trim_start().lines().next().unwrap_or_default();
    let fits = |separator: &u8| {
        let names = head.split(char::from(*separator));
        let known = |name: &&str| columns.knows(name.trim().trim_matches('"').trim());
        (names.clone().filter(known).count(), names.count())
    };
    // Of two that fit alike the last counts, which is the comma.
    let separators = SEPARATORS.into_iter().rev();
    separators.max_by_key(fits).unwrap_or(b',')
}

/// What `sep=;` on the first line says.
fn declared(text: &str) -> Option<u8> {
    let first = text.lines().next()?.trim().trim_matches('"');
    let (name, sign) = first.split_at_checked(4)?;
    let known = |own: &u8| sign.as_bytes() == [*own];
    (name.eq_ignore_ascii_case("sep="))
        .then(|| SEPARATORS.into_iter().find(known))
        .flatten()
}

fn header_of(
    file: &Rc<str>,
    line: u64,
    record: &StringRecord,
    columns: &Columns,
    faults: &mut Faults,
) -> Rc<[String]> {
    let mut names: Vec<String> = record.iter().map(|name| name.trim().to_owned()).collect();
    while names.pop_if(|last| last.is_empty()).is_some() {}
    let header: Rc<[String]> = names.into();
    let fault = |at: usize, message: String| Fault {
        field: header.get(at).cloned(),
        ..Fault::at(file, (line, at as u64 + 1), &message)
    };
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
    header
}

fn row_of(
    file: &Rc<str>,
    line: u64,
    record: &StringRecord,
    (header, separator): (&Rc<[String]>, u8),
    faults: &mut Faults,
) -> Option<SourceRow> {
    let mut beyond = record.iter().skip(header.len());
    if record.len() < header.len() || !beyond.all(|cell| cell.trim().is_empty()) {
        let message = format!(
            "{} cells, but the header names {} columns; put a cell that contains a {} between quotes",
            record.len(),
            header.len(),
            match separator {
                b';' => "semicolon",
                b'\t' => "tab",
                _ => "comma",
            }
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
