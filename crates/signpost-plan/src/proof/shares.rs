//! How near an open place is: for each old door and each neighbourhood, the share of the hours of a usual week with one within so many metres.
//!
//! Never an average alone: the middle neighbourhood and the worst tenth, beside the best that any plan over the same places could do.

use jiff::{Timestamp, civil::Date};
use serde::Serialize;
use signpost_domain::{LandmarkId, LonLat, NeedCode, Plan, SiteSlug};
use signpost_hours::OpenState;
use signpost_locate::{ServiceIx, Snapshot};
use utoipa::ToSchema;

use super::{
    doors::{doors, usual_weeks, weekday_from},
    grid::DAYS,
    grounds::Grounds,
    hours::Asking,
};
use crate::routes::Rulebook;

/// Metres on foot that are looked at.
const WITHIN: [u16; 2] = [400, 800];
const HOURS: i8 = 24;

/// Hours of a usual week of 168 with an open place near enough.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, ToSchema)]
pub struct Hours {
    /// A place that the version before sends people to.
    pub before: u16,
    /// A place that the draft sends people to.
    pub after: u16,
    /// Any place of the directory: no plan over these places can do better.
    pub best: u16,
}

/// Where it is measured from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum StandsAt {
    /// An old door.
    Door(SiteSlug),
    /// A neighbourhood, by the place people know there.
    Landmark(LandmarkId),
}

/// The hours at one place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct PlaceShare {
    /// Where.
    pub at: StandsAt,
    /// The hours.
    pub hours: Hours,
}

/// The hours for one need and one distance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Shares {
    /// The need.
    pub need: NeedCode,
    /// Within so many metres on foot.
    pub metres: u16,
    /// Of how many hours.
    pub of: u16,
    /// Old doors first, then neighbourhoods.
    pub places: Vec<PlaceShare>,
    /// The neighbourhood in the middle, each figure by itself; the old doors where there are no neighbourhoods.
    #[schema(required)]
    pub median: Option<Hours>,
    /// The worst tenth of the neighbourhoods, each figure by itself.
    #[schema(required)]
    pub worst_tenth: Option<Hours>,
}

/// Which services of a need somebody is sent to, at an hour of a usual week; each with the instant at which its door is looked at.
#[derive(Default)]
struct Sent {
    before: Vec<(ServiceIx, Timestamp)>,
    after: Vec<(ServiceIx, Timestamp)>,
}

pub(super) fn shares(
    grounds: &Grounds<'_>,
    asking: &Asking<'_>,
    before: Option<&Plan>,
    after: &Plan,
    day: Date,
) -> Vec<Shares> {
    let doors = doors(before, after);
    let mut needs: Vec<&NeedCode> = Vec::new();
    for (_, need) in &doors {
        if !needs.contains(need) {
            needs.push(need);
        }
    }
    let usual = &grounds.usual;
    let week_of = |first: Date| -> Vec<Timestamp> {
        let days = DAYS.into_iter().flat_map(|weekday| {
            let date = weekday_from(first, weekday);
            (0..HOURS).map(move |hour| (date, hour))
        });
        days.map(|(date, hour)| asking.hour(date, hour)).collect()
    };
    needs
        .into_iter()
        .filter(|need| usual.need(need).is_some())
        .flat_map(|need| {
            let own: Vec<&SiteSlug> = doors
                .iter()
                .filter(|(_, other)| *other == need)
                .map(|(from, _)| *from)
                .collect();
            // Each door in the week in which its rule counts, as in the grid.
            let mut hours = week_of(day);
            let mut all: Vec<Sent> = hours.iter().map(|_| Sent::default()).collect();
            for from in &own {
                let (first, _) = usual_weeks(after, (from, need), day);
                let week = week_of(first);
                for (sent, at) in all.iter_mut().zip(&week) {
                    sent.add(usual, asking, (from, need), *at);
                }
                hours = hours
                    .into_iter()
                    .zip(week)
                    .map(|(one, two)| one.max(two))
                    .collect();
            }
            let sent = all;
            let places = places(usual, &own);
            WITHIN.map(|metres| of_need(usual, need, metres, &places, &hours, &sent))
        })
        .collect()
}

fn places(usual: &Snapshot, doors: &[&SiteSlug]) -> Vec<(StandsAt, LonLat)> {
    let doors = doors.iter().filter_map(|slug| {
        let point = usual.site(usual.find(slug)?).point?;
        Some((StandsAt::Door((*slug).clone()), point))
    });
    let landmarks = usual.directory().landmarks.iter();
    let landmarks = landmarks.map(|row| (StandsAt::Landmark(row.id.clone()), row.point));
    doors.chain(landmarks).collect()
}

impl Sent {
    /// Adds where people are sent who come to a door for a need: where a rule leads, else the door itself.
    fn add(
        &mut self,
        usual: &Snapshot,
        asking: &Asking<'_>,
        door: (&SiteSlug, &NeedCode),
        at: Timestamp,
    ) {
        let of = |plan| {
            sent(usual, door, plan)
                .into_iter()
                .map(|service| (service, at))
        };
        self.before.extend(of(asking.before(at)));
        self.after.extend(of(asking.after(at)));
    }
}

fn sent(
    usual: &Snapshot,
    (from, need): (&SiteSlug, &NeedCode),
    plan: Option<(&Plan, Date)>,
) -> Vec<ServiceIx> {
    let book = plan.map(|(plan, day)| (Rulebook::new(plan), day));
    let ruled = book
        .as_ref()
        .filter(|(book, day)| book.rule((from, need), *day).is_some());
    let stops: Vec<(SiteSlug, NeedCode)> = match ruled {
        None => vec![(from.clone(), need.clone())],
        Some((book, day)) => {
            let route = book.follow((from, need), *day, |slug| {
                usual.find(slug).map(|site| usual.organization(site))
            });
            let targets = route.targets.into_iter();
            targets.map(|stop| (stop.site, stop.need)).collect()
        }
    };
    let services = stops.iter().filter_map(|(slug, need)| {
        let site = usual.find(slug)?;
        let mut own = usual.services_at(site);
        own.find(|&service| usual.service(service).need == *need)
    });
    services.collect()
}

fn of_need(
    usual: &Snapshot,
    need: &NeedCode,
    metres: u16,
    places: &[(StandsAt, LonLat)],
    hours: &[Timestamp],
    sent: &[Sent],
) -> Shares {
    let near = |point: LonLat, service: ServiceIx| {
        let site = usual.site(usual.site_of(service));
        site.point.is_some_and(|other| {
            let way = usual.way(point, other);
            way.on_foot && way.metres.0 <= f64::from(metres)
        })
    };
    let places: Vec<PlaceShare> = places
        .iter()
        .map(|(at, point)| {
            let all: Vec<ServiceIx> = usual
                .services_for(need)
                .iter()
                .copied()
                .filter(|&service| near(*point, service))
                .collect();
            let open = |services: &[(ServiceIx, Timestamp)]| {
                let mut services = services.iter();
                services.any(|&(service, at)| {
                    usual.state(service, at) == OpenState::Open && near(*point, service)
                })
            };
            let any_open = |at: Timestamp| {
                let mut all = all.iter();
                all.any(|&service| usual.state(service, at) == OpenState::Open)
            };
            let count = |is: &dyn Fn(usize, Timestamp) -> bool| {
                let hours = hours.iter().enumerate();
                let found = hours.filter(|(nth, at)| is(*nth, **at)).count();
                u16::try_from(found).unwrap_or(u16::MAX)
            };
            let sent_at = |nth: usize| sent.get(nth);
            let hours = Hours {
                before: count(&|nth, _| sent_at(nth).is_some_and(|sent| open(&sent.before))),
                after: count(&|nth, _| sent_at(nth).is_some_and(|sent| open(&sent.after))),
                best: count(&|nth, at| {
                    any_open(at)
                        || sent_at(nth).is_some_and(|sent| open(&sent.before) || open(&sent.after))
                }),
            };
            PlaceShare {
                at: at.clone(),
                hours,
            }
        })
        .collect();
    Shares {
        need: need.clone(),
        metres,
        of: u16::try_from(hours.len()).unwrap_or(u16::MAX),
        median: at_share(&places, 2),
        worst_tenth: at_share(&places, 10),
        places,
    }
}

/// Each figure at one part of so many from below, nearest rank: the middle for 2, the worst tenth for 10.
fn at_share(places: &[PlaceShare], parts: usize) -> Option<Hours> {
    let landmarks = places
        .iter()
        .filter(|place| matches!(place.at, StandsAt::Landmark(_)));
    let mut rows: Vec<Hours> = landmarks.map(|place| place.hours).collect();
    if rows.is_empty() {
        rows = places.iter().map(|place| place.hours).collect();
    }
    let rank = rows.len().div_ceil(parts).checked_sub(1)?;
    let figure = |of: fn(&Hours) -> u16| {
        let mut figures: Vec<u16> = rows.iter().map(of).collect();
        figures.sort_unstable();
        figures.get(rank).copied()
    };
    Some(Hours {
        before: figure(|hours| hours.before)?,
        after: figure(|hours| hours.after)?,
        best: figure(|hours| hours.best)?,
    })
}
