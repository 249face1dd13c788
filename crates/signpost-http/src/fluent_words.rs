//! The words of the pages, in English and French, from `web/locales`.

use std::sync::LazyLock;

use fluent_bundle::{FluentArgs, FluentResource, concurrent::FluentBundle};
use signpost_domain::Lang;

/// The files of one language, each compiled in. A new file is named here, once.
macro_rules! files {
    ($tag:literal) => {
        files!(
            $tag, "frame", "place", "list", "map", "site", "plan", "disposal", "about", "privacy", "leave",
            "errors", "agency", "portal", "offline"
        )
    };
    ($tag:literal, $($name:literal),+) => {
        &[$(include_str!(concat!("../../../web/locales/", $tag, "/", $name, ".ftl"))),+]
    };
}

const ENGLISH: &[&str] = files!("en");
const FRENCH: &[&str] = files!("fr");

static IN_ENGLISH: LazyLock<Words> = LazyLock::new(|| Words::read("en-CA", ENGLISH));
static IN_FRENCH: LazyLock<Words> = LazyLock::new(|| Words::read("fr-CA", FRENCH));

/// The words of one language.
pub(crate) struct Words {
    bundle: FluentBundle<FluentResource>,
}

impl Words {
    /// The words for a reader of `lang`. Pages in Anishinaabemowin wait for a speaker; until then its readers get the English ones.
    pub(crate) fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::Fr => &IN_FRENCH,
            Lang::En | Lang::OjLatn | Lang::OjCans => &IN_ENGLISH,
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
        self.bundle.has_message(key).then(|| self.say(key, &[]))
    }

    fn format(&self, key: &str, args: &FluentArgs<'_>) -> String {
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
        Self { bundle }
    }
}

#[cfg(test)]
mod tests;
