//! The messages of one crate in one language.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use fluent_bundle::{FluentArgs, FluentResource, concurrent::FluentBundle};
use fluent_syntax::ast::Entry;
use rustc_hash::FxHashMap;

use crate::pattern::{Piece, fill, pieces, places};

/// The words of one language.
pub struct Words {
    /// Messages of words and places only: most of them.
    simple: FxHashMap<String, Vec<Piece>>,
    /// All messages, for those that choose or count.
    bundle: FluentBundle<FluentResource>,
    /// Every key with the names of what is put in.
    pub(crate) keys: BTreeMap<String, BTreeSet<String>>,
    /// What is wrong with the texts.
    pub(crate) faults: Vec<String>,
    /// Whose words are said for a key that is not there.
    otherwise: Option<Arc<Self>>,
}

impl Words {
    /// What a key says. A key that is not there says its own name; a test sees to it that there is none.
    #[must_use]
    pub fn say(&self, key: &str, args: &[(&str, &str)]) -> String {
        if let Some(pieces) = self.simple.get(key) {
            return fill(pieces, args);
        }
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

    /// What a key says that nothing is put into, without a copy.
    #[must_use]
    pub fn plain<'s>(&'s self, key: &'s str) -> &'s str {
        let otherwise = || {
            self.otherwise
                .as_ref()
                .map_or(key, |words| words.plain(key))
        };
        match self.simple.get(key).map(Vec::as_slice) {
            Some([Piece::Words(words)]) => words,
            _ => otherwise(),
        }
    }

    /// What a key says, when there is such a key.
    #[must_use]
    pub fn try_say(&self, key: &str) -> Option<String> {
        match &self.otherwise {
            Some(words) if !self.has(key) => words.try_say(key),
            _ => self.has(key).then(|| self.say(key, &[])),
        }
    }

    /// Whether a key is said in this language itself.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.keys.contains_key(key)
    }

    /// Whether what a key says is in English because nobody wrote it in this language.
    #[must_use]
    pub fn falls_back(&self, key: &str) -> bool {
        self.otherwise.is_some() && !self.has(key)
    }

    /// Whether anything at all is said in this language.
    #[must_use]
    pub fn has_any(&self) -> bool {
        !self.keys.is_empty()
    }

    fn format(&self, key: &str, args: &FluentArgs<'_>) -> String {
        if let Some(words) = self.otherwise.as_ref().filter(|_| !self.has(key)) {
            return words.format(key, args);
        }
        let message = self.bundle.get_message(key);
        let Some(pattern) = message.and_then(|message| message.value()) else {
            return key.to_owned();
        };
        let mut faults = Vec::new();
        self.bundle
            .format_pattern(pattern, Some(args), &mut faults)
            .into_owned()
    }

    pub(crate) fn read(tag: &str, texts: &[&str]) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![tag.parse().unwrap_or_default()]);
        // No invisible marks around what is put in: all these languages run from left to right.
        bundle.set_use_isolating(false);
        let mut words = Self {
            simple: FxHashMap::default(),
            bundle,
            keys: BTreeMap::new(),
            faults: Vec::new(),
            otherwise: None,
        };
        for text in texts {
            words.add(tag, text);
        }
        words
    }

    pub(crate) fn otherwise(mut self, words: Arc<Self>) -> Self {
        self.otherwise = Some(words);
        self
    }

    fn add(&mut self, tag: &str, text: &str) {
        let resource = FluentResource::try_new(text.to_owned());
        let resource = resource.unwrap_or_else(|(rest, errors)| {
            self.faults
                .extend(errors.iter().map(|error| format!("{tag}: {error}")));
            rest
        });
        for entry in resource.entries() {
            let Entry::Message(message) = entry else {
                continue;
            };
            let Some(pattern) = &message.value else {
                continue;
            };
            let key = message.id.name.to_owned();
            if let Some(pieces) = pieces(pattern) {
                self.simple.insert(key.clone(), pieces);
            }
            if self.keys.insert(key, places(pattern)).is_some() {
                let key = message.id.name;
                self.faults.push(format!("{tag}: {key} is said twice"));
            }
        }
        self.bundle.add_resource_overriding(resource);
    }
}

#[cfg(test)]
mod tests;
