//! `q`: words looked for in names and addresses, and in what people call a need.

use signpost_domain::{NeedCode, Offer, Text, folded};
use signpost_locate::{SiteIx, Snapshot};

/// Words, each with the needs it may mean. Every word must fit.
pub(crate) struct Search<'s> {
    snapshot: &'s Snapshot,
    words: Vec<(String, Vec<&'s NeedCode>)>,
}

impl<'s> Search<'s> {
    /// Takes a text apart. What is left of it when accents and what nobody sees are taken away is looked for; of nothing, nothing is found.
    pub(crate) fn new(snapshot: &'s Snapshot, text: &str) -> Self {
        let words = folded(text)
            .split_whitespace()
            .map(|word| (word.to_owned(), meanings(snapshot, word)))
            .collect();
        Self { snapshot, words }
    }

    /// Whether every word fits the site.
    pub(crate) fn fits(&self, ix: SiteIx) -> bool {
        if self.words.is_empty() {
            return false;
        }
        let site = self.snapshot.site(ix);
        let mut told = String::new();
        for text in [&site.name, &self.snapshot.organization(ix).name] {
            tell(&mut told, text);
        }
        for words in [site.slug.as_str(), &site.address, &site.locality] {
            told.push_str(&folded(words));
            told.push(' ');
        }
        self.words.iter().all(|(word, needs)| {
            told.contains(word.as_str())
                || site.services.iter().any(|service| {
                    service.offer != Offer::NotOffered && needs.contains(&&service.need)
                })
        })
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
