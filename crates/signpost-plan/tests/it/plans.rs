//! When the plan applies to a question, and what it changes.

use jiff::Timestamp;
use signpost_domain::{Consent, Directory, Plan, PlanStatus, Target, Text};
use signpost_plan::{Why, in_force};

use crate::sample::{
    WEDNESDAY_10, ask, consent, day, instant, need, north, organization_id, plan, question, rule,
    service, site, snapshot, target, town, unconfirmed,
};

/// Four sites in a row north of here, all open all day: `a` at 100 m, `b` at 200, `c` at 300, `d` at 400.
fn row(plan: Plan) -> Directory {
    let mut directory = town(
        [("a", 100.0), ("b", 200.0), ("c", 300.0), ("d", 400.0)]
            .map(|(name, metres)| site(name, Some(north(metres)), "24/7"))
            .to_vec(),
    );
    directory.plans = vec![plan];
    directory
}

fn slugs(plan: Plan, at: &str) -> Vec<String> {
    let asked = ask(row(plan), &question(at, Some("a")));
    asked.slugs().into_iter().map(String::from).collect()
}

#[test]
fn from_an_old_door_people_are_sent_to_the_end_of_the_chain_first() {
    let mut chain = plan(vec![rule("a", &["b"]), rule("b", &["d"])]);
    chain.rules[1].targets[0].note = Text::en("Ring the bell.");
    let asked = ask(row(chain), &question(WEDNESDAY_10, Some("a")));
    assert_eq!(
        asked.slugs(),
        ["d", "c"],
        "neither the old door nor the one passed"
    );
    let first = &asked.reply.answers[0];
    assert_eq!(first.why, [Why::PlanTarget, Why::OpenNow, Why::OpenAllDay]);
    assert_eq!(first.note, Text::en("Ring the bell."));
    assert_eq!(
        asked.reply.answers[1].why,
        [Why::OpenNow, Why::OpenAllDay, Why::Nearest]
    );
    let applied = asked.reply.plan.unwrap();
    assert_eq!((applied.version, applied.rule.as_str()), (1, "from-a"));
    assert_eq!(applied.in_force_from, day("2026-01-01"));
    assert_eq!(applied.message, rule("a", &[]).message);
}

#[test]
fn without_a_door_the_plan_plays_no_part() {
    let asked = ask(
        row(plan(vec![rule("a", &["d"])])),
        &question(WEDNESDAY_10, None),
    );
    assert_eq!(asked.slugs(), ["a", "b", "c", "d"]);
    assert_eq!(asked.reply.plan, None);
}

#[test]
fn a_loop_sends_nobody_round_and_the_usual_order_answers() {
    let asked = ask(
        row(plan(vec![rule("a", &["b"]), rule("b", &["a"])])),
        &question(WEDNESDAY_10, Some("a")),
    );
    assert_eq!(asked.slugs(), ["c", "d"]);
    assert!(asked.reply.plan.is_some(), "the message still matters");
    let codes = asked.reply.answers.iter().flat_map(|answer| &answer.why);
    assert!(!codes.into_iter().any(|code| *code == Why::PlanTarget));
}

#[test]
fn a_draft_an_ended_plan_and_one_outside_its_days_send_nobody() {
    let usual = ["a", "b", "c", "d"];
    let with = |change: fn(&mut Plan)| {
        let mut plan = plan(vec![rule("a", &["d"])]);
        change(&mut plan);
        slugs(plan, WEDNESDAY_10)
    };
    assert_eq!(with(|_| ()), ["d", "b", "c"]);
    assert_eq!(with(|plan| plan.status = PlanStatus::Draft), usual);
    assert_eq!(with(|plan| plan.status = PlanStatus::Ended), usual);
    assert_eq!(with(|plan| plan.until = Some(day("2026-11-24"))), usual);
    assert_eq!(with(|plan| plan.from = Some(day("2026-11-26"))), usual);
    assert_eq!(with(|plan| plan.from = None), usual);
    assert_eq!(
        with(|plan| plan.rules[0].last = Some(day("2026-11-24"))),
        usual
    );
    assert_eq!(
        with(|plan| plan.rules[0].first = Some(day("2026-11-26"))),
        usual
    );
}

#[test]
fn a_rule_that_starts_after_its_plan_says_since_when() {
    let mut later = plan(vec![rule("a", &["d"])]);
    later.rules[0].first = Some(day("2026-11-01"));
    let asked = ask(row(later), &question(WEDNESDAY_10, Some("a")));
    assert_eq!(asked.reply.plan.unwrap().in_force_from, day("2026-11-01"));
}

#[test]
fn the_zone_of_the_plan_decides_the_day() {
    let mut today = plan(vec![rule("a", &["d"])]);
    today.until = Some(day("2026-11-25"));
    let late = "2026-11-25T23:30:00-05:00";
    assert_eq!(slugs(today.clone(), late), ["d", "b", "c"]);
    today.zone = "America/St_Johns".into();
    assert_eq!(
        slugs(today.clone(), late),
        ["a", "b", "c", "d"],
        "already Thursday there"
    );
    today.zone = "America/Vancouver".into();
    assert_eq!(
        slugs(today, "2026-11-26T01:30:00-05:00"),
        ["d", "b", "c"],
        "still Wednesday there"
    );
}

#[test]
fn without_consent_nobody_is_named_as_a_target() {
    let mut directory = row(plan(vec![rule("a", &["d", "c"])]));
    directory.sites[3].organization = organization_id("other");
    let asked = ask(directory.clone(), &question(WEDNESDAY_10, Some("a")));
    assert_eq!(asked.slugs(), ["c", "b", "d"]);
    assert!(!asked.reply.answers[2].why.contains(&Why::PlanTarget));
    directory.plans[0].consents.push(Consent {
        until: Some(day("2026-11-25")),
        ..consent("other")
    });
    assert_eq!(
        ask(directory, &question(WEDNESDAY_10, Some("a"))).slugs(),
        ["d", "c", "b"]
    );
}

#[test]
fn when_no_target_is_left_the_message_is_still_shown_and_the_old_door_still_shut() {
    let mut nobody = plan(vec![rule("a", &["d"])]);
    nobody.consents.clear();
    let asked = ask(row(nobody), &question(WEDNESDAY_10, Some("a")));
    assert_eq!(asked.slugs(), ["b", "c", "d"]);
    assert!(asked.reply.plan.is_some());
}

#[test]
fn a_target_may_be_for_another_need_and_is_an_answer_besides() {
    let mut elsewhere = plan(vec![rule("a", &[])]);
    elsewhere.rules[0].targets = vec![Target {
        need: Some(need("naloxone")),
        ..target("d")
    }];
    let mut directory = row(elsewhere);
    directory.sites[3]
        .services
        .push(service("naloxone", Some("24/7")));
    let asked = ask(directory, &question(WEDNESDAY_10, Some("a")));
    assert_eq!(asked.slugs(), ["d", "b", "c", "d"]);
    let needs: Vec<_> = [0, 3]
        .map(|ix: usize| {
            asked
                .snapshot
                .service(asked.reply.answers[ix].service)
                .need
                .clone()
        })
        .to_vec();
    assert_eq!(needs, [need("naloxone"), need("supplies")]);
}

#[test]
fn of_two_plans_in_force_the_higher_version_counts() {
    let mut directory = row(plan(vec![rule("a", &["d"])]));
    let mut newer = plan(vec![rule("a", &["c"])]);
    newer.version = 2;
    directory.plans.insert(0, newer);
    let at: Timestamp = instant(WEDNESDAY_10);
    let built = snapshot(directory.clone(), at);
    assert_eq!(in_force(&built, at).unwrap().version, 2);
    assert_eq!(
        ask(directory, &question(WEDNESDAY_10, Some("a"))).slugs(),
        ["c", "b", "d"]
    );
}

#[test]
fn an_unconfirmed_target_keeps_its_place_in_the_same_half_hour() {
    let mut directory = row(plan(vec![rule("a", &["d"])]));
    directory.sites[3] = unconfirmed(directory.sites[3].clone());
    let asked = ask(directory, &question(WEDNESDAY_10, Some("a")));
    assert_eq!(asked.slugs(), ["d", "b", "c"]);
    assert_eq!(
        asked.reply.answers[0].why,
        [
            Why::PlanTarget,
            Why::OpenNow,
            Why::OpenAllDay,
            Why::Unconfirmed
        ]
    );
}

#[test]
fn a_door_that_is_passed_for_one_need_is_an_answer_for_another() {
    let mut first = rule("a", &["b", "a", "b"]);
    for target in first.targets.iter_mut().skip(1) {
        target.need = Some(need("naloxone"));
    }
    let mut directory = row(plan(vec![first, rule("b", &["c"])]));
    for site in &mut directory.sites {
        site.services.push(service("naloxone", Some("24/7")));
    }
    let asked = ask(directory, &question(WEDNESDAY_10, Some("a")));
    let needs = asked.reply.answers.iter().map(|answer| {
        let service = asked.snapshot.service(answer.service);
        service.need.as_str()
    });
    let needs: Vec<&str> = needs.collect();
    assert_eq!(asked.slugs(), ["c", "a", "b", "d"]);
    assert_eq!(needs, ["supplies", "naloxone", "naloxone", "supplies"]);
}

#[test]
fn the_old_door_goes_last_unless_it_serves() {
    let door = |hours: Option<&str>| {
        let mut directory = row(plan(vec![]));
        directory.sites[0].services[0].hours = hours.map(str::to_owned);
        let asked = ask(directory, &question(WEDNESDAY_10, Some("a")));
        let mut why = asked.reply.answers.iter().map(|one| one.why.clone());
        (
            asked
                .slugs()
                .iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>(),
            why.next_back().unwrap(),
        )
    };
    let (order, why) = door(None);
    assert_eq!(order, ["b", "c", "d", "a"], "nobody knows its hours");
    assert!(!why.contains(&Why::Nearest), "{why:?}");
    assert_eq!(door(Some("Mo-Su 10:00-12:00")).0[0], "a");
}

#[test]
fn a_target_is_not_called_the_nearest_because_nobody_looked_further() {
    let mut question = question(WEDNESDAY_10, Some("a"));
    question.limit = 1;
    let asked = ask(row(plan(vec![rule("a", &["d"])])), &question);
    assert_eq!(asked.slugs(), ["d"]);
    assert!(!asked.reply.answers[0].why.contains(&Why::Nearest));
}
