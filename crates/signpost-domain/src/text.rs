//! Words in several languages, each kept with the language it was written in.

use std::{collections::BTreeMap, fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A language of the product, as a BCP 47 tag.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Default,
    Serialize,
    Deserialize,
    ToSchema,
)]
#[schema(default = "en")]
pub enum Lang {
    /// English.
    #[default]
    #[serde(rename = "en")]
    En,
    /// French.
    #[serde(rename = "fr")]
    Fr,
    /// Anishinaabemowin in Roman letters; words come from a speaker, never from a machine.
    #[serde(rename = "oj-Latn")]
    OjLatn,
    /// Anishinaabemowin in syllabics; words come from a speaker, never from a machine.
    #[serde(rename = "oj-Cans")]
    OjCans,
}

/// The text names no language of ours.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{text:?} is not a language here; use en, fr, oj-Latn or oj-Cans")]
pub struct LangError {
    /// What was given, cut to 20 characters.
    pub text: String,
}

impl Lang {
    /// Every language, in the order readers are offered them.
    pub const ALL: [Self; 4] = [Self::En, Self::Fr, Self::OjLatn, Self::OjCans];

    /// The BCP 47 tag, for `lang=` and `Content-Language`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Fr => "fr",
            Self::OjLatn => "oj-Latn",
            Self::OjCans => "oj-Cans",
        }
    }

    /// Whose words to show when a text has none in this language: first choice first.
    #[must_use]
    pub const fn fallbacks(self) -> &'static [Self] {
        match self {
            Self::En => &[Self::En, Self::Fr, Self::OjLatn, Self::OjCans],
            Self::Fr => &[Self::Fr, Self::En, Self::OjLatn, Self::OjCans],
            Self::OjLatn => &[Self::OjLatn, Self::OjCans, Self::En, Self::Fr],
            Self::OjCans => &[Self::OjCans, Self::OjLatn, Self::En, Self::Fr],
        }
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

impl FromStr for Lang {
    type Err = LangError;

    fn from_str(text: &str) -> Result<Self, LangError> {
        Self::ALL
            .into_iter()
            .find(|lang| lang.tag().eq_ignore_ascii_case(text))
            .ok_or_else(|| LangError {
                text: text.chars().take(20).collect(),
            })
    }
}

/// One message in the languages it was written in; may be empty.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(transparent)]
pub struct Text(BTreeMap<Lang, String>);

impl Text {
    /// A text in one language.
    #[must_use]
    pub fn of(lang: Lang, words: &str) -> Self {
        let mut text = Self::default();
        text.set(lang, words);
        text
    }

    /// A text in English.
    #[must_use]
    pub fn en(words: &str) -> Self {
        Self::of(Lang::En, words)
    }

    /// A text in English and French.
    #[must_use]
    pub fn en_fr(english: &str, french: &str) -> Self {
        let mut text = Self::en(english);
        text.set(Lang::Fr, french);
        text
    }

    /// Puts words in, trimmed; empty words take the language out.
    pub fn set(&mut self, lang: Lang, words: &str) {
        let words = words.trim();
        if words.is_empty() {
            self.0.remove(&lang);
        } else {
            self.0.insert(lang, words.to_owned());
        }
    }

    /// Whether nobody wrote anything.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The words in exactly this language.
    #[must_use]
    pub fn exactly(&self, lang: Lang) -> Option<&str> {
        self.0.get(&lang).map(String::as_str)
    }

    /// The words for a reader of `lang`, and the language they really are in, so that a page can mark them with `lang=`.
    #[must_use]
    pub fn for_reader(&self, lang: Lang) -> Option<(&str, Lang)> {
        lang.fallbacks()
            .iter()
            .find_map(|&l| self.exactly(l).map(|words| (words, l)))
    }

    /// The words for a reader of `lang`, or an empty text.
    #[must_use]
    pub fn words(&self, lang: Lang) -> &str {
        self.for_reader(lang).map_or("", |(words, _)| words)
    }

    /// Every language and its words.
    pub fn iter(&self) -> impl Iterator<Item = (Lang, &str)> {
        self.0.iter().map(|(&lang, words)| (lang, words.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_gets_the_nearest_language_and_is_told_which() {
        let text = Text::en_fr("Open", "Ouvert");
        assert_eq!(text.for_reader(Lang::Fr), Some(("Ouvert", Lang::Fr)));
        assert_eq!(text.for_reader(Lang::OjCans), Some(("Open", Lang::En)));
        assert_eq!(
            Text::of(Lang::Fr, "Ouvert").for_reader(Lang::En),
            Some(("Ouvert", Lang::Fr))
        );
        assert_eq!(Text::default().for_reader(Lang::En), None);
    }
}
