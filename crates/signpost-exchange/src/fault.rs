//! A fault in a file: where it is and what is wrong, in words for the person who keeps the file.

use std::fmt;

/// Something wrong in a file. Displays as `data/kenora/sites.csv:17:9 (hours): …`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct Fault {
    /// The file, as it was named by the caller.
    pub file: String,
    /// Line, counted from 1; of a CSV record its first line.
    pub line: Option<u64>,
    /// In CSV the number of the column in the table, in TOML and JSON the character in the line; both counted from 1.
    pub column: Option<u64>,
    /// The column's name, the TOML key or the JSON pointer.
    pub field: Option<String>,
    /// What is wrong, and what to write instead.
    pub message: String,
}

impl Fault {
    /// A fault of a file as a whole.
    #[must_use]
    pub fn of_file(file: &str, message: &str) -> Self {
        Self {
            file: file.to_owned(),
            line: None,
            column: None,
            field: None,
            message: message.to_owned(),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
            if let Some(column) = self.column {
                write!(f, ":{column}")?;
            }
        }
        if let Some(field) = &self.field {
            write!(f, " ({field})")?;
        }
        write!(f, ": {}", self.message)
    }
}
