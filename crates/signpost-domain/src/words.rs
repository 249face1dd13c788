//! Words of people: a text of several lines, and a line of one.

use std::{borrow::Cow, fmt};

use crate::unseen::{disguised, is_unseen};

/// Words of one field in one language, as long as they may be, with nothing in them that nobody sees.
///
/// # Units
/// Lengths are in characters (Unicode scalar values), not in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prose(String);

/// A name, an address, who confirmed: one line of words.
///
/// # Units
/// Lengths are in characters (Unicode scalar values), not in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line(String);

/// Why words are not taken. Who asked has words of their own for it; these are for people who read English.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WordsFault {
    /// More characters than there is room for.
    #[error("write at most {most} characters")]
    TooLong {
        /// How many there may be.
        most: usize,
    },
    /// A control character, which nobody sees and some programs obey.
    #[error("a control character (U+{:04X}) hides here; type the words again", u32::from(*.0))]
    Control(char),
    /// A character that nobody sees, see [`is_unseen`].
    #[error("an invisible character (U+{:04X}) hides here; type the words again", u32::from(*.0))]
    Unseen(char),
    /// A letter of another script within a word of Roman letters, see [`disguised`].
    #[error("{letter} is a letter of another script (U+{code:04X}) that looks like one of ours; type the word again", code = u32::from(*letter))]
    Disguised {
        /// Which.
        letter: char,
    },
    /// A second line where there is room for one.
    #[error("write one line")]
    SecondLine,
}

impl Prose {
    /// The most characters of one text in one language.
    pub const LONGEST: usize = 1_000;

    /// Words as somebody typed them. White space around them is taken off; line ends of any kind become `\n` and a tab a space, because
    /// browsers and spreadsheets put them there and nobody sees which. Nothing else is changed: accents stay composed or not, as typed.
    ///
    /// # Errors
    /// When they are too long or hold what nobody sees.
    pub fn new(typed: &str) -> Result<Self, WordsFault> {
        let words = plain(typed);
        fits(&words, Self::LONGEST)?;
        Ok(Self(words.into_owned()))
    }

    /// The words.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Line {
    /// The most characters of one line.
    pub const LONGEST: usize = 200;

    /// A line as somebody typed it, read like [`Prose::new`].
    ///
    /// # Errors
    /// When it is too long, holds what nobody sees, or is more than one line.
    pub fn new(typed: &str) -> Result<Self, WordsFault> {
        let words = plain(typed);
        fits(&words, Self::LONGEST)?;
        // Behind a picture they choose how it is drawn; names and addresses have none.
        if let Some(hidden) = words.chars().find(|c| matches!(c, '\u{FE00}'..='\u{FE0F}')) {
            return Err(WordsFault::Unseen(hidden));
        }
        if words.contains('\n') {
            return Err(WordsFault::SecondLine);
        }
        if let Some(stranger) = disguised(&words) {
            return Err(WordsFault::Disguised { letter: stranger });
        }
        Ok(Self(words.into_owned()))
    }

    /// The words.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<Prose> for String {
    fn from(words: Prose) -> Self {
        words.0
    }
}

impl From<Line> for String {
    fn from(words: Line) -> Self {
        words.0
    }
}

impl fmt::Display for Prose {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The words without what a browser or a spreadsheet adds.
pub(crate) fn plain(typed: &str) -> Cow<'_, str> {
    let words = typed.trim();
    if words.contains(['\r', '\t']) {
        let lines = words.replace("\r\n", "\n").replace('\r', "\n");
        Cow::Owned(lines.replace('\t', " "))
    } else {
        Cow::Borrowed(words)
    }
}

fn fits(words: &str, most: usize) -> Result<(), WordsFault> {
    for letter in words.chars() {
        if letter.is_control() && letter != '\n' {
            return Err(WordsFault::Control(letter));
        }
        if is_unseen(letter) {
            return Err(WordsFault::Unseen(letter));
        }
    }
    // No text has more characters than bytes.
    if words.len() > most && words.chars().count() > most {
        return Err(WordsFault::TooLong { most });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_browser_adds_is_taken_off_and_what_a_person_wrote_stays() {
        let words = Prose::new(" Où aller\u{a0}?\r\nE\u{301}cole\tici\r ").unwrap();
        assert_eq!(words.as_str(), "Où aller\u{a0}?\nE\u{301}cole ici");
        assert_eq!(Prose::new(" \n").unwrap().as_str(), "");
    }

    #[test]
    fn what_nobody_sees_is_named() {
        for bad in ['\0', '\u{1b}', '\u{7f}', '\u{85}'] {
            let typed = format!("a{bad}b");
            assert_eq!(Prose::new(&typed), Err(WordsFault::Control(bad)));
            assert_eq!(Line::new(&typed), Err(WordsFault::Control(bad)));
        }
        for bad in ['\u{200B}', '\u{202E}', '\u{AD}', '\u{FEFF}'] {
            let typed = format!("a{bad}b");
            assert_eq!(Prose::new(&typed), Err(WordsFault::Unseen(bad)));
            assert_eq!(Line::new(&typed), Err(WordsFault::Unseen(bad)));
        }
        let said = WordsFault::Unseen('\u{202E}').to_string();
        assert!(said.contains("invisible character (U+202E)"), "{said}");
    }

    #[test]
    fn length_is_counted_in_characters() {
        assert!(Prose::new(&"é".repeat(Prose::LONGEST)).is_ok());
        assert_eq!(
            Prose::new(&"é".repeat(Prose::LONGEST + 1)),
            Err(WordsFault::TooLong { most: 1_000 })
        );
        assert!(Line::new(&"é".repeat(Line::LONGEST)).is_ok());
        assert_eq!(
            Line::new(&"é".repeat(Line::LONGEST + 1)),
            Err(WordsFault::TooLong { most: 200 })
        );
    }

    #[test]
    fn names_and_addresses_hide_nothing() {
        for bad in [
            '\u{FE0F}',
            '\u{2800}',
            '\u{200D}',
            '\u{202E}',
            '\u{E0041}',
            '\u{3164}',
        ] {
            let typed = format!("Cedar{bad}House");
            assert_eq!(Line::new(&typed), Err(WordsFault::Unseen(bad)), "{bad:?}");
        }
        assert!(Line::new("ᐊᓂᔑᓈᐯᒧᐎᓐ ʼ Naotkamegwanning").is_ok());
        assert_eq!(
            Line::new("Cedar Hоuse"),
            Err(WordsFault::Disguised { letter: 'о' })
        );
        // A word that is of another script as a whole hides nothing.
        assert!(Line::new("Українська церква, École 2e étage").is_ok());
    }

    #[test]
    fn a_line_is_one_line() {
        assert_eq!(Line::new("101 Main\r\nKenora"), Err(WordsFault::SecondLine));
        assert_eq!(Line::new("101\tMain\n").unwrap().as_str(), "101 Main");
    }
}
