//! Lists of sites: nearest first, or in slug order.

use std::collections::HashMap;

use jiff::Timestamp;
use signpost_domain::{LonLat, Metres, NeedCode, Offer, SiteSlug};
use signpost_hours::OpenState;

use crate::{
    BBox, ServiceIx, SiteIx, Snapshot,
    neighbours::{Neighbours, by_chord},
    spots::Spots,
    timetable::ScheduleIx,
};

/// Which sites to list. The default is the first 0 of all; set `limit`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Ask {
    /// Only sites that offer this, or may: what is known not to be offered is left out.
    pub need: Option<NeedCode>,
    /// Only sites where the need, or without a need any service, is open at this instant. Unknown is not open.
    pub open_at: Option<Timestamp>,
    /// Only sites in this box.
    pub bbox: Option<BBox>,
    /// Only sites no farther than this; without a place to measure from it means nothing.
    pub within: Option<Metres>,
    /// At most so many.
    pub limit: usize,
    /// Leave out the first so many that match: the cursor of [`Snapshot::nearest`].
    pub skip: usize,
    /// Only sites after this slug, which need not exist: the cursor of [`Snapshot::list`]. [`Snapshot::nearest`] does not look at it.
    pub after: Option<SiteSlug>,
}

/// A site that was asked for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Found {
    /// The site.
    pub site: SiteIx,
    /// Geodesic metres; `None` in a list by slug, and for a site without a point.
    pub metres: Option<Metres>,
}

impl Snapshot {
    /// Sites by geodesic distance, then slug. Sites without a point come last, unless a box or a radius is asked for.
    #[must_use]
    pub fn nearest(&self, near: LonLat, ask: &Ask) -> Vec<Found> {
        self.nearest_that(near, ask, |_| true)
    }

    /// As [`Self::nearest`], only sites that `keep` takes. It is asked before distances are worked out, for sites in nearly the final order.
    pub fn nearest_that(
        &self,
        near: LonLat,
        ask: &Ask,
        mut keep: impl FnMut(SiteIx) -> bool,
    ) -> Vec<Found> {
        let Some(pool) = self.pool(ask) else {
            return Vec::new();
        };
        let mut open = OpenFilter::new(self, ask);
        let mut wanted = |row: u32| {
            let site = pool.site(row);
            open.takes(&pool, row) && keep(site)
        };
        let measure = |row| self.metres_to(near, pool.site(row));
        let reach = ask.within.unwrap_or(Metres(f64::INFINITY));
        let metres = |(row, metres)| Found {
            site: pool.site(row),
            metres: Some(metres),
        };
        if let Some(bbox) = &ask.bbox {
            let inside = pool.spots().around(bbox, near).filter(|&(row, _)| {
                self.site(pool.site(row))
                    .point
                    .is_some_and(|point| bbox.contains(point))
            });
            let source = by_chord(inside).filter(|&(row, _)| wanted(row));
            return Neighbours::new(source, measure, reach)
                .map(metres)
                .skip(ask.skip)
                .take(ask.limit)
                .collect();
        }
        let mut found: Vec<Found> = Vec::new();
        let mut skipped = 0;
        let source = pool.spots().by_chord(near).filter(|&(row, _)| wanted(row));
        for one in Neighbours::new(source, measure, reach).map(metres) {
            if found.len() >= ask.limit {
                return found;
            }
            if skipped < ask.skip {
                skipped += 1;
            } else {
                found.push(one);
            }
        }
        if ask.within.is_none() {
            let unplaced = pool.unplaced().filter(|&row| wanted(row));
            let rest = unplaced.map(|row| Found {
                site: pool.site(row),
                metres: None,
            });
            found.extend(rest.skip(ask.skip - skipped).take(ask.limit - found.len()));
        }
        found
    }

    /// Sites in slug order, the placed and the others together.
    #[must_use]
    pub fn list(&self, ask: &Ask) -> Vec<Found> {
        self.list_that(ask, |_| true)
    }

    /// As [`Self::list`], only sites that `keep` takes.
    pub fn list_that(&self, ask: &Ask, mut keep: impl FnMut(SiteIx) -> bool) -> Vec<Found> {
        let Some(pool) = self.pool(ask) else {
            return Vec::new();
        };
        let mut open = OpenFilter::new(self, ask);
        let first = ask.after.as_ref().map_or(0, |slug| {
            self.directory
                .sites
                .partition_point(|site| site.slug <= *slug)
        });
        let rows: Box<dyn Iterator<Item = u32>> = match &ask.bbox {
            None => pool.rows_from(first),
            Some(bbox) => {
                let mut inside: Vec<u32> = pool
                    .spots()
                    .within(bbox)
                    .filter(|&row| pool.site(row).index() >= first)
                    .filter(|&row| {
                        self.site(pool.site(row))
                            .point
                            .is_some_and(|point| bbox.contains(point))
                    })
                    .collect();
                inside.sort_unstable();
                Box::new(inside.into_iter())
            }
        };
        rows.filter(|&row| open.takes(&pool, row) && keep(pool.site(row)))
            .map(|row| Found {
                site: pool.site(row),
                metres: None,
            })
            .skip(ask.skip)
            .take(ask.limit)
            .collect()
    }

    /// The rows to look among; `None` for a need that is not there.
    fn pool(&self, ask: &Ask) -> Option<Pool<'_>> {
        let need = match &ask.need {
            Some(need) => Some(self.need_row(need)?),
            None => None,
        };
        Some(Pool {
            snapshot: self,
            need,
        })
    }
}

/// Either all sites, or the services of one need. Rows are site or service indexes; both are in slug order.
struct Pool<'s> {
    snapshot: &'s Snapshot,
    need: Option<&'s crate::snapshot::NeedRow>,
}

impl<'s> Pool<'s> {
    fn site(&self, row: u32) -> SiteIx {
        self.need
            .map_or(SiteIx(row), |_| self.snapshot.site_of(ServiceIx(row)))
    }

    fn spots(&self) -> &'s Spots {
        self.need.map_or(&self.snapshot.placed, |need| &need.placed)
    }

    fn unplaced(&self) -> Box<dyn Iterator<Item = u32> + 's> {
        let snapshot = self.snapshot;
        match self.need {
            Some(need) => Box::new(need.unplaced.iter().map(|service| service.0)),
            None => Box::new(
                snapshot
                    .sites()
                    .filter(|&site| snapshot.site(site).point.is_none())
                    .map(|site| site.0),
            ),
        }
    }

    fn rows_from(&self, first: usize) -> Box<dyn Iterator<Item = u32> + 's> {
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
}

/// Whether something is open at the instant that was asked for.
struct OpenFilter<'s> {
    snapshot: &'s Snapshot,
    at: Option<Timestamp>,
    /// Outside the table an instant is worked out, once a schedule.
    worked_out: HashMap<ScheduleIx, OpenState>,
}

impl<'s> OpenFilter<'s> {
    fn new(snapshot: &'s Snapshot, ask: &Ask) -> Self {
        Self {
            snapshot,
            at: ask.open_at,
            worked_out: HashMap::new(),
        }
    }

    fn takes(&mut self, pool: &Pool<'_>, row: u32) -> bool {
        let Some(at) = self.at else { return true };
        if pool.need.is_some() {
            self.is_open(ServiceIx(row), at)
        } else {
            self.snapshot
                .services_at(SiteIx(row))
                .any(|service| self.is_open(service, at))
        }
    }

    fn is_open(&mut self, service: ServiceIx, at: Timestamp) -> bool {
        let snapshot = self.snapshot;
        let row = snapshot.row(service);
        // Only what is offered has a schedule to go by; what is not, or lapsed, lies before the instant.
        if at >= row.reliable_until || snapshot.service(service).offer != Offer::Offered {
            return false;
        }
        let state = if snapshot.timetable.knows(at) {
            snapshot.timetable.state(row.schedule, at)
        } else {
            *self
                .worked_out
                .entry(row.schedule)
                .or_insert_with(|| snapshot.timetable.state(row.schedule, at))
        };
        state == OpenState::Open
    }
}
