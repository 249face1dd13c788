//! Which points are open at an instant.

use jiff::Timestamp;
use signpost_domain::{LonLat, NeedCode};
use signpost_hours::OpenState;
use signpost_locate::{ServiceIx, Snapshot};

/// A point that counts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OpenPoint {
    /// The service.
    pub service: ServiceIx,
    /// Where.
    pub at: LonLat,
}

/// The points of a need at an instant.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PointSet {
    /// Those that count, in slug order.
    pub points: Vec<OpenPoint>,
    /// How many are open but nobody knows where they stand.
    pub without_a_place: usize,
    /// How many are not known to be open or closed.
    pub unknown: usize,
}

impl PointSet {
    /// Where they are.
    #[must_use]
    pub fn places(&self) -> Vec<LonLat> {
        self.points.iter().map(|point| point.at).collect()
    }

    /// What makes two sets the same.
    #[must_use]
    pub fn key(&self) -> Vec<ServiceIx> {
        self.points.iter().map(|point| point.service).collect()
    }
}

/// The points of a need that are open at an instant; with `unknown`, also those of which nobody knows.
#[must_use]
pub fn open_points(
    snapshot: &Snapshot,
    need: &NeedCode,
    at: Timestamp,
    also_unknown: bool,
) -> PointSet {
    let mut set = PointSet::default();
    for &service in snapshot.services_for(need) {
        let state = snapshot.state(service, at);
        set.unknown += usize::from(state == OpenState::Unknown);
        let counts = state == OpenState::Open || (also_unknown && state == OpenState::Unknown);
        match snapshot.site(snapshot.site_of(service)).point {
            Some(at) if counts => set.points.push(OpenPoint { service, at }),
            None if counts => set.without_a_place += 1,
            _ => {}
        }
    }
    set
}
