//! What an organization says to being sent people: its own word, which outlives every version of the plan.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::NeedCode;

/// What was answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ConsentAnswer {
    /// People may be sent there.
    Agreed,
    /// Not now; nobody had agreed before, or for other days.
    NotNow,
    /// It had agreed, and takes that back.
    Withdrawn,
}

impl ConsentAnswer {
    /// Every answer.
    pub const ALL: [Self; 3] = [Self::Agreed, Self::NotNow, Self::Withdrawn];

    /// The word for it in files and answers.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Agreed => "agreed",
            Self::NotNow => "not_now",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The answer with this word.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|answer| answer.code() == code)
    }
}

/// What an organization said to being sent people for a need on some days. Later words count more than earlier ones; none is ever rewritten.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsentWord {
    /// For this need only; `None` means for all.
    pub need: Option<NeedCode>,
    /// What it said.
    pub answer: ConsentAnswer,
    /// From this day.
    pub first: Date,
    /// Until this day, itself included; `None` means until it says otherwise.
    pub last: Option<Date>,
    /// The day on which it said so.
    pub on: Date,
    /// Who typed it in, as the history names them.
    pub by: String,
    /// Where a steward has it from; empty when its own people said it here.
    pub reference: String,
    /// What it added; may be empty. Never public.
    pub note: String,
}

impl ConsentWord {
    /// The most words of one organization that are kept; the oldest that no longer matter go first.
    pub const MOST: usize = 200;

    /// Whether it speaks of this need on this day.
    #[must_use]
    pub fn covers(&self, need: &NeedCode, day: Date) -> bool {
        self.need.as_ref().is_none_or(|own| own == need)
            && self.first <= day
            && self.last.is_none_or(|last| day <= last)
    }
}
