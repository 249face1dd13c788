//! Why there is no poster.

use signpost_answers::poster::WORDS_MOST;

/// What is in the way of a poster.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PosterFault {
    /// It would not be read.
    #[error(
        "the poster would have {0} words; at most {WORDS_MOST} are read: write a shorter message in the plan"
    )]
    TooManyWords(usize),
    /// Not with letters of the sizes that can be read, and a code that can be scanned.
    #[error(
        "the words do not fit on the sheet: write a shorter message in the plan, or take a larger format"
    )]
    DoesNotFit,
    /// No font has it.
    #[error("no font has the letter {0:?}")]
    NoLetter(char),
    /// Longer than a code can hold.
    #[error("the address is too long for a code")]
    AddressTooLong,
    /// Our own mistake.
    #[error("the sheet could not be written: {0}")]
    Unwritten(String),
}
