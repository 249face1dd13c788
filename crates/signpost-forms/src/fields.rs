//! What stands in the fields of a form: as a site has it, as somebody typed it, or as a draft kept it.

use signpost_domain::{Lang, Text};

/// How the names of fields end that say which boxes a form shows.
const ASKED: &str = "-asked";

/// The languages a form has fields for; words in others stay as they are.
pub const WRITTEN: [Lang; 2] = [Lang::En, Lang::Fr];

/// The fields by name, in the order of the form; a name may stand there more than once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fields {
    pairs: Vec<(String, String)>,
    /// The field at which the form is shown again; empty when it begins at its top.
    at: String,
}

impl Fields {
    /// Fields as a browser sent them. Browsers end lines with two signs, and people paste tabs: neither is anybody's mistake.
    #[must_use]
    pub fn sent(pairs: impl IntoIterator<Item = (String, String)>) -> Self {
        let plain = |value: String| value.replace("\r\n", "\n").replace(['\r', '\t'], " ");
        let pairs = pairs.into_iter().map(|(name, value)| (name, plain(value)));
        Self {
            pairs: pairs.collect(),
            at: String::new(),
        }
    }

    /// Shows the form at this field when it is shown again.
    pub fn show_at(&mut self, name: impl Into<String>) {
        self.at = name.into();
    }

    /// Whether the form is shown at this field.
    #[must_use]
    pub fn are_shown_at(&self, name: &str) -> bool {
        !self.at.is_empty() && self.at == name
    }

    /// Shows the form at the first of its fields that somebody can see.
    pub fn show_at_first(&mut self) {
        let hidden =
            |name: &str| ["csrf", "version", "key", "act"].contains(&name) || name.ends_with(ASKED);
        let first = self.pairs.iter().find(|(name, _)| !hidden(name));
        self.at = first.map(|(name, _)| name.clone()).unwrap_or_default();
    }

    /// Adds a field.
    pub fn put(&mut self, name: impl Into<String>, value: impl Into<String>) {
        self.pairs.push((name.into(), value.into()));
    }

    /// The fields that say which boxes a form shows: a box that is not ticked sends nothing, and only what was asked for may be taken away.
    pub fn asked(&self) -> impl Iterator<Item = (String, String)> {
        let asked = self.pairs.iter().filter(|(name, _)| name.ends_with(ASKED));
        asked.cloned()
    }

    /// Adds a field for each language we write in: `door.en`, `door.fr`.
    pub fn put_text(&mut self, name: &str, text: &Text) {
        for lang in WRITTEN {
            self.put(
                format!("{name}.{lang}"),
                text.exactly(lang).unwrap_or_default(),
            );
        }
    }

    /// Sets a field that stands there at most once.
    pub fn set(&mut self, name: &str, value: &str) {
        self.remove(name);
        self.put(name, value);
    }

    /// Takes a field away.
    pub fn remove(&mut self, name: &str) {
        self.pairs.retain(|(own, _)| own != name);
    }

    /// The first value of a field, without spaces around it; empty when it is not there.
    #[must_use]
    pub fn text(&self, name: &str) -> &str {
        let mut fields = self.pairs.iter();
        fields
            .find(|(own, _)| own == name)
            .map_or("", |(_, value)| value.trim())
    }

    /// Every value of a field.
    pub fn all<'f>(&'f self, name: &'f str) -> impl Iterator<Item = &'f str> {
        self.pairs
            .iter()
            .filter(move |(own, _)| own == name)
            .map(|(_, value)| value.as_str())
    }

    /// Whether one of the values of a field is this one: a box that is ticked, a choice that is made.
    #[must_use]
    pub fn holds(&self, name: &str, value: &str) -> bool {
        self.all(name).any(|own| own == value)
    }

    /// Whether the field was sent at all.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.all(name).next().is_some()
    }

    /// A number, such as the version of a site.
    #[must_use]
    pub fn number(&self, name: &str) -> Option<u64> {
        self.text(name).parse().ok()
    }

    /// The fields as pairs.
    #[must_use]
    pub fn pairs(&self) -> &[(String, String)] {
        &self.pairs
    }

    /// The fields whose names begin like this, without the beginning.
    pub fn below<'f>(&'f self, beginning: &'f str) -> impl Iterator<Item = (&'f str, &'f str)> {
        self.pairs.iter().filter_map(move |(name, value)| {
            let rest = name.strip_prefix(beginning)?;
            Some((rest, value.as_str()))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_browser_adds_is_taken_off_and_what_a_person_wrote_stays() {
        let fields = Fields::sent([
            ("a".to_owned(), "one\r\ntwo\tthree ".to_owned()),
            ("b".to_owned(), "x".to_owned()),
            ("b".to_owned(), "y".to_owned()),
        ]);
        assert_eq!(fields.text("a"), "one\ntwo three");
        assert!(fields.holds("b", "y") && !fields.holds("b", "z"));
        assert!(!fields.has("c"));
        assert_eq!(fields.text("c"), "");
    }
}
