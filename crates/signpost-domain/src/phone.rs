//! Phone numbers and staffed phone lines, the answer that is left when every door is shut.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::{Lang, LineId, NeedCode, Source, Text};

/// A phone number as printed, safe to show and to dial.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Phone(Box<str>);

/// Not a phone number.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "{text:?} is not a phone number: digits, spaces, hyphens, brackets, a leading + and \"ext 12\" may be used, with 3 to 15 digits"
)]
pub struct PhoneError {
    /// What was given, cut to 40 characters.
    pub text: String,
}

impl Phone {
    /// The most characters; numbers have no others than of one byte.
    pub const LONGEST: usize = 32;

    /// The number as a reader of `lang` reads it: an extension is a "poste" in French.
    #[must_use]
    pub fn shown(&self, lang: Lang) -> String {
        match (lang, self.0.split_once("ext")) {
            (Lang::Fr, Some((number, extension))) => {
                let extension = extension.trim_start_matches(['.', ' ']);
                format!("{}, poste\u{a0}{extension}", number.trim_end())
            }
            _ => self.0.to_string(),
        }
    }

    /// The `tel:` address that dials it (RFC 3966). Ten digits are North American.
    #[must_use]
    pub fn tel(&self) -> String {
        let (number, extension) = match self.0.split_once("ext") {
            Some((number, extension)) => (number, Some(extension)),
            None => (&*self.0, None),
        };
        let digits = |text: &str| {
            text.chars()
                .filter(char::is_ascii_digit)
                .collect::<String>()
        };
        let main = digits(number);
        let mut tel = match main.len() {
            10 => format!("tel:+1{main}"),
            11 if main.starts_with('1') => format!("tel:+{main}"),
            _ if number.trim_start().starts_with('+') => format!("tel:+{main}"),
            _ => format!("tel:{main}"),
        };
        if let Some(extension) = extension {
            tel.push_str(";ext=");
            tel.push_str(&digits(extension));
        }
        tel
    }
}

impl Phone {
    /// The `sms:` address that writes to it (RFC 5724). An extension cannot be written to.
    #[must_use]
    pub fn sms(&self) -> String {
        let tel = self.tel();
        let number = tel.trim_start_matches("tel:");
        format!("sms:{}", number.split(';').next().unwrap_or(number))
    }
}

impl FromStr for Phone {
    type Err = PhoneError;

    fn from_str(text: &str) -> Result<Self, PhoneError> {
        let text = text.trim();
        let bare = text.replacen("ext", "", 1);
        let digits = bare.bytes().filter(u8::is_ascii_digit).count();
        let fine = text.len() <= Self::LONGEST
            && (3..=15).contains(&digits)
            && bare
                .chars()
                .all(|c| c.is_ascii_digit() || " -+().".contains(c))
            && bare.rfind('+').is_none_or(|at| at == 0);
        if fine {
            Ok(Self(text.into()))
        } else {
            Err(PhoneError {
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
mod tests {
    use super::*;

    #[test]
    fn numbers_are_dialled_as_they_should_be() {
        let tel = |text: &str| text.parse::<Phone>().map(|p| p.tel());
        assert_eq!(tel("807-468-9861").unwrap(), "tel:+18074689861");
        assert_eq!(tel("1-866-531-2600").unwrap(), "tel:+18665312600");
        assert_eq!(tel("911").unwrap(), "tel:911");
        assert_eq!(
            tel("807-555-0100 ext 12").unwrap(),
            "tel:+18075550100;ext=12"
        );
        let sms = |text: &str| text.parse::<Phone>().unwrap().sms();
        assert_eq!(sms("807-464-1966"), "sms:+18074641966");
        assert_eq!(sms("988"), "sms:988");
        let shown = |text: &str| text.parse::<Phone>().unwrap().shown(Lang::Fr);
        for typed in ["807-555-0100 ext 12", "807-555-0100 ext. 12"] {
            assert_eq!(shown(typed), "807-555-0100, poste\u{a0}12");
        }
        assert_eq!(shown("911"), "911");
        for bad in ["", "call us", "12", "javascript:1234567", "807-468-9861<b>"] {
            assert!(tel(bad).is_err(), "{bad:?}");
        }
    }
}
