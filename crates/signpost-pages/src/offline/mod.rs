//! What a phone saves: the page that shows the saved list, and the worker that keeps it.

pub(crate) mod page;
pub(crate) mod worker;
