//! Words that say why somebody comes. A poster hangs where everybody sees who reads it, so none of them stands on it.

use signpost_domain::{Need, Text, folded};

/// How words begin that tell on who reads them, whatever the rule is about; folded.
const BEGINNINGS: &[&str] = &[
    "needle",
    "syringe",
    "seringue",
    "aiguille",
    "inject",
    "drug",
    "drogue",
    "substance",
    "supplies",
    "supply",
    "materiel",
    "equipment",
    "pipe",
    "sharps",
    "naloxon",
    "narcan",
    "overdos",
    "surdos",
    "fentanyl",
    "opioid",
    "methadon",
    "suboxon",
    "detox",
    "desintox",
    "withdrawal",
    "sevrage",
    "rehab",
    "readapt",
    "treatment",
    "traitement",
    "addict",
    "dependan",
    "toxico",
    "harm",
    "mefait",
    "alcohol",
    "alcool",
    "condom",
    "crisis",
    "hiv",
    "vih",
];

/// Words that need not stand for the need, though its name or its things have them.
const PLAIN: &[&str] = &[
    "about",
    "after",
    "autre",
    "autres",
    "avec",
    "before",
    "check",
    "comment",
    "contre",
    "dans",
    "every",
    "first",
    "found",
    "from",
    "leurs",
    "maison",
    "neuves",
    "nouveau",
    "other",
    "others",
    "people",
    "place",
    "places",
    "pour",
    "quand",
    "quelque",
    "quelques",
    "sans",
    "small",
    "someone",
    "somewhere",
    "their",
    "there",
    "things",
    "today",
    "trouve",
    "trouver",
    "water",
    "what",
    "where",
    "which",
    "with",
    "without",
];

/// Shorter ones are in too many sentences.
const SHORTEST: usize = 5;

/// The first word of a sentence that says why somebody comes, as it is written; `None` when there is none.
pub(super) fn telling_word(sentence: &Text, need: Option<&Need>) -> Option<String> {
    let own: Vec<String> = need.map(own_words).unwrap_or_default();
    let tells = |word: &str| {
        let word = folded(word);
        BEGINNINGS.iter().any(|start| word.starts_with(start)) || own.contains(&word)
    };
    let mut said = sentence.iter().flat_map(|(_, words)| parted(words));
    said.find(|word| tells(word)).map(str::to_owned)
}

/// Whether an address names it: `/go/needle-exchange`.
pub(super) fn tells(address: &str) -> bool {
    let last = address.rsplit('/').next().unwrap_or_default();
    telling_word(&Text::en(last), None).is_some()
}

fn parted(words: &str) -> impl Iterator<Item = &str> {
    words
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
}

/// What the need, and what it hands out or takes, is called.
fn own_words(need: &Need) -> Vec<String> {
    let names = std::iter::once(&need.name).chain(need.items.iter().map(|item| &item.name));
    let names = names.flat_map(|name| name.iter().map(|(_, words)| words));
    let all = names.chain(need.also_called.iter().map(String::as_str));
    all.flat_map(parted)
        .map(folded)
        .filter(|word| word.chars().count() >= SHORTEST && !PLAIN.contains(&word.as_str()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_tells_by_any_form_of_a_word_in_any_language() {
        for (sentence, word) in [
            ("The counter is closed.", None),
            ("These places can help. No name, no ID.", None),
            ("Supplies are at the Bay House.", Some("Supplies")),
            ("The supply shelf is closed.", Some("supply")),
            ("Le MATÉRIEL est ailleurs.", Some("MATÉRIEL")),
            ("L’échange d’aiguilles a déménagé.", Some("aiguilles")),
            ("Needle-free by spring.", Some("Needle")),
        ] {
            assert_eq!(
                telling_word(&Text::en(sentence), None).as_deref(),
                word,
                "{sentence}"
            );
        }
        assert!(tells("https://go.example/go/needle-desk"));
        assert!(!tells("https://needle.example/go/bay-house"));
    }
}
