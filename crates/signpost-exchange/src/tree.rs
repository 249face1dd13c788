//! TOML tables and JSON objects as rows: `name = { en = "…" }` becomes the cell `name_en`, lists stay lists, tables become children.

use std::{collections::BTreeMap, rc::Rc};

use serde_json::Value;
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use crate::{
    columns::{Columns, ENDINGS},
    fault::{Fault, Faults},
    json_place::line_and_column,
    row::SourceRow,
    source_span::SourceSpan,
};

/// Reads a TOML file as one row.
pub(crate) fn read_toml(file: &str, text: &str, faults: &mut Faults) -> SourceRow {
    let (root, errors) = DeTable::parse_recoverable(text);
    for error in errors {
        let at = error.span().map_or(0, |span| span.start);
        faults.push(Fault::at(file, line_and_column(text, at), error.message()));
        faults.rows_lost = true;
    }
    let start = root.span().start;
    toml_row(&file.into(), text, root.get_ref(), start)
}

fn toml_row(file: &Rc<str>, text: &str, table: &DeTable<'_>, start: usize) -> SourceRow {
    let mut keys = BTreeMap::new();
    let mut parts = Parts::default();
    for (key, value) in table {
        let name = key.get_ref().to_string();
        let at = line_and_column(text, value.span().start);
        if let DeValue::Table(inner) = value.get_ref()
            && inner.keys().all(|lang| ending(lang.get_ref()).is_some())
        {
            keys.insert(name.clone(), (at, name.clone()));
            for (lang, words) in inner {
                let field = format!("{name}{}", ending(lang.get_ref()).unwrap_or_default());
                let at = line_and_column(text, words.span().start);
                keys.insert(field.clone(), (at, format!("{name}.{}", lang.get_ref())));
                parts.cells.insert(field, scalar(words.get_ref()));
            }
            continue;
        }
        keys.insert(name.clone(), (at, name.clone()));
        match value.get_ref() {
            DeValue::Table(inner) => {
                let row = toml_row(file, text, inner, value.span().start);
                parts.children.insert(name, vec![row]);
            }
            DeValue::Array(members) => {
                let is_table = |member: &Spanned<DeValue<'_>>| member.get_ref().is_table();
                if members.iter().any(is_table) {
                    let row = |member: &Spanned<DeValue<'_>>| match member.get_ref() {
                        DeValue::Table(inner) => toml_row(file, text, inner, member.span().start),
                        other => stray(
                            scalar(other),
                            SourceSpan::Table {
                                file: Rc::clone(file),
                                whole: line_and_column(text, member.span().start),
                                keys: BTreeMap::new(),
                            },
                        ),
                    };
                    parts
                        .children
                        .insert(name, members.iter().map(row).collect());
                } else {
                    let words = |member: &Spanned<DeValue<'_>>| scalar(member.get_ref());
                    parts
                        .lists
                        .insert(name, members.iter().map(words).collect());
                }
            }
            other => {
                parts.cells.insert(name, scalar(other));
            }
        }
    }
    parts.row(SourceSpan::Table {
        file: Rc::clone(file),
        whole: line_and_column(text, start),
        keys,
    })
}

fn scalar(value: &DeValue<'_>) -> String {
    match value {
        DeValue::String(text) => text.trim().to_owned(),
        DeValue::Integer(number) => number.as_str().to_owned(),
        DeValue::Float(number) => number.as_str().to_owned(),
        DeValue::Boolean(yes) => yes_or_no(*yes).to_owned(),
        DeValue::Datetime(datetime) => datetime.to_string(),
        DeValue::Array(_) | DeValue::Table(_) => String::new(),
    }
}

/// A JSON object as a row. `pointer` leads to it; words of a text given as a plain string are of the language `ending` (`_en`).
pub(crate) fn json_row(
    file: &Rc<str>,
    text: &Rc<str>,
    object: &serde_json::Map<String, Value>,
    pointer: &str,
    texts: &[&str],
    plain: &str,
) -> SourceRow {
    let mut keys = BTreeMap::new();
    let mut parts = Parts::default();
    for (name, value) in object {
        let place = format!("{pointer}/{}", name.replace('~', "~0").replace('/', "~1"));
        let mut cell = |field: String, place: &str, value: &Value| {
            keys.insert(field.clone(), place.to_owned());
            parts.cells.insert(field, json_scalar(value));
        };
        match value {
            Value::Object(inner) if inner.keys().all(|lang| ending(lang).is_some()) => {
                for (lang, words) in inner {
                    let field = format!("{name}{}", ending(lang).unwrap_or_default());
                    cell(field, &format!("{place}/{lang}"), words);
                }
                keys.insert(name.clone(), place);
            }
            Value::Object(inner) if !texts.contains(&name.as_str()) => {
                let row = json_row(file, text, inner, &place, texts, plain);
                parts.children.insert(name.clone(), vec![row]);
                keys.insert(name.clone(), place);
            }
            Value::Array(members) if members.iter().any(Value::is_object) => {
                let rows = members.iter().enumerate().map(|(at, member)| {
                    let pointer = format!("{place}/{at}");
                    match member {
                        Value::Object(inner) => json_row(file, text, inner, &pointer, texts, plain),
                        other => stray(
                            json_scalar(other),
                            SourceSpan::Object {
                                file: Rc::clone(file),
                                text: Rc::clone(text),
                                pointer,
                                keys: BTreeMap::new(),
                            },
                        ),
                    }
                });
                parts.children.insert(name.clone(), rows.collect());
                keys.insert(name.clone(), place);
            }
            Value::Array(members) => {
                let words = members.iter().map(json_scalar).collect();
                parts.lists.insert(name.clone(), words);
                keys.insert(name.clone(), place);
            }
            Value::String(_) if texts.contains(&name.as_str()) => {
                cell(format!("{name}{plain}"), &place, value);
            }
            Value::Null => {}
            other => cell(name.clone(), &place, other),
        }
    }
    parts.row(SourceSpan::Object {
        file: Rc::clone(file),
        text: Rc::clone(text),
        pointer: pointer.to_owned(),
        keys,
    })
}

fn json_scalar(value: &Value) -> String {
    match value {
        Value::String(text) => text.trim().to_owned(),
        Value::Bool(yes) => yes_or_no(*yes).to_owned(),
        Value::Number(number) => number.to_string(),
        // Not a value any field takes: shown as it is, so that the field's own check refuses it.
        other => other.to_string(),
    }
}

/// A plain value among tables: a row with a key that no table has, so that it is named and not lost.
fn stray(word: String, span: SourceSpan) -> SourceRow {
    let mut parts = Parts::default();
    parts.cells.insert("a value without a key".to_owned(), word);
    parts.row(span)
}

fn yes_or_no(yes: bool) -> &'static str {
    if yes { "yes" } else { "no" }
}

/// The ending of the columns of a language, from its tag.
pub(crate) fn ending(tag: &str) -> Option<&'static str> {
    ENDINGS
        .iter()
        .find(|(lang, _)| lang.tag() == tag)
        .map(|(_, ending)| *ending)
}

#[derive(Default)]
struct Parts {
    cells: BTreeMap<String, String>,
    lists: BTreeMap<String, Vec<String>>,
    children: BTreeMap<String, Vec<SourceRow>>,
}

impl Parts {
    fn row(self, span: SourceSpan) -> SourceRow {
        SourceRow {
            cells: self.cells,
            stored: BTreeMap::new(),
            lists: self.lists,
            children: self.children,
            span,
        }
    }
}

impl SourceRow {
    /// Names every key that is neither a column nor one of `children`, and checks the characters of the rest. For a row that is laid over
    /// nothing.
    pub(crate) fn check(&self, columns: &Columns, children: &[&str], faults: &mut Faults) {
        self.check_characters(columns, faults);
        self.check_keys(columns, children, faults);
    }

    /// Names every key that is neither a column nor one of `children`.
    pub(crate) fn check_keys(&self, columns: &Columns, children: &[&str], faults: &mut Faults) {
        // A list of no rows looks like a list of no words.
        let is_no_rows = |name: &String| {
            let list = self.lists.get(name);
            children.contains(&name.as_str()) && list.is_some_and(Vec::is_empty)
        };
        let names = self.cells.keys().chain(self.lists.keys());
        for name in names.filter(|name| !columns.knows(name) && !is_no_rows(name)) {
            let message = if columns.texts.contains(&name.as_str()) {
                format!("write the language too, as in {name} = {{ en = \"…\", fr = \"…\" }}")
            } else {
                let known: Vec<&str> = columns.all.iter().chain(children).copied().collect();
                format!("{name} is not known here; known are {}", known.join(", "))
            };
            self.fault(faults, name, &message);
        }
        for name in self.children.keys() {
            if !children.contains(&name.as_str()) {
                self.fault(faults, name, &format!("{name} is not known here"));
            }
        }
    }

    /// The rows within it under this key.
    pub(crate) fn rows(&self, name: &str) -> &[Self] {
        self.children.get(name).map_or(&[], Vec::as_slice)
    }
}
