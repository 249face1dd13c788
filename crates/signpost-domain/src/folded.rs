//! Words as they are looked for: what one person types finds what another wrote.

use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};

use crate::unseen::is_unseen;

/// The words in lower case, without accents, with `œ` and `æ` as two letters, straight apostrophes, and nothing that nobody sees.
///
/// So "coeur" finds "Cœur" and "epicerie" finds "Épicerie", however the accent was typed. Syllabics stay as they are.
///
/// # Examples
/// ```
/// assert_eq!(signpost_domain::folded("L’Épicerie du Cœur"), "l'epicerie du coeur");
/// ```
#[must_use]
pub fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.nfkd().flat_map(char::to_lowercase) {
        match letter {
            // No accents, but letters of their own, which decomposing leaves alone.
            'œ' => folded.push_str("oe"),
            'æ' => folded.push_str("ae"),
            '’' | '‘' | 'ʼ' => folded.push('\''),
            letter if is_combining_mark(letter) || is_unseen(letter) => {}
            letter => folded.push(letter),
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_alike_is_found_alike() {
        for (written, looked_for) in [
            ("Cœur", "coeur"),
            ("CŒUR", "coeur"),
            ("Laetitia", "lætitia"),
            ("Épicerie", "epicerie"),
            ("E\u{301}picerie", "épicerie"),
            ("çà et là", "CA ET LA"),
            ("L’abri", "l'abri"),
            ("Phar\u{AD}macy", "pharmacy"),
            ("ﬁn\u{a0}du monde", "fin du monde"),
        ] {
            assert_eq!(folded(written), folded(looked_for), "{written}");
        }
        assert_eq!(folded("ᐊᓂᔑᓈᐯᒧᐎᓐ"), "ᐊᓂᔑᓈᐯᒧᐎᓐ");
    }
}
