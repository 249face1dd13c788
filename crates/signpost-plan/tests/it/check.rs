//! Faults of plans.

use signpost_domain::{Consent, Directory, Offer, Plan, PlanStatus, Target, Text};
use signpost_plan::{PlanFault, Severity, check};

use crate::sample::{consent, day, need, organization_id, plan, rule, site, target, town};

fn faults(plan: &Plan) -> Vec<PlanFault> {
    let mut directory = town(
        ["a", "b", "c", "d", "e", "f"]
            .map(|name| site(name, None, "24/7"))
            .to_vec(),
    );
    directory.sites[3].services[0].offer = Offer::NotOffered;
    directory.sites[4].organization = organization_id("other");
    directory.sites[5].services[0].offer = Offer::Unknown;
    directory.plans = vec![plan.clone()];
    check(plan, &directory)
}

/// Code, rule and target of every fault.
fn told(plan: &Plan) -> Vec<String> {
    faults(plan)
        .into_iter()
        .map(|fault| {
            let rule = fault
                .rule
                .map_or_else(String::new, |rule| format!(" {rule}"));
            let target = fault
                .target
                .map_or_else(String::new, |site| format!(" > {site}"));
            format!("{}{rule}{target}", fault.code)
        })
        .collect()
}

#[test]
fn a_plan_without_faults_has_none() {
    assert_eq!(
        faults(&plan(vec![rule("a", &["b"]), rule("c", &["b"])])),
        []
    );
}

#[test]
fn a_target_that_people_are_sent_on_from_on_every_day_is_one_they_never_see() {
    let chain = |back: Option<&str>| {
        let mut on = rule("b", &["c"]);
        on.first = back.map(day);
        plan(vec![rule("a", &["b"]), on])
    };
    assert_eq!(told(&chain(None)), ["sent_on from-a > b"]);
    let fault = &faults(&chain(None))[0];
    assert_eq!(fault.severity, Severity::Warning);
    assert!(
        fault.message.contains("never b itself"),
        "{}",
        fault.message
    );
    assert_eq!(
        told(&chain(Some("2026-07-01"))),
        [""; 0],
        "they see it until then"
    );
    // The same site for another need is a place like others.
    let mut food = rule("a", &["b"]);
    food.targets[0].need = Some(need("disposal"));
    let told = told(&plan(vec![food, rule("b", &["c"])]));
    assert!(
        !told.iter().any(|fault| fault.starts_with("sent_on")),
        "{told:?}"
    );
}

#[test]
fn a_loop_is_an_error_of_every_rule_that_runs_into_it() {
    let looped = plan(vec![
        rule("a", &["b"]),
        rule("b", &["a", "c"]),
        rule("f", &["b"]),
    ]);
    assert_eq!(told(&looped), ["loop from-a", "loop from-b", "loop from-f"]);
    assert_eq!(faults(&looped)[0].severity, Severity::Error);
    assert_eq!(told(&plan(vec![rule("a", &["a"])])), ["loop from-a"]);
}

#[test]
fn a_loop_must_hold_on_some_day() {
    let (mut there, mut back) = (rule("a", &["b"]), rule("b", &["a"]));
    there.last = Some(day("2026-06-30"));
    back.first = Some(day("2026-07-01"));
    assert_eq!(told(&plan(vec![there.clone(), back.clone()])), [""; 0]);
    there.last = Some(day("2026-07-01"));
    assert_eq!(
        told(&plan(vec![there, back])),
        ["loop from-a", "loop from-b"]
    );
}

#[test]
fn two_rules_for_one_door_need_and_day_overlap() {
    let mut second = rule("a", &["c"]);
    second.id = "second".parse().unwrap();
    assert_eq!(
        told(&plan(vec![rule("a", &["b"]), second.clone()])),
        ["overlap second"]
    );
    second.need = need("disposal");
    second.targets = vec![Target {
        need: Some(need("supplies")),
        ..target("c")
    }];
    assert_eq!(told(&plan(vec![rule("a", &["b"]), second])), [""; 0]);
}

#[test]
fn consent_that_is_missing_or_does_not_last_is_a_warning() {
    let mut asked = plan(vec![rule("a", &["e"])]);
    assert_eq!(told(&asked), ["no_consent from-a > e"]);
    asked.consents.push(Consent {
        until: Some(day("2026-06-30")),
        ..consent("other")
    });
    assert_eq!(told(&asked), ["consent_gap from-a > e"]);
    let fault = faults(&asked).remove(0);
    assert_eq!(fault.severity, Severity::Warning);
    assert!(fault.message.contains("2026-07-01"), "{}", fault.message);
    asked.consents.push(consent("other"));
    assert_eq!(told(&asked), [""; 0]);
}

#[test]
fn who_is_always_passed_need_not_consent_nor_offer_it() {
    let passing = plan(vec![
        rule("a", &["e", "d"]),
        rule("e", &["b"]),
        rule("d", &["c"]),
    ]);
    assert_eq!(told(&passing), ["sent_on from-a > e", "sent_on from-a > d"]);
}

#[test]
fn a_target_must_offer_what_people_are_sent_for() {
    assert_eq!(
        told(&plan(vec![rule("a", &["d", "f"])])),
        ["not_offered from-a > d", "offer_unknown from-a > f"]
    );
    let mut elsewhere = rule("a", &["b"]);
    elsewhere.targets[0].need = Some(need("disposal"));
    let fault = faults(&plan(vec![elsewhere])).remove(0);
    assert_eq!(
        (fault.severity, fault.code),
        (Severity::Error, "not_offered")
    );
    assert_eq!(fault.message, "b has no service for disposal");
}

#[test]
fn a_rule_without_targets_or_words_is_a_warning() {
    let mut bare = rule("a", &[]);
    bare.message = Text::default();
    assert_eq!(
        told(&plan(vec![bare.clone()])),
        ["no_message from-a", "no_targets from-a"]
    );
    bare.message = Text::en("Moved.");
    bare.targets = vec![target("b"), target("b")];
    assert_eq!(
        told(&plan(vec![bare])),
        ["one_language from-a", "target_twice from-a > b"]
    );
    assert_eq!(told(&plan(vec![])), ["no_rules"]);
}

#[test]
fn days_that_never_come_are_errors_and_days_outside_the_plan_warnings() {
    let mut early = rule("a", &["b"]);
    early.first = Some(day("2025-12-01"));
    assert_eq!(told(&plan(vec![early.clone()])), ["outside_plan from-a"]);
    early.last = Some(day("2025-12-31"));
    assert_eq!(told(&plan(vec![early.clone()])), ["dates from-a"]);
    early.last = Some(day("2025-11-01"));
    assert_eq!(told(&plan(vec![early])), ["dates from-a"]);
    let mut backwards = plan(vec![rule("a", &["b"])]);
    backwards.until = Some(day("2025-01-01"));
    assert_eq!(told(&backwards), ["dates"]);
}

#[test]
fn an_approved_plan_needs_a_first_day_and_a_zone_and_a_draft_only_a_zone() {
    let mut undated = plan(vec![rule("a", &["b"])]);
    undated.from = None;
    assert_eq!(told(&undated), ["no_first_day"]);
    undated.status = PlanStatus::Draft;
    assert_eq!(told(&undated), [""; 0]);
    undated.zone = "Kenora".into();
    assert_eq!(told(&undated), ["zone"]);
}

#[test]
fn unknown_sites_and_a_way_back_to_the_own_door_are_errors() {
    let mut back = rule("a", &["gone", "a"]);
    back.targets[1].need = Some(need("disposal"));
    let codes = told(&plan(vec![back, rule("lost", &["b"])]));
    assert_eq!(
        codes,
        [
            "unknown_site from-a > gone",
            "own_door from-a > a",
            "not_offered from-a > a",
            "unknown_site from-lost"
        ]
    );
}

#[test]
fn another_approved_plan_for_the_same_days_is_a_warning() {
    let mut directory = town(vec![site("a", None, "24/7"), site("b", None, "24/7")]);
    let first = plan(vec![rule("a", &["b"])]);
    let mut second = first.clone();
    second.version = 2;
    second.from = Some(day("2026-12-31"));
    directory.plans = vec![first.clone(), second.clone()];
    let faults = check(&first, &directory);
    assert_eq!(faults.len(), 1);
    assert_eq!(faults[0].code, "overridden");
    assert_eq!(faults[0].about.day, Some(day("2026-12-31")));
    let faults = check(&second, &directory);
    assert_eq!(faults[0].code, "plans_overlap");
    // From the day on which nothing of it is left it never counts, and its own last day may be over.
    let unpublished = Directory {
        plans: directory.plans[1..].to_vec(),
        ..directory.clone()
    };
    let late = signpost_plan::check_from(&first, &unpublished, day("2026-12-31"));
    assert_eq!(late[0].code, "never_counts");
    assert_eq!(late[0].severity, Severity::Error);
    let over = signpost_plan::check_from(&first, &unpublished, day("2027-01-01"));
    assert_eq!(over[0].code, "over");
    directory.plans[1].from = Some(day("2027-01-01"));
    directory.plans[1].until = None;
    assert_eq!(check(&first, &directory), []);
}

#[test]
fn a_target_that_closes_before_the_old_door_did_is_named_with_its_days() {
    let closing = |before: &str, after: &str| {
        let directory = town(vec![site("a", None, before), site("b", None, after)]);
        let faults = check(&plan(vec![rule("a", &["b"])]), &directory).into_iter();
        let found = faults.filter(|fault| fault.code == "closes_earlier");
        found.map(|fault| fault.message).collect::<Vec<_>>()
    };
    assert_eq!(
        closing("Mo-Fr 09:00-20:00", "Mo-Fr 08:00-18:00; Sa 08:00-12:00"),
        [
            "b takes over from a for supplies, but closes at 6 pm, 2 hours before it did, Monday to Friday"
        ]
    );
    assert_eq!(
        closing("Mo-Su 09:00-17:00", "Mo-We 09:00-16:30; Th-Su 09:00-21:00"),
        [
            "b takes over from a for supplies, but closes at 4:30 pm, 30 minutes before it did, Monday to Wednesday"
        ]
    );
    // A night runs over midnight.
    assert_eq!(
        closing("Fr 20:00-02:00", "Fr 18:00-23:00"),
        ["b takes over from a for supplies, but closes at 11 pm, 3 hours before it did, Friday"]
    );
    assert_eq!(
        closing("24/7", "Sa,Su 10:00-16:00"),
        [
            "b takes over from a for supplies, but closes at 4 pm, where it never closed, Saturday to Sunday"
        ]
    );
    for (before, after) in [
        ("Mo-Fr 09:00-17:00", "Mo-Fr 09:00-17:00"),
        ("Mo-Fr 09:00-17:00", "24/7"),
        ("Mo-Fr 09:00-17:00", "Sa 10:00-12:00"),
        ("Mo-Fr 22:00-04:00", "Mo-Fr 20:00-05:00"),
    ] {
        assert_eq!(
            closing(before, after),
            Vec::<String>::new(),
            "{before}, {after}"
        );
    }
}

#[test]
fn a_day_on_which_the_door_opened_and_no_target_does_is_named() {
    let closed = |before: &str, after: [Option<&str>; 2]| {
        let mut sites = vec![
            site("a", None, before),
            site("b", None, "24/7"),
            site("c", None, "24/7"),
        ];
        for (site, hours) in sites[1..].iter_mut().zip(after) {
            site.services[0].hours = hours.map(str::to_owned);
        }
        let faults = check(&plan(vec![rule("a", &["b", "c"])]), &town(sites)).into_iter();
        let found = faults.filter(|fault| fault.code == "closed_days");
        found.map(|fault| fault.message).collect::<Vec<_>>()
    };
    assert_eq!(
        closed(
            "Mo-Sa 09:00-17:00",
            [Some("Mo-We 09:00-17:00"), Some("Th 09:00-17:00")]
        ),
        [
            "a opens for supplies on days on which no place that takes over from it opens: Friday to Saturday"
        ]
    );
    // Of a rule for two days only those count, and where another door sends people on, the place they end up at.
    let mut town_of_three = town(vec![
        site("a", None, "Mo-Sa 09:00-17:00"),
        site("b", None, "Mo-Sa 09:00-17:00"),
        site("c", None, "Mo-Fr 09:00-17:00"),
    ]);
    let found = |plan: &Plan, directory: &Directory| -> Vec<String> {
        let faults = check(plan, directory).into_iter();
        let closed = faults.filter(|fault| fault.code == "closed_days");
        closed.map(|fault| fault.message).collect()
    };
    let chain = plan(vec![rule("a", &["b"]), rule("b", &["c"])]);
    assert_eq!(
        found(&chain, &town_of_three).len(),
        2,
        "a and b lose Saturday"
    );
    town_of_three.sites[1].services[0].hours = Some("Mo-Th 09:00-17:00".into());
    let mut short = plan(vec![rule("a", &["b"])]);
    short.rules[0].first = Some(day("2026-11-24"));
    short.rules[0].last = Some(day("2026-11-25"));
    assert_eq!(found(&short, &town_of_three), Vec::<String>::new());
    // One opens when the other does not; a night that began is its own day's; what nobody knows is not called closed.
    for (before, after) in [
        (
            "Mo-Sa 09:00-17:00",
            [Some("Mo-We 10:00-12:00"), Some("Th-Sa 13:00-14:00")],
        ),
        (
            "Fr 20:00-02:00",
            [Some("Fr 18:00-19:00"), Some("Mo 09:00-10:00")],
        ),
        ("Mo-Sa 09:00-17:00", [Some("Mo 10:00-12:00"), None]),
    ] {
        assert_eq!(
            closed(before, after),
            Vec::<String>::new(),
            "{before}, {after:?}"
        );
    }
}

#[test]
fn each_version_for_the_same_days_is_named_once_with_its_number() {
    let mut directory = town(vec![site("a", None, "24/7"), site("b", None, "24/7")]);
    let first = plan(vec![rule("a", &["b"])]);
    directory.plans = (1..=3)
        .map(|version| Plan {
            version,
            ..first.clone()
        })
        .collect();
    let faults = check(&directory.plans[1], &directory);
    let versions: Vec<_> = faults
        .iter()
        .map(|fault| fault.about.versions.clone())
        .collect();
    assert_eq!(versions, [vec![1], vec![3]]);
}
