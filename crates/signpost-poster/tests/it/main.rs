//! Posters as they come out of the printer: what is on them, and whether a camera reads it.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::many_single_char_names,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "what fails in a test or its fixture should fail loudly; matrices and pixels are small numbers with short names"
)]

mod page_of_pdf;
mod print;
mod scanned;
mod sheets;
mod towns;
