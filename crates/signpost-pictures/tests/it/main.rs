//! Pictures of the towns we have, looked at pixel by pixel, and the folder they are kept in.

#![expect(
    clippy::unwrap_used,
    reason = "what fails in a test or its fixture should fail loudly"
)]

mod drawn_twice;
mod kept;
mod pixels;
mod seen;
mod town;
