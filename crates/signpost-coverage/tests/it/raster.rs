//! Areas held against counting small squares, each asked for its way by the rule of the list itself.

use signpost_coverage::{Standing, cover};
use signpost_domain::{Ground, LonLat};
use signpost_locate::Terrain;

use crate::made::{at, dry, river, town};

/// A generator that always gives the same numbers: `cargo test` is to find the same towns each time.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self, low: f64, high: f64) -> f64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let part = (self.0 >> 11) as f64 / (1_u64 << 53) as f64;
        part.mul_add(high - low, low)
    }
}

/// Square metres within reach in a rectangle, counted by squares of `side`.
fn counted(
    ground: &Ground,
    points: &[LonLat],
    metres: f64,
    [west, south, east, north]: [f64; 4],
    side: f64,
) -> f64 {
    let (town, terrain) = (town(ground), Terrain::new(ground).unwrap());
    let dry = |place| town.reach.standing(place) != Standing::InWater;
    let mut squares = 0.0;
    let mut y = south + side / 2.0;
    while y < north {
        let mut x = west + side / 2.0;
        while x < east {
            let here = at(x, y);
            let reached = |&point: &LonLat| {
                let way = terrain.way(point, here);
                way.on_foot && way.metres.0 <= metres && dry(point)
            };
            if dry(here) && points.iter().any(reached) {
                squares += 1.0;
            }
            x += side;
        }
        y += side;
    }
    squares * side * side
}

#[test]
fn areas_are_what_counting_squares_gives() {
    let mut numbers = Numbers(14);
    for (ground, rectangle) in [
        (dry(), [-1000.0, -500.0, 1000.0, 500.0]),
        (river(true), [-1100.0, -500.0, -100.0, 500.0]),
        (river(true), [100.0, -500.0, 1100.0, 500.0]),
    ] {
        for many in [2, 5] {
            let points: Vec<LonLat> = (0..many)
                .map(|_| at(numbers.next(-700.0, 200.0), numbers.next(-400.0, 400.0)))
                .collect();
            let metres = numbers.next(250.0, 800.0);
            let reached = cover(&town(&ground), &points, metres);
            let share = match rectangle[0] {
                west if west > 0.0 => reached.shares[1],
                _ => reached.shares[0],
            };
            let counted = counted(&ground, &points, metres, rectangle, 8.0);
            let off = (share.reached - counted).abs();
            assert!(
                off <= counted.mul_add(0.005, 150.0),
                "{} polygon, {counted} squares, {metres} m, {many} points",
                share.reached
            );
        }
    }
}
