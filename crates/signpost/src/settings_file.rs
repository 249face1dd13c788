//! Reading a file of settings so that everything that is wrong in it is named at once.

use std::path::Path;

use serde::de::DeserializeOwned;
use toml::{Table, Value};

use crate::fault::Failure;

/// More is not said.
const MOST: usize = 50;

/// What can be read, and what cannot. A member that cannot is said and left out, and the rest is read again.
pub(crate) fn read<T: DeserializeOwned + Default>(path: &Path, text: &str) -> (T, Option<Failure>) {
    let named = |words: String| Failure::new(format!("{}: {words}", path.display()));
    let mut table: Table = match text.parse() {
        Ok(table) => table,
        // No TOML at all: where it stops being some is all there is to say.
        Err(error) => return (T::default(), Some(named(error.to_string()))),
    };
    let mut wrong = Vec::new();
    while wrong.len() < MOST {
        let error = match serde_path_to_error::deserialize(Value::Table(table.clone())) {
            Ok(read) => return (read, together(wrong)),
            Err(error) => error,
        };
        let words = error.inner().to_string();
        let words = words.lines().next().unwrap_or_default().trim_end();
        let mut member = error.path().to_string();
        // An unknown one stands in the words: the path ends where it was looked for.
        if let Some(unknown) = unknown(words)
            && member.rsplit('.').next() != Some(unknown)
        {
            let end = if member == "." { "" } else { member.as_str() };
            member = [end, unknown].join(if end.is_empty() { "" } else { "." });
        }
        wrong.push(named(format!("{member}: {words}")));
        if !take_away(&mut table, &member) {
            break;
        }
    }
    (T::default(), together(wrong))
}

fn together(wrong: Vec<Failure>) -> Option<Failure> {
    (!wrong.is_empty()).then(|| Failure::all(wrong))
}

/// The name in "unknown field `name`, expected …".
fn unknown(words: &str) -> Option<&str> {
    let (_, name) = words.split_once("unknown field `")?;
    name.split('`').next()
}

/// Takes a member away, such as `mail.from`; whether it was there.
fn take_away(table: &mut Table, member: &str) -> bool {
    match member.split_once('.') {
        None => table.remove(member).is_some(),
        Some((outer, inner)) => match table.get_mut(outer) {
            Some(Value::Table(within)) => take_away(within, inner),
            _ => table.remove(outer).is_some(),
        },
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;

    #[derive(Debug, Default, PartialEq, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Outer {
        number: Option<u8>,
        other: Option<u8>,
        #[serde(default)]
        inner: Inner,
    }

    #[derive(Debug, Default, PartialEq, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Inner {
        word: Option<String>,
        flag: Option<bool>,
    }

    #[test]
    fn all_that_is_wrong_is_named_and_the_rest_is_read() {
        let text = "number = \"x\"\nother = 7\nnone = 1\n[inner]\nword = 5\nflag = true\nnothing = 1\n[nowhere]\na = 1";
        let (read, wrong) = read::<Outer>(Path::new("a.toml"), text);
        assert_eq!((read.other, read.inner.flag), (Some(7), Some(true)));
        assert_eq!((read.number, read.inner.word), (None, None));
        let said = format!("{:?}", wrong.unwrap());
        for member in ["number", "none", "inner.word", "inner.nothing", "nowhere"] {
            assert_eq!(
                said.matches(&format!("a.toml: {member}: ")).count(),
                1,
                "{member}: {said}"
            );
        }
        let (fine, none) = super::read::<Outer>(Path::new("a.toml"), "number = 1");
        assert!(none.is_none() && fine.number == Some(1));
        let (_, broken) = super::read::<Outer>(Path::new("a.toml"), "number = ");
        assert!(format!("{broken:?}").contains("a.toml"));
    }
}
