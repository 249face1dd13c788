//! What stands on a poster.

use signpost_domain::{Lang, PosterSays};

use crate::Speaker;

/// More words than these are not read by who stands before a door.
pub const WORDS_MOST: usize = 60;

/// The languages in which everything stands on a poster; of others only the plan's sentence, where a speaker wrote one.
pub(super) const LANGS: [Lang; 2] = [Lang::En, Lang::Fr];

/// A poster, before it is put on paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Poster {
    /// What the file is called for who cannot see it.
    pub title: String,
    /// What the code holds: in capitals, which need fewer modules, and which our addresses are read in too.
    pub code: String,
    /// The same address as one types it.
    pub typed: String,
    /// What the code is, for who cannot see it.
    pub code_words: String,
    /// What it says, in each language.
    pub parts: Vec<Part>,
}

/// What a poster says in one language. What is empty is not printed.
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
    /// "Or call 807-555-0191"
    pub call: String,
    /// "Or text 807-555-0142"
    pub text: String,
}

impl Poster {
    /// All that is read, in the order in which it stands.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        let parts = self.parts.iter();
        let first = parts.flat_map(|part| [part.headline.as_str(), &part.sentence]);
        let scan = self.parts.iter().map(|part| part.scan.as_str());
        let call = self.parts.iter().map(|part| part.call.as_str());
        let text = self.parts.iter().map(|part| part.text.as_str());
        let typed = [self.typed.as_str()];
        let all = first.chain(scan).chain(typed).chain(call).chain(text);
        all.filter(|words| !words.is_empty())
    }

    /// How many words it has; a sign that stands by itself is none.
    #[must_use]
    pub fn count(&self) -> usize {
        let words = self.words().flat_map(str::split_whitespace);
        words
            .filter(|word| word.chars().any(char::is_alphanumeric))
            .count()
    }
}

/// The poster that says this, for a place of this name. The name is not printed.
#[must_use]
pub fn poster(says: &PosterSays, place: &str) -> Poster {
    let typed = says.address.split_once("://");
    let typed = typed.map_or(says.address.as_str(), |(_, rest)| rest);
    let whole = |lang| {
        let speaker = Speaker::of(lang);
        Part {
            lang,
            headline: speaker.t("poster-headline"),
            sentence: says.sentence.exactly(lang).unwrap_or_default().to_owned(),
            scan: speaker.t("poster-scan"),
            call: if says.phone.is_empty() {
                String::new()
            } else {
                speaker.t1("poster-call", "phone", &says.phone)
            },
            text: if says.text_number.is_empty() {
                String::new()
            } else {
                speaker.t1("poster-text", "phone", &says.text_number)
            },
        }
    };
    let others = says.sentence.iter();
    let others = others.filter(|(lang, _)| !LANGS.contains(lang));
    let others = others.map(|(lang, sentence)| Part {
        lang,
        headline: String::new(),
        sentence: sentence.to_owned(),
        scan: String::new(),
        call: String::new(),
        text: String::new(),
    });
    let english = Speaker::of(Lang::En);
    Poster {
        title: english.t1("poster-title", "place", place),
        code_words: english.t1("poster-code", "address", typed),
        parts: LANGS.into_iter().map(whole).chain(others).collect(),
        code: says.address.to_ascii_uppercase(),
        typed: typed.to_owned(),
    }
}
