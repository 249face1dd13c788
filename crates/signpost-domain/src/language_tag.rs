//! Tags of languages that people speak at a place.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use unic_langid::LanguageIdentifier;
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{ObjectBuilder, RefOr, Schema, schema::Type},
};

/// A language as a BCP 47 tag: language, and where needed script, region and variants, such as `oj`, `oj-Latn` or `en-CA`.
///
/// Upper and lower case say nothing in a tag, so it is kept the way the standard writes it.
///
/// # Examples
/// ```
/// use signpost_domain::LanguageTag;
/// assert_eq!(LanguageTag::new("OJ-latn").unwrap().as_str(), "oj-Latn");
/// assert!(LanguageTag::new("Ojibwe (local)").is_err());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct LanguageTag(Box<str>);

/// Why a list of languages is not taken. Who asked has words of their own for it; these are for people who read English.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LanguageTagFault {
    /// Not a tag.
    #[error("{text:?} is not a language tag; write en, fr or oj")]
    NoTag {
        /// What was given, cut to 40 characters.
        text: String,
    },
    /// The same language again.
    #[error("{text:?} is listed twice")]
    Twice {
        /// The tag.
        text: String,
    },
    /// More than [`LanguageTag::MOST`].
    #[error("name at most {} languages", LanguageTag::MOST)]
    TooMany,
}

impl LanguageTag {
    /// How many languages a place may name.
    pub const MOST: usize = 20;

    /// Checks a tag.
    ///
    /// # Errors
    /// When it is not a tag of a language. An underscore, which some programs write, is none; extensions and private tags are not
    /// what a place speaks.
    pub fn new(text: &str) -> Result<Self, LanguageTagFault> {
        let no_tag = || LanguageTagFault::NoTag {
            text: text.chars().take(40).collect(),
        };
        if text.contains('_') {
            return Err(no_tag());
        }
        let tag: LanguageIdentifier = text.parse().map_err(|_malformed| no_tag())?;
        // Longer ones are well formed, but no language has one: somebody wrote "English".
        if !(2..=3).contains(&tag.language.as_str().len()) || tag.language.is_empty() {
            return Err(no_tag());
        }
        Ok(Self(tag.to_string().into()))
    }

    /// The tag as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl PartialSchema for LanguageTag {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .description(Some(
                "A language, and where needed script and region (BCP 47)",
            ))
            .pattern(Some(
                "^[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?$",
            ))
            .examples(["oj", "oj-Latn", "en-CA"])
            .into()
    }
}

impl ToSchema for LanguageTag {}

impl FromStr for LanguageTag {
    type Err = LanguageTagFault;

    fn from_str(text: &str) -> Result<Self, LanguageTagFault> {
        Self::new(text)
    }
}

impl TryFrom<String> for LanguageTag {
    type Error = LanguageTagFault;

    fn try_from(text: String) -> Result<Self, LanguageTagFault> {
        Self::new(&text)
    }
}

impl From<LanguageTag> for String {
    fn from(tag: LanguageTag) -> Self {
        tag.0.into()
    }
}

impl fmt::Display for LanguageTag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_languages_of_the_north_have_tags() {
        for fine in [
            "en", "fr", "oj", "ojs", "ojb", "cr", "crk", "oj-Latn", "oj-Cans", "en-CA", "fr-CA",
        ] {
            assert_eq!(LanguageTag::new(fine).unwrap().as_str(), fine);
        }
        assert_eq!(LanguageTag::new("EN-ca").unwrap().as_str(), "en-CA");
    }

    #[test]
    fn nothing_else_is_a_tag() {
        for bad in [
            "",
            "e",
            "und",
            "English",
            "anglais, français",
            "en_CA",
            "en-",
            "-en",
            "en fr",
            "en\u{200B}",
            "x-secret",
            "en-u-hc-h12",
            "französisch",
        ] {
            assert!(LanguageTag::new(bad).is_err(), "{bad:?}");
        }
    }
}
