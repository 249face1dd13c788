//! What a command says to the person who typed it.

use std::fmt::Display;

/// Says a line on standard output.
#[expect(
    clippy::print_stdout,
    reason = "a command speaks to the person who typed it"
)]
pub(crate) fn say(words: impl Display) {
    println!("{words}");
}
