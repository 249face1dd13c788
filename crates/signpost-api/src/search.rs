//! `q`: words looked for in names and addresses, and in what people call a need.

use signpost_domain::{NeedCode, Offer, Text, folded};
use signpost_locate::{SiteIx, Snapshot};

use signpost_web::ApiError;

/// The longest text that is looked for, in characters.
const LONGEST: usize = 80;

/// Words, each with the needs it may mean. Every word must fit.
pub(crate) struct Search<'s> {
    snapshot: &'s Snapshot,
    words: Vec<(String, Vec<&'s NeedCode>)>,
}

impl<'s> Search<'s> {
    /// Takes a text apart.
    ///
    /// # Errors
    /// When there is nothing to look for, or too much.
    pub(crate) fn new(snapshot: &'s Snapshot, text: &str) -> Result<Self, ApiError> {
        if text.chars().count() > LONGEST {
            return Err(ApiError::parameter(
                "q",
                format!("write at most {LONGEST} characters"),
            ));
        }
        let words: Vec<_> = folded(text)
            .split_whitespace()
            .map(|word| (word.to_owned(), meanings(snapshot, word)))
            .collect();
        if words.is_empty() {
            return Err(ApiError::parameter("q", "write a word to look for"));
        }
        Ok(Self { snapshot, words })
    }

    /// Whether every word fits the site.
    pub(crate) fn fits(&self, ix: SiteIx) -> bool {
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
