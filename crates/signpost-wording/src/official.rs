//! Official names: a body may be called by a word that nobody should write, and a text has to be able to say where that body is.

use std::ops::Range;

/// Words that begin a sentence and no name, in both languages.
const SMALL: &[&str] = &[
    "a", "an", "the", "our", "your", "their", "these", "those", "all", "no", "for", "le", "la",
    "les", "l", "un", "une", "des", "nos", "notre", "vos", "votre", "leurs", "ces", "ce", "tous",
    "pour",
];

/// Whether a piece of a text stands in a name that the reason for keeping it writes out.
///
/// That is: the same words in a row, at least one more than the piece, that begin as a name does. So a reason has to say which name it is, and the history says it too.
///
/// # Examples
/// ```
/// let text = "Beside the Kenora Addicts Recovery Centre.";
/// let addicts = 18..25;
/// assert!(signpost_wording::stands_in_a_name(text, &addicts, "It is called Kenora Addicts Recovery Centre"));
/// assert!(!signpost_wording::stands_in_a_name(text, &addicts, "it is what people say"));
/// ```
#[must_use]
pub fn stands_in_a_name(text: &str, piece: &Range<usize>, reason: &str) -> bool {
    let words = words_of(text);
    let own = |word: &&(usize, &str)| word.0 < piece.end && piece.start < word.0 + word.1.len();
    let Some(first) = words.iter().position(|word| own(&word)) else {
        return false;
    };
    let count = words.iter().filter(own).count();
    let said: Vec<&str> = words_of(reason).into_iter().map(|(_, word)| word).collect();
    // Every run of words around the piece, the shortest first.
    (0..=first).rev().any(|start| {
        (first + count..=words.len())
            .filter(|end| end - start > count)
            .filter_map(|end| words.get(start..end))
            .any(|run| {
                let run: Vec<&str> = run.iter().map(|(_, word)| *word).collect();
                let inside = first - start..first - start + count;
                is_like_a_name(&run, &inside) && said.windows(run.len()).any(|said| said == run)
            })
    })
}

/// Whether a piece of a text stands in one of these names, of bodies and places that the directory knows.
#[must_use]
pub fn stands_in_a_name_of<'n>(
    text: &str,
    piece: &Range<usize>,
    mut names: impl Iterator<Item = &'n str>,
) -> bool {
    names.any(|name| {
        let more = name.trim().len() > piece.len();
        let mut places = text
            .match_indices(name)
            .map(|(at, name)| at..at + name.len());
        more && places.any(|place| place.start <= piece.start && piece.end <= place.end)
    })
}

/// Words with the place of each.
fn words_of(text: &str) -> Vec<(usize, &str)> {
    let part = |c: char| c.is_alphanumeric() || c == '-';
    let mut words = Vec::new();
    let mut start = None;
    for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
        match (start, part(letter)) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                words.extend(text.get(from..at).map(|word| (from, word)));
                start = None;
            }
            _ => {}
        }
    }
    words
}

/// Whether these words begin as a name does: with a capital outside the piece, or with two capitals in all. Small words do not count.
fn is_like_a_name(words: &[&str], piece: &Range<usize>) -> bool {
    let capital = |word: &&str| {
        let small = SMALL.contains(&word.to_lowercase().as_str());
        !small && word.chars().next().is_some_and(char::is_uppercase)
    };
    let begins = words.first().is_some_and(capital) && !piece.contains(&0);
    begins
        || words.iter().filter(|word| capital(word)).count() >= 2
            && words.first().is_some_and(capital)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(text: &str, word: &str, reason: &str) -> bool {
        let start = text.find(word).unwrap();
        stands_in_a_name(text, &(start..start + word.len()), reason)
    }

    #[test]
    fn a_name_written_out_in_the_reason_is_kept() {
        let english = "Next to the Addicts Recovery Centre, second floor.";
        assert!(kept(
            english,
            "Addicts",
            "Official name: Addicts Recovery Centre"
        ));
        let french = "À côté du Centre de réadaptation pour toxicomanes du Nord.";
        assert!(kept(
            french,
            "toxicomanes",
            "nom officiel : Centre de réadaptation pour toxicomanes"
        ));
        assert!(kept(
            "Indian Friendship House",
            "Indian",
            "Indian Friendship House, its own name"
        ));
    }

    #[test]
    fn a_reason_that_writes_no_name_keeps_nothing() {
        let text = "Our junkies are welcome at the Recovery Centre.";
        for reason in [
            "",
            "it should stay",
            "junkies",
            "Our junkies",
            "junkies are welcome",
            "Recovery Centre",
            "Junkies Are Welcome",
        ] {
            assert!(!kept(text, "junkies", reason), "{reason}");
        }
        assert!(!kept("Addicts only", "Addicts", "Addicts only"));
    }
}
