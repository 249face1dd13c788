//! Characters that nobody sees. They change how other words look, sort or compare, and nobody types them on purpose here.

/// Whether nobody sees this character although it does something.
///
/// These are Unicode's `Default_Ignorable_Code_Point`s and what belongs to them: marks of writing direction (U+200E, U+202A to U+202E,
/// U+2066 to U+2069), spaces and joiners without width (U+200B to U+200D, U+2060, U+FEFF), the soft hyphen, tag characters, line and
/// paragraph separators, and the stand-ins for what is not text (U+FFF9 to U+FFFD).
///
/// Two of them, U+200C and U+200D, are letters' joiners that Persian, Sinhala or Hindi cannot be written without. English, French and
/// Anishinaabemowin, in Roman letters or in syllabics, never need them; whoever adds a language that does has to let them through
/// between letters of its script. The soft hyphen comes along when words are copied from a page or a PDF; a browser breaks lines
/// without it. Spaces that do not break (U+00A0, U+202F), which French needs, are fine, and so are the selectors that phones put behind
/// a picture (U+FE00 to U+FE0F): they only choose how it is drawn.
#[must_use]
pub const fn is_unseen(c: char) -> bool {
    matches!(
        c,
        '\u{AD}'
            | '\u{34F}'
            | '\u{61C}'
            | '\u{115F}'..='\u{1160}'
            | '\u{17B4}'..='\u{17B5}'
            | '\u{180B}'..='\u{180F}'
            | '\u{200B}'..='\u{200F}'
            | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{2800}'
            | '\u{3164}'
            | '\u{FEFF}'
            | '\u{FFA0}'
            | '\u{FFF0}'..='\u{FFFD}'
            | '\u{1BCA0}'..='\u{1BCA3}'
            | '\u{1D173}'..='\u{1D17A}'
            | '\u{E0000}'..='\u{E0FFF}'
    )
}

/// A letter of another script within a word of Roman letters, which somebody put there to look like one of them: "Hоtel" with a Cyrillic о.
#[must_use]
pub fn disguised(words: &str) -> Option<char> {
    let mut words = words.split(|letter: char| !letter.is_alphabetic());
    words.find_map(|word| {
        let stranger = word.chars().find(|letter| is_taken_for_roman(*letter))?;
        word.bytes()
            .any(|byte| byte.is_ascii_alphabetic())
            .then_some(stranger)
    })
}

/// Whether a letter is of a script whose letters are easily taken for Roman ones: Greek, Cyrillic, Armenian, Cherokee.
pub(crate) const fn is_taken_for_roman(letter: char) -> bool {
    matches!(
        letter,
        '\u{370}'..='\u{58F}'
            | '\u{13A0}'..='\u{13FF}'
            | '\u{1C80}'..='\u{1C8F}'
            | '\u{1F00}'..='\u{1FFF}'
            | '\u{2DE0}'..='\u{2DFF}'
            | '\u{A640}'..='\u{A69F}'
            | '\u{AB70}'..='\u{ABBF}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_turns_words_round_is_unseen_and_what_our_languages_are_written_with_is_not() {
        for bad in "\u{AD}\u{200B}\u{200C}\u{200D}\u{200E}\u{200F}\u{202A}\u{202E}\u{2028}\u{2060}\u{2064}\u{2066}\u{2069}\u{FEFF}\u{FFFD}\u{E0041}".chars() {
            assert!(is_unseen(bad), "{bad:?}");
        }
        for fine in "aé\u{301}œ’« »\u{A0}\u{202F}ᐊᓂᔑᓈᐯᒧᐎᓐʼ–—…☎\u{FE0F}👋".chars()
        {
            assert!(!is_unseen(fine), "{fine:?}");
        }
    }
}
