//! The words people type, from `data/language/asked.csv` and from what each need is also called.

use std::sync::LazyLock;

use signpost_domain::{Lang, NeedCode, folded};
use signpost_locate::Snapshot;

/// The list shipped with Signpost.
const SHIPPED: &str = include_str!("../../../data/language/asked.csv");

/// What a phrase stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Means {
    /// Something looked for.
    Need(NeedCode),
    /// A life is in danger.
    Danger,
    /// Somebody does not want to live.
    Despair,
    /// No more messages.
    Stop,
    /// How this works.
    How,
    /// To talk to a person.
    Person,
    /// Another day or hour than now.
    Later,
    /// A town that is not in the directory.
    Elsewhere,
    /// Nothing, but in this language.
    Nothing,
}

/// A phrase as people type it.
#[derive(Debug, Clone)]
pub(crate) struct Phrase {
    /// Its words, folded; `*` stands for up to three others.
    pub words: Vec<String>,
    pub means: Means,
    /// `None` for a phrase of both languages, or of one nobody said.
    pub lang: Option<Lang>,
}

/// What is wrong with a list of phrases.
#[derive(Debug)]
pub enum VocabularyError {
    /// Not a table of three columns.
    Table(csv::Error),
    /// A row that means nothing.
    Row {
        /// Line, from 1.
        line: u64,
        /// What is wrong.
        message: String,
    },
}

/// Checks the list that is compiled in.
///
/// # Errors
/// When a row cannot be read, with its line.
pub fn check() -> Result<usize, VocabularyError> {
    read(SHIPPED).map(|phrases| phrases.len())
}

static READ: LazyLock<Vec<Phrase>> = LazyLock::new(|| read(SHIPPED).unwrap_or_default());

/// Every phrase that means something in this directory, the longest first.
pub(crate) fn phrases(snapshot: &Snapshot) -> Vec<Phrase> {
    let known = |phrase: &&Phrase| match &phrase.means {
        Means::Need(need) => snapshot.need(need).is_some(),
        Means::Elsewhere => !is_ours(snapshot, &phrase.words),
        _ => true,
    };
    let mut phrases: Vec<Phrase> = READ.iter().filter(known).cloned().collect();
    for need in &snapshot.directory().needs {
        let items = need.items.iter().map(|item| &item.name);
        let named = [&need.name].into_iter().chain(items).flat_map(|text| {
            let said = text.iter();
            said.map(|(lang, words)| (Some(lang), words.to_owned()))
        });
        let called = need.also_called.iter().map(|words| (None, words.clone()));
        phrases.extend(named.chain(called).map(|(lang, text)| Phrase {
            words: words_of(&text),
            means: Means::Need(need.code.clone()),
            lang: lang.filter(|lang| [Lang::En, Lang::Fr].contains(lang)),
        }));
    }
    // A phrase that says more is meant before one inside it.
    let letters = |phrase: &Phrase| phrase.words.iter().map(String::len).sum::<usize>();
    phrases.sort_by(|a, b| {
        let length = |one: &Phrase| (one.words.len(), letters(one));
        length(b)
            .cmp(&length(a))
            .then_with(|| a.words.cmp(&b.words))
    });
    phrases
}

/// Whether a town is one of the directory, or part of its own name.
fn is_ours(snapshot: &Snapshot, words: &[String]) -> bool {
    let directory = snapshot.directory();
    let titles = directory.title.iter().map(|(_, title)| title.to_owned());
    let towns = directory.localities.iter().map(|town| town.name.clone());
    titles.chain(towns).any(|name| {
        let own = words_of(&name);
        own.windows(words.len()).any(|part| part == words)
    })
}

/// The words of a text, folded.
pub(crate) fn words_of(text: &str) -> Vec<String> {
    folded(text)
        .split(|letter: char| !letter.is_alphanumeric() && letter != '*')
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

fn read(text: &str) -> Result<Vec<Phrase>, VocabularyError> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let mut phrases = Vec::new();
    for row in reader.records() {
        let row = row.map_err(VocabularyError::Table)?;
        let line = row.position().map_or(0, csv::Position::line);
        let fault = |message: String| VocabularyError::Row { line, message };
        let [means, lang, phrase] = [0, 1, 2].map(|at| row.get(at).unwrap_or_default());
        let means = match means {
            "@danger" => Means::Danger,
            "@despair" => Means::Despair,
            "@stop" => Means::Stop,
            "@how" => Means::How,
            "@person" => Means::Person,
            "@later" => Means::Later,
            "@elsewhere" => Means::Elsewhere,
            "@lang" => Means::Nothing,
            need => Means::Need(need.parse().map_err(|_no_code| {
                fault(format!("{need:?} is neither a need nor one of our marks"))
            })?),
        };
        let lang = match lang {
            "" => None,
            "en" => Some(Lang::En),
            "fr" => Some(Lang::Fr),
            other => return Err(fault(format!("{other:?} is no language of this list"))),
        };
        let words = words_of(phrase);
        if words.is_empty() {
            return Err(fault("a phrase has a word".to_owned()));
        }
        phrases.push(Phrase { words, means, lang });
    }
    Ok(phrases)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_that_is_shipped_can_be_read() {
        assert!(check().unwrap() > 300);
    }

    #[test]
    fn a_fault_names_its_line() {
        for (row, told) in [
            ("@what,en,hi", "@what"),
            ("food,de,essen", "de"),
            ("food,en,-", "word"),
        ] {
            let fault = read(&format!("means,lang,phrase\n{row}\n")).unwrap_err();
            let VocabularyError::Row { line, message } = fault else {
                panic!("{fault:?}");
            };
            assert_eq!(line, 2);
            assert!(message.contains(told), "{message}");
        }
    }
}
