//! Why a place is closed, from a short list that is written in both languages.

use signpost_domain::Text;

use crate::agency::form::fields::WRITTEN;
use signpost_answers::messages::words_of;

/// The reasons, by the key of their words.
pub(crate) const REASONS: [&str; 6] = [
    "why-training",
    "why-illness",
    "why-weather",
    "why-holiday",
    "why-mourning",
    "why-repairs",
];

/// A reason of the list in both languages; `None` for a word that is not on it.
pub(crate) fn reason(key: &str) -> Option<Text> {
    let key = REASONS.into_iter().find(|own| *own == key)?;
    let mut text = Text::default();
    for lang in WRITTEN {
        text.set(lang, &words_of(lang).say(key, &[]));
    }
    Some(text)
}
