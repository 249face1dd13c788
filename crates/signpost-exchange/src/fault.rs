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

    /// A fault at a line and column, both counted from 1.
    #[must_use]
    pub fn at(file: &str, (line, column): (u64, u64), message: &str) -> Self {
        Self {
            line: Some(line),
            column: Some(column),
            ..Self::of_file(file, message)
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

/// The faults found so far. Reading goes on after a fault, so that one run shows all there is to mend.
#[derive(Debug, Default)]
pub(crate) struct Faults {
    found: Vec<Fault>,
    unlisted: usize,
    /// A row could not be read at all, so "no such id" may only be its echo.
    pub(crate) rows_lost: bool,
}

impl Faults {
    /// More would not be read by anyone, and a wrong file can have one on every line.
    const CAP: usize = 200;

    pub(crate) fn push(&mut self, fault: Fault) {
        if self.found.len() < Self::CAP {
            self.found.push(fault);
        } else {
            self.unlisted += 1;
        }
    }

    /// Whether a further fault would only be counted; then finding its place is not worth the time.
    pub(crate) fn full(&self) -> bool {
        self.found.len() >= Self::CAP
    }

    /// The value, when nothing was wrong with it.
    pub(crate) fn finish<T>(mut self, value: Option<T>) -> Result<T, Vec<Fault>> {
        if let Some(last) = self.found.last()
            && self.unlisted > 0
        {
            let more = format!("and {} more faults, not listed here", self.unlisted);
            let file = last.file.clone();
            self.found.push(Fault::of_file(&file, &more));
        }
        match value {
            Some(value) if self.found.is_empty() => Ok(value),
            _ => Err(self.found),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_says_where_like_a_compiler_does() {
        let mut fault = Fault::at("data/kenora/sites.csv", (17, 9), "not a day");
        fault.field = Some("hours".into());
        assert_eq!(
            fault.to_string(),
            "data/kenora/sites.csv:17:9 (hours): not a day"
        );
    }

    #[test]
    fn what_is_past_the_cap_is_counted() {
        let mut faults = Faults::default();
        for _ in 0..205 {
            faults.push(Fault::of_file("f", "m"));
        }
        let found = faults.finish(Some(())).unwrap_err();
        assert_eq!(found.len(), 201);
        assert!(found[200].message.contains("5 more"), "{}", found[200]);
    }
}
