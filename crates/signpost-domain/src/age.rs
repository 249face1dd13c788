//! Ages, as people tell who a service is for.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// An age in whole years.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "u8", try_from = "u64")]
pub struct Age(u8);

/// Not an age.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("an age is a whole number of years from 0 to {most}, such as 12", most = Age::MOST)]
pub struct AgeError;

impl Age {
    /// The highest.
    ///
    /// # Units
    /// Years.
    pub const MOST: u8 = 120;
}

impl TryFrom<u64> for Age {
    type Error = AgeError;

    fn try_from(years: u64) -> Result<Self, AgeError> {
        let years = u8::try_from(years).map_err(|_too_high| AgeError)?;
        (years <= Self::MOST).then_some(Self(years)).ok_or(AgeError)
    }
}

impl From<Age> for u8 {
    fn from(Age(years): Age) -> Self {
        years
    }
}

impl FromStr for Age {
    type Err = AgeError;

    fn from_str(text: &str) -> Result<Self, AgeError> {
        let digits = text.len() <= 3 && text.bytes().all(|byte| byte.is_ascii_digit());
        let years: u64 = text.parse().ok().filter(|_| digits).ok_or(AgeError)?;
        Self::try_from(years)
    }
}

impl fmt::Display for Age {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_age_is_a_whole_number_of_years_that_people_reach() {
        for (text, years) in [("0", 0), ("12", 12), ("120", 120)] {
            assert_eq!(text.parse::<Age>().map(u8::from), Ok(years));
        }
        for bad in ["", "-1", "+12", "12.5", "121", "1e1", "twelve", "0012", "٣"] {
            assert!(bad.parse::<Age>().is_err(), "{bad}");
        }
        assert!(serde_json::from_str::<Age>("300").is_err());
        assert_eq!(serde_json::from_str::<Age>("25").unwrap().to_string(), "25");
        assert_eq!(
            serde_json::to_string(&"25".parse::<Age>().unwrap()).unwrap(),
            "25"
        );
    }
}
