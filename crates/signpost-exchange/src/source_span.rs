//! Where a row stands in its file, so that a fault found late can still name line and column.

use std::{collections::BTreeMap, rc::Rc};

use signpost_domain::FaultSubject;

use crate::{fault::Fault, json_place};

/// The place of one row: of a CSV record, a TOML table or a JSON object.
#[derive(Debug, Clone)]
pub(crate) enum SourceSpan {
    /// A CSV record.
    Record {
        file: Rc<str>,
        /// Its first line.
        line: u64,
        header: Rc<[String]>,
    },
    /// A TOML table.
    Table {
        file: Rc<str>,
        /// Line and column of the table.
        whole: (u64, u64),
        /// Line and column of each value, and how the key is written.
        keys: BTreeMap<String, ((u64, u64), String)>,
    },
    /// A JSON object.
    Object {
        file: Rc<str>,
        text: Rc<str>,
        /// JSON pointer to the object (RFC 6901).
        pointer: String,
        /// JSON pointer to each value.
        keys: BTreeMap<String, String>,
    },
}

impl SourceSpan {
    /// Says where a field stands that is not a member of the object itself.
    pub(crate) fn also(&mut self, field: &str, pointer: &str) {
        if let Self::Object { keys, .. } = self {
            keys.insert(field.to_owned(), pointer.to_owned());
        }
    }

    /// The same place for a row of ours: each field with the name it has in the file.
    pub(crate) fn renamed(&self, names: &[(String, &str)]) -> Self {
        let mut span = self.clone();
        match &mut span {
            Self::Record { header, .. } => {
                let own = |theirs: &String| {
                    let known = names.iter().find(|(_, name)| name == theirs);
                    known.map_or_else(|| theirs.clone(), |(ours, _)| ours.clone())
                };
                *header = header.iter().map(own).collect();
            }
            Self::Object { keys, .. } => {
                let of = |(ours, theirs): &(String, &str)| {
                    keys.get(*theirs).map(|place| (ours.clone(), place.clone()))
                };
                *keys = names.iter().filter_map(of).collect();
            }
            Self::Table { .. } => {}
        }
        span
    }

    /// A fault in one field of the row, or in the row when it has no such field.
    pub(crate) fn fault(&self, field: &str, message: &str) -> Fault {
        let fields = alternatives(field);
        match self {
            Self::Record { file, line, header } => {
                let column = fields
                    .iter()
                    .find_map(|name| header.iter().position(|own| own == name));
                Fault {
                    file: file.to_string(),
                    line: Some(*line),
                    column: column.map(|at| at as u64 + 1),
                    field: Some(
                        column
                            .and_then(|at| header.get(at))
                            .map_or_else(|| field.to_owned(), Clone::clone),
                    ),
                    message: message.to_owned(),
                }
            }
            Self::Table { file, whole, keys } => {
                let known = fields.iter().find_map(|name| keys.get(*name));
                let (place, shown) =
                    known.map_or((*whole, field), |(at, shown)| (*at, shown.as_str()));
                Fault {
                    field: Some(shown.to_owned()),
                    ..Fault::at(file, place, message)
                }
            }
            Self::Object {
                file,
                text,
                pointer,
                keys,
            } => {
                let pointer = fields
                    .iter()
                    .find_map(|name| keys.get(*name))
                    .unwrap_or(pointer);
                let place = json_place::find(text, pointer);
                Fault {
                    file: file.to_string(),
                    line: place.map(|at| at.0),
                    column: place.map(|at| at.1),
                    field: Some(pointer.clone()),
                    message: message.to_owned(),
                }
            }
        }
    }
}

/// The names a field may have in a file: a site's id is its slug, and a text has a language behind its name.
fn alternatives(field: &str) -> Vec<&str> {
    match field {
        "id" => vec!["id", "slug", "version"],
        _ => match field.rsplit_once('_') {
            Some((text, "en" | "fr")) => vec![field, text],
            _ => vec![field],
        },
    }
}

/// The rows that were read, by what they are about: so that who checks a directory after it was read can still say where a thing stands.
#[derive(Debug, Default)]
pub struct SourceSpans(BTreeMap<FaultSubject, SourceSpan>);

impl SourceSpans {
    /// Remembers a row. Of two rows about the same thing the later one is kept: it is the one to mend.
    pub(crate) fn keep(&mut self, subject: FaultSubject, span: &SourceSpan) {
        self.0.insert(subject, span.clone());
    }

    /// What is wrong in a field of something, at its line and column; in the file `otherwise` as a whole when it stood in none of the rows.
    #[must_use]
    pub fn fault(
        &self,
        subject: &FaultSubject,
        field: &str,
        message: &str,
        otherwise: &str,
    ) -> Fault {
        self.0.get(subject).map_or_else(
            || Fault::of_file(otherwise, message),
            |span| span.fault(field, message),
        )
    }

    /// A fault of the directory as a fault of a file; `otherwise` names the file when the row came from none.
    pub(crate) fn locate(&self, fault: &signpost_domain::Fault, otherwise: &str) -> Fault {
        self.0.get(&fault.subject).map_or_else(
            || {
                Fault::of_file(
                    otherwise,
                    &format!("{:?}, {}: {}", fault.subject, fault.field, fault.message),
                )
            },
            |span| span.fault(fault.field, &fault.message),
        )
    }
}

/// Whether the reader of `plan.toml` has named this fault already, at the very target or consent it is in.
pub(crate) fn names_itself(fault: &signpost_domain::Fault) -> bool {
    matches!(
        (&fault.subject, fault.field),
        (FaultSubject::Rule(..), "site" | "need" | "from")
            | (FaultSubject::Plan(_), "organization")
    )
}
