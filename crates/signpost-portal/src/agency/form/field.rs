//! A field on a page: its label, what stands in it, and what is said beside it.

use signpost_domain::Lang;

use super::{
    faults::{FormFaults, WordView, id_of},
    fields::Fields,
};

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
    pub override_reason: String,
    /// The choice that makes it count, which the script makes when something is typed: `end=review`. Empty for what always counts.
    pub selects: String,
    /// Whether the form is shown at this field.
    pub autofocus: bool,
    /// Whether the script offers to fill it with where the phone is.
    pub here: bool,
}

impl FieldView {
    /// A field as the form has it.
    pub(crate) fn of(fields: &Fields, faults: &FormFaults, name: &str, look: Look) -> Self {
        Self {
            id: id_of(name),
            label: String::new(),
            hint: String::new(),
            value: fields.text(name).to_owned(),
            look,
            lang: None,
            most: 0,
            faults: faults.of(name),
            wording: faults.words_of(name),
            override_reason: fields.text(&format!("keep-{name}")).to_owned(),
            selects: String::new(),
            autofocus: fields.are_shown_at(name),
            here: false,
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

    /// Which choice makes it count.
    pub(crate) fn selects(mut self, choice: &str, value: &str) -> Self {
        self.selects = format!("{choice}={value}");
        self
    }

    /// A point, which may be where the phone is.
    pub(crate) fn or_here(mut self) -> Self {
        self.here = true;
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

    /// Whether to ask why its words should stay. What somebody wrote there is never lost.
    pub(crate) fn asks_why(&self) -> bool {
        !self.wording.is_empty() || !self.override_reason.is_empty()
    }

    /// The key of that question: where a word has to go, only an official name keeps it.
    pub(crate) fn question(&self) -> &'static str {
        if self.wording.iter().any(|word| word.blocks) {
            "wording-keep-name"
        } else {
            "wording-keep"
        }
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
