//! The rows a list is taken from, and the shorter way to them when few of them match.

use std::collections::HashMap;

use jiff::Timestamp;
use signpost_domain::LonLat;
use signpost_hours::OpenState;

use crate::{
    BBox, ServiceIx, SiteIx, SiteQuery, Snapshot,
    point_index::{PointIndex, chord_squared},
    snapshot::NeedRow,
    timetable::ScheduleIx,
};

/// Either all sites, or the services of one need. Rows are site or service indexes; both are in slug order.
pub(crate) struct Candidates<'s> {
    snapshot: &'s Snapshot,
    need: Option<&'s NeedRow>,
    bbox: Option<BBox>,
    open_at: Option<Timestamp>,
}

/// Rows looked at for each row wanted before a narrower index is used, and for how many rows at least.
const PATIENCE: usize = 64;
const LEAST_WANTED: usize = 16;

impl<'s> Candidates<'s> {
    /// The rows to look among; `None` for a need that is not there.
    pub fn new(snapshot: &'s Snapshot, ask: &SiteQuery) -> Option<Self> {
        let need = match &ask.need {
            Some(need) => Some(snapshot.need_row(need)?),
            None => None,
        };
        Some(Self {
            snapshot,
            need,
            bbox: ask.bbox,
            open_at: ask.open_at,
        })
    }

    /// The site of a row.
    pub fn site(&self, row: u32) -> SiteIx {
        self.need
            .map_or(SiteIx(row), |_| self.snapshot.site_of(ServiceIx(row)))
    }

    /// Whether the row is in the box that was asked for.
    pub fn inside(&self, row: u32) -> bool {
        self.bbox
            .is_none_or(|bbox| self.point(row).is_some_and(|point| bbox.contains(point)))
    }

    fn point(&self, row: u32) -> Option<LonLat> {
        self.snapshot.site(self.site(row)).point
    }

    /// The tree of the rows that have a point.
    pub fn point_index(&self) -> &'s PointIndex {
        self.need.map_or(&self.snapshot.placed, |need| &need.placed)
    }

    /// The rows without a point, in slug order.
    pub fn unplaced(&self) -> Box<dyn Iterator<Item = u32> + 's> {
        let snapshot = self.snapshot;
        match self.need {
            Some(need) => Box::new(need.unplaced.iter().map(|service| service.0)),
            None => Box::new(snapshot.unplaced_sites.iter().map(|site| site.0)),
        }
    }

    /// All rows in slug order, from this site on.
    pub fn rows_from(&self, first: usize) -> Box<dyn Iterator<Item = u32> + 's> {
        let snapshot = self.snapshot;
        match self.need {
            Some(need) => {
                let before = need
                    .services
                    .partition_point(|&service| snapshot.site_of(service).index() < first);
                Box::new(need.services.iter().skip(before).map(|service| service.0))
            }
            None => Box::new(snapshot.sites().skip(first).map(|site| site.0)),
        }
    }

    /// How many rows to look at in order before turning to [`Self::narrowed`]. Without a box or an instant there is nothing narrower.
    ///
    /// Many matches are met soon in order; few matches are soon gathered. So neither a box that holds everything nor an hour at which
    /// nearly all is closed costs a look at every row.
    pub fn budget(&self, wanted: usize) -> usize {
        if self.bbox.is_none() && self.open_at.is_none() {
            return usize::MAX;
        }
        wanted.max(LEAST_WANTED).saturating_mul(PATIENCE)
    }

    /// Every row that may match, in no order; some do not.
    pub fn narrowed_rows(&self) -> Vec<u32> {
        match (&self.bbox, self.open_at) {
            (Some(bbox), _) => self.point_index().within(bbox).collect(),
            (None, Some(at)) => self.open_rows(at),
            (None, None) => self.rows_from(0).collect(),
        }
    }

    /// Every row with a point that may match, in no order, with its squared chord to `near`.
    pub fn narrowed(&self, near: LonLat) -> impl Iterator<Item = (u32, f64)> {
        let from = near.on_unit_sphere();
        self.narrowed_rows().into_iter().filter_map(move |row| {
            Some((row, chord_squared(self.point(row)?.on_unit_sphere(), from)))
        })
    }

    fn open_rows(&self, at: Timestamp) -> Vec<u32> {
        let snapshot = self.snapshot;
        let open = |need: &NeedRow| {
            let mut found = Vec::new();
            let mut rest = &*need.by_schedule;
            while let Some(&first) = rest.first() {
                let schedule = snapshot.row(first).schedule;
                let equal = rest.partition_point(|&one| snapshot.row(one).schedule == schedule);
                let (same, others) = rest.split_at(equal);
                if snapshot.timetable.state(schedule, at) == OpenState::Open {
                    found.extend_from_slice(same);
                }
                rest = others;
            }
            found
        };
        if let Some(need) = self.need {
            return open(need).into_iter().map(|service| service.0).collect();
        }
        let services = snapshot.needs.iter().flat_map(open);
        let mut sites: Vec<u32> = services
            .map(|service| snapshot.site_of(service).0)
            .collect();
        sites.sort_unstable();
        sites.dedup();
        sites
    }
}

/// Whether something is open at the instant that was asked for.
pub(crate) struct OpenFilter<'s> {
    snapshot: &'s Snapshot,
    at: Option<Timestamp>,
    /// Outside the table an instant is worked out, once a schedule.
    worked_out: HashMap<ScheduleIx, OpenState>,
}

impl<'s> OpenFilter<'s> {
    pub fn new(snapshot: &'s Snapshot, ask: &SiteQuery) -> Self {
        Self {
            snapshot,
            at: ask.open_at,
            worked_out: HashMap::new(),
        }
    }

    /// Whether the row is open, or no instant was asked for.
    pub fn takes(&mut self, candidates: &Candidates<'_>, row: u32) -> bool {
        let Some(at) = self.at else { return true };
        if candidates.need.is_some() {
            return self.is_open(ServiceIx(row), at);
        }
        self.snapshot
            .services_at(SiteIx(row))
            .any(|service| self.is_open(service, at))
    }

    fn is_open(&mut self, service: ServiceIx, at: Timestamp) -> bool {
        let snapshot = self.snapshot;
        let row = snapshot.row(service);
        // For what is not surely offered nobody ever vouched, so this looks at no words.
        if !snapshot.is_relied(service, at) {
            return false;
        }
        let ask = || snapshot.timetable.state(row.schedule, at);
        let state = if snapshot.timetable.knows(at) {
            ask()
        } else {
            *self.worked_out.entry(row.schedule).or_insert_with(ask)
        };
        state == OpenState::Open
    }
}
