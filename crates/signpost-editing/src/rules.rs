//! What a field may hold, whoever sends it. Each rule says only yes or no; the API and the portal have words of their own for a no.

use jiff::civil::Date;
use signpost_domain::{ExceptionId, ExceptionKind};

/// The longest text of one field in one language.
///
/// # Units
/// Characters.
pub const LONGEST_TEXT: usize = 1_000;
/// The longest address of a page, in bytes.
pub const LONGEST_WEB_ADDRESS: usize = 200;
/// How many languages a site may name.
pub const MOST_LANGUAGES: usize = 20;
/// How many exceptions a site may have.
pub const MOST_EXCEPTIONS: usize = 100;
/// How long one exception may last, in days.
pub const LONGEST_EXCEPTION_DAYS: i32 = 400;
/// How long a confirmation may count, in days.
pub const LONGEST_CONFIRMATION_DAYS: i32 = 400;

/// Why words cannot be shown as they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    /// More than [`LONGEST_TEXT`].
    TooLong,
    /// Control characters, which nobody sees and some programs obey.
    Control,
}

/// Whether words can be shown as they are.
#[must_use]
pub fn unfit(words: &str) -> Option<Unfit> {
    let control = |letter: char| letter.is_control() && letter != '\n';
    if words.chars().count() > LONGEST_TEXT {
        Some(Unfit::TooLong)
    } else if words.chars().any(control) {
        Some(Unfit::Control)
    } else {
        None
    }
}

/// Whether this is an address of a page that a reader may safely follow: `https://…`.
#[must_use]
pub fn is_web_address(address: &str) -> bool {
    address.len() <= LONGEST_WEB_ADDRESS
        && address.strip_prefix("https://").is_some_and(|rest| {
            rest.contains('.')
                && rest.starts_with(|first: char| first.is_ascii_alphanumeric())
                && rest
                    .chars()
                    .all(|letter| !letter.is_whitespace() && !letter.is_control())
                && !rest.contains(['"', '<', '>', '\\'])
        })
}

/// Whether these are tags of languages, and not too many.
#[must_use]
pub fn are_language_tags(tags: &[String]) -> bool {
    tags.len() <= MOST_LANGUAGES
        && tags.iter().all(|tag| {
            (2..=35).contains(&tag.len())
                && tag
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        })
}

/// Why a pair of days is none for an exception.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WrongDays {
    /// The last day is before the first.
    Backwards,
    /// The last day is over.
    Over,
    /// More than [`LONGEST_EXCEPTION_DAYS`].
    TooMany,
}

/// Whether an exception may be of these days.
#[must_use]
pub fn wrong_days(first: Date, last: Date, today: Date) -> Option<WrongDays> {
    if last < first {
        Some(WrongDays::Backwards)
    } else if last < today {
        Some(WrongDays::Over)
    } else if (last - first).get_days() > LONGEST_EXCEPTION_DAYS {
        Some(WrongDays::TooMany)
    } else {
        None
    }
}

/// `closed-2026-12-24`, and with `-2`, `-3`, … when that is taken.
pub fn free_exception_id(
    kind: ExceptionKind,
    first: Date,
    taken: impl Fn(&str) -> bool,
) -> Option<ExceptionId> {
    let kind = kind.code().replace('_', "-");
    let base = format!("{kind}-{first}");
    std::iter::once(base.clone())
        .chain((2..=MOST_EXCEPTIONS + 1).map(|number| format!("{base}-{number}")))
        .find(|id| !taken(id))
        .and_then(|id| id.parse().ok())
}
