//! What is wrong with a form: beside its fields, and as a list at the top of the page.

use signpost_editing::{FieldFault, WordingFault};
use signpost_wording::Severity;

/// How many alternatives are offered for a word.
const ALTERNATIVES: usize = 2;

/// What stands in the way of a form; nothing on a form that was just opened.
#[derive(Debug, Clone, Default)]
pub struct FormFaults {
    /// What cannot be taken.
    pub faults: Vec<FieldFault>,
    /// Words that should be others.
    pub wording: Vec<WordingFault>,
}

/// A word that should be another.
#[derive(Debug, Clone)]
pub struct WordView {
    /// The word as it stands there.
    pub words: String,
    /// Why.
    pub why: String,
    /// What to write instead, at most two.
    pub instead: Vec<String>,
    /// Whether it has to go.
    pub blocks: bool,
}

/// The id of a field: its name, with nothing in it that means something in an address or a style sheet.
#[must_use]
pub fn id_of(name: &str) -> String {
    let plain = |letter: char| {
        if letter.is_ascii_alphanumeric() {
            letter
        } else {
            '-'
        }
    };
    format!("f-{}", name.chars().map(plain).collect::<String>())
}

impl FormFaults {
    /// Fields that cannot be taken.
    #[must_use]
    pub fn of_fields(faults: Vec<FieldFault>) -> Self {
        Self {
            faults,
            wording: vec![],
        }
    }

    /// Words that should be others.
    #[must_use]
    pub fn of_wording(wording: Vec<WordingFault>) -> Self {
        Self {
            faults: vec![],
            wording,
        }
    }

    /// One thing that is wrong.
    #[must_use]
    pub fn about(field: &str, detail: String) -> Self {
        Self::of_fields(vec![FieldFault {
            field: field.to_owned(),
            detail,
        }])
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_none(&self) -> bool {
        self.faults.is_empty() && self.wording.is_empty()
    }

    /// What is wrong with a field.
    #[must_use]
    pub fn of(&self, name: &str) -> Vec<String> {
        self.faults
            .iter()
            .filter(|fault| fault.field == name)
            .map(|fault| fault.detail.clone())
            .collect()
    }

    /// Words in a field that should be others.
    #[must_use]
    pub fn words_of(&self, name: &str) -> Vec<WordView> {
        self.wording
            .iter()
            .filter(|fault| fault.field == name)
            .map(|fault| WordView {
                words: fault.finding.words.clone(),
                why: sentence(&fault.finding.why),
                instead: fault
                    .finding
                    .alternatives
                    .iter()
                    .take(ALTERNATIVES)
                    .cloned()
                    .collect(),
                blocks: fault.finding.severity == Severity::Block,
            })
            .collect()
    }

    /// Every fault with the id of its field, for the list at the top of the page.
    #[must_use]
    pub fn list(&self) -> Vec<(String, String)> {
        let faults = self
            .faults
            .iter()
            .map(|fault| (id_of(&fault.field), fault.detail.clone()));
        let wording = self.wording.iter().map(|fault| {
            let why = sentence(&fault.finding.why);
            let line = format!("“{}”: {why}", fault.finding.words);
            (id_of(&fault.field), line)
        });
        faults.chain(wording).collect()
    }
}

/// Words with a full stop, as a sentence among others needs one.
fn sentence(words: &str) -> String {
    let words = words.trim_end_matches(['.', ' ']);
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| {
        let rest: String = letters.collect();
        format!("{}{rest}.", first.to_uppercase())
    })
}
