//! A service that could be an answer, with what was found about it.

use jiff::Timestamp;
use signpost_domain::Trust;
use signpost_locate::{ServiceIx, SiteIx, Way};

use crate::arrival::ServiceTime;

/// A candidate.
pub(crate) struct Candidate {
    pub service: ServiceIx,
    pub site: SiteIx,
    /// `None` when either end is not known.
    pub way: Option<Way>,
    pub arrival: Timestamp,
    pub service_time: ServiceTime,
    pub trust: Trust,
    /// Place among the plan's targets, or [`NO_TARGET`](crate::ranking::Key::NO_TARGET).
    pub rank: usize,
}
