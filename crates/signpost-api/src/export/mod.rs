//! Files to take along.

pub(crate) mod disposal;
mod points;
