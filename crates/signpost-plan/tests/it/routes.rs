//! Where a plan leads, chains followed.

use signpost_domain::{Consent, Directory, Plan, Target};
use signpost_plan::{Route, routes};

use crate::sample::{consent, day, need, plan, rule, site, slug, target, town};

fn directory() -> Directory {
    let mut directory = town(
        ["a", "b", "c", "d", "e"]
            .map(|name| site(name, None, "24/7"))
            .to_vec(),
    );
    directory.sites[4].organization = crate::sample::organization_id("other");
    directory
}

fn from(plan: &Plan, door: &str, on: &str) -> Route {
    routes(plan, &slug(door), &need("supplies"), day(on), &directory())
}

fn from_a(plan: &Plan) -> Route {
    from(plan, "a", "2026-11-25")
}

fn ends(route: &Route) -> Vec<&str> {
    route
        .targets
        .iter()
        .map(|stop| stop.site.as_str())
        .collect()
}

fn passed(route: &Route) -> Vec<&str> {
    route.passed.iter().map(|(site, _)| site.as_str()).collect()
}

#[test]
fn a_sends_to_b_and_b_to_c_so_people_from_a_go_to_c() {
    let route = from_a(&plan(vec![rule("a", &["b"]), rule("b", &["c"])]));
    assert_eq!((ends(&route), passed(&route)), (vec!["c"], vec!["b"]));
    assert!(!route.looped);
}

#[test]
fn a_chain_takes_the_place_of_its_door_among_the_targets() {
    let route = from_a(&plan(vec![
        rule("a", &["d", "b", "c"]),
        rule("b", &["c", "d"]),
    ]));
    assert_eq!(ends(&route), ["d", "c"], "first occurrences, in order");
}

#[test]
fn two_branches_may_meet_without_being_a_loop() {
    let route = from_a(&plan(vec![
        rule("a", &["b", "c"]),
        rule("b", &["d"]),
        rule("c", &["b"]),
    ]));
    assert_eq!((ends(&route), passed(&route)), (vec!["d"], vec!["b", "c"]));
    assert!(!route.looped);
}

#[test]
fn a_loop_has_no_target_and_other_branches_keep_theirs() {
    let plan = plan(vec![rule("a", &["b", "d"]), rule("b", &["a"])]);
    let route = from_a(&plan);
    assert!(route.looped);
    assert_eq!((ends(&route), passed(&route)), (vec!["d"], vec!["b"]));
    assert!(from(&plan, "b", "2026-11-25").looped);
    let itself = from_a(&crate::sample::plan(vec![rule("a", &["a"])]));
    assert!(itself.looped && itself.targets.is_empty() && itself.passed.is_empty());
}

#[test]
fn a_chain_as_long_as_a_file_is_followed() {
    let doors: Vec<String> = (0..20_000).map(|ix| format!("d{ix}")).collect();
    let mut rules: Vec<_> = doors
        .windows(2)
        .map(|pair| rule(&pair[0], &[&pair[1]]))
        .collect();
    rules.push(rule("d19999", &["c"]));
    let route = from(&plan(rules), "d0", "2026-11-25");
    assert_eq!(ends(&route), ["c"]);
    assert_eq!(route.passed.len(), 19_999);
}

#[test]
fn a_rule_holds_on_its_days_only_and_a_chain_on_those_of_each_link() {
    let mut onward = rule("b", &["c"]);
    onward.first = Some(day("2026-11-20"));
    onward.last = Some(day("2026-11-25"));
    let plan = plan(vec![rule("a", &["b"]), onward]);
    for (on, end) in [
        ("2026-11-19", "b"),
        ("2026-11-20", "c"),
        ("2026-11-25", "c"),
        ("2026-11-26", "b"),
    ] {
        assert_eq!(ends(&from(&plan, "a", on)), [end], "{on}");
    }
}

#[test]
fn who_has_not_consented_is_no_target_on_that_day_and_for_that_need() {
    let mut plan = plan(vec![rule("a", &["e", "c"])]);
    let route = from_a(&plan);
    assert_eq!(ends(&route), ["c"]);
    assert_eq!(route.unconsented.len(), 1);
    plan.consents.push(Consent {
        need: Some(need("disposal")),
        ..consent("other")
    });
    assert_eq!(ends(&from_a(&plan)), ["c"], "consent for another need");
    plan.consents.push(Consent {
        on: day("2026-11-20"),
        until: Some(day("2026-11-30")),
        ..consent("other")
    });
    assert_eq!(ends(&from_a(&plan)), ["e", "c"]);
    assert_eq!(ends(&from(&plan, "a", "2026-11-30")), ["e", "c"]);
    assert_eq!(ends(&from(&plan, "a", "2026-12-01")), ["c"]);
    assert_eq!(ends(&from(&plan, "a", "2026-11-19")), ["c"]);
}

#[test]
fn who_is_only_passed_need_not_consent() {
    let route = from_a(&plan(vec![rule("a", &["e"]), rule("e", &["c"])]));
    assert_eq!(ends(&route), ["c"]);
    assert!(route.unconsented.is_empty());
}

#[test]
fn a_chain_goes_on_with_the_need_of_the_target() {
    let elsewhere = Target {
        need: Some(need("disposal")),
        ..target("b")
    };
    let mut first = rule("a", &[]);
    first.targets = vec![elsewhere];
    let mut for_disposal = rule("b", &["d"]);
    for_disposal.need = need("disposal");
    let route = from_a(&plan(vec![first, rule("b", &["c"]), for_disposal]));
    assert_eq!(ends(&route), ["d"]);
    assert_eq!(route.targets[0].need, need("disposal"));
}

#[test]
fn a_door_without_a_rule_has_no_route_and_a_site_that_is_gone_is_no_target() {
    let plan = plan(vec![rule("a", &["gone"])]);
    assert_eq!(from(&plan, "b", "2026-11-25"), Route::default());
    assert!(from_a(&plan).targets.is_empty());
}
