//! Promised and served: against asking minute by minute, and each reason by name.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp, ToSpan as _, civil::time};
use proptest::prelude::*;
use signpost_domain::{
    Directory, Exception, ExceptionId, ExceptionKind, HolidayChoice, NeedCode, Offer, Service,
    SiteSlug, Text,
};
use signpost_hours::{Calendar, OpenState, Zone};
use signpost_locate::Snapshot;
use signpost_plan::{
    delivered::{Delivered, Minutes, MissedWhy, delivered, last_week, monday_of, week_delivered},
    in_force, plan_day,
    proof::Grounds,
    routes,
};

use crate::{
    sample::{day, need, north, plan, rule, service, site, slug, snapshot, town},
    towns::cases,
};

/// Where the plan in force sends anybody at an instant.
fn sent(snapshot: &Snapshot, at: Timestamp) -> Vec<(SiteSlug, NeedCode)> {
    let Some(plan) = in_force(snapshot, at) else {
        return Vec::new();
    };
    let directory = snapshot.directory();
    let day = plan_day(plan, snapshot.town_zone(), at);
    let mut all: Vec<_> = plan
        .rules
        .iter()
        .filter(|rule| snapshot.find(&rule.from).is_some() && snapshot.need(&rule.need).is_some())
        .flat_map(|rule| routes(plan, &rule.from, &rule.need, day, directory).targets)
        .map(|stop| (stop.site, stop.need))
        .collect();
    all.sort();
    all.dedup();
    all
}

/// What a minute says: whether it was promised, and what was there.
fn asked(
    grounds: &Grounds<'_>,
    (site, need): &(SiteSlug, NeedCode),
    at: Timestamp,
) -> Option<OpenState> {
    let of = |snapshot: &Snapshot| {
        let found = snapshot.find(site)?;
        snapshot
            .services_at(found)
            .find(|&service| snapshot.service(service).need == *need)
    };
    let usual = of(&grounds.usual)?;
    let promised = grounds.usual.schedule(usual).at(at).state == OpenState::Open;
    promised.then(|| grounds.real.state(of(grounds.real).unwrap(), at))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, ..ProptestConfig::default() })]

    #[test]
    fn what_was_promised_and_served_is_what_asking_minute_by_minute_says(case in cases(1..8), ago in 0_i64..12) {
        let real = snapshot(case.directory.clone(), case.built);
        let grounds = Grounds::of(&real, Calendar::ontario()).unwrap();
        let zone = real.town_zone();
        let first = zone.day(case.question.at) - ago.days();
        let last = first + 1.day();
        let found = delivered(&grounds, first, last);

        let mut expected: BTreeMap<(SiteSlug, NeedCode), Minutes> = BTreeMap::new();
        let mut at = zone.instant(first.to_datetime(time(0, 0, 0, 0)));
        let end = zone.instant((last + 1.day()).to_datetime(time(0, 0, 0, 0)));
        let mut minute = 0;
        let mut now_sent = Vec::new();
        while at < end {
            // Plans change at midnight of some zone, and no zone of theirs is off by less than a quarter of an hour.
            if minute % 15 == 0 {
                now_sent = sent(&real, at);
            }
            for target in &now_sent {
                let Some(state) = asked(&grounds, target, at) else { continue };
                let sum = expected.entry(target.clone()).or_default();
                sum.promised += 1;
                sum.served += u32::from(state == OpenState::Open);
                sum.unknown += u32::from(state == OpenState::Unknown);
            }
            minute += 1;
            at += SignedDuration::from_mins(1);
        }
        let got: BTreeMap<_, _> = found
            .targets
            .iter()
            .filter(|target| target.minutes.promised > 0)
            .map(|target| ((target.site.clone(), target.need.clone()), target.minutes))
            .collect();
        prop_assert_eq!(&got, &expected);
        let sum = |of: fn(&Minutes) -> u32| expected.values().map(of).sum::<u32>();
        prop_assert_eq!(found.all.promised, sum(|one| one.promised));
        prop_assert_eq!(found.all.served, sum(|one| one.served));
        for target in &found.targets {
            let missed: u32 = target.missed.iter().map(|one| one.minutes).sum();
            prop_assert_eq!(missed, target.minutes.promised - target.minutes.served);
        }
    }
}

const MONDAY: &str = "2026-11-16";

/// One place that a rule sends to, open from 9 to 5 every day; the week after is asked.
fn one(change: impl FnOnce(&mut Directory)) -> Delivered {
    let mut directory = town(vec![
        site("door", Some(north(0.0)), "Mo-Su 09:00-17:00"),
        site("near", Some(north(100.0)), "Mo-Su 09:00-17:00"),
    ]);
    directory.plans = vec![plan(vec![rule("door", &["near"])])];
    change(&mut directory);
    let snapshot = snapshot(directory, "2026-11-25T10:00:00-05:00".parse().unwrap());
    let grounds = Grounds::of(&snapshot, Calendar::ontario()).unwrap();
    week_delivered(&grounds, day(MONDAY))
}

fn near(directory: &mut Directory) -> &mut signpost_domain::Site {
    let mut sites = directory.sites.iter_mut();
    sites.find(|site| site.slug == slug("near")).unwrap()
}

fn closed(kind: ExceptionKind, first: &str, last: &str) -> Exception {
    Exception {
        id: ExceptionId::new("water").unwrap(),
        need: None,
        items: vec![],
        kind,
        first: day(first),
        last: Some(day(last)),
        hours: None,
        reason: Text::en("The pipe broke"),
        review_by: None,
    }
}

const HOUR: u32 = 60;

#[test]
fn a_quiet_week_keeps_every_hour_and_a_closing_is_named_with_its_day() {
    let quiet = one(|_| {});
    assert_eq!((quiet.first, quiet.last), (day(MONDAY), day("2026-11-22")));
    assert_eq!(
        (quiet.all.promised, quiet.all.served),
        (56 * HOUR, 56 * HOUR)
    );
    assert!(quiet.targets[0].missed.is_empty());

    let broken = one(|town| {
        let exception = closed(ExceptionKind::Closed, "2026-11-18", "2026-11-19");
        near(town).exceptions = vec![exception];
    });
    let target = &broken.targets[0];
    assert_eq!(
        (target.minutes.promised, target.minutes.served),
        (56 * HOUR, 40 * HOUR)
    );
    assert_eq!(target.minutes.closed(), 16 * HOUR);
    let days: Vec<_> = target
        .missed
        .iter()
        .map(|one| (one.day, one.minutes, one.why))
        .collect();
    let expected = |text| (day(text), 8 * HOUR, MissedWhy::Exception);
    assert_eq!(days, [expected("2026-11-18"), expected("2026-11-19")]);
    assert_eq!(
        target.missed[0].exception.as_ref().unwrap().as_str(),
        "water"
    );
}

#[test]
fn what_nobody_vouched_for_is_neither_served_nor_closed() {
    let lapsed = one(|town| {
        let confirmation = near(town).services[0].confirmation.as_mut().unwrap();
        confirmation.on = day("2026-08-01");
        confirmation.review_by = day("2026-11-20");
    });
    assert_eq!(lapsed.all.served, 40 * HOUR);
    assert_eq!(lapsed.all.unknown, 16 * HOUR);
    assert_eq!(lapsed.all.closed(), 0);
    assert!(
        lapsed.targets[0]
            .missed
            .iter()
            .all(|one| one.why == MissedWhy::NotConfirmed)
    );
}

#[test]
fn a_place_that_stopped_offering_it_does_not_stop_having_been_promised() {
    let gone = one(|town| near(town).services[0].offer = Offer::NotOffered);
    assert_eq!((gone.all.promised, gone.all.served), (56 * HOUR, 0));
    assert!(
        gone.targets[0]
            .missed
            .iter()
            .all(|one| one.why == MissedWhy::NotOffered)
    );
}

#[test]
fn more_hours_than_usual_make_up_for_nothing_and_two_doors_promise_one_place_once() {
    let more = one(|town| {
        let exception = Exception {
            hours: Some("Mo-Su 08:00-12:00".to_owned()),
            ..closed(ExceptionKind::Open, "2026-11-18", "2026-11-18")
        };
        near(town).exceptions = vec![exception];
        town.sites
            .push(site("second", Some(north(50.0)), "Mo-Su 09:00-17:00"));
        town.plans[0].rules.push(rule("second", &["near"]));
    });
    assert_eq!(more.targets.len(), 1);
    assert_eq!((more.all.promised, more.all.served), (56 * HOUR, 51 * HOUR));
}

#[test]
fn nothing_is_promised_before_the_first_day_without_consent_or_when_a_rule_does_not_count() {
    let late = one(|town| town.plans[0].from = Some(day("2026-11-21")));
    assert_eq!(late.all.promised, 16 * HOUR);
    let none = one(|town| town.plans[0].consents.clear());
    assert_eq!(none.all, Minutes::default());
    let ruled = one(|town| town.plans[0].rules[0].last = Some(day("2026-11-16")));
    assert_eq!(ruled.all.promised, 8 * HOUR);
    let nowhere = one(|town| {
        near(town).services = vec![Service {
            hours: None,
            ..service("supplies", None)
        }];
    });
    assert_eq!(
        nowhere.all.promised, 0,
        "who never said when promised no hour"
    );
    assert_eq!(nowhere.targets[0].need, need("supplies"));
}

#[test]
fn a_holiday_that_nobody_spoke_of_is_not_known_and_one_that_closes_is_closed() {
    let week = |choice: HolidayChoice| {
        let mut directory = town(vec![
            site("door", Some(north(0.0)), "Mo-Su 09:00-17:00"),
            site("near", Some(north(100.0)), "Mo-Su 09:00-17:00"),
        ]);
        directory.plans = vec![plan(vec![rule("door", &["near"])])];
        directory.organizations[0].holidays = choice;
        let snapshot = snapshot(directory, "2026-11-25T10:00:00-05:00".parse().unwrap());
        let grounds = Grounds::of(&snapshot, Calendar::ontario()).unwrap();
        // Thanksgiving is on October 12.
        week_delivered(&grounds, day("2026-10-12"))
    };
    let unstated = week(HolidayChoice::Unstated);
    assert_eq!(
        (unstated.all.served, unstated.all.unknown),
        (48 * HOUR, 8 * HOUR)
    );
    assert_eq!(unstated.targets[0].missed[0].why, MissedWhy::Holiday);
    let open = week(HolidayChoice::ClosedOn(vec![]));
    assert_eq!(open.all.served, 56 * HOUR);
}

#[test]
fn a_week_is_from_monday_to_sunday_and_last_week_is_over() {
    assert_eq!(monday_of(day("2026-11-22")), day(MONDAY));
    assert_eq!(monday_of(day(MONDAY)), day(MONDAY));
    assert_eq!(last_week(day("2026-11-22")), day("2026-11-09"));
    assert_eq!(last_week(day("2026-11-23")), day(MONDAY));
    let zone = Zone::named("America/Winnipeg").unwrap();
    assert_eq!(one(|_| {}).zone, zone.name());
}
