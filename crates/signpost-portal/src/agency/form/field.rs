//! A field on a page: its label, what stands in it, and what is said beside it.

use signpost_domain::Lang;
use signpost_wording::Severity;

use super::fields::Fields;
use signpost_editing::{FieldFault, WordingFault};

/// How many alternatives are offered for a word.
const ALTERNATIVES: usize = 2;

/// What stands in the way of a form; nothing on a form that was just opened.
#[derive(Debug, Clone, Default)]
pub(crate) struct Trouble {
    /// What cannot be taken.
    pub faults: Vec<FieldFault>,
    /// Words that should be others.
    pub wording: Vec<WordingFault>,
}

/// How a field looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Look {
    /// One line; the word is the `type` of the input.
    Line(&'static str),
    /// Several lines.
    Lines,
}

/// A field on a page.
#[derive(Debug, Clone)]
pub(crate) struct FieldView {
    /// Its name in the form.
    pub name: String,
    /// Its id on the page.
    pub id: String,
    /// Its label.
    pub label: String,
    /// What to write; may be empty.
    pub hint: String,
    /// What stands in it.
    pub value: String,
    /// How it looks.
    pub look: Look,
    /// The language to write it in.
    pub lang: Option<Lang>,
    /// The most characters.
    pub most: usize,
    /// What is wrong with it.
    pub faults: Vec<String>,
    /// Words in it that should be others.
    pub wording: Vec<WordView>,
    /// Why its words should stay, as far as somebody said.
    pub keep: String,
}

/// A word that should be another.
#[derive(Debug, Clone)]
pub(crate) struct WordView {
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
pub(crate) fn id_of(name: &str) -> String {
    let plain = |letter: char| {
        if letter.is_ascii_alphanumeric() {
            letter
        } else {
            '-'
        }
    };
    format!("f-{}", name.chars().map(plain).collect::<String>())
}

impl Trouble {
    /// One thing that is wrong.
    pub(crate) fn about(field: &str, detail: String) -> Self {
        Self {
            faults: vec![FieldFault {
                field: field.to_owned(),
                detail,
            }],
            wording: vec![],
        }
    }

    /// Whether there is none.
    pub(crate) fn is_none(&self) -> bool {
        self.faults.is_empty() && self.wording.is_empty()
    }

    /// What is wrong with a field.
    pub(crate) fn of(&self, name: &str) -> Vec<String> {
        self.faults
            .iter()
            .filter(|fault| fault.field == name)
            .map(|fault| fault.detail.clone())
            .collect()
    }

    /// Words in a field that should be others.
    pub(crate) fn words_of(&self, name: &str) -> Vec<WordView> {
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
    pub(crate) fn list(&self) -> Vec<(String, String)> {
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

impl FieldView {
    /// A field as the form has it.
    pub(crate) fn of(fields: &Fields, trouble: &Trouble, name: &str, look: Look) -> Self {
        Self {
            id: id_of(name),
            label: String::new(),
            hint: String::new(),
            value: fields.text(name).to_owned(),
            look,
            lang: None,
            most: 0,
            faults: trouble.of(name),
            wording: trouble.words_of(name),
            keep: fields.text(&format!("keep-{name}")).to_owned(),
            name: name.to_owned(),
        }
    }

    pub(crate) fn label(mut self, label: String) -> Self {
        self.label = label;
        self
    }

    pub(crate) fn hint(mut self, hint: String) -> Self {
        self.hint = hint;
        self
    }

    pub(crate) fn most(mut self, most: usize) -> Self {
        self.most = most;
        self
    }

    pub(crate) fn written_in(mut self, lang: Lang) -> Self {
        self.lang = Some(lang);
        self
    }

    /// Whether it is of several lines.
    pub(crate) fn is_long(&self) -> bool {
        self.look == Look::Lines
    }

    /// The `type` of its input.
    pub(crate) fn input(&self) -> &'static str {
        match self.look {
            Look::Line(kind) => kind,
            Look::Lines => "text",
        }
    }

    /// Whether anything is wrong with it.
    pub(crate) fn is_wrong(&self) -> bool {
        !self.faults.is_empty() || !self.wording.is_empty()
    }

    /// Whether to ask why its words should stay: some only warn, and none has to go. What somebody wrote there is never lost.
    pub(crate) fn asks_why(&self) -> bool {
        let only_warns = !self.wording.is_empty() && self.wording.iter().all(|word| !word.blocks);
        only_warns || !self.keep.is_empty()
    }

    /// The ids of what describes it.
    pub(crate) fn described_by(&self) -> String {
        let mut ids = Vec::new();
        if !self.hint.is_empty() {
            ids.push(format!("{}-hint", self.id));
        }
        if self.is_wrong() {
            ids.push(format!("{}-fault", self.id));
        }
        ids.join(" ")
    }
}
