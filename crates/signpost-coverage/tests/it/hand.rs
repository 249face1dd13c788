//! Three towns worked out on paper.

use std::f64::consts::PI;

use signpost_coverage::{Method, Standing, Town, compare, cover};

use crate::made::{at, close, dry, landmark, river, town};

#[test]
fn one_circle_in_the_middle_of_a_dry_town() {
    let town = town(&dry());
    let reached = cover(&town, &[at(0.0, 0.0)], 400.0);
    let circle = PI * 400.0 * 400.0;
    assert_eq!(reached.method, Method::Straight);
    assert!(
        close(reached.square_metres, circle),
        "{}",
        reached.square_metres
    );
    assert!(close(town.neighbourhoods[0].square_metres, 2_000_000.0));
    assert!(close(reached.share().unwrap(), circle / 2_000_000.0));
    let [gap] = reached.gaps.as_slice() else {
        panic!("one gap around the circle: {:?}", reached.gaps.len())
    };
    assert!(close(gap.square_metres, 2_000_000.0 - circle));
    // The corners are furthest: 1 118 m, less the half of a cell.
    let depth = gap.nearest.unwrap().metres;
    assert!((1000.0..=1119.0).contains(&depth), "{depth}");
}

#[test]
fn two_circles_count_their_common_ground_once() {
    let town = town(&dry());
    let (r, d): (f64, f64) = (400.0, 400.0);
    let reached = cover(&town, &[at(-200.0, 0.0), at(200.0, 0.0)], r);
    let lens = (2.0 * r * r).mul_add(
        (d / (2.0 * r)).acos(),
        -(d / 2.0) * (4.0 * r).mul_add(r, -d * d).sqrt(),
    );
    assert!(close(
        reached.square_metres,
        (2.0 * PI).mul_add(r * r, -lens)
    ));
    // The same point twice is one point.
    let twice = cover(&town, &[at(0.0, 0.0), at(0.0, 0.0)], r);
    assert!(close(twice.square_metres, PI * r * r));
}

/// A point 100 m from the water at the head of the bridge: its circle ends at the water, and beyond the bridge 100 m are left.
#[test]
fn a_circle_ends_at_the_water_and_goes_on_beyond_the_bridge() {
    let town = town(&river(true));
    let point = at(-200.0, 0.0);
    let (r, h): (f64, f64) = (400.0, 100.0);
    let reached = cover(&town, &[point], r);
    let cap = (r * r).mul_add((h / r).acos(), -h * r.mul_add(r, -h * h).sqrt());
    let (west, east) = ((PI * r).mul_add(r, -cap), PI * 100.0 * 100.0 / 2.0);
    assert_eq!(reached.method, Method::OverLand);
    assert!(
        close(reached.square_metres, west + east),
        "{}",
        reached.square_metres
    );
    assert!((reached.shares[0].share() / (west / 1_000_000.0) - 1.0).abs() < 0.005);
    assert!((reached.shares[1].share() / (east / 1_000_000.0) - 1.0).abs() < 0.01);
    // The water between is no part of a neighbourhood that lies on both sides.
    assert!(close(town.neighbourhoods[2].square_metres, 1_000_000.0));

    let shut = cover(&crate::made::town(&river(false)), &[point], r);
    assert!(close(shut.square_metres, west));
    assert_eq!(shut.shares[1].reached, 0.0);
}

#[test]
fn a_landmark_is_as_far_as_the_bridge_makes_it() {
    let marks = [
        landmark("over-there", at(300.0, 0.0)),
        landmark("here", at(-300.0, 0.0)),
    ];
    let open = Town::new(&river(true), &marks, None).unwrap();
    let reached = cover(&open, &[at(-200.0, 0.0)], 400.0);
    let metres: Vec<f64> = reached
        .landmarks
        .iter()
        .map(|one| one.nearest.unwrap().metres)
        .collect();
    assert!(
        close(metres[0], 500.0) && close(metres[1], 100.0),
        "{metres:?}"
    );
    assert_eq!(reached.landmarks_reached(), 1);
    let shut = Town::new(&river(false), &marks, None).unwrap();
    let reached = cover(&shut, &[at(-200.0, 0.0)], 400.0);
    assert_eq!(reached.landmarks[0].nearest, None, "no way leads there");
    // An island that nothing leads to is a gap without a nearest point.
    let gap = reached
        .gaps
        .iter()
        .find(|gap| gap.neighbourhood == 1)
        .unwrap();
    assert_eq!(gap.nearest, None);
}

#[test]
fn a_point_in_the_water_is_named_and_counts_for_nothing() {
    let town = town(&river(true));
    assert_eq!(town.reach.standing(at(0.0, 300.0)), Standing::InWater);
    let reached = cover(&town, &[at(0.0, 300.0), at(-300.0, 0.0)], 400.0);
    assert_eq!(reached.in_water, [0]);
    let alone = cover(&town, &[at(-300.0, 0.0)], 400.0);
    assert_eq!(reached.square_metres, alone.square_metres);
    // The point that is left keeps its place among all.
    assert_eq!(reached.gaps[0].nearest.unwrap().point, 1);
    assert!(!town.reach.is_elsewhere(at(0.0, 300.0)));
    assert_eq!(town.reach.standing(at(90_000.0, 0.0)), Standing::Undrawn);
    assert!(town.reach.is_elsewhere(at(90_000.0, 0.0)));
}

#[test]
fn no_points_reach_nothing_and_everything_is_a_gap() {
    let reached = cover(&town(&river(true)), &[], 400.0);
    assert_eq!((reached.square_metres, reached.share()), (0.0, Some(0.0)));
    assert_eq!(
        reached.gaps.len(),
        4,
        "two banks, and both sides of the third"
    );
}

#[test]
fn before_and_after_differ_by_what_is_added_and_taken_away() {
    let town = town(&dry());
    let before = cover(&town, &[at(-600.0, 0.0)], 200.0);
    let after = cover(&town, &[at(600.0, 0.0), at(600.0, 10.0)], 200.0);
    let between = compare(&before, &after);
    assert!(close(between.lost_square_metres, before.square_metres));
    assert!(close(between.gained_square_metres, after.square_metres));
    assert!(close(
        between.neighbourhoods[0].before,
        before.share().unwrap()
    ));
    let same = compare(&before, &before);
    assert_eq!(
        (same.gained_square_metres, same.lost_square_metres),
        (0.0, 0.0)
    );
}
