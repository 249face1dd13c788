//! The layers every request passes, from the inside out: what is dear, limits, problems, headers, the log, bodies nobody read, addresses on paper.

pub(crate) mod headers;
pub(crate) mod limits;
pub(crate) mod log;
pub(crate) mod paper;
pub(crate) mod problem;
pub(crate) mod share;
pub(crate) mod unread;
