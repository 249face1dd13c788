//! The text of one file: the names it defines, the child modules it declares, and the paths it names.

use std::collections::BTreeSet;

use super::tokens::{is_name, tokens};

/// What a file says that matters to imports.
#[derive(Debug, Default)]
pub(crate) struct FileText {
    /// Names of items defined in this file.
    pub(crate) defines: BTreeSet<String>,
    /// What `use` brings in.
    pub(crate) uses: Vec<Use>,
    /// Paths named elsewhere, in code: `super::labels::label(…)`.
    pub(crate) paths: Vec<Vec<String>>,
}

/// One leaf of a `use` tree.
#[derive(Debug)]
pub(crate) struct Use {
    /// `crate::form::Field`; the last is `*` when everything is meant.
    pub(crate) path: Vec<String>,
    /// What it is called here.
    pub(crate) name: String,
    /// `pub use`, `pub(crate) use`: handed on.
    pub(crate) public: bool,
}

const DEFINING: [&str; 8] = [
    "fn",
    "struct",
    "enum",
    "trait",
    "type",
    "const",
    "static",
    "macro_rules",
];

/// Reads a file.
pub(crate) fn read(text: &str) -> FileText {
    let tokens = tokens(text);
    let mut file = FileText::default();
    let mut at = 0;
    while at < tokens.len() {
        let word = tokens[at].as_str();
        let next = tokens.get(at + 1).map_or("", String::as_str);
        let before = at
            .checked_sub(1)
            .map_or("", |before| tokens[before].as_str());
        if word == "mod" && next == "tests" && tokens.get(at + 2).is_some_and(|token| token == "{")
        {
            at = after_braces(&tokens, at + 2);
        } else if word == "use" && next != "<" {
            let public = before == "pub" || before == ")";
            at = read_use(&tokens, at + 1, &mut Vec::new(), public, &mut file.uses);
        } else if DEFINING.contains(&word) {
            let name = if next == "!" {
                tokens.get(at + 2)
            } else {
                tokens.get(at + 1)
            };
            file.defines.extend(name.cloned());
            at += 1;
        } else if is_name(word) && next == "::" && !matches!(before, "::" | ".") {
            let mut path = vec![word.to_owned()];
            while tokens.get(at + 1).is_some_and(|token| token == "::")
                && tokens.get(at + 2).is_some_and(|token| is_name(token))
            {
                path.push(tokens[at + 2].clone());
                at += 2;
            }
            file.paths.push(path);
            at += 1;
        } else {
            at += 1;
        }
    }
    file
}

/// Reads a `use` tree from here, below the path so far; answers where it ends.
fn read_use(
    tokens: &[String],
    mut at: usize,
    above: &mut Vec<String>,
    public: bool,
    uses: &mut Vec<Use>,
) -> usize {
    let depth = above.len();
    while let Some(token) = tokens.get(at) {
        match token.as_str() {
            "::" => at += 1,
            "{" => {
                at += 1;
                while tokens.get(at).is_some_and(|token| token != "}") {
                    at = read_use(tokens, at, above, public, uses);
                    if tokens.get(at).is_some_and(|token| token == ",") {
                        at += 1;
                    }
                }
                above.truncate(depth);
                return at + 1;
            }
            "as" => {
                push_use(above, tokens.get(at + 1), public, uses);
                above.truncate(depth);
                return at + 2;
            }
            "," | "}" | ";" => {
                push_use(above, None, public, uses);
                above.truncate(depth);
                return at;
            }
            name => {
                // `form::{self, Field}` names the module itself.
                if name != "self" || above.is_empty() {
                    above.push(name.to_owned());
                }
                at += 1;
            }
        }
    }
    at
}

fn push_use(path: &[String], alias: Option<&String>, public: bool, uses: &mut Vec<Use>) {
    if let Some(name) = alias.or_else(|| path.last()) {
        uses.push(Use {
            path: path.to_vec(),
            name: name.clone(),
            public,
        });
    }
}

/// Behind the brace that closes the one here.
fn after_braces(tokens: &[String], open: usize) -> usize {
    let mut depth = 0_usize;
    for (at, token) in tokens.iter().enumerate().skip(open) {
        match token.as_str() {
            "{" => depth += 1,
            "}" if depth == 1 => return at + 1,
            "}" => depth -= 1,
            _ => {}
        }
    }
    tokens.len()
}
