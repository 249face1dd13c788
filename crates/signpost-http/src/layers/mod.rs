//! The layers every request passes, from the inside out: limits, problems, headers, the log.

pub(crate) mod headers;
pub(crate) mod limits;
pub(crate) mod log;
pub(crate) mod problem;
