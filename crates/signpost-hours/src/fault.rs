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

/// Something an editor may not have meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HoursWarning {
    /// A stable word for the kind of warning.
    pub code: &'static str,
    /// A plain sentence that says what to write instead.
    pub message: String,
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
