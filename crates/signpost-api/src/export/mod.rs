//! Files to take along.

pub(crate) mod disposal;
mod file;
mod points;
pub(crate) mod sites;
