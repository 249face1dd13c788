//! The validator in front of the hours library: lets pass what it understands as people mean it, and says what to write instead of the rest.
//!
//! The library reads more than it evaluates rightly (`Feb 30` is every day, `||` counts by days, `10:00+` ends at midnight). What it gets
//! wrong was measured against adjudicated answers; `tests/` holds them.

mod hints;
mod lexical;
mod limits;
mod meaning;
mod warnings;

use opening_hours::OpeningHours;

pub(crate) use self::{
    meaning::{Traits, covers},
    warnings::warnings,
};
use crate::HoursFault;

/// Reads a text, or says why not.
pub(crate) fn validate(text: &str) -> Result<(OpeningHours, Traits), HoursFault> {
    lexical::check_size(text)?;
    lexical::check(text)?;
    let hours: OpeningHours = text.parse().map_err(|error| hints::explain(text, &error))?;
    let expression = hours.get_expression();
    meaning::check(text, &expression)?;
    Ok((hours.clone(), meaning::traits(&expression)))
}

#[cfg(test)]
mod tests;
