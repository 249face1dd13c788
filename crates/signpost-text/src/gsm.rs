//! What a text message costs: the letters of a phone of 1990 (3GPP TS 23.038), and what becomes of all others.

use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};

/// The letters that take one place each.
const BASIC: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
/// Those that take two.
const EXTENDED: &str = "^{}\\[~]|€\u{c}";

/// In which letters a message travels, and so how many fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alphabet {
    /// Seven bits a letter: 160 alone, 153 as a part of two.
    Gsm7,
    /// Sixteen: 70 alone, 67 as a part of two.
    Ucs2,
}

impl Alphabet {
    /// How many fit in a message of its own.
    #[must_use]
    pub const fn alone(self) -> usize {
        match self {
            Self::Gsm7 => 160,
            Self::Ucs2 => 70,
        }
    }

    /// How many fit in each of two: a part says that it is one, and between both stands a line break.
    #[must_use]
    pub const fn of_two(self) -> usize {
        match self {
            Self::Gsm7 => 152,
            Self::Ucs2 => 66,
        }
    }
}

/// In which letters a text travels.
#[must_use]
pub fn alphabet(text: &str) -> Alphabet {
    let all = |letter| BASIC.contains(letter) || EXTENDED.contains(letter);
    if text.chars().all(all) {
        Alphabet::Gsm7
    } else {
        Alphabet::Ucs2
    }
}

/// How much room a text takes, in the letters it travels in.
#[must_use]
pub fn units(text: &str) -> usize {
    match alphabet(text) {
        Alphabet::Ucs2 => text.encode_utf16().count(),
        Alphabet::Gsm7 => text
            .chars()
            .map(|letter| if EXTENDED.contains(letter) { 2 } else { 1 })
            .sum(),
    }
}

/// A text in letters that cost one place each, as far as there are such: "Fête – ça va" becomes "Fete - ca va". Accents that such phones have
/// stay. Syllabics, which have no others, stay too.
#[must_use]
pub fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for letter in text.nfc() {
        match letter {
            '’' | '‘' | 'ʼ' | '′' | '`' => plain.push('\''),
            '“' | '”' | '«' | '»' | '″' => plain.push('"'),
            '–' | '—' | '‑' | '−' | '·' | '•' => plain.push('-'),
            '…' => plain.push_str("..."),
            'œ' => plain.push_str("oe"),
            'Œ' => plain.push_str("OE"),
            '[' | '{' => plain.push('('),
            ']' | '}' => plain.push(')'),
            '|' | '\\' => plain.push('/'),
            '\u{2068}' | '\u{2069}' | '\u{200b}' | '\u{ad}' => {}
            letter if letter.is_whitespace() && letter != '\n' => plain.push(' '),
            letter if BASIC.contains(letter) => plain.push(letter),
            letter => {
                let bare = std::iter::once(letter).nfkd();
                plain.extend(bare.filter(|part| !is_combining_mark(*part)));
            }
        }
    }
    // A mark between guillemets leaves two spaces.
    let lines = plain.split('\n').map(|line| {
        let words: Vec<&str> = line.split(' ').filter(|word| !word.is_empty()).collect();
        words.join(" ")
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_such_phones_have_cost_one_each() {
        assert_eq!(BASIC.chars().count(), 127);
        assert_eq!(units("Café à 9 h, où?"), 15);
        assert_eq!(units("10 €"), 5);
        assert_eq!(alphabet("Ça va"), Alphabet::Gsm7);
    }

    #[test]
    fn one_other_letter_makes_the_whole_text_dear() {
        for dear in ["ça va", "prêt", "côte", "ᐊᓂᔑᓈᐯ", "l’abri", "a – b"] {
            assert_eq!(alphabet(dear), Alphabet::Ucs2, "{dear}");
        }
        assert_eq!(units("👍"), 2);
    }

    #[test]
    fn french_loses_only_the_marks_that_cost() {
        assert_eq!(
            plain("L’hôpital est prêt : ça va « très » bien, où? Nœud\u{a0}…"),
            "L'hopital est pret : ca va \" très \" bien, où? Noeud ..."
        );
        assert_eq!(plain("Bâtiment – côté\u{202f}Île"), "Batiment - coté Ile");
        assert_eq!(plain("ᐊᓂᔑᓈᐯ"), "ᐊᓂᔑᓈᐯ");
    }
}
