//! A letter and its head.

use std::{error::Error, fmt::Write as _, time::SystemTime};

use jiff::Timestamp;
use lettre::{
    Message,
    message::{
        Mailbox,
        header::{ContentType, Header, HeaderName, HeaderValue},
    },
};

use super::error::MailError;

/// A letter to one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// The address.
    pub to: String,
    /// The person's name, without control characters.
    pub name: String,
    /// One line.
    pub subject: String,
    /// Plain text, lines ended by `\n`.
    pub text: String,
    /// When it was written.
    pub at: Timestamp,
}

impl Letter {
    /// The whole of it, as a mail server takes it.
    ///
    /// # Errors
    /// [`MailError::Address`]
    pub(crate) fn message(&self, from: &Mailbox) -> Result<Message, MailError> {
        // A line's end in a head would begin a head of somebody else's.
        if [&self.name, &self.subject]
            .iter()
            .any(|line| line.chars().any(char::is_control))
        {
            return Err(MailError::Address);
        }
        let to = self.to.parse().map_err(|_unreadable| MailError::Address)?;
        Message::builder()
            .from(from.clone())
            .to(Mailbox::new(Some(self.name.clone()), to))
            .subject(self.subject.clone())
            .date(SystemTime::from(self.at))
            .message_id(Some(own_id(from)?))
            .header(ContentType::TEXT_PLAIN)
            .header(Automatic)
            .body(self.text.clone())
            .map_err(|_unwritable| MailError::Address)
    }
}

/// A name for the letter that nobody else gives.
fn own_id(from: &Mailbox) -> Result<String, MailError> {
    let mut bits = [0_u8; 16];
    getrandom::fill(&mut bits).map_err(|_silent| MailError::Unreachable)?;
    let mut id = String::with_capacity(34);
    for byte in bits {
        let _always = write!(id, "{byte:02x}");
    }
    Ok(format!("<{id}@{}>", from.email.domain()))
}

/// Nobody's holiday notice shall answer (RFC 3834).
#[derive(Clone)]
struct Automatic;

impl Header for Automatic {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_text: &str) -> Result<Self, Box<dyn Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter() -> Letter {
        Letter {
            to: "ana@example.org".to_owned(),
            name: "Ana Bérubé".to_owned(),
            subject: "À revoir : 2 fiches".to_owned(),
            text: "Bonjour Ana,\n\nÀ bientôt.\n".to_owned(),
            at: "2026-11-25T14:15:00-05:00".parse().unwrap(),
        }
    }

    fn written(letter: &Letter) -> Result<String, MailError> {
        let from = "Répertoire <desk@example.org>".parse().unwrap();
        let message = letter.message(&from)?;
        Ok(String::from_utf8(message.formatted()).unwrap())
    }

    #[test]
    fn a_letter_is_plain_text_with_its_own_date_and_answers_to_nobodys_holiday() {
        let text = written(&letter()).unwrap();
        for line in [
            "Content-Type: text/plain; charset=utf-8\r\n",
            "Auto-Submitted: auto-generated\r\n",
            "Date: Wed, 25 Nov 2026 19:15:00 +0000\r\n",
            "@example.org>\r\n",
        ] {
            assert!(text.contains(line), "{line} in {text}");
        }
        assert!(
            !text.contains("multipart") && !text.contains("html"),
            "{text}"
        );
    }

    #[test]
    fn nobody_writes_a_head_of_their_own_with_a_name_or_an_address() {
        for evil in [
            "Ana\r\nBcc: all@example.org",
            "Ana\nBcc: all@example.org",
            "Ana\u{0}",
        ] {
            let named = Letter {
                name: evil.to_owned(),
                ..letter()
            };
            assert_eq!(written(&named), Err(MailError::Address), "{evil:?}");
            let about = Letter {
                subject: evil.to_owned(),
                ..letter()
            };
            assert_eq!(written(&about), Err(MailError::Address), "{evil:?}");
        }
        for evil in [
            "ana@example.org\r\nBcc: all@example.org",
            "ana@example.org, bo@example.org",
            "<ana@example.org> x",
            "",
        ] {
            let sent = Letter {
                to: evil.to_owned(),
                ..letter()
            };
            assert_eq!(written(&sent), Err(MailError::Address), "{evil:?}");
        }
        let quoted = Letter {
            name: "\" <all@example.org>, \"".to_owned(),
            ..letter()
        };
        let text = written(&quoted).unwrap();
        let to = text.lines().find(|line| line.starts_with("To:")).unwrap();
        assert!(
            to.ends_with("<ana@example.org>") && !to.contains("\" <all"),
            "{to}"
        );
    }
}
