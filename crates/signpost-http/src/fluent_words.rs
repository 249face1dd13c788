//! The words of the pages, from `web/locales`: English and French whole, Anishinaabemowin as far as a speaker has written it.

use std::sync::LazyLock;

use fluent_bundle::{FluentArgs, FluentResource, concurrent::FluentBundle};
use signpost_domain::Lang;

/// The files of one language, each compiled in. A new file is named here, once.
macro_rules! files {
    ($tag:literal) => {
        files!(
            $tag, "frame", "place", "list", "map", "site", "plan", "disposal", "about", "privacy", "leave",
            "embed", "errors", "agency", "portal", "offline",
            "steward", "letters"
        )
    };
    ($tag:literal, $($name:literal),+) => {
        &[$(include_str!(concat!("../../../web/locales/", $tag, "/", $name, ".ftl"))),+]
    };
}

const ENGLISH: &[&str] = files!("en");
const FRENCH: &[&str] = files!("fr");
/// One file each: a speaker need not know which page a word stands on.
const OJ_LATN: &[&str] = &[include_str!("../../../web/locales/oj-Latn/pages.ftl")];
const OJ_CANS: &[&str] = &[include_str!("../../../web/locales/oj-Cans/pages.ftl")];

static IN_ENGLISH: LazyLock<Words> = LazyLock::new(|| Words::read("en-CA", ENGLISH));
static IN_FRENCH: LazyLock<Words> = LazyLock::new(|| Words::read("fr-CA", FRENCH));
static IN_OJ_LATN: LazyLock<Words> =
    LazyLock::new(|| Words::read("oj-Latn-CA", OJ_LATN).or_english());
static IN_OJ_CANS: LazyLock<Words> =
    LazyLock::new(|| Words::read("oj-Cans-CA", OJ_CANS).or_english());

/// The words of one language.
pub(crate) struct Words {
    bundle: FluentBundle<FluentResource>,
    /// Whose words are said for a key that is not there.
    otherwise: Option<&'static Self>,
    /// Whether anything is said in this language at all.
    any: bool,
}

impl Words {
    /// The words for a reader of `lang`. Words in Anishinaabemowin wait for a speaker; until then its readers get the English ones.
    pub(crate) fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::Fr => &IN_FRENCH,
            Lang::En => &IN_ENGLISH,
            Lang::OjLatn => &IN_OJ_LATN,
            Lang::OjCans => &IN_OJ_CANS,
        }
    }

    /// What a key says. A key that is not there says its own name; a test sees to it that there is none.
    pub(crate) fn say(&self, key: &str, args: &[(&str, &str)]) -> String {
        let mut given = FluentArgs::with_capacity(args.len());
        for &(name, value) in args {
            given.set(name, value);
        }
        self.format(key, &given)
    }

    /// The same with a number, for words that depend on it.
    pub(crate) fn say_number(&self, key: &str, number: i64) -> String {
        let mut given = FluentArgs::with_capacity(1);
        given.set("number", number);
        self.format(key, &given)
    }

    /// What a key says, when there is such a key.
    pub(crate) fn try_say(&self, key: &str) -> Option<String> {
        let words = self.otherwise.filter(|_| !self.has(key)).unwrap_or(self);
        words.has(key).then(|| words.say(key, &[]))
    }

    /// Whether a key is said in this language itself.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    /// Whether what a key says is in English because nobody wrote it in this language.
    pub(crate) fn falls_back(&self, key: &str) -> bool {
        self.otherwise.is_some() && !self.has(key)
    }

    /// Whether anything at all is said in this language.
    pub(crate) const fn has_any(&self) -> bool {
        self.any
    }

    fn format(&self, key: &str, args: &FluentArgs<'_>) -> String {
        if let Some(words) = self.otherwise.filter(|_| !self.has(key)) {
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

    fn read(tag: &str, files: &[&str]) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![tag.parse().unwrap_or_default()]);
        // No invisible marks around what is put in: both languages run from left to right.
        bundle.set_use_isolating(false);
        for file in files {
            // A fault leaves the rest of the file standing; the tests refuse any.
            let resource = match FluentResource::try_new((*file).to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            bundle.add_resource_overriding(resource);
        }
        Self {
            bundle,
            otherwise: None,
            any: files.iter().any(|file| says_something(file)),
        }
    }

    fn or_english(mut self) -> Self {
        self.otherwise = Some(&IN_ENGLISH);
        self
    }
}

/// Whether a file has any line besides comments: a key begins its line.
fn says_something(file: &str) -> bool {
    file.lines()
        .any(|line| line.starts_with(|c: char| c.is_ascii_alphabetic()))
}

#[cfg(test)]
mod tests;
