//! The columns of a table.

use signpost_domain::Lang;

/// The endings of the columns that hold a text, one for each language.
pub(crate) const ENDINGS: [(Lang, &str); 4] = [
    (Lang::En, "_en"),
    (Lang::Fr, "_fr"),
    (Lang::OjLatn, "_oj_latn"),
    (Lang::OjCans, "_oj_cans"),
];

/// The columns a table may have.
#[derive(Debug)]
pub(crate) struct Columns {
    /// Columns that must be there.
    pub(crate) required: &'static [&'static str],
    /// All columns in the order they are written, texts without their language.
    pub(crate) all: &'static [&'static str],
    /// Which of them are texts.
    pub(crate) texts: &'static [&'static str],
    /// Which of the others a type of the domain judges whole, characters and length too.
    pub(crate) judged: &'static [&'static str],
}

impl Columns {
    /// Whether a column of this name may stand in the table.
    pub(crate) fn knows(&self, name: &str) -> bool {
        self.is_text(name) || (self.all.contains(&name) && !self.texts.contains(&name))
    }

    /// Whether this column holds a text in one language.
    pub(crate) fn is_text(&self, name: &str) -> bool {
        ENDINGS
            .iter()
            .find_map(|(_, ending)| name.strip_suffix(ending))
            .is_some_and(|base| self.texts.contains(&base))
    }

    /// The names of every column in the order they are written, each text once a language.
    pub(crate) fn written(&self) -> Vec<String> {
        let twins = |name: &&str| -> Vec<String> {
            if self.texts.contains(name) {
                let with = |(_, ending): &(Lang, &str)| format!("{name}{ending}");
                ENDINGS.iter().map(with).collect()
            } else {
                vec![(*name).to_owned()]
            }
        };
        self.all.iter().flat_map(twins).collect()
    }
}
