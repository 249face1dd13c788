//! Why something was changed: what was done, and what people wrote to it.

use serde::{Deserialize, Serialize};

use super::Cause;

/// Why something was changed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reason {
    /// What was done.
    pub cause: Cause,
    /// What a person wrote; empty when nobody wrote anything. Never a sentence of ours.
    pub words: String,
    /// Who asked for it, when somebody else made it public.
    pub asked_by: Option<String>,
    /// Words that stand although the language check would have others.
    pub kept: Vec<KeptWords>,
}

/// Words that stand although the language check would have others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptWords {
    /// The field, such as `description.en`.
    pub field: String,
    /// Why, as a person wrote it.
    pub because: String,
}

impl Reason {
    /// What a person wrote, and nothing else.
    #[must_use]
    pub fn typed(words: impl Into<String>) -> Self {
        Self {
            words: words.into(),
            ..Self::default()
        }
    }
}

impl From<Cause> for Reason {
    fn from(cause: Cause) -> Self {
        Self {
            cause,
            ..Self::default()
        }
    }
}
