//! Where to go: who can be an answer, who is best, and why.

use jiff::{SignedDuration, Timestamp};
use signpost_domain::{LonLat, Metres, NeedCode, Offer, Text, Trust};
use signpost_hours::{Moment, OpenState};
use signpost_locate::{ServiceIx, SiteIx, Snapshot, Way};

use crate::{
    Answer, Applied, Question, QuestionError, Reply, Why,
    arrival::{Turn, arrival, half_hour},
    ranking::{Best, Key},
    routes::{Route, Rulebook, day_of, in_force},
};

/// What a distance worked out twice, in one direction and the other, may differ by, and much more.
const ROUNDING_M: f64 = 1e-3;
/// Open for so long is open all day.
const ALL_DAY: SignedDuration = SignedDuration::from_hours(24);

/// Where to go for a need, best first.
///
/// # Errors
/// When the snapshot has no such need, or no such site to come from.
pub fn where_to_go(snapshot: &Snapshot, question: &Question) -> Result<Reply, QuestionError> {
    if snapshot.need(&question.need).is_none() {
        let need = question.need.clone();
        return Err(QuestionError::UnknownNeed { need });
    }
    if let Some(site) = &question.from
        && snapshot.find(site).is_none()
    {
        return Err(QuestionError::UnknownSite { site: site.clone() });
    }
    let (plan, route) = redirection(snapshot, question).unzip();
    let mut search = Search::new(
        snapshot,
        question,
        plan.is_some(),
        route.unwrap_or_default(),
    );
    search.targets();
    match question.near {
        Some(near) => search.neighbours(near),
        None => search.listed(snapshot.services_for(&question.need)),
    }
    Ok(Reply {
        plan,
        answers: search.answers(),
        otherwise: otherwise(snapshot, &question.need),
    })
}

/// The rule at the door one came from, and where it leads.
fn redirection(snapshot: &Snapshot, question: &Question) -> Option<(Applied, Route)> {
    let from = question.from.as_ref()?;
    let plan = in_force(snapshot, question.at)?;
    let day = day_of(plan, snapshot, question.at);
    let rules = Rulebook::new(plan);
    let door = (from, &question.need);
    let rule = rules.rule(door, day)?;
    let route = rules.follow(door, day, |slug| {
        let site = snapshot.find(slug)?;
        Some(&snapshot.site(site).organization)
    });
    let applied = Applied {
        version: plan.version,
        rule: rule.id.clone(),
        in_force_from: plan.from.max(rule.first).unwrap_or(day),
        message: rule.message.clone(),
    };
    Some((applied, route))
}

/// Phone lines for the need; all of them when none is for it, so that nobody is left without one.
fn otherwise(snapshot: &Snapshot, need: &NeedCode) -> Vec<usize> {
    let lines = &snapshot.directory().lines;
    let mut found: Vec<usize> = Vec::new();
    let mut all: Vec<(u16, usize)> = lines.iter().map(|line| line.order).zip(0..).collect();
    all.sort_unstable();
    for &(_, ix) in &all {
        let helps =
            |line: &signpost_domain::PhoneLine| line.needs.is_empty() || line.needs.contains(need);
        if lines.get(ix).is_some_and(helps) {
            found.push(ix);
        }
    }
    if found.is_empty() {
        found.extend(all.iter().map(|&(_, ix)| ix));
    }
    found
}

/// A candidate, looked at.
struct Judged {
    service: ServiceIx,
    site: SiteIx,
    way: Option<Way>,
    arrival: Timestamp,
    turn: Turn,
    trust: Trust,
    rank: usize,
}

struct Search<'s> {
    snapshot: &'s Snapshot,
    question: &'s Question,
    /// Sites nobody should be sent to: the old door, and those that send people on.
    closed_doors: Vec<SiteIx>,
    /// In plan order.
    targets: Vec<(ServiceIx, Text)>,
    best: Best<Judged>,
    /// The shortest way on foot to any candidate.
    nearest: Option<Metres>,
}

impl<'s> Search<'s> {
    fn new(snapshot: &'s Snapshot, question: &'s Question, redirected: bool, route: Route) -> Self {
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
        Self {
            snapshot,
            question,
            closed_doors,
            targets,
            best: Best::new(question.limit),
            nearest: None,
        }
    }

    /// Looks at the plan's targets, wherever they are.
    fn targets(&mut self) {
        for rank in 0..self.targets.len() {
            if let Some(&(service, _)) = self.targets.get(rank) {
                self.judge(service, rank);
            }
        }
    }

    /// Looks at neighbours until no farther one can be among the best, or the nearest.
    fn neighbours(&mut self, near: LonLat) {
        let snapshot = self.snapshot;
        for (service, straight) in snapshot.neighbours(&self.question.need, near) {
            let least = Metres((straight.0 - ROUNDING_M).max(0.0));
            let may_be_nearest = self.nearest.is_none_or(|nearest| least <= nearest);
            if !may_be_nearest && !self.best.has_room_for(&self.floor(Some(least), None)) {
                break;
            }
            self.judge_other(service);
        }
        self.listed(snapshot.unplaced(&self.question.need));
    }

    /// Looks at services in slug order, to which no way is known, until no later one can be among the best.
    fn listed(&mut self, services: &[ServiceIx]) {
        for &service in services {
            let slug = (self.snapshot.site_of(service), service);
            if !self.best.has_room_for(&self.floor(None, Some(slug))) {
                break;
            }
            self.judge_other(service);
        }
    }

    /// The best that a service without a place in the plan can be, at the end of a way no shorter than `least`.
    fn floor(&self, least: Option<Metres>, slug: Option<(SiteIx, ServiceIx)>) -> Key {
        let at = self.question.at;
        Key {
            half_hour: half_hour(at, arrival(at, least)),
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
        let way = self
            .question
            .near
            .zip(self.snapshot.site(site).point)
            .map(|(near, point)| self.snapshot.way(near, point));
        let metres = way.as_ref().map(|way| way.metres);
        let on_foot = way.as_ref().is_none_or(|way| way.on_foot);
        let arrival = arrival(at, metres);
        let turn = if on_foot {
            Turn::new(at, arrival, self.snapshot.served(service, arrival))
        } else {
            Turn::NONE
        };
        if on_foot && metres.is_some() && (self.nearest.is_none() || metres < self.nearest) {
            self.nearest = metres;
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

    fn answers(self) -> Vec<Answer> {
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

/// The codes of an answer, in the order of [`Why`].
fn reasons(
    snapshot: &Snapshot,
    judged: &Judged,
    moment: &Moment,
    at: Timestamp,
    nearest: Option<Metres>,
) -> Vec<Why> {
    let way = judged.way.as_ref();
    let on_foot = way.is_none_or(|way| way.on_foot);
    let turn = &judged.turn;
    let open = moment.state == OpenState::Open;
    let on_arrival = turn.served_at == Some(judged.arrival);
    let open_now = open && (on_arrival || !on_foot);
    let all_day = moment
        .until
        .is_none_or(|until| until.duration_since(at) >= ALL_DAY);
    let codes = [
        (Why::PlanTarget, judged.rank != Key::NO_TARGET),
        (Why::OpenNow, open_now),
        (Why::OpenAllDay, open_now && all_day),
        (
            Why::ClosingSoon,
            on_foot && open && !on_arrival && !turn.unknown_on_arrival,
        ),
        (
            Why::OpensAt,
            turn.served_at.is_some() && !(open && on_arrival),
        ),
        (Why::NotSoon, on_foot && *turn == Turn::NONE),
        (
            Why::CallFirst,
            moment.state == OpenState::Unknown || turn.guessed,
        ),
        (Why::Unconfirmed, judged.trust != Trust::Confirmed),
        (
            Why::Nearest,
            on_foot && way.is_some_and(|way| Some(way.metres) == nearest),
        ),
        (
            Why::CrossesWater,
            on_foot && way.is_some_and(|way| way.crosses_water),
        ),
        (Why::NoWayOnFoot, !on_foot),
        (
            Why::PlaceNotKnown,
            snapshot.site(judged.site).point.is_none(),
        ),
    ];
    codes
        .into_iter()
        .filter_map(|(code, holds)| holds.then_some(code))
        .collect()
}
