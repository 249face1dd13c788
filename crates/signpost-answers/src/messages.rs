//! The words of the pages and letters, from `web/locales`: English and French whole, Anishinaabemowin as far as a speaker has written it.

use std::{borrow::Cow, sync::OnceLock};

use signpost_domain::Lang;
use signpost_messages::{Catalogue, Words};

/// The words of every language, once they were read.
static READ: OnceLock<Catalogue> = OnceLock::new();

/// Reads the messages of every language, once; later calls change nothing. Whoever starts the server or a command brings the files, so that
/// a change of a word does not build anew what only says it.
pub fn read_messages(texts: impl Fn(Lang) -> Vec<Cow<'static, str>>) {
    READ.get_or_init(|| Catalogue::read(&Lang::ALL.map(|lang| (lang, texts(lang)))));
}

/// The words for a reader of `lang`; before anything was read, every key says its own name.
#[must_use]
pub fn words_of(lang: Lang) -> &'static Words {
    static NONE: OnceLock<Catalogue> = OnceLock::new();
    let read = READ.get();
    read.unwrap_or_else(|| NONE.get_or_init(|| Catalogue::read(&[])))
        .of(lang)
}
