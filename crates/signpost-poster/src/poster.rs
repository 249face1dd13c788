//! What a poster says.

use signpost_domain::Lang;

use crate::PosterFault;

/// More words than these are not read by who stands before a door.
pub const WORDS_MOST: usize = 60;

/// A poster, before it is put on paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Poster {
    /// What the file is called for who cannot see it.
    pub title: String,
    /// What the code holds.
    pub link: String,
    /// The same address as one types it.
    pub typed: String,
    /// What the code is, for who cannot see it.
    pub code_words: String,
    /// What it says, in each language.
    pub parts: Vec<Part>,
}

/// What a poster says in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The language.
    pub lang: Lang,
    /// "Where to go now"
    pub headline: String,
    /// The plan's sentence.
    pub sentence: String,
    /// "Scan or type:"
    pub scan: String,
    /// "Or call 807-555-0191"; empty where there is nobody to call.
    pub call: String,
}

impl Poster {
    /// All that is read, in the order in which it stands.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        let parts = self.parts.iter();
        let first = parts.flat_map(|part| [part.headline.as_str(), &part.sentence]);
        let scan = self.parts.iter().map(|part| part.scan.as_str());
        let call = self.parts.iter().map(|part| part.call.as_str());
        first.chain(scan).chain([self.typed.as_str()]).chain(call)
    }

    /// How many words it has; a sign that stands by itself is none.
    pub(crate) fn counted(&self) -> Result<(), PosterFault> {
        let words = self.words().flat_map(str::split_whitespace);
        let many = words
            .filter(|word| word.chars().any(char::is_alphanumeric))
            .count();
        if many <= WORDS_MOST {
            Ok(())
        } else {
            Err(PosterFault::TooManyWords(many))
        }
    }
}
