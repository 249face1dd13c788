//! A text in plain letters, so that a word is found however it is dressed up: in letters that only look alike, with characters between that
//! nobody sees, with marks on its letters, or with two blanks where one belongs.

use std::{borrow::Cow, ops::Range};

use signpost_domain::{Lang, is_unseen};
use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};
use unicode_security::skeleton;

/// A text in plain letters, and where each of them stands in the text it was made of.
pub(crate) struct PlainLetters<'t> {
    /// The letters.
    pub text: Cow<'t, str>,
    /// For each byte of `text`, the piece of the original it came from; empty when the two are the same.
    pieces: Vec<Range<usize>>,
}

impl<'t> PlainLetters<'t> {
    /// Of a text in a language. English words have no marks on their letters, so there marks are taken off altogether.
    pub(crate) fn of(text: &'t str, lang: Lang) -> Self {
        let plain = text
            .bytes()
            .all(|byte| byte.is_ascii_graphic() || byte == b' ');
        if plain && !text.contains("  ") {
            return Self {
                text: Cow::Borrowed(text),
                pieces: vec![],
            };
        }
        let (mut letters, mut pieces) = (String::with_capacity(text.len()), Vec::new());
        for piece in pieces_of(text) {
            let Some(own) = text.get(piece.clone()) else {
                continue;
            };
            for letter in plain_letters(own, lang) {
                // Blanks of any kind and number are one.
                let blank = letter.is_whitespace();
                if blank && letters.ends_with(' ') {
                    continue;
                }
                let letter = if blank { ' ' } else { letter };
                letters.push(letter);
                pieces.extend(std::iter::repeat_n(piece.clone(), letter.len_utf8()));
            }
        }
        Self {
            text: Cow::Owned(letters),
            pieces,
        }
    }

    /// The same without what a hand puts between or in place of letters to hide a word: "a d d i c t s", "add.icts", "@ddicts", "junk1es";
    /// with a hyphen taken out ("a-d-d-i-c-t-s") and, where that is another text, with a blank in its place ("crack-head"). Empty when there is
    /// nothing of it.
    pub(crate) fn undressed(&self) -> Vec<PlainLetters<'static>> {
        let hyphens = self.text.contains('-').then_some(Some(' '));
        let ways = std::iter::once(None).chain(hyphens);
        ways.filter_map(|hyphen| self.undressed_with(hyphen))
            .collect()
    }

    /// The same with something, or nothing, in place of a hyphen between two letters.
    fn undressed_with(&self, hyphen: Option<char>) -> Option<PlainLetters<'static>> {
        let letters: Vec<(usize, char)> = self.text.char_indices().collect();
        let at = |ix: usize| letters.get(ix).map(|(_, letter)| *letter);
        let is_letter = |ix: Option<usize>| ix.and_then(at).is_some_and(char::is_alphabetic);
        // A letter that stands alone, with one blank on each side of it.
        let alone = |ix: usize| {
            is_letter(Some(ix)) && !is_letter(ix.checked_sub(1)) && !is_letter(Some(ix + 1))
        };
        let (mut text, mut pieces) = (String::new(), Vec::new());
        let mut changed = false;
        for (ix, (start, letter)) in letters.iter().copied().enumerate() {
            let between = is_letter(ix.checked_sub(1)) && is_letter(Some(ix + 1));
            let spaced = letter == ' '
                && ix.checked_sub(1).is_some_and(alone)
                && alone(ix + 1)
                && (ix.checked_sub(3).is_some_and(alone) || alone(ix + 3));
            let begins = is_letter(Some(ix + 1))
                && ix
                    .checked_sub(1)
                    .and_then(at)
                    .is_none_or(char::is_whitespace);
            let put = match letter {
                _ if spaced => None,
                '.' | '_' | '*' | '·' | '|' | '/' | '\'' | '’' | '+' | '~' | '=' if between => {
                    None
                }
                '-' if between => hyphen,
                _ if between || begins => Some(meant(letter)),
                _ => Some(letter),
            };
            changed |= put != Some(letter);
            let Some(put) = put else { continue };
            text.push(put);
            let piece = self.span(start..start + letter.len_utf8());
            pieces.extend(std::iter::repeat_n(piece, put.len_utf8()));
        }
        let undressed = PlainLetters {
            text: Cow::Owned(text),
            pieces,
        };
        changed.then_some(undressed)
    }

    /// Where that stands in the original.
    pub(crate) fn span(&self, found: Range<usize>) -> Range<usize> {
        if self.pieces.is_empty() {
            return found;
        }
        let first = self.pieces.get(found.start);
        let last = found
            .end
            .checked_sub(1)
            .and_then(|last| self.pieces.get(last));
        match (first, last) {
            (Some(first), Some(last)) => first.start..last.end,
            _ => 0..0,
        }
    }
}

/// The letter that a digit or sign between two letters stands for.
const fn meant(sign: char) -> char {
    match sign {
        '0' => 'o',
        '1' | '!' => 'i',
        '3' => 'e',
        '4' | '@' => 'a',
        '5' | '$' => 's',
        '7' => 't',
        _ => sign,
    }
}

/// A letter with the marks on it and what nobody sees behind it, piece by piece.
fn pieces_of(text: &str) -> Vec<Range<usize>> {
    let mut pieces: Vec<Range<usize>> = Vec::new();
    for (start, letter) in text.char_indices() {
        let end = start + letter.len_utf8();
        match pieces.last_mut() {
            Some(piece) if belongs_to_the_letter_before(letter) => piece.end = end,
            _ => pieces.push(start..end),
        }
    }
    pieces
}

fn belongs_to_the_letter_before(letter: char) -> bool {
    is_combining_mark(letter) || says_nothing(letter)
}

/// Whether nobody would miss it: what is unseen, and what only chooses how the letter before is drawn.
fn says_nothing(letter: char) -> bool {
    is_unseen(letter) || matches!(letter, '\u{FE00}'..='\u{FE0F}')
}

/// One piece in plain letters; often one, sometimes several ("ﬁ"), or none.
fn plain_letters(piece: &str, lang: Lang) -> Vec<char> {
    let composed: String = piece.chars().filter(|c| !says_nothing(*c)).nfkc().collect();
    let mut plain = Vec::new();
    for letter in composed.chars() {
        if is_combining_mark(letter) || says_nothing(letter) {
            continue;
        }
        // Every dash is a hyphen: which one a keyboard makes is no choice of who types.
        if is_dash(letter) {
            plain.push('-');
            continue;
        }
        let bare = if lang == Lang::En {
            std::iter::once(letter).nfd().next().unwrap_or(letter)
        } else {
            letter
        };
        match look_alike(bare) {
            Some(ascii) => plain.extend(ascii.chars()),
            None => plain.push(bare),
        }
    }
    plain
}

/// Whether it is a dash of any length between letters, or a minus.
const fn is_dash(letter: char) -> bool {
    matches!(
        letter,
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}'
    )
}

/// The letter that a small capital is; the tables of look-alikes leave most of them out.
const fn small_capital(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ᴀ' => "a",
        'ʙ' => "b",
        'ᴄ' => "c",
        'ᴅ' => "d",
        'ᴇ' => "e",
        'ꜰ' => "f",
        'ɢ' => "g",
        'ʜ' => "h",
        'ɪ' => "i",
        'ᴊ' => "j",
        'ᴋ' => "k",
        'ʟ' => "l",
        'ᴍ' => "m",
        'ɴ' => "n",
        'ᴏ' => "o",
        'ᴘ' => "p",
        'ʀ' => "r",
        'ꜱ' => "s",
        'ᴛ' => "t",
        'ᴜ' => "u",
        'ᴠ' => "v",
        'ᴡ' => "w",
        'ʏ' => "y",
        'ᴢ' => "z",
        _ => return None,
    })
}

/// The plain letters that this one is easily taken for (Unicode Technical Standard 39), when it is none itself.
fn look_alike(letter: char) -> Option<String> {
    if letter.is_ascii() || !letter.is_alphabetic() {
        return None;
    }
    if let Some(plain) = small_capital(letter) {
        return Some(plain.to_owned());
    }
    // Letters of their own in the languages of the lists.
    if matches!(letter, 'œ' | 'Œ' | 'æ' | 'Æ') {
        return None;
    }
    let mut one = [0; 4];
    let prototype: String = skeleton(letter.encode_utf8(&mut one)).collect();
    let plain = !prototype.is_empty() && prototype.chars().all(|c| c.is_ascii_alphanumeric());
    plain.then_some(prototype)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn plain(text: &str, lang: Lang) -> String {
        PlainLetters::of(text, lang).text.into_owned()
    }

    #[test]
    fn what_looks_alike_reads_alike() {
        for dressed in [
            "junkies",
            "jun\u{200B}kies",
            "jun\u{AD}kies",
            "j\u{202E}unkies",
            "ju\u{FE0F}nkies",
            "jυnkіes",
            "ｊｕｎｋｉｅｓ",
            "𝐣𝐮𝐧𝐤𝐢𝐞𝐬",
            "ⓙⓤⓝⓚⓘⓔⓢ",
            "j\u{336}u\u{336}n\u{336}k\u{336}i\u{336}e\u{336}s\u{336}",
            "jünkìés",
            "ᴊᴜɴᴋɪᴇꜱ",
            "ju\u{308}nkies",
        ] {
            assert_eq!(plain(dressed, Lang::En), "junkies", "{dressed:?}");
        }
        assert_eq!(
            plain("drug \u{A0}\u{2003}\n addict", Lang::En),
            "drug addict"
        );
        assert_eq!(plain("ﬁxe", Lang::En), "fixe");
    }

    #[test]
    fn french_keeps_the_marks_on_its_letters_however_they_were_typed() {
        assert_eq!(plain("drogue\u{301}s", Lang::Fr), "drogués");
        assert_eq!(
            plain("le cœur, où ça, « là »", Lang::Fr),
            "le cœur, où ça, « là »"
        );
        assert_eq!(plain("ᐊᓂᔑᓈᐯᒧᐎᓐ l’abri", Lang::Fr).chars().last(), Some('i'));
    }

    proptest! {
        #[test]
        fn every_letter_has_its_place_in_the_text(text in "\\PC{0,40}[aé\u{301}\u{200B}\u{FE0F} \n]{0,10}\\PC{0,10}") {
            for lang in Lang::ALL {
                let plain = PlainLetters::of(&text, lang);
                for (start, letter) in plain.text.char_indices() {
                    let span = plain.span(start..start + letter.len_utf8());
                    prop_assert!(text.get(span.clone()).is_some_and(|piece| !piece.is_empty()), "{span:?}");
                }
            }
        }
    }
}
