//! Where the walk begins and ends: places nobody has pinned down, and places in other towns.

use signpost_domain::{Directory, Locality};
use signpost_plan::Why;

use crate::sample::{
    WEDNESDAY_10, ask, north, plan, question, rule, site, source, town, unconfirmed,
};

#[test]
fn a_place_that_is_not_known_is_reached_at_once_and_comes_after_known_ones() {
    let directory = town(vec![
        site("van", None, "24/7"),
        site("counter", Some(north(800.0)), "24/7"),
    ]);
    let asked = ask(directory, &question(WEDNESDAY_10, None));
    assert_eq!(asked.slugs(), ["counter", "van"]);
    let van = &asked.reply.answers[1];
    assert_eq!(van.metres, None);
    assert_eq!(van.why, [Why::OpenNow, Why::OpenAllDay, Why::PlaceNotKnown]);
}

#[test]
fn without_a_place_of_ones_own_the_walk_counts_from_the_middle_of_town_and_is_not_told() {
    let mut directory = town(vec![
        site("b", Some(north(10.0)), "24/7"),
        site("a", Some(north(5_000.0)), "24/7"),
        unconfirmed(site("c", Some(north(20.0)), "24/7")),
    ]);
    directory.centre = north(0.0);
    let mut question = question(WEDNESDAY_10, None);
    question.near = None;
    let asked = ask(directory, &question);
    assert_eq!(asked.slugs(), ["b", "c", "a"]);
    for answer in &asked.reply.answers {
        assert!(answer.metres.is_none() && !answer.why.contains(&Why::Nearest));
    }
}

/// Two towns 190 km apart; a shelter without a point stands in each.
fn two_towns() -> Directory {
    let mut directory = town(vec![
        site("a-far-shelter", None, "24/7"),
        site("own-shelter", None, "Mo-Su 20:00-08:00"),
        site("own-counter", Some(north(900.0)), "Mo-Su 20:00-08:00"),
    ]);
    let locality = |name: &str, point| Locality {
        name: name.into(),
        point,
        source: source(),
    };
    directory.localities = vec![
        locality("Near", north(0.0)),
        locality("Far", north(190_000.0)),
    ];
    directory.centre = north(0.0);
    directory.sites[0].locality = "far".into();
    directory.sites[1].locality = "Near".into();
    directory
}

#[test]
fn another_town_comes_after_this_one_at_every_hour_and_nobody_walks_there() {
    for (hour, near) in (0..24).flat_map(|hour| [(hour, true), (hour, false)]) {
        let at = format!("2026-11-25T{hour:02}:15:00-05:00");
        let mut question = question(&at, None);
        question.near = question.near.filter(|_| near);
        let asked = ask(two_towns(), &question);
        assert_eq!(asked.slugs()[2], "a-far-shelter", "{hour}");
        let far = &asked.reply.answers[2];
        assert_eq!(far.served_at, None);
        assert_eq!(far.metres, None, "its own point is not known");
        let km = far.other_town.unwrap().0 / 1000.0;
        assert!((189.0..191.0).contains(&km), "{km}");
        assert_eq!(far.why, [Why::OtherTown, Why::PlaceNotKnown]);
        for here in &asked.reply.answers[..2] {
            assert_eq!(here.other_town, None);
        }
    }
}

#[test]
fn a_target_in_another_town_keeps_its_place() {
    let mut directory = two_towns();
    directory.plans = vec![plan(vec![rule("own-counter", &["a-far-shelter"])])];
    let asked = ask(directory, &question(WEDNESDAY_10, Some("own-counter")));
    assert_eq!(asked.slugs(), ["a-far-shelter", "own-shelter"]);
    let target = &asked.reply.answers[0];
    assert_eq!(
        target.why,
        [Why::PlanTarget, Why::OtherTown, Why::PlaceNotKnown]
    );
    assert_eq!(target.served_at, None);
}

#[test]
fn what_is_left_out_is_counted() {
    let mut question = question(WEDNESDAY_10, None);
    for (limit, left_out) in [(0, 3), (2, 1), (3, 0), (20, 0)] {
        question.limit = limit;
        assert_eq!(ask(two_towns(), &question).reply.left_out, left_out);
    }
}

#[test]
fn towns_come_nearest_first_and_within_one_what_is_open() {
    let locality = |name: &str, metres| Locality {
        name: name.into(),
        point: north(metres),
        source: source(),
    };
    let site_of = |name: &str, town: &str, metres, hours| {
        let mut site = site(name, Some(north(metres)), hours);
        site.locality = town.into();
        site
    };
    let mut directory = town(vec![
        // A kilometre nearer than the open one beside it, and closed.
        site_of("closed", "Far", 60_000.0, "Sa 09:00-10:00"),
        site_of("open", "far", 61_000.0, "24/7"),
        // In the nearer town, on the farther side of it than the first.
        site_of("nearer-town", "Near", 60_500.0, "Sa 09:00-10:00"),
        site_of("no-town", "", 60_700.0, "24/7"),
    ]);
    directory.localities = vec![locality("Near", 50_000.0), locality("Far", 60_900.0)];
    for limit in 1..5 {
        let mut question = question(WEDNESDAY_10, None);
        question.limit = limit;
        let asked = ask(directory.clone(), &question);
        let order = ["nearer-town", "no-town", "open", "closed"];
        assert_eq!(asked.slugs(), order[..limit]);
    }
}

/// The west side of a town is no town of its own: seen from far away, what is open on either side comes before what is closed on the other.
#[test]
fn the_sides_of_one_town_are_one_town_from_far_away() {
    let locality = |name: &str, metres| Locality {
        name: name.into(),
        point: north(metres),
        source: source(),
    };
    let site_of = |name: &str, town: &str, metres, hours| {
        let mut site = site(name, Some(north(metres)), hours);
        site.locality = town.into();
        site
    };
    let mut directory = town(vec![
        site_of("closed", "South side", 300.0, "Sa 09:00-10:00"),
        site_of("open", "North side", -1_200.0, "24/7"),
    ]);
    directory.localities = vec![
        locality("South side", 400.0),
        locality("North side", -1_000.0),
    ];
    let mut question = question(WEDNESDAY_10, None);
    question.near = Some(north(150_000.0));
    question.limit = 2;
    assert_eq!(ask(directory, &question).slugs(), ["open", "closed"]);
}
