//! Words and the language they really are in.

use std::{borrow::Cow, fmt};

use serde::{Serialize, Serializer};
use signpost_domain::{Lang, Text};
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{ObjectBuilder, RefOr, Schema, schema::Type},
};

/// Words for a reader. In JSON they are the words alone; a page can mark them with `lang=` where they are not in its own language.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LocalizedText {
    words: String,
    lang: Lang,
}

impl LocalizedText {
    /// The words of a text for a reader of `lang`; empty when nobody wrote any.
    #[must_use]
    pub fn of(text: &Text, lang: Lang) -> Self {
        let (words, lang) = text.for_reader(lang).unwrap_or(("", lang));
        Self {
            words: words.to_owned(),
            lang,
        }
    }

    /// Whether there are no words.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The words.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.words
    }

    /// The tag to mark the words with on a page in `page`; `None` when they are in the page's own language.
    #[must_use]
    pub fn other_than(&self, page: Lang) -> Option<&'static str> {
        (self.lang != page).then(|| self.lang.tag())
    }
}

impl fmt::Display for LocalizedText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words)
    }
}

impl PartialSchema for LocalizedText {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .description(Some(
                "Words in the language that was asked for, else in the nearest one; may be empty",
            ))
            .into()
    }
}

impl ToSchema for LocalizedText {
    fn name() -> Cow<'static, str> {
        "Words".into()
    }
}

impl Serialize for LocalizedText {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.words)
    }
}
