//! Towns nobody would build: any mix of places, hours, offers, water and plans.

mod versions;

use jiff::{Timestamp, ToSpan, civil::Date};
use proptest::{collection::vec, option, prelude::*, sample::select};
use signpost_domain::{
    Bank, Confirmation, Crossing, Directory, Exception, ExceptionId, ExceptionKind, Ground,
    HolidayChoice, Locality, LonLat, Offer, Service, Site, SourceDay, Text,
};
use signpost_hours::Zone;
use signpost_plan::Question;

use self::versions::plans;
use crate::sample::{
    need, organization, organization_id, place, service, site, slug, source, town, unconfirmed,
};

pub const NEEDS: [&str; 2] = ["supplies", "disposal"];
const ORGANIZATIONS: [&str; 3] = ["agency", "other", "third"];
const DOORS: usize = 8;
/// Few of them are old doors, so that most questions meet a rule.
const OLD_DOORS: usize = 4;
const HOURS: [Option<&str>; 12] = [
    Some("24/7"),
    Some("24/7"),
    Some("Mo-Fr 09:00-17:00"),
    Some("Mo-Su 08:00-20:00"),
    Some("Mo-Su 20:00-08:00"),
    Some("Fr 20:00-08:00"),
    Some("Sa,Su 10:00-14:00"),
    Some("Mo-Su 12:00-12:09"),
    Some("Mo-Su 12:00-12:10, 18:00-18:30"),
    Some("Tu 09:00-12:00; PH off"),
    Some("2030 Jan 01 10:00-11:00"),
    None,
];

/// A town and a question put to it.
#[derive(Debug, Clone)]
pub struct Case {
    pub directory: Directory,
    pub question: Question,
    /// The instant the snapshot is built for, which is not always that of the question.
    pub built: Timestamp,
}

/// Any case with so many sites.
pub fn cases(sites: std::ops::Range<usize>) -> impl Strategy<Value = Case> {
    instants()
        .prop_flat_map(move |at| {
            let town = (vec(sites_at(at), sites.clone()), grounds(), plans(at));
            (Just(at), town, questions(at), -20_i64..20)
        })
        .prop_map(|(at, (sites, ground, plans), question, days_off)| {
            let mut directory = town(named(sites));
            directory.organizations = ORGANIZATIONS
                .into_iter()
                .zip([
                    HolidayChoice::ClosedOn(vec![]),
                    HolidayChoice::Unstated,
                    HolidayChoice::Unstated,
                ])
                .map(|(id, holidays)| organization(id, holidays))
                .collect();
            // Towns whose sites lie about them, some of them far off; and addresses that name none.
            let towns = [
                ("Here", -94.49, 49.77),
                ("There", -94.3, 49.8),
                ("Yonder", -94.2, 49.86),
            ];
            directory.localities = towns
                .map(|(name, lon, lat)| Locality {
                    name: name.to_owned(),
                    point: place(lon, lat),
                    source: source(),
                })
                .to_vec();
            for (ix, site) in directory.sites.iter_mut().enumerate() {
                let names = ["Here", "There", "yonder", "Nowhere"];
                names[ix % 4].clone_into(&mut site.locality);
            }
            directory.ground = ground;
            let doors: Vec<_> = directory
                .sites
                .iter()
                .map(|site| site.slug.clone())
                .collect();
            let mut question = question;
            question.from = question.from.filter(|from| doors.contains(from));
            directory.plans = plans;
            // Most snapshots are asked within the days they were built for, some long after.
            let built = at
                + if days_off > 15 {
                    0.hours()
                } else {
                    (days_off * 6).hours()
                };
            Case {
                directory,
                question,
                built,
            }
        })
}

/// Names sites as doors of the plans are named.
fn named(sites: Vec<Site>) -> Vec<Site> {
    sites
        .into_iter()
        .enumerate()
        .map(|(ix, site)| Site {
            slug: slug(&door(ix)),
            ..site
        })
        .collect()
}

fn door(ix: usize) -> String {
    // Not in the order of the index, so that slugs break ties of their own.
    format!("{}{ix}", ["m", "c", "x", "a"][ix % 4])
}

pub fn instants() -> impl Strategy<Value = Timestamp> {
    // 2025-01-01 to 2028-12-31, the quarter hours and any second.
    (0_i64..140_256, prop_oneof![Just(0_i64), 0_i64..900]).prop_map(|(quarters, seconds)| {
        Timestamp::from_second(1_735_689_600 + quarters * 900 + seconds).unwrap()
    })
}

fn today(at: Timestamp) -> Date {
    Zone::named("America/Winnipeg").unwrap().day(at)
}

fn near_day(at: Timestamp) -> impl Strategy<Value = Date> {
    (-20_i64..20).prop_map(move |days| today(at) + days.days())
}

/// Few places, so that several sites are equally far; some of them hours away.
fn places() -> impl Strategy<Value = LonLat> {
    (0_u8..8, 0_u8..4, select(vec![1.0, 1.0, 1.0, 8.0])).prop_map(|(x, y, stretch)| {
        place(
            f64::from(x).mul_add(0.006 * stretch, -94.52),
            f64::from(y).mul_add(0.004 * stretch, 49.765),
        )
    })
}

fn services_at(at: Timestamp) -> impl Strategy<Value = Service> {
    let vouched = prop_oneof![
        4 => Just(None),
        1 => near_day(at).prop_map(Some),
    ];
    (
        select(HOURS.to_vec()),
        prop_oneof![6 => Just(Offer::Offered), 1 => Just(Offer::Unknown), 1 => Just(Offer::NotOffered)],
        vouched,
        0_u8..5,
        prop_oneof![
            6 => Just((None, None, false)),
            1 => Just((Some(12), Some(25), false)),
            1 => Just((Some(16), None, false)),
            1 => Just((None, Some(18), true)),
            1 => Just((None, None, true)),
        ],
    )
        .prop_map(move |(hours, offer, review_by, vouching, (least, most, described))| {
            let mut service = service("supplies", hours);
            let age = |years: u64| years.try_into().unwrap();
            (service.minimum_age, service.maximum_age) = (least.map(age), most.map(age));
            if described {
                service.eligibility_description = Text::en("For some.");
            }
            service.offer = offer;
            match vouching {
                0 => {
                    service.confirmation = None;
                    service.source.day = Some(SourceDay::day(today(at) - 100.days()));
                }
                1 => service.confirmation = None,
                _ => {
                    if let Some(review_by) = review_by {
                        service.confirmation = Some(Confirmation {
                            by: "test".into(),
                            on: review_by - 90.days(),
                            review_by,
                        });
                    }
                }
            }
            service
        })
}

fn exceptions(at: Timestamp) -> impl Strategy<Value = Exception> {
    let kinds = ExceptionKind::ALL.to_vec();
    (near_day(at), 0_i64..4, select(kinds)).prop_map(|(first, days, kind)| Exception {
        id: ExceptionId::new("exception").unwrap(),
        need: (kind == ExceptionKind::OutOfStock).then(|| need("supplies")),
        items: vec![],
        kind,
        first,
        last: Some(first + days.days()),
        hours: None,
        reason: Text::default(),
        review_by: None,
    })
}

pub fn sites_at(at: Timestamp) -> impl Strategy<Value = Site> {
    (
        prop_oneof![5 => places().prop_map(Some), 1 => Just(None)],
        select(ORGANIZATIONS.to_vec()),
        prop_oneof![4 => services_at(at).prop_map(Some), 1 => Just(None)],
        option::weighted(0.3, services_at(at)),
        option::weighted(0.2, exceptions(at)),
        prop::bool::ANY,
    )
        .prop_map(
            |(point, organization, supplies, disposal, exception, phone)| {
                let mut site = site("unnamed", point, "24/7");
                site.phone = phone.then(|| "807-555-0101".parse().unwrap());
                site.organization = organization_id(organization);
                let disposal = disposal.map(|service| Service {
                    need: need("disposal"),
                    ..service
                });
                site.services = disposal.into_iter().chain(supplies).collect();
                site.exceptions = exception.into_iter().collect();
                site
            },
        )
}

/// A town on a river with many counters, nearly all open and confirmed, so that few of those near are answers.
pub fn crowded() -> impl Strategy<Value = Case> {
    let counter = (
        places(),
        prop::bool::weighted(0.8),
        prop::bool::weighted(0.8),
    );
    (
        instants(),
        vec(counter, 20..60),
        grounds(),
        places(),
        1_usize..6,
    )
        .prop_map(|(at, counters, ground, near, limit)| {
            let sites = counters
                .into_iter()
                .map(|(point, open, confirmed)| {
                    let hours = if open {
                        "24/7"
                    } else {
                        "2040 Jan 01 10:00-11:00"
                    };
                    let site = site("unnamed", Some(point), hours);
                    if confirmed { site } else { unconfirmed(site) }
                })
                .collect();
            let mut directory = town(named(sites));
            directory.ground = ground;
            let question = Question {
                need: need(NEEDS[0]),
                at,
                near: Some(near),
                from: None,
                age: None,
                limit,
            };
            Case {
                directory,
                question,
                built: at,
            }
        })
}

/// No water; a river with a bridge; a river without one.
fn grounds() -> impl Strategy<Value = Ground> {
    (0_u8..3).prop_map(|kind| {
        if kind == 0 {
            return Ground::default();
        }
        let bank = |id: &str, west: f64, east: f64| Bank {
            id: id.into(),
            name: Text::en(id),
            ring: [
                (west, 49.7),
                (east, 49.7),
                (east, 49.9),
                (west, 49.9),
                (west, 49.7),
            ]
            .map(|(lon, lat)| place(lon, lat))
            .to_vec(),
        };
        Ground {
            banks: vec![bank("west", -94.6, -94.5), bank("east", -94.499, -94.4)],
            crossings: vec![Crossing {
                id: "bridge".into(),
                name: Text::en("Bridge"),
                joins: ["west".into(), "east".into()],
                ends: [place(-94.5001, 49.771), place(-94.4989, 49.771)],
                open: kind == 1,
                source: source(),
            }],
            neighbourhoods: vec![],
        }
    })
}

fn codes() -> impl Strategy<Value = &'static str> {
    prop_oneof![3 => Just(NEEDS[0]), 1 => Just(NEEDS[1])]
}

fn questions(at: Timestamp) -> impl Strategy<Value = Question> {
    (
        codes(),
        prop_oneof![4 => places().prop_map(Some), 1 => Just(None)],
        option::weighted(0.8, 0..OLD_DOORS),
        option::weighted(0.3, 0_u64..40),
        0_usize..6,
    )
        .prop_map(move |(code, near, from, age, limit)| Question {
            need: need(code),
            at,
            near,
            from: from.map(|from| slug(&door(from))),
            age: age.map(|years| years.try_into().unwrap()),
            limit,
        })
}
