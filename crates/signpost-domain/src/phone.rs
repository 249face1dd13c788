//! Phone numbers and staffed phone lines, the answer that is left when every door is shut.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::{Lang, LineId, NeedCode, Source, Text};

/// A phone number as printed, safe to show and to dial.
///
/// A new one is made by [`Phone::new`], which decides for every door. Reading what is stored never fails for a number that an earlier rule
/// let in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Phone(Box<str>);

/// Why a text is not a phone number. Who asked has words of their own for it; these are for people who read English.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PhoneError {
    /// Letters or signs that no number has, or too many of them.
    #[error(
        "{text:?} is not a phone number: write it like 807-555-0123, and an extension like 807-555-0123 ext 4"
    )]
    NotANumber {
        /// What was given, cut to 40 characters.
        text: String,
    },
    /// As many digits as no number here has.
    #[error(
        "{text:?} has {digits} digits: a number has 10, or 11 with a 1 in front, or is a short one such as 911 or 988; one of another country begins with +"
    )]
    Digits {
        /// What was given, cut to 40 characters.
        text: String,
        /// How many digits it has, its extension left out.
        digits: usize,
    },
    /// Ten digits, of which the first or the fourth is a 0 or a 1, which no number here has.
    #[error(
        "{text:?} is no number: neither the first three digits nor the next three begin with 0 or 1 here; look at it again"
    )]
    Part {
        /// What was given, cut to 40 characters.
        text: String,
    },
    /// A spreadsheet took the number for an amount, and wrote it in its own way.
    #[error(
        "{text:?} is what a spreadsheet made of a phone number: make the column text, and write it like 807-555-0123"
    )]
    Spreadsheet {
        /// What was given, cut to 40 characters.
        text: String,
    },
    /// What stands behind "ext" is none.
    #[error("the extension in {text:?} cannot be read: write it like 807-555-0123 ext 4")]
    Extension {
        /// What was given, cut to 40 characters.
        text: String,
    },
}

/// What people write in front of an extension, longest first.
const EXTENSION: [&str; 6] = ["extension", "poste", "ext", "x", "#", "p."];
/// The most digits of an extension.
const LONGEST_EXTENSION: usize = 7;

impl Phone {
    /// The most characters; numbers have no others than of one byte.
    pub const LONGEST: usize = 32;

    /// The number as a reader of `lang` reads it: an extension is a "poste" in French.
    #[must_use]
    pub fn shown(&self, lang: Lang) -> String {
        match (lang, split(&self.0)) {
            (Lang::Fr, (number, Some(extension))) => {
                let extension = extension.trim_start_matches(['.', ' ']);
                format!("{number}, poste\u{a0}{extension}")
            }
            _ => self.0.to_string(),
        }
    }

    /// The `sms:` address that writes to it (RFC 5724). An extension cannot be written to.
    #[must_use]
    pub fn sms(&self) -> String {
        let tel = self.tel();
        let number = tel.trim_start_matches("tel:");
        format!("sms:{}", number.split(';').next().unwrap_or(number))
    }

    /// A number as somebody typed it: 3 digits (N11 and 988), 10, 11 with a 1 in front, or a `+` and the number of any country. Blanks and
    /// dashes of any kind become plain ones, and an extension is written "ext 4"; else it stays as it was typed.
    ///
    /// # Errors
    /// When it is none; see [`PhoneError`].
    ///
    /// # Examples
    /// ```
    /// use signpost_domain::Phone;
    /// let typed = Phone::new("(807) 555–0123, poste 4").unwrap();
    /// assert_eq!(typed.to_string(), "(807) 555-0123 ext 4");
    /// assert_eq!(typed.tel(), "tel:+18075550123;ext=4");
    /// assert!(Phone::new("555-0123").is_err());
    /// ```
    pub fn new(typed: &str) -> Result<Self, PhoneError> {
        let text: String = typed.trim().chars().take(40).collect();
        let not_a_number = || PhoneError::NotANumber { text: text.clone() };
        let plain = plain(typed.trim());
        if is_of_a_spreadsheet(&plain) {
            return Err(PhoneError::Spreadsheet { text });
        }
        let (number, extension) = split(&plain);
        let fine = number
            .chars()
            .all(|c| c.is_ascii_digit() || " -+().".contains(c))
            && number.rfind('+').is_none_or(|at| at == 0);
        if !fine || !number.contains(|c: char| c.is_ascii_digit()) {
            return Err(not_a_number());
        }
        let digits = digits(number);
        let count = digits.len();
        let is_one = match (number.strip_prefix('+'), count) {
            // E.164; +1 is dialled like a number of ours.
            (Some(_), 7..=15) => {
                !digits.starts_with('0') && (!digits.starts_with('1') || is_ours(&digits))
            }
            (None, 3) => {
                digits == "988" || digits.ends_with("11") && !digits.starts_with(['0', '1'])
            }
            (None, 10 | 11) => is_ours(&digits),
            _ => false,
        };
        if !is_one {
            let ten = digits.strip_prefix('1').map_or(count, |_| count - 1) == 10 || count == 10;
            if ten && !number.starts_with('+') {
                return Err(PhoneError::Part { text });
            }
            return Err(PhoneError::Digits {
                text,
                digits: count,
            });
        }
        let number = number.trim_end_matches([' ', '-', '.']);
        let whole = match extension {
            None => number.to_owned(),
            Some(extension) => {
                let inner = extension.trim_matches([' ', '.', ':', '-']);
                let one = inner.bytes().all(|byte| byte.is_ascii_digit());
                if !one || !(1..=LONGEST_EXTENSION).contains(&inner.len()) {
                    return Err(PhoneError::Extension { text });
                }
                format!("{number} ext {inner}")
            }
        };
        if whole.len() > Self::LONGEST {
            return Err(not_a_number());
        }
        Ok(Self(whole.into()))
    }

    /// The `tel:` address that dials it (RFC 3966). Ten digits are North American; a number with a `+` is dialled as it is written.
    #[must_use]
    pub fn tel(&self) -> String {
        let (number, extension) = split(&self.0);
        let main = digits(number);
        let mut tel = match main.len() {
            _ if number.trim_start().starts_with('+') => format!("tel:+{main}"),
            10 => format!("tel:+1{main}"),
            11 if main.starts_with('1') => format!("tel:+{main}"),
            _ => format!("tel:{main}"),
        };
        if let Some(extension) = extension {
            tel.push_str(";ext=");
            tel.push_str(&digits(extension));
        }
        tel
    }
}

/// With plain blanks and dashes; what nobody sees stays, so that it is named.
fn plain(typed: &str) -> String {
    typed
        .chars()
        .map(|letter| match letter {
            '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}' => '-',
            letter if letter.is_whitespace() && !letter.is_control() => ' ',
            letter => letter,
        })
        .collect()
}

/// A number taken for an amount: "8075550103.0", "8.075550103E9".
fn is_of_a_spreadsheet(text: &str) -> bool {
    let amount = text.strip_suffix(".0").or_else(|| text.strip_suffix(",0"));
    let amount =
        amount.is_some_and(|rest| rest.len() >= 7 && rest.bytes().all(|b| b.is_ascii_digit()));
    let power = text.split_once(['E', 'e']).is_some_and(|(before, power)| {
        let number = |text: &str| {
            !text.is_empty()
                && text
                    .bytes()
                    .all(|b| b.is_ascii_digit() || b".,+".contains(&b))
        };
        number(before) && number(power)
    });
    amount || power
}

/// The number and what stands behind "ext".
fn split(text: &str) -> (&str, Option<&str>) {
    let lower = text.to_ascii_lowercase();
    let start = text.find(|c: char| c.is_alphabetic() || c == '#');
    let label = start.and_then(|start| {
        let rest = lower.get(start..)?;
        EXTENSION.iter().find_map(|label| rest.strip_prefix(label))
    });
    match (start, label) {
        (Some(start), Some(rest)) => {
            let number = text.get(..start).unwrap_or_default();
            let extension = text.get(text.len() - rest.len()..).unwrap_or_default();
            (
                number.trim_end_matches([' ', ',', ';', '(']),
                Some(extension.trim_end_matches(')')),
            )
        }
        _ => (text, None),
    }
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// Whether these are the ten digits of a North American number, or eleven with a 1 in front: neither area nor exchange begins with 0 or 1.
fn is_ours(digits: &str) -> bool {
    let ten = match digits.len() {
        10 => Some(digits),
        11 => digits.strip_prefix('1'),
        _ => None,
    };
    let begins = |at: usize, ten: &str| ten.as_bytes().get(at).is_some_and(|digit| *digit >= b'2');
    ten.is_some_and(|ten| begins(0, ten) && begins(3, ten))
}

/// What is stored, under whatever rule it was taken.
impl FromStr for Phone {
    type Err = PhoneError;

    fn from_str(text: &str) -> Result<Self, PhoneError> {
        let text = text.trim();
        let (number, extension) = split(text);
        let count = digits(text).len();
        let fine = text.len() <= Self::LONGEST
            && (3..=15).contains(&count)
            && number
                .chars()
                .chain(extension.unwrap_or_default().chars())
                .all(|c| c.is_ascii_digit() || " -+().".contains(c));
        if fine {
            Ok(Self(text.into()))
        } else {
            Err(PhoneError::NotANumber {
                text: text.chars().take(40).collect(),
            })
        }
    }
}

impl fmt::Display for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<Phone> for String {
    fn from(phone: Phone) -> Self {
        phone.0.into()
    }
}

impl TryFrom<String> for Phone {
    type Error = PhoneError;

    fn try_from(text: String) -> Result<Self, PhoneError> {
        text.parse()
    }
}

/// A line a person can call or text. Lines end every answer, so that none is empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhoneLine {
    /// Its id.
    pub id: LineId,
    /// Its name.
    pub name: Text,
    /// The number.
    pub phone: Phone,
    /// Whether the number takes texts too.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub texts: bool,
    /// A page that does the same, such as one to report a found needle.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub website: Option<String>,
    /// What it is for, in one plain sentence.
    pub sentence: Text,
    /// When it is answered, as an `opening_hours` text; `None` when not known.
    pub hours: Option<String>,
    /// The needs it helps with; empty means every need.
    pub needs: Vec<NeedCode>,
    /// Smaller comes first.
    pub order: u16,
    /// Where this came from.
    pub source: Source,
    /// A made-up row for tests and training.
    pub example: bool,
}

#[cfg(test)]
mod tests;
