//! What comes if nobody does anything: each named with its first day.

use signpost_domain::{
    ConsentAnswer, ConsentWord, Directory, Exception, ExceptionId, ExceptionKind, Plan, Text,
};
use signpost_hours::{Calendar, OpenState};
use signpost_plan::{
    ahead::{Ahead, Lapse, Near, ahead},
    proof::Grounds,
};

use crate::sample::{
    consent, day, need, north, organization_id, plan, rule, site, slug, snapshot, town,
};

const TODAY: &str = "2026-11-25";

fn found(directory: Directory) -> Vec<Ahead> {
    let snapshot = snapshot(directory, "2026-11-25T10:00:00-05:00".parse().unwrap());
    let grounds = Grounds::of(&snapshot, Calendar::ontario()).unwrap();
    ahead(&grounds, day(TODAY))
}

/// A plan from an old door to `near`, in force, with the consent of `agency`.
fn in_force() -> (Directory, Plan) {
    let directory = town(vec![
        site("door", Some(north(0.0)), "Mo-Su 09:00-17:00"),
        site("near", Some(north(100.0)), "Mo-Su 09:00-17:00"),
    ]);
    let mut own = plan(vec![rule("door", &["near"])]);
    own.until = None;
    (directory, own)
}

fn lapses(all: &[Ahead]) -> Vec<(String, Near, Lapse)> {
    let all = all.iter();
    all.map(|one| (one.day.to_string(), one.near, one.lapse.clone()))
        .collect()
}

#[test]
fn nothing_comes_where_everything_is_open_ended() {
    let (mut directory, own) = in_force();
    directory.plans = vec![own];
    assert_eq!(lapses(&found(directory)), vec![]);
}

#[test]
fn a_consent_that_ends_in_twenty_days_is_named_with_what_is_read_then() {
    let (mut directory, mut own) = in_force();
    own.consents[0].until = Some(day("2026-12-15"));
    directory.plans = vec![own];
    let all = found(directory);
    let expected = Lapse::Consent {
        organization: organization_id("agency"),
        need: need("supplies"),
    };
    assert_eq!(
        lapses(&all),
        vec![("2026-12-16".to_owned(), Near::Month, expected)]
    );
    // Nobody is sent to it any more, but it stands in the directory as others do, and the rule still sends people away from the old door.
    let door = &all[0].doors[0];
    assert_eq!((door.lost.clone(), door.left), (vec![slug("near")], 0));
    assert_eq!(door.reads.first, Some(slug("near")));
    assert_eq!(door.reads.state, Some(OpenState::Open));
}

#[test]
fn what_several_doors_share_is_told_once_with_each_of_them() {
    let (mut directory, mut own) = in_force();
    directory
        .sites
        .push(site("other-door", Some(north(50.0)), "24/7"));
    own.rules.push(rule("other-door", &["near"]));
    own.consents[0].until = Some(day("2026-12-15"));
    directory.plans = vec![own];
    let all = found(directory).into_iter();
    // That "near" is shut at night every week is told too.
    let all: Vec<_> = all
        .filter(|one| matches!(one.lapse, Lapse::Consent { .. }))
        .collect();
    assert_eq!(all.len(), 1, "{all:?}");
    let doors: Vec<_> = all[0].doors.iter().map(|door| door.from.clone()).collect();
    assert_eq!(doors, [slug("door"), slug("other-door")]);
}

#[test]
fn what_was_taken_back_or_has_lapsed_stays_until_it_is_agreed_to_again() {
    let gone = |consents: Vec<ConsentWord>, until: Option<&str>| {
        let (mut directory, mut own) = in_force();
        own.consents[0].until = until.map(day);
        directory.organizations[0].consents = consents;
        directory.plans = vec![own];
        let all = found(directory).into_iter();
        let now = all.filter(|one| one.near == Near::Now);
        now.map(|one| (one.day.to_string(), one.doors[0].left))
            .collect::<Vec<_>>()
    };
    let word = |answer, first: &str| ConsentWord {
        need: None,
        answer,
        first: day(first),
        last: None,
        on: day(first),
        by: "ana".into(),
        reference: String::new(),
        note: String::new(),
    };
    let (agreed, back) = (ConsentAnswer::Agreed, ConsentAnswer::Withdrawn);
    assert_eq!(gone(vec![], None), []);
    let today = [("2026-11-25".to_owned(), 0)];
    assert_eq!(gone(vec![word(back, "2026-11-25")], None), today);
    // Agreed and taken back on one day, where nothing was written before.
    let both = vec![word(agreed, "2026-11-25"), word(back, "2026-11-25")];
    assert_eq!(gone(both.clone(), Some("2025-12-31")), today);
    let lapsed = [("2026-11-11".to_owned(), 0)];
    assert_eq!(gone(vec![], Some("2026-11-10")), lapsed);
    let again = vec![word(back, "2026-11-20"), word(agreed, "2026-11-25")];
    assert_eq!(gone(again, None), []);
    // Who never agreed has taken nothing back: that is said when the version is approved.
    assert_eq!(gone(vec![], Some("2025-12-31")), []);
}

#[test]
fn a_confirmation_a_rule_and_an_hour_without_a_place_have_their_first_days() {
    let (mut directory, mut own) = in_force();
    own.rules[0].last = Some(day("2026-11-28"));
    let confirmation = directory.sites[1].services[0].confirmation.as_mut();
    confirmation.unwrap().review_by = day("2026-11-26");
    directory.plans = vec![own];
    let (site, need) = (slug("near"), need("supplies"));
    let said = lapses(&found(directory));
    assert!(
        said.contains(&(
            "2026-11-27".to_owned(),
            Near::Week,
            Lapse::Confirmation { site, need }
        )),
        "{said:?}"
    );
    assert!(
        said.iter().any(|(day, near, lapse)| day == "2026-11-29"
            && *near == Near::Week
            && matches!(lapse, Lapse::Rule { .. })),
        "{said:?}"
    );
}

#[test]
fn a_holiday_nobody_spoke_of_is_named_once_for_each_target() {
    let (mut directory, own) = in_force();
    directory.sites[1].organization = organization_id("other");
    let mut own = own;
    own.consents.push(consent("other"));
    directory.plans = vec![own];
    let said = lapses(&found(directory));
    let christmas = said.iter().find(|(day, ..)| day == "2026-12-25");
    assert!(
        matches!(christmas, Some((_, Near::Later, Lapse::Holiday { .. }))),
        "{said:?}"
    );
}

#[test]
fn a_season_of_hours_that_ends_is_named() {
    let (mut directory, own) = in_force();
    directory.sites[1].services[0].hours = Some("Jan 01-Dec 05 09:00-17:00".to_owned());
    directory.plans = vec![own];
    let said = lapses(&found(directory));
    let ended = said.iter().find(|(day, ..)| day == "2026-12-06");
    assert!(matches!(ended, Some((.., Lapse::Hours { .. }))), "{said:?}");
}

#[test]
fn hours_that_are_noted_as_not_known_are_named_on_their_first_day() {
    let (mut directory, own) = in_force();
    directory.sites[1].exceptions = vec![Exception {
        id: ExceptionId::new("stock-taking").unwrap(),
        need: None,
        items: vec![],
        kind: ExceptionKind::Unknown,
        first: day("2026-12-01"),
        last: Some(day("2026-12-03")),
        hours: None,
        reason: Text::default(),
        review_by: None,
    }];
    directory.plans = vec![own];
    let (site, need) = (slug("near"), need("supplies"));
    let expected = (
        "2026-12-01".to_owned(),
        Near::Week,
        Lapse::NotKnown { site, need },
    );
    assert_eq!(lapses(&found(directory)), vec![expected]);
}

#[test]
fn an_hour_without_a_place_is_read_at_the_half_that_has_none() {
    let (mut directory, own) = in_force();
    for own in &mut directory.sites {
        own.exceptions = vec![Exception {
            id: ExceptionId::new("early").unwrap(),
            need: None,
            items: vec![],
            kind: ExceptionKind::Open,
            first: day("2026-12-01"),
            last: Some(day("2026-12-01")),
            hours: Some("09:00-12:30".to_owned()),
            reason: Text::default(),
            review_by: None,
        }];
    }
    directory.plans = vec![own];
    let all = found(directory);
    let [one] = all.as_slice() else {
        panic!("{all:?}");
    };
    assert_eq!(one.lapse, Lapse::NoPlace { hours: 5 });
    let reads = &one.doors[0].reads;
    assert_eq!(reads.state, Some(OpenState::Closed), "{reads:?}");
}

#[test]
fn hours_that_no_week_has_a_place_for_are_named_today_and_once() {
    let (mut directory, mut own) = in_force();
    directory.sites[1].services[0].hours = Some("Mo-Fr 09:00-17:00".to_owned());
    directory
        .sites
        .push(site("late", Some(north(200.0)), "Mo-Fr 09:00-12:00"));
    own.rules[0].last = Some(day("2026-12-09"));
    let mut later = rule("door", &["late"]);
    later.first = Some(day("2026-12-10"));
    own.rules.push(later);
    directory.plans = vec![own.clone()];
    let every_week = |directory: &Directory| {
        let all = found(directory.clone()).into_iter();
        let own = all.filter(|one| matches!(one.lapse, Lapse::EveryWeek { .. }));
        own.map(|one| (one.day.to_string(), one.near, one.lapse.hours(), one.doors))
            .collect::<Vec<_>>()
    };
    // "near" and "late" both help on weekdays: only the weekend has nobody, whichever of them the plan names.
    let said = every_week(&directory);
    let [(since, near, hours, doors)] = said.as_slice() else {
        panic!("{said:?}");
    };
    let first = own.from.unwrap().to_string();
    assert_eq!((since, *near, *hours), (&first, Near::Now, 16));
    assert_eq!(doors[0].reads.state, Some(OpenState::Closed), "{doors:?}");
}

#[test]
fn a_rule_that_another_follows_or_a_version_leaves_out_says_so() {
    let (directory, own) = in_force();
    let rule_of = |plans: Vec<Plan>| {
        let directory = Directory {
            plans,
            ..directory.clone()
        };
        let all = found(directory).into_iter();
        let mut rules = all.filter_map(|one| match one.lapse {
            Lapse::Rule { by, next, .. } => Some((one.day.to_string(), by, next)),
            _ => None,
        });
        rules.next()
    };
    let mut gap = own.clone();
    gap.rules[0].last = Some(day("2026-12-09"));
    let mut later = rule("door", &["near"]);
    later.first = Some(day("2026-12-20"));
    gap.rules.push(later.clone());
    let next = Some(day("2026-12-20"));
    assert_eq!(rule_of(vec![gap]), Some(("2026-12-10".into(), None, next)));
    let mut at_once = own.clone();
    at_once.rules[0].last = Some(day("2026-12-19"));
    at_once.rules.push(later);
    assert_eq!(rule_of(vec![at_once]), None, "one follows the other");
    let other = Plan {
        version: own.version + 1,
        from: Some(day("2026-12-12")),
        rules: vec![rule("near", &["door"])],
        ..own.clone()
    };
    let by = Some(other.version);
    let said = rule_of(vec![own.clone(), other]);
    assert_eq!(said, Some(("2026-12-12".into(), by, None)));
}
