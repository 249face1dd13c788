//! How a page, a letter or a saved copy says things in a reader's language.

use signpost_domain::Lang;

use signpost_messages::Words;

use crate::{LocalizedText, language_spans, locale_path, messages::words_of};

/// Says things in one language.
#[derive(Clone, Copy)]
pub struct Speaker {
    /// The language.
    pub lang: Lang,
    words: &'static Words,
    /// Whether words in another language than the reader's are marked; only for what becomes a page.
    marking: bool,
}

impl Speaker {
    /// Speaks to a reader of `lang`.
    #[must_use]
    pub fn of(lang: Lang) -> Self {
        Self {
            lang,
            words: words_of(lang),
            marking: false,
        }
    }

    /// The same, marking words that are in another language.
    #[must_use]
    pub const fn marking(self) -> Self {
        Self {
            marking: true,
            ..self
        }
    }

    /// What a key says.
    #[must_use]
    pub fn t(&self, key: &str) -> String {
        self.say(key, &[])
    }

    /// What a key says with one thing put in.
    #[must_use]
    pub fn t1(&self, key: &str, name: &str, value: impl AsRef<str>) -> String {
        self.say(key, &[(name, value.as_ref())])
    }

    /// What a key says with two things put in.
    #[must_use]
    pub fn t2(
        &self,
        key: &str,
        (name, value): (&str, &str),
        (other, other_value): (&str, &str),
    ) -> String {
        self.say(key, &[(name, value), (other, other_value)])
    }

    /// What a key says about a number.
    #[must_use]
    pub fn t_number(&self, key: &str, number: i64) -> String {
        self.mark_fallen(key, self.words.say_number(key, number))
    }

    /// What a key says, when there is such a key.
    #[must_use]
    pub fn try_t(&self, key: &str) -> Option<String> {
        let words = self.words.try_say(key)?;
        Some(self.mark_fallen(key, words))
    }

    /// What a key says with these things put in.
    #[must_use]
    pub fn say(&self, key: &str, args: &[(&str, &str)]) -> String {
        self.mark_fallen(key, self.words.say(key, args))
    }

    fn mark_fallen(&self, key: &str, words: String) -> String {
        if self.marking && self.words.falls_back(key) {
            language_spans::marked(&words)
        } else {
            words
        }
    }

    /// Sentences, days and hours that were put into words for this reader elsewhere, where English and French are spoken and no more.
    #[must_use]
    pub fn told(&self, words: impl AsRef<str>) -> String {
        let words = words.as_ref();
        match self.lang {
            Lang::OjLatn | Lang::OjCans if self.marking => language_spans::marked(words),
            _ => words.to_owned(),
        }
    }

    /// What stands as it was typed, whatever the reader's language: an address, a role, a source, the reference of a decision. It is
    /// English here, and is marked so for readers of other languages.
    #[must_use]
    pub fn typed(&self, words: impl AsRef<str>) -> String {
        let words = words.as_ref();
        if self.marking && self.lang != Lang::En {
            language_spans::marked(words)
        } else {
            words.to_owned()
        }
    }

    /// Words of the directory inside a sentence, marked where only English ones were written.
    #[must_use]
    pub fn named(&self, words: &LocalizedText) -> String {
        if words.other_than(self.lang) == Some(Lang::En.tag()) {
            self.typed(words.as_str())
        } else {
            words.to_string()
        }
    }

    /// An address of ours in the reader's language.
    #[must_use]
    pub fn link(&self, path: &str) -> String {
        locale_path::address(self.lang, path)
    }

    /// What stands between a name and what is said of it.
    #[must_use]
    pub const fn colon(&self) -> &'static str {
        match self.lang {
            Lang::Fr => "\u{a0}: ",
            Lang::En | Lang::OjLatn | Lang::OjCans => ": ",
        }
    }
}
