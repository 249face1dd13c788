//! The words of the pages, from `web/locales`: English and French whole, Anishinaabemowin as far as a speaker has written it.

use std::sync::OnceLock;

use fluent_bundle::{FluentArgs, FluentResource, concurrent::FluentBundle};
use signpost_domain::Lang;

/// The words of every language, once they were read.
static READ: OnceLock<[Words; 4]> = OnceLock::new();

/// Reads the messages of every language, once; later calls change nothing. Whoever starts the server or a command brings the files, so that
/// a change of a word does not build anew what only says it.
pub fn read_messages(files_of: impl Fn(Lang) -> Vec<String>) {
    READ.get_or_init(|| {
        [Lang::En, Lang::Fr, Lang::OjLatn, Lang::OjCans].map(|lang| {
            let words = Words::read(lang, &files_of(lang));
            match lang {
                Lang::En | Lang::Fr => words,
                Lang::OjLatn | Lang::OjCans => words.or_english(),
            }
        })
    });
}

/// The words of one language.
pub struct Words {
    bundle: FluentBundle<FluentResource>,
    /// Whether English is spoken for a key that is not there.
    or_english: bool,
    /// Whether anything is said in this language at all.
    any: bool,
}

impl Words {
    /// The words for a reader of `lang`. Words in Anishinaabemowin wait for a speaker; until then its readers get the English ones.
    #[must_use]
    pub fn of(lang: Lang) -> &'static Self {
        static NONE: OnceLock<Words> = OnceLock::new();
        match READ.get() {
            Some([en, fr, oj_latn, oj_cans]) => match lang {
                Lang::En => en,
                Lang::Fr => fr,
                Lang::OjLatn => oj_latn,
                Lang::OjCans => oj_cans,
            },
            None => NONE.get_or_init(|| Self::read(Lang::En, &[])),
        }
    }

    /// English, when it is spoken for this key.
    fn otherwise(&self, key: &str) -> Option<&'static Self> {
        (self.or_english && !self.has(key)).then(|| Self::of(Lang::En))
    }

    /// What a key says. A key that is not there says its own name; a test sees to it that there is none.
    #[must_use]
    pub fn say(&self, key: &str, args: &[(&str, &str)]) -> String {
        let mut given = FluentArgs::with_capacity(args.len());
        for &(name, value) in args {
            given.set(name, value);
        }
        self.format(key, &given)
    }

    /// The same with a number, for words that depend on it.
    #[must_use]
    pub fn say_number(&self, key: &str, number: i64) -> String {
        let mut given = FluentArgs::with_capacity(1);
        given.set("number", number);
        self.format(key, &given)
    }

    /// What a key says, when there is such a key.
    #[must_use]
    pub fn try_say(&self, key: &str) -> Option<String> {
        let words = self.otherwise(key).unwrap_or(self);
        words.has(key).then(|| words.say(key, &[]))
    }

    /// Whether a key is said in this language itself.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    /// Whether what a key says is in English because nobody wrote it in this language.
    #[must_use]
    pub fn falls_back(&self, key: &str) -> bool {
        self.or_english && !self.has(key)
    }

    /// Whether anything at all is said in this language.
    #[must_use]
    pub const fn has_any(&self) -> bool {
        self.any
    }

    fn format(&self, key: &str, args: &FluentArgs<'_>) -> String {
        if let Some(words) = self.otherwise(key) {
            return words.format(key, args);
        }
        let pattern = self
            .bundle
            .get_message(key)
            .and_then(|message| message.value());
        pattern.map_or_else(
            || key.to_owned(),
            |pattern| {
                let mut faults = Vec::new();
                self.bundle
                    .format_pattern(pattern, Some(args), &mut faults)
                    .into_owned()
            },
        )
    }

    /// The words of one language from its files.
    #[must_use]
    pub fn read(lang: Lang, files: &[String]) -> Self {
        let tag = match lang {
            Lang::En => "en-CA",
            Lang::Fr => "fr-CA",
            Lang::OjLatn => "oj-Latn-CA",
            Lang::OjCans => "oj-Cans-CA",
        };
        let mut bundle = FluentBundle::new_concurrent(vec![tag.parse().unwrap_or_default()]);
        // No invisible marks around what is put in: both languages run from left to right.
        bundle.set_use_isolating(false);
        for file in files {
            // A fault leaves the rest of the file standing; the tests refuse any.
            let resource = match FluentResource::try_new(file.clone()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            bundle.add_resource_overriding(resource);
        }
        Self {
            bundle,
            or_english: false,
            any: files.iter().any(|file| says_something(file)),
        }
    }

    /// The same, with English where a key is not there.
    #[must_use]
    pub fn or_english(self) -> Self {
        Self {
            or_english: true,
            ..self
        }
    }
}

/// Whether a file has any line besides comments: a key begins its line.
fn says_something(file: &str) -> bool {
    file.lines()
        .any(|line| line.starts_with(|c: char| c.is_ascii_alphabetic()))
}
