//! The search: every candidate that could be among the best is looked at, and no more.

use signpost_domain::{LonLat, Metres, Offer, Service, Text, Trust};
use signpost_hours::OpenState;
use signpost_locate::{ServiceIx, SiteIx, Snapshot};

use crate::{
    Answer, Question,
    arrival::{ServiceTime, arrival, half_hour, walkable},
    candidate::Candidate,
    ranking::{Best, Key, Known},
    reasons::reasons,
    routes::Route,
};

/// What a distance worked out twice, in one direction and the other, may differ by, and much more.
const ROUNDING_M: f64 = 1e-3;

/// A question, and the best answers so far.
pub(crate) struct Search<'s> {
    snapshot: &'s Snapshot,
    question: &'s Question,
    /// The site one came from.
    old_door: Option<SiteIx>,
    /// Sites nobody should be sent to for this need: the old site, and those that send people on.
    excluded_sites: Vec<SiteIx>,
    /// Where the walk starts: where one is, else the site one came from, else the town's centre.
    origin: LonLat,
    /// Whether that is a place one knows to be at, so that distances can be told.
    origin_is_told: bool,
    /// Straight metres within which a place can be walked to.
    range: Metres,
    /// In plan order.
    targets: Vec<(ServiceIx, Text)>,
    best: Best<Candidate>,
    /// The shortest way on foot to any candidate, of those that can be told.
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
        let old_door = question.from.as_ref().and_then(|slug| snapshot.find(slug));
        let passed = route
            .passed
            .iter()
            .filter(|(_, need)| *need == question.need)
            .filter_map(|(slug, _)| snapshot.find(slug));
        let excluded_sites: Vec<SiteIx> = old_door
            .filter(|_| redirected)
            .into_iter()
            .chain(passed)
            .collect();
        let targets = route
            .targets
            .into_iter()
            .filter_map(|stop| {
                let site = snapshot.find(&stop.site)?;
                let service = snapshot
                    .services_at(site)
                    .find(|&service| snapshot.service(service).need == stop.need)?;
                let is_offered = snapshot.offer(service, question.at) != Offer::NotOffered;
                is_offered.then_some((service, stop.note))
            })
            .collect();
        let from = old_door.and_then(|site| snapshot.site(site).point);
        let named = question.near.or(from);
        Self {
            snapshot,
            question,
            old_door,
            excluded_sites,
            origin: named.unwrap_or(snapshot.directory().centre),
            origin_is_told: named.is_some(),
            range: walkable(snapshot.directory().walking_range),
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
            let may_be_nearest = self.origin_is_told
                && least <= self.range
                && self.nearest.is_none_or(|nearest| least <= nearest);
            if !may_be_nearest && !self.best.has_room_for(&self.floor(least)) {
                break;
            }
            self.consider_other(service);
        }
        for &service in snapshot.unplaced(&self.question.need) {
            let way = snapshot.way_to(self.origin, snapshot.site_of(service));
            if self.best.has_room_for(&self.floor(way.metres)) {
                self.consider_other(service);
            }
        }
    }

    /// The best that a service without a place in the plan can be, at the end of a way no shorter than `least`.
    fn floor(&self, least: Metres) -> Key {
        if least > self.range {
            // A site may be nearer than the middle of its town, or farther.
            let spread = self.snapshot.town_spread();
            return Key::in_another_town(Metres((least.0 - spread.0).max(0.0)), least, None);
        }
        let at = self.question.at;
        Key::served_in(half_hour(at, arrival(at, least)), least, None)
    }

    fn consider_other(&mut self, service: ServiceIx) {
        let site = self.snapshot.site_of(service);
        let target = self.targets.iter().any(|(target, _)| *target == service);
        if !target && !self.excluded_sites.contains(&site) {
            self.consider(service, Key::NO_TARGET);
        }
    }

    fn consider(&mut self, service: ServiceIx, rank: usize) {
        let (snapshot, at) = (self.snapshot, self.question.at);
        let site = snapshot.site_of(service);
        let way = snapshot.way_to(self.origin, site);
        let beyond = way.metres > self.range;
        let is_placed = snapshot.site(site).point.is_some();
        let can_be_called = snapshot.site(site).phone.is_some();
        let row = snapshot.service(service);
        let somebody_said = row.offer == Offer::Offered;
        // Nobody walks to another town: a target of the plan there counts as if one stood before it.
        let arrival = if beyond { at } else { arrival(at, way.metres) };
        let service_time = if way.on_foot || beyond {
            let served = snapshot.served_on_arrival(service, at, arrival);
            ServiceTime::new((at, arrival), served, somebody_said)
        } else {
            ServiceTime::NONE
        };
        let old_door = self.old_door == Some(site);
        // How far it is to where one comes from is no news.
        let is_told = self.origin_is_told && is_placed;
        if is_told && way.on_foot && !beyond && !old_door {
            let nearer = self.nearest.is_none_or(|nearest| way.metres < nearest);
            self.nearest = if nearer {
                Some(way.metres)
            } else {
                self.nearest
            };
        }
        let slug = Some((site, service));
        let trust = snapshot.trust(service, at);
        let not_for_age = self.question.age.is_some_and(|age| !row.takes(age));
        let known = match (trust, snapshot.offer(service, at)) {
            (Trust::Confirmed, _) => Known::Confirmed,
            (_, Offer::Offered) => Known::Offered,
            _ if somebody_said => Known::SaidOnce,
            _ => Known::Unknown,
        };
        let key = if beyond && rank == Key::NO_TARGET {
            let state = snapshot.state(service, at);
            // Nobody travels to another town on a guess: who is known to help, and who can be asked before, comes first there too.
            Key {
                not_for_age,
                state: match state {
                    OpenState::Open => 0,
                    OpenState::Unknown => 1,
                    OpenState::Closed => 2,
                },
                for_some: self.is_for_some(row),
                known,
                cannot_be_called: state == OpenState::Unknown && !can_be_called,
                ..Key::in_another_town(
                    snapshot.to_its_town(self.origin, site, way.metres),
                    way.metres,
                    slug,
                )
            }
        } else {
            Key {
                old_door: old_door && rank == Key::NO_TARGET && service_time.served_at.is_none(),
                not_for_age,
                rank,
                for_some: self.is_for_some(row),
                known,
                no_hours: service_time.guessed && row.hours.is_none(),
                cannot_be_called: service_time.guessed && !can_be_called,
                ..Key::served_in(service_time.half_hour, way.metres, slug)
            }
        };
        let candidate = Candidate {
            service,
            site,
            way,
            is_told,
            old_door,
            beyond,
            arrival,
            service_time,
            trust,
            rank,
        };
        self.best.offer(key, candidate);
    }

    /// Whether it is for some people only, and nobody asked for them: whose age was asked for is one of them.
    fn is_for_some(&self, row: &Service) -> bool {
        match self.question.age {
            Some(_) => !row.eligibility_description.is_empty(),
            None => !row.is_for_everyone(),
        }
    }

    /// How many candidates there are beside the best.
    pub fn left_out(&self) -> usize {
        let need = &self.question.need;
        let snapshot = self.snapshot;
        let closed = |site: &&SiteIx| {
            let mut services = snapshot
                .services_at(**site)
                .map(|one| snapshot.service(one));
            services.any(|one| one.need == *need && one.offer != Offer::NotOffered)
        };
        let mut excluded = self.excluded_sites.clone();
        excluded.sort_unstable();
        excluded.dedup();
        let elsewhere =
            |(service, _): &&(ServiceIx, Text)| snapshot.service(*service).need != *need;
        let all = snapshot.services_for(need).len() - excluded.iter().filter(closed).count()
            + self.targets.iter().filter(elsewhere).count();
        all.saturating_sub(self.best.len())
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
                    served_at: candidate.served_at(),
                    metres: (candidate.is_told && !candidate.beyond && !candidate.old_door)
                        .then_some(candidate.way.metres),
                    other_town: candidate.beyond.then_some(candidate.way.metres),
                    crosses_water: candidate.crosses_water(),
                    over: if candidate.crosses_water() {
                        candidate.way.over
                    } else {
                        Vec::new()
                    },
                    trust: candidate.trust,
                    why,
                    note: note.unwrap_or_default(),
                }
            })
            .collect()
    }
}
