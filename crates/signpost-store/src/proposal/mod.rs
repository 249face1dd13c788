//! Changes that wait for a steward: asked for, read, and decided.

mod decide;
mod list;
mod new_site;
mod wait;

pub(crate) use self::wait::wait;
