//! A service that could be an answer, with what was found about it.

use jiff::Timestamp;
use signpost_domain::Trust;
use signpost_locate::{ServiceIx, SiteIx, Way};

use crate::arrival::ServiceTime;

/// A candidate.
pub(crate) struct Candidate {
    pub service: ServiceIx,
    pub site: SiteIx,
    /// From where one starts to where it stands, as far as anybody knows either.
    pub way: Way,
    /// Whether both ends are known well enough to tell how far it is.
    pub is_told: bool,
    /// Whether it is the site one came from.
    pub old_door: bool,
    /// Whether it is in another town, too far to walk.
    pub beyond: bool,
    pub arrival: Timestamp,
    pub service_time: ServiceTime,
    pub trust: Trust,
    /// Place among the plan's targets, or [`NO_TARGET`](crate::ranking::Key::NO_TARGET).
    pub rank: usize,
}

impl Candidate {
    /// When one would be served for certain; nobody walks to another town.
    pub fn served_at(&self) -> Option<Timestamp> {
        self.service_time.served_at.filter(|_| !self.beyond)
    }

    /// Whether one goes over water on the way, as far as it is known where one starts.
    pub fn crosses_water(&self) -> bool {
        self.is_told && !self.beyond && self.way.crosses_water
    }
}
