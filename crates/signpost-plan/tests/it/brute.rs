//! The same answers the slow way: everybody is looked at, then sorted.

use std::collections::BTreeSet;

use jiff::{SignedDuration, Timestamp, civil::Date};
use signpost_domain::{LonLat, NeedCode, Offer, Plan, SiteSlug, Trust};
use signpost_hours::{OpenState, Zone};
use signpost_locate::{ServiceIx, Snapshot, metres_between};
use signpost_plan::Question;

const TEN_MINUTES: SignedDuration = SignedDuration::from_mins(10);
const TWO_HOURS: SignedDuration = SignedDuration::from_hours(2);
const THREE_HOURS: SignedDuration = SignedDuration::from_hours(3);
const TWO_WEEKS: SignedDuration = SignedDuration::from_hours(14 * 24);

/// In this order: the old door, not for the age, another town, how far that town is and whether it is open there, half hour (`u64::MAX` for never), rank, for some people only, how well it is
/// known, no hours and no number where one calls first, the bits of the metres (which sort as lengths do), slug, place of the service at its site.
pub type SortedBy = (
    (bool, bool, bool),
    (u64, u8),
    u64,
    usize,
    bool,
    u8,
    (bool, bool),
    u64,
    String,
    String,
);

#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    pub service: ServiceIx,
    pub key: SortedBy,
    pub served_at: Option<Timestamp>,
    pub on_foot_m: Option<f64>,
    pub is_target: bool,
}

pub struct Everybody {
    /// Whether a rule applied.
    pub applied: bool,
    pub sorted: Vec<Candidate>,
}

pub fn everybody(snapshot: &Snapshot, question: &Question) -> Everybody {
    let (mut targets, mut shut) = (Vec::new(), BTreeSet::new());
    let mut applied = false;
    let plan = plan(snapshot, question.at);
    if let (Some((plan, day)), Some(from)) = (plan, &question.from)
        && has_rule(plan, from, &question.need, day)
    {
        applied = true;
        shut.insert((from.clone(), question.need.clone()));
        let door = (from.clone(), question.need.clone());
        walk(
            snapshot,
            plan,
            day,
            &door,
            &mut Vec::new(),
            &mut targets,
            &mut shut,
        );
    }
    let mut sorted = Vec::new();
    for site in snapshot.sites() {
        let slug = &snapshot.site(site).slug;
        for service in snapshot.services_at(site) {
            let code = &snapshot.service(service).need;
            let live: Vec<&(SiteSlug, NeedCode)> = targets
                .iter()
                .filter(|(slug, need)| offers(snapshot, slug, need))
                .collect();
            let rank = live.iter().position(|(s, n)| s == slug && n == code);
            if (shut.contains(&(slug.clone(), code.clone())) && rank.is_none())
                || snapshot.service(service).offer == Offer::NotOffered
                || (code != &question.need && rank.is_none())
            {
                continue;
            }
            sorted.push(candidate(snapshot, question, service, rank));
        }
    }
    sorted.sort_by(|a, b| a.key.cmp(&b.key));
    Everybody { applied, sorted }
}

fn plan(snapshot: &Snapshot, at: Timestamp) -> Option<(&Plan, Date)> {
    let mut found: Option<(&Plan, Date)> = None;
    for plan in &snapshot.directory().plans {
        let zone = Zone::named(&plan.zone).or_else(|_| Zone::named(&snapshot.directory().zone));
        let day = zone.unwrap().zoned(at).date();
        if plan.in_force(day) && found.is_none_or(|(other, _)| other.version < plan.version) {
            found = Some((plan, day));
        }
    }
    found
}

fn has_rule(plan: &Plan, from: &SiteSlug, need: &NeedCode, day: Date) -> bool {
    plan.rules
        .iter()
        .any(|rule| &rule.from == from && &rule.need == need && rule.covers(day))
}

fn offers(snapshot: &Snapshot, slug: &SiteSlug, need: &NeedCode) -> bool {
    snapshot
        .find(slug)
        .and_then(|site| snapshot.site(site).service(need))
        .is_some_and(|service| service.offer != Offer::NotOffered)
}

type Door = (SiteSlug, NeedCode);

/// Every path from a door to its ends, each walked anew, no door twice on one path.
fn walk(
    snapshot: &Snapshot,
    plan: &Plan,
    day: Date,
    door: &Door,
    path: &mut Vec<Door>,
    targets: &mut Vec<Door>,
    shut: &mut BTreeSet<Door>,
) {
    let rule = plan
        .rules
        .iter()
        .find(|rule| rule.from == door.0 && rule.need == door.1 && rule.covers(day))
        .unwrap();
    path.push(door.clone());
    for target in &rule.targets {
        let next = (
            target.site.clone(),
            target.need.clone().unwrap_or(rule.need.clone()),
        );
        if path.contains(&next) {
            continue;
        }
        if has_rule(plan, &next.0, &next.1, day) {
            shut.insert(next.clone());
            walk(snapshot, plan, day, &next, path, targets, shut);
            continue;
        }
        let consented = snapshot
            .find(&next.0)
            .is_some_and(|site| plan.consented(snapshot.organization(site), &next.1, day));
        if consented && !targets.contains(&next) {
            targets.push(next);
        }
    }
    path.pop();
}

/// The middle of the town that a locality belongs to: a side of the town is the town.
fn middle(snapshot: &Snapshot, locality: LonLat) -> LonLat {
    let centre = snapshot.directory().centre;
    let apart = metres_between(locality, centre).0 > 8_000.0;
    if apart { locality } else { centre }
}

fn candidate(
    snapshot: &Snapshot,
    question: &Question,
    service: ServiceIx,
    rank: Option<usize>,
) -> Candidate {
    let at = question.at;
    let site = snapshot.site(snapshot.site_of(service));
    // One starts from where one is, from the old door, or from the middle of the town.
    let door = question.from.as_ref().and_then(|slug| snapshot.find(slug));
    let named = question.near.or_else(|| snapshot.site(door?).point);
    let origin = named.unwrap_or(snapshot.directory().centre);
    let named_locality = snapshot
        .directory()
        .localities
        .iter()
        .find(|one| one.name.eq_ignore_ascii_case(&site.locality));
    let stands_at = site
        .point
        .or(named_locality.map(|one| one.point))
        .unwrap_or(snapshot.directory().centre);
    let mut way = snapshot.way(origin, stands_at);
    if site.point.is_none() {
        way.metres.0 = way.metres.0.max(1_000.0);
    }
    let beyond = way.metres.0 * 1.3 > 8_000.0;
    let seconds = if beyond {
        0.0
    } else {
        (way.metres.0 * 1.17).ceil()
    };
    let arrival = at + SignedDuration::from_secs_f64(seconds);
    let on_foot = way.on_foot || beyond;
    let said = snapshot.service(service).offer == Offer::Offered;
    let (served_at, guess) = served(snapshot, service, (at, arrival), on_foot, said);
    let half_hour = served_at.or(guess).map_or(u64::MAX, |counts| {
        u64::try_from(counts.duration_since(at).as_mins() / 30).unwrap()
    });
    let zone = Zone::named(&site.zone).unwrap();
    let row = snapshot.service(service);
    // A night that began on the last day of a confirmation keeps it until its morning.
    let last_night = snapshot
        .usual_spans(service, at - TEN_MINUTES, at + TEN_MINUTES)
        .iter()
        .any(|span| span.start <= at && at < span.end && span.state == OpenState::Open)
        && snapshot.state(service, at) == OpenState::Open;
    let day = zone.zoned(at).date();
    let days = [Some(day), last_night.then(|| day.yesterday().unwrap())];
    let on_one = |holds: &dyn Fn(Date) -> bool| days.into_iter().flatten().any(holds);
    let confirmed = on_one(&|day| row.trust(day) == Trust::Confirmed);
    let old_door = door == Some(snapshot.site_of(service));
    let offered = on_one(&|day| row.offer_on(day) == Offer::Offered);
    let known = match (confirmed, offered, said) {
        (true, ..) => 0,
        (_, true, _) => 1,
        (_, _, said) => 3 - u8::from(said),
    };
    let guessed = served_at.is_none() && guess.is_some();
    let far = beyond && rank.is_none();
    let years = |age: signpost_domain::Age| u8::from(age);
    let ages = row.minimum_age.map_or(0, years)..=row.maximum_age.map_or(u8::MAX, years);
    let asked = question.age.map(years);
    let too_young_or_old = asked.is_some_and(|age| !ages.contains(&age));
    let for_some = !row.eligibility_description.is_empty()
        || (asked.is_none() && (row.minimum_age.is_some() || row.maximum_age.is_some()));
    Candidate {
        service,
        key: (
            (
                !far && old_door && rank.is_none() && served_at.is_none(),
                too_young_or_old,
                far,
            ),
            if far {
                let town = named_locality.map_or(way.metres, |one| {
                    snapshot.way(origin, middle(snapshot, one.point)).metres
                });
                let state = match snapshot.state(service, at) {
                    OpenState::Open => 0,
                    OpenState::Unknown => 1,
                    OpenState::Closed => 2,
                };
                (town.0.to_bits(), state)
            } else {
                (0, 0)
            },
            if far { 0 } else { half_hour },
            rank.unwrap_or(usize::MAX),
            for_some,
            known,
            (
                !far && guessed && row.hours.is_none(),
                site.phone.is_none()
                    && if far {
                        snapshot.state(service, at) == OpenState::Unknown
                    } else {
                        guessed
                    },
            ),
            way.metres.0.to_bits(),
            site.slug.to_string(),
            place_at_site(site, row),
        ),
        served_at: served_at.filter(|_| !beyond),
        on_foot_m: (way.on_foot && !beyond && named.is_some() && site.point.is_some() && !old_door)
            .then_some(way.metres.0),
        is_target: rank.is_some(),
    }
}

/// When one who is there at `arrival` is served for certain, and what "call first" counts as.
fn served(
    snapshot: &Snapshot,
    service: ServiceIx,
    (at, arrival): (Timestamp, Timestamp),
    on_foot: bool,
    said: bool,
) -> (Option<Timestamp>, Option<Timestamp>) {
    let (mut open, mut guess) = (None, None);
    let doubt = if said { TWO_HOURS } else { THREE_HOURS };
    if on_foot {
        let end = arrival + TWO_WEEKS;
        // What is open and vouched for when one asks stays open until its hours end, whoever vouches for it then.
        let usual = snapshot.usual_spans(service, at, end + TEN_MINUTES);
        let running = usual.first().filter(|span| {
            snapshot.state(service, at) == OpenState::Open && span.start <= at && span.end > arrival
        });
        let from = running.map_or(arrival, |span| span.end);
        if running.is_some_and(|span| span.end.duration_since(arrival) >= TEN_MINUTES) {
            open = Some(arrival);
        }
        for span in snapshot.spans(service, from, end + TEN_MINUTES) {
            let long = span.end.duration_since(span.start) >= TEN_MINUTES;
            match span.state {
                _ if span.start >= end => {}
                OpenState::Open if long => open = open.or(Some(span.start)),
                OpenState::Unknown => guess = guess.or(Some(span.start + doubt)),
                _ => {}
            }
        }
    }
    (
        open.filter(|open| guess.is_none_or(|guess| *open <= guess)),
        guess,
    )
}

/// Services of one site in the order they stand there.
fn place_at_site(site: &signpost_domain::Site, row: &signpost_domain::Service) -> String {
    let place = site.services.iter().position(|own| own.need == row.need);
    place.unwrap().to_string()
}
