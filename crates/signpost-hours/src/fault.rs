//! What is wrong with an hours text, or may not be meant.

/// Why an hours text is refused, in a sentence that says what to write instead.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct HoursFault {
    /// A stable word for the kind of fault.
    pub code: &'static str,
    /// Where, in characters from 1.
    pub column: usize,
    /// A plain sentence.
    pub message: String,
}

/// Something an editor may not have meant. [`words::warning`](crate::words::warning) says it in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HoursWarning {
    /// A rule for the next day ends the night before it at midnight.
    NightCutAtMidnight,
    /// Every second week by its number: wrong at the New Year of a year with 53 weeks.
    WeeksOverNewYear,
    /// Nothing is ever open: "not known" and "by appointment" are other answers.
    NeverOpen,
    /// An end before its beginning that makes more than 14 hours.
    LongNight {
        /// Minutes from midnight.
        from: u16,
        /// Minutes from the next midnight.
        to: u16,
    },
}

impl HoursWarning {
    /// A stable word for the kind of warning.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NightCutAtMidnight => "night_cut_at_midnight",
            Self::WeeksOverNewYear => "weeks_over_new_year",
            Self::NeverOpen => "never_open",
            Self::LongNight { .. } => "long_night",
        }
    }
}

impl HoursFault {
    /// A fault at a byte of the text.
    pub(crate) fn at(
        text: &str,
        byte: usize,
        code: &'static str,
        message: impl Into<String>,
    ) -> Self {
        Self {
            code,
            column: crate::scan::column(text, byte),
            message: message.into(),
        }
    }
}
