//! `q`: words looked for in names and addresses, and in what people call a need.

use signpost_domain::{NeedCode, Offer, Text, folded};
use signpost_locate::{SiteIx, Snapshot};

/// Words, each with the needs it may mean. Every word must fit.
pub struct Search<'s> {
    snapshot: &'s Snapshot,
    words: Vec<(String, Vec<&'s NeedCode>)>,
}

impl<'s> Search<'s> {
    /// Takes a text apart. What is left of it when accents and what nobody sees are taken away is looked for; of nothing, nothing is found.
    #[must_use]
    pub fn new(snapshot: &'s Snapshot, text: &str) -> Self {
        let words = folded(text)
            .split_whitespace()
            .map(|word| (word.to_owned(), meanings(snapshot, word)))
            .collect();
        Self { snapshot, words }
    }

    /// Whether every word fits the site.
    #[must_use]
    pub fn fits(&self, ix: SiteIx) -> bool {
        if self.words.is_empty() {
            return false;
        }
        let site = self.snapshot.site(ix);
        let told = self.names(ix);
        self.words.iter().all(|(word, needs)| {
            told.contains(word.as_str())
                || site.services.iter().any(|service| {
                    service.offer != Offer::NotOffered && needs.contains(&&service.need)
                })
        })
    }
}

/// How well a place fits words that somebody knows it by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Known {
    /// They are in its name.
    ByName,
    /// They are in the name of who runs it, or in its address.
    ByPlace,
    /// They are in what is said of it, such as what it was called before, or who was there.
    ByStory,
}

impl Search<'_> {
    /// Whether every word is in what a place is called, where it is, or what is said of it; what it offers does not count.
    #[must_use]
    pub fn knows(&self, ix: SiteIx) -> Option<Known> {
        let site = self.snapshot.site(ix);
        let mut told = String::new();
        tell(&mut told, &site.name);
        if self.all_in(&told) {
            return Some(Known::ByName);
        }
        told = self.names(ix);
        if self.all_in(&told) {
            return Some(Known::ByPlace);
        }
        for text in [&site.description, &site.door] {
            tell(&mut told, text);
        }
        self.all_in(&told).then_some(Known::ByStory)
    }

    /// The needs that all the words may mean.
    #[must_use]
    pub fn needs(&self) -> Vec<&NeedCode> {
        let mut words = self.words.iter();
        let first = words.next().map(|(_, needs)| needs.clone());
        let mut needs = first.unwrap_or_default();
        for (_, others) in words {
            needs.retain(|need| others.contains(need));
        }
        needs
    }

    fn all_in(&self, told: &str) -> bool {
        let mut words = self.words.iter();
        !self.words.is_empty() && words.all(|(word, _)| told.contains(word.as_str()))
    }

    /// What a place and who runs it are called, and where it is.
    fn names(&self, ix: SiteIx) -> String {
        let site = self.snapshot.site(ix);
        let mut told = String::new();
        for text in [&site.name, &self.snapshot.organization(ix).name] {
            tell(&mut told, text);
        }
        for words in [site.slug.as_str(), &site.address, &site.locality] {
            told.push_str(&folded(words));
            told.push(' ');
        }
        told
    }
}

/// The needs that have the word in their code or names, or among what people call them.
fn meanings<'s>(snapshot: &'s Snapshot, word: &str) -> Vec<&'s NeedCode> {
    snapshot
        .directory()
        .needs
        .iter()
        .filter(|need| {
            let mut told = folded(need.code.as_str());
            told.push(' ');
            tell(&mut told, &need.name);
            for called in &need.also_called {
                told.push_str(&folded(called));
                told.push(' ');
            }
            told.contains(word)
        })
        .map(|need| &need.code)
        .collect()
}

fn tell(told: &mut String, text: &Text) {
    for (_lang, words) in text.iter() {
        told.push_str(&folded(words));
        told.push(' ');
    }
}
