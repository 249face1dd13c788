//! The gate in front of the hours library: lets through what it understands as people mean it, and says what to write instead of the rest.
//!
//! The library reads more than it evaluates rightly (`Feb 30` is every day, `||` counts by days, `10:00+` ends at midnight). What it gets
//! wrong was measured against adjudicated answers; `tests/` holds them.

mod by_eye;
mod hints;
mod meaning;

use opening_hours::OpeningHours;

pub(crate) use self::meaning::covers;
use crate::HoursFault;

/// The longest text that is read.
///
/// # Units
/// Characters.
pub(crate) const MOST_CHARACTERS: usize = 200;

/// The most rules that are read.
pub(crate) const MOST_RULES: usize = 12;

/// What a text is like, found once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Traits {
    /// Open on every day at every minute.
    pub(crate) round_the_clock: bool,
    /// It says what holds on public holidays.
    pub(crate) public_holidays: bool,
}

/// Reads a text, or says why not.
pub(crate) fn admit(text: &str) -> Result<(OpeningHours, Traits), HoursFault> {
    by_eye::check_size(text)?;
    by_eye::check(text)?;
    let hours: OpeningHours = text.parse().map_err(|error| hints::explain(text, &error))?;
    let expression = hours.get_expression();
    meaning::check(text, &expression)?;
    Ok((hours.clone(), meaning::traits(&expression)))
}

/// A fault at a byte of the text.
fn fault(text: &str, byte: usize, code: &'static str, message: impl Into<String>) -> HoursFault {
    HoursFault {
        code,
        column: crate::scan::column(text, byte),
        message: message.into(),
    }
}

#[cfg(test)]
mod tests;
