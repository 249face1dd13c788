//! Lengths as they are told.

use signpost_domain::Metres;

/// Metres as a whole number; a length on the Earth always fits.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a float cast saturates, and lengths are neither negative nor beyond a u64"
)]
#[must_use]
pub fn whole_metres(Metres(metres): Metres) -> u64 {
    metres.round() as u64
}
