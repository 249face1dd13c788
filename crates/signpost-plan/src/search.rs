//! The search: every candidate that could be among the best is looked at, and no more.

use signpost_domain::{LonLat, Metres, Offer, Text, Trust};
use signpost_locate::{ServiceIx, SiteIx, Snapshot};

use crate::{
    Answer, Question,
    arrival::{ServiceTime, arrival, half_hour},
    candidate::Candidate,
    ranking::{Best, Key},
    reasons::reasons,
    routes::Route,
};

/// What a distance worked out twice, in one direction and the other, may differ by, and much more.
const ROUNDING_M: f64 = 1e-3;

/// A question, and the best answers so far.
pub(crate) struct Search<'s> {
    snapshot: &'s Snapshot,
    question: &'s Question,
    /// Sites nobody should be sent to: the old site, and those that send people on.
    excluded_sites: Vec<SiteIx>,
    /// Where distances are measured from: where one is; else, only to put equals in order, the site one came from or the town's centre.
    origin: LonLat,
    /// In plan order.
    targets: Vec<(ServiceIx, Text)>,
    best: Best<Candidate>,
    /// The shortest way on foot to any candidate.
    nearest: Option<Metres>,
}

impl<'s> Search<'s> {
    /// Starts with nobody looked at. `redirected` is whether a rule applied to the site one came from, and `route` where it leads.
    pub fn new(
        snapshot: &'s Snapshot,
        question: &'s Question,
        redirected: bool,
        route: Route,
    ) -> Self {
        let old_site = question.from.iter().filter(|_| redirected);
        let excluded_sites: Vec<SiteIx> = old_site
            .chain(&route.passed)
            .filter_map(|slug| snapshot.find(slug))
            .collect();
        let targets = route
            .targets
            .into_iter()
            .filter_map(|stop| {
                let site = snapshot.find(&stop.site)?;
                let service = snapshot
                    .services_at(site)
                    .find(|&service| snapshot.service(service).need == stop.need)?;
                let may_be_sent_to = !excluded_sites.contains(&site)
                    && snapshot.offer(service, question.at) != Offer::NotOffered;
                may_be_sent_to.then_some((service, stop.note))
            })
            .collect();
        let from = question.from.as_ref().and_then(|slug| snapshot.find(slug));
        let origin = question
            .near
            .or_else(|| snapshot.site(from?).point)
            .unwrap_or(snapshot.directory().centre);
        Self {
            snapshot,
            question,
            excluded_sites,
            origin,
            targets,
            best: Best::new(question.limit),
            nearest: None,
        }
    }

    /// Looks at the plan's targets, wherever they are.
    pub fn targets(&mut self) {
        for rank in 0..self.targets.len() {
            if let Some(&(service, _)) = self.targets.get(rank) {
                self.consider(service, rank);
            }
        }
    }

    /// Looks at neighbours until no farther one can be among the best, or the nearest; then at those without a point.
    pub fn others(&mut self) {
        let snapshot = self.snapshot;
        for (service, straight) in snapshot.neighbours(&self.question.need, self.origin) {
            let least = Metres((straight.0 - ROUNDING_M).max(0.0));
            let may_be_nearest =
                self.question.near.is_some() && self.nearest.is_none_or(|nearest| least <= nearest);
            if !may_be_nearest && !self.best.has_room_for(&self.floor(Some(least), None)) {
                break;
            }
            self.consider_other(service);
        }
        for &service in snapshot.unplaced(&self.question.need) {
            let slug = (snapshot.site_of(service), service);
            if !self.best.has_room_for(&self.floor(None, Some(slug))) {
                break;
            }
            self.consider_other(service);
        }
    }

    /// How far one walks: nobody walks from a place nobody named.
    fn walk(&self, metres: Option<Metres>) -> Option<Metres> {
        metres.filter(|_| self.question.near.is_some())
    }

    /// The best that a service without a place in the plan can be, at the end of a way no shorter than `least`.
    fn floor(&self, least: Option<Metres>, slug: Option<(SiteIx, ServiceIx)>) -> Key {
        let at = self.question.at;
        Key {
            half_hour: half_hour(at, arrival(at, self.walk(least))),
            unconfirmed: false,
            rank: Key::NO_TARGET,
            metres: least,
            slug,
        }
    }

    fn consider_other(&mut self, service: ServiceIx) {
        let site = self.snapshot.site_of(service);
        let target = self.targets.iter().any(|(target, _)| *target == service);
        if !target && !self.excluded_sites.contains(&site) {
            self.consider(service, Key::NO_TARGET);
        }
    }

    fn consider(&mut self, service: ServiceIx, rank: usize) {
        let at = self.question.at;
        let site = self.snapshot.site_of(service);
        let point = self.snapshot.site(site).point;
        let measured = point.map(|point| self.snapshot.way(self.origin, point));
        let metres = measured.as_ref().map(|way| way.metres);
        let way = measured.filter(|_| self.question.near.is_some());
        let on_foot = way.as_ref().is_none_or(|way| way.on_foot);
        let arrival = arrival(at, self.walk(metres));
        let service_time = if on_foot {
            ServiceTime::new(at, arrival, self.snapshot.served(service, arrival))
        } else {
            ServiceTime::NONE
        };
        let walked = self.walk(metres);
        if on_foot && walked.is_some() && (self.nearest.is_none() || walked < self.nearest) {
            self.nearest = walked;
        }
        let trust = self.snapshot.trust(service, at);
        let key = Key {
            half_hour: service_time.half_hour,
            unconfirmed: trust != Trust::Confirmed,
            rank,
            metres,
            slug: Some((site, service)),
        };
        let candidate = Candidate {
            service,
            site,
            way,
            arrival,
            service_time,
            trust,
            rank,
        };
        self.best.offer(key, candidate);
    }

    /// Best first, with reasons.
    pub fn answers(self) -> Vec<Answer> {
        let (snapshot, at) = (self.snapshot, self.question.at);
        let notes = self.targets;
        self.best
            .into_sorted()
            .map(|candidate| {
                let moment = snapshot.moment(candidate.service, at);
                let why = reasons(snapshot, &candidate, &moment, at, self.nearest);
                let note = notes.get(candidate.rank).map(|(_, note)| note.clone());
                Answer {
                    service: candidate.service,
                    site: candidate.site,
                    moment,
                    served_at: candidate.service_time.served_at,
                    metres: candidate.way.as_ref().map(|way| way.metres),
                    crosses_water: candidate.way.as_ref().is_some_and(|way| way.crosses_water),
                    over: candidate.way.map(|way| way.over).unwrap_or_default(),
                    trust: candidate.trust,
                    why,
                    note: note.unwrap_or_default(),
                }
            })
            .collect()
    }
}
