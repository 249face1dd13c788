//! The search: every candidate that could be among the best is looked at, and no more.

use signpost_domain::{LonLat, Metres, Offer, Text, Trust};
use signpost_locate::{ServiceIx, SiteIx, Snapshot};

use crate::{
    Answer, Question,
    arrival::{Turn, arrival, half_hour},
    candidate::Judged,
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
    /// Sites nobody should be sent to: the old door, and those that send people on.
    closed_doors: Vec<SiteIx>,
    /// Where distances are measured from: where one is; else, only to put equals in order, the door one came from or the town's centre.
    origin: LonLat,
    /// In plan order.
    targets: Vec<(ServiceIx, Text)>,
    best: Best<Judged>,
    /// The shortest way on foot to any candidate.
    nearest: Option<Metres>,
}

impl<'s> Search<'s> {
    /// Starts with nobody looked at. `redirected` is whether a rule applied to the door one came from, and `route` where it leads.
    pub fn new(
        snapshot: &'s Snapshot,
        question: &'s Question,
        redirected: bool,
        route: Route,
    ) -> Self {
        let old_door = question.from.iter().filter(|_| redirected);
        let closed_doors: Vec<SiteIx> = old_door
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
                let open_door = !closed_doors.contains(&site)
                    && snapshot.offer(service, question.at) != Offer::NotOffered;
                open_door.then_some((service, stop.note))
            })
            .collect();
        let door = question.from.as_ref().and_then(|slug| snapshot.find(slug));
        let origin = question
            .near
            .or_else(|| snapshot.site(door?).point)
            .unwrap_or(snapshot.directory().centre);
        Self {
            snapshot,
            question,
            closed_doors,
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
                self.judge(service, rank);
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
            self.judge_other(service);
        }
        for &service in snapshot.unplaced(&self.question.need) {
            let slug = (snapshot.site_of(service), service);
            if !self.best.has_room_for(&self.floor(None, Some(slug))) {
                break;
            }
            self.judge_other(service);
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

    fn judge_other(&mut self, service: ServiceIx) {
        let site = self.snapshot.site_of(service);
        let target = self.targets.iter().any(|(target, _)| *target == service);
        if !target && !self.closed_doors.contains(&site) {
            self.judge(service, Key::NO_TARGET);
        }
    }

    fn judge(&mut self, service: ServiceIx, rank: usize) {
        let at = self.question.at;
        let site = self.snapshot.site_of(service);
        let point = self.snapshot.site(site).point;
        let measured = point.map(|point| self.snapshot.way(self.origin, point));
        let metres = measured.as_ref().map(|way| way.metres);
        let way = measured.filter(|_| self.question.near.is_some());
        let on_foot = way.as_ref().is_none_or(|way| way.on_foot);
        let arrival = arrival(at, self.walk(metres));
        let turn = if on_foot {
            Turn::new(at, arrival, self.snapshot.served(service, arrival))
        } else {
            Turn::NONE
        };
        let walked = self.walk(metres);
        if on_foot && walked.is_some() && (self.nearest.is_none() || walked < self.nearest) {
            self.nearest = walked;
        }
        let trust = self.snapshot.trust(service, at);
        let key = Key {
            half_hour: turn.half_hour,
            unconfirmed: trust != Trust::Confirmed,
            rank,
            metres,
            slug: Some((site, service)),
        };
        let judged = Judged {
            service,
            site,
            way,
            arrival,
            turn,
            trust,
            rank,
        };
        self.best.offer(key, judged);
    }

    /// Best first, with reasons.
    pub fn answers(self) -> Vec<Answer> {
        let (snapshot, at) = (self.snapshot, self.question.at);
        let notes = self.targets;
        self.best
            .into_sorted()
            .map(|judged| {
                let moment = snapshot.moment(judged.service, at);
                let why = reasons(snapshot, &judged, &moment, at, self.nearest);
                let note = notes.get(judged.rank).map(|(_, note)| note.clone());
                Answer {
                    service: judged.service,
                    site: judged.site,
                    moment,
                    served_at: judged.turn.served_at,
                    metres: judged.way.as_ref().map(|way| way.metres),
                    crosses_water: judged.way.as_ref().is_some_and(|way| way.crosses_water),
                    over: judged.way.map(|way| way.over).unwrap_or_default(),
                    trust: judged.trust,
                    why,
                    note: note.unwrap_or_default(),
                }
            })
            .collect()
    }
}
