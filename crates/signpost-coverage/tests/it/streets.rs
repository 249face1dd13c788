//! Reach along streets: worked out on paper, and read from a file.

use std::sync::Arc;

use signpost_coverage::{Method, Streets, Town, cover};
use signpost_domain::Ground;

use crate::{
    made::{at, close, dry, landmark, river},
    pbf,
};

fn along(
    ground: &Ground,
    lines: &[Vec<signpost_domain::LonLat>],
    marks: &[(&str, f64, f64)],
) -> Town {
    let marks: Vec<_> = marks
        .iter()
        .map(|&(id, x, y)| landmark(id, at(x, y)))
        .collect();
    Town::new(ground, &marks, Some(&Arc::new(Streets::of_lines(lines)))).unwrap()
}

#[test]
fn around_the_corner_is_as_far_as_the_streets_make_it() {
    // An L: 300 m east, then 400 m north.
    let lines = [vec![at(0.0, 0.0), at(300.0, 0.0), at(300.0, 400.0)]];
    let town = along(
        &dry(),
        &lines,
        &[("far", 300.0, 400.0), ("lost", -900.0, 400.0)],
    );
    let reached = cover(&town, &[at(0.0, 0.0)], 500.0);
    assert_eq!(reached.method, Method::Streets);
    assert!(close(reached.landmarks[0].nearest.unwrap().metres, 700.0));
    assert_eq!(reached.landmarks[1].nearest, None, "no street leads there");
    assert_eq!(reached.landmarks_reached(), 0);
    assert_eq!(cover(&town, &[at(0.0, 0.0)], 701.0).landmarks_reached(), 1);
}

/// A straight street: a strip of 50 m on both sides, with round ends.
#[test]
fn the_ground_beside_a_street_is_a_strip() {
    let lines = [vec![at(-800.0, 0.0), at(800.0, 0.0)]];
    let reached = cover(&along(&dry(), &lines, &[]), &[at(0.0, 0.0)], 400.0);
    // For 350 m to each side 50 m to the left and the right, and round ends where less and less of the way is left.
    let strip = std::f64::consts::PI.mul_add(50.0 * 50.0, 700.0 * 100.0);
    let off = (reached.square_metres / strip - 1.0).abs();
    assert!(off < 0.005, "{} for {strip}", reached.square_metres);
}

#[test]
fn a_closed_bridge_is_no_street() {
    let lines = [vec![at(-500.0, 0.0), at(500.0, 0.0)]];
    for (open, way) in [(true, Some(500.0)), (false, None)] {
        let town = along(&river(open), &lines, &[("over", 300.0, 0.0)]);
        let reached = cover(&town, &[at(-200.0, 0.0)], 600.0);
        let metres = reached.landmarks[0].nearest.map(|one| one.metres);
        assert_eq!(metres.is_some(), way.is_some(), "{metres:?}");
        assert!(
            metres.zip(way).is_none_or(|(found, way)| close(found, way)),
            "{metres:?}"
        );
        assert_eq!(reached.shares[1].reached > 0.0, open);
        // No ground is reached in the water.
        assert!(reached.square_metres < 600.0 * 100.0 * 2.0);
    }
}

#[test]
fn who_is_within_reach_agrees_with_the_nearest_ways() {
    let lines = [
        vec![at(-400.0, 0.0), at(0.0, 0.0), at(400.0, 0.0)],
        vec![at(0.0, 0.0), at(0.0, 300.0)],
    ];
    let town = along(&dry(), &lines, &[]);
    let places: Vec<_> = (-8..=8)
        .flat_map(|x| (-2..=6).map(move |y| at(f64::from(x) * 50.0, f64::from(y) * 50.0)))
        .collect();
    let point = at(10.0, 20.0);
    let within = town.reach.within(&[point], 260.0, &places).concat();
    let nearest = town.reach.nearest(&[point], &places);
    let expected: Vec<usize> = nearest
        .iter()
        .enumerate()
        .filter(|(_, one)| one.is_some_and(|one| one.metres <= 260.0))
        .map(|(ix, _)| ix)
        .collect();
    assert_eq!(within, expected);
    let many = within.len();
    assert!(
        many > 20 && many < places.len(),
        "{many} of {}",
        places.len()
    );
}

#[test]
fn streets_come_from_a_file_and_what_nobody_walks_is_left_out() {
    let folder = std::env::temp_dir().join(format!("signpost-streets-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("town.osm.pbf");
    let place = |id: i64, x: f64, y: f64| (id, at(x, y).lon(), at(x, y).lat());
    let nodes = [
        place(1, 0.0, 0.0),
        place(2, 200.0, 0.0),
        place(3, 200.0, 200.0),
        place(4, 0.0, 400.0),
    ];
    pbf::write(
        &file,
        &nodes,
        &[
            (&[("highway", "residential"), ("name", "Main")], &[1, 2, 3]),
            (&[("highway", "motorway")], &[1, 4]),
            (&[("highway", "footway"), ("access", "private")], &[1, 4]),
            (&[("waterway", "river")], &[1, 4]),
            // Leaves the file: node 99 is not in it.
            (&[("highway", "path")], &[3, 99, 4]),
        ],
    );
    let streets = Arc::new(Streets::read(&file).unwrap());
    let marks = [
        landmark("corner", at(200.0, 200.0)),
        landmark("shut-off", at(0.0, 400.0)),
    ];
    let town = Town::new(&dry(), &marks, Some(&streets)).unwrap();
    let reached = cover(&town, &[at(0.0, 0.0)], 800.0);
    assert!(close(reached.landmarks[0].nearest.unwrap().metres, 400.0));
    assert_eq!(reached.landmarks[1].nearest, None);

    pbf::write(&file, &nodes, &[(&[("waterway", "river")], &[1, 4])]);
    assert!(
        Streets::read(&file)
            .unwrap_err()
            .to_string()
            .contains("no street")
    );
    std::fs::write(&file, b"not a map").unwrap();
    assert!(Streets::read(&file).is_err());
    std::fs::remove_dir_all(&folder).unwrap();
}
