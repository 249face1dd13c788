//! Edits by an agency's own system, with its token.

pub(crate) mod disposal_point;
pub(crate) mod edit;
pub(crate) mod exceptions;
mod patch;
mod place;
mod service;
pub(crate) mod token;
mod values;
mod words;
