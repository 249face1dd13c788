//! How much of a text is read at all.

/// The longest text that is read.
///
/// # Units
/// Characters.
pub(super) const MOST_CHARACTERS: usize = 200;

/// The most rules that are read.
pub(super) const MOST_RULES: usize = 12;
