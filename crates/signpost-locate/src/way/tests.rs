use proptest::prelude::*;
use signpost_domain::{Bank, Crossing, Ground, Source, Text};

use super::*;

fn at(lon: f64, lat: f64) -> LonLat {
    LonLat::new(lon, lat).unwrap()
}

fn bank(id: &str, west: f64, east: f64) -> Bank {
    let ring = [
        (west, 49.7),
        (east, 49.7),
        (east, 49.8),
        (west, 49.8),
        (west, 49.7),
    ];
    Bank {
        id: id.into(),
        name: Text::en(id),
        ring: ring.map(|(lon, lat)| at(lon, lat)).to_vec(),
    }
}

fn crossing(id: &str, joins: [&str; 2], ends: [LonLat; 2], open: bool) -> Crossing {
    Crossing {
        id: id.into(),
        name: Text::en(id),
        joins: joins.map(String::from),
        ends,
        open,
        source: Source {
            text: "test".into(),
            day: None,
        },
    }
}

/// West bank, an island, east bank, side by side: a bridge on each side of the island, and a long way round in the north.
fn river(open: [bool; 3]) -> Ground {
    let [west, east, north] = open;
    Ground {
        neighbourhoods: vec![],
        banks: vec![
            bank("west", -94.60, -94.55),
            bank("island", -94.54, -94.52),
            bank("east", -94.51, -94.45),
        ],
        crossings: vec![
            crossing(
                "west-bridge",
                ["west", "island"],
                [at(-94.551, 49.75), at(-94.539, 49.75)],
                west,
            ),
            crossing(
                "east-bridge",
                ["island", "east"],
                [at(-94.521, 49.752), at(-94.509, 49.752)],
                east,
            ),
            crossing(
                "by-pass",
                ["west", "east"],
                [at(-94.551, 49.799), at(-94.509, 49.799)],
                north,
            ),
        ],
    }
}

fn way(ground: &Ground, from: LonLat, to: LonLat) -> Way {
    Terrain::new(ground).unwrap().way(from, to)
}

const KEEWATIN: (f64, f64) = (-94.56, 49.751);
const DOWNTOWN: (f64, f64) = (-94.49, 49.751);

#[test]
fn a_way_over_water_goes_over_the_bridges_in_order_and_back_the_other_way_round() {
    let (west, east) = (at(KEEWATIN.0, KEEWATIN.1), at(DOWNTOWN.0, DOWNTOWN.1));
    let there = way(&river([true; 3]), west, east);
    assert!(there.crosses_water && there.on_foot);
    assert_eq!(there.over, ["west-bridge", "east-bridge"]);
    let back = way(&river([true; 3]), east, west);
    assert_eq!(back.over, ["east-bridge", "west-bridge"]);
    assert_eq!(back.metres, there.metres);
    assert_eq!(
        way(&river([true; 3]), at(-94.53, 49.76), east).over,
        ["east-bridge"]
    );
}

#[test]
fn a_closed_bridge_makes_the_way_longer_and_no_bridge_makes_it_impossible() {
    let (west, east) = (at(KEEWATIN.0, KEEWATIN.1), at(DOWNTOWN.0, DOWNTOWN.1));
    let usual = way(&river([true; 3]), west, east);
    let round = way(&river([false, true, true]), west, east);
    assert_eq!(round.over, ["by-pass"]);
    assert!(
        round.on_foot && round.metres > usual.metres,
        "{round:?} {usual:?}"
    );
    let cut_off = way(&river([false, true, false]), west, east);
    assert_eq!(
        cut_off,
        Way {
            metres: metres_between(west, east),
            crosses_water: true,
            over: vec![],
            on_foot: false
        }
    );
    let stranded = way(&river([false, false, true]), at(-94.53, 49.75), east);
    assert!(!stranded.on_foot);
}

#[test]
fn on_one_bank_or_on_none_the_way_is_the_straight_line() {
    let ground = river([true; 3]);
    for (from, to) in [
        (at(-94.59, 49.71), at(-94.56, 49.79)),
        (at(-94.59, 49.71), at(-92.0, 49.79)),
        (at(-94.545, 49.75), at(-94.49, 49.79)),
    ] {
        let straight = Way {
            metres: metres_between(from, to),
            crosses_water: false,
            over: vec![],
            on_foot: true,
        };
        assert_eq!(way(&ground, from, to), straight);
        assert_eq!(way(&Ground::default(), from, to), straight);
    }
}

#[test]
fn a_crossing_to_a_bank_nobody_drew_is_named() {
    let mut ground = river([true; 3]);
    ground.crossings[1].joins[1] = "moon".into();
    let error = Terrain::new(&ground).unwrap_err().to_string();
    assert_eq!(error, "crossing east-bridge: no bank has the id moon");
}

const BANKS: [&str; 3] = ["west", "island", "east"];
const EDGES: [(f64, f64); 3] = [(-94.60, -94.55), (-94.54, -94.52), (-94.51, -94.45)];

fn on(bank: usize) -> impl Strategy<Value = LonLat> {
    let (west, east) = EDGES[bank];
    (west..east, 49.7001..49.7999).prop_map(|(lon, lat)| at(lon, lat))
}

fn anywhere() -> impl Strategy<Value = LonLat> {
    prop_oneof![4 => (0..3_usize).prop_flat_map(on), 1 => (-94.7..-94.3, 49.6..49.9).prop_map(|(lon, lat)| at(lon, lat))]
}

fn grounds() -> impl Strategy<Value = Ground> {
    let one =
        (0..3_usize, 1..3_usize, prop::bool::weighted(0.8)).prop_flat_map(|(a, step, open)| {
            let b = (a + step) % 3;
            (Just((a, b, open)), on(a), on(b))
        });
    prop::collection::vec(one, 0..5).prop_map(|rows| Ground {
        banks: river([true; 3]).banks,
        neighbourhoods: vec![],
        crossings: rows
            .into_iter()
            .enumerate()
            .map(|(ix, ((a, b, open), from, to))| {
                crossing(&format!("c{ix}"), [BANKS[a], BANKS[b]], [from, to], open)
            })
            .collect(),
    })
}

/// Every order of open crossings, tried one after the other.
fn by_trying_everything(
    ground: &Ground,
    used: &mut Vec<bool>,
    here: (LonLat, &str),
    to: (LonLat, &str),
) -> Option<f64> {
    let mut best = (here.1 == to.1).then(|| metres_between(here.0, to.0).0);
    for (ix, crossing) in ground.crossings.iter().enumerate() {
        for side in 0..2 {
            if !crossing.open || used[ix] || crossing.joins[side] != here.1 {
                continue;
            }
            used[ix] = true;
            let (near, far) = (crossing.ends[side], crossing.ends[1 - side]);
            let walked = metres_between(here.0, near).0 + metres_between(near, far).0;
            let rest = by_trying_everything(ground, used, (far, &crossing.joins[1 - side]), to);
            used[ix] = false;
            if let Some(rest) = rest {
                best = Some(best.map_or(walked + rest, |best| best.min(walked + rest)));
            }
        }
    }
    best
}

proptest! {
    #[test]
    fn a_way_is_never_shorter_than_the_straight_line_and_the_same_there_and_back(
        ground in grounds(), from in anywhere(), to in anywhere(),
    ) {
        let there = way(&ground, from, to);
        prop_assert!(there.metres >= metres_between(from, to) || !there.crosses_water);
        prop_assert!(there.metres.0 >= metres_between(from, to).0 - 1e-6);
        let mut back = way(&ground, to, from);
        back.over.reverse();
        prop_assert_eq!(back, there);
    }

    #[test]
    fn a_way_is_the_shortest_of_all_orders_of_crossings(
        ground in grounds(), (a, b) in (0..3_usize, 0..3_usize), seed in any::<prop::sample::Index>(),
        ends in ((0.01..0.99, 0.01..0.99), (0.01..0.99, 0.01..0.99)),
    ) {
        let place = |bank: usize, (x, y): (f64, f64)| {
            let (west, east) = EDGES[bank];
            at(x.mul_add(east - west, west), y.mul_add(0.1, 49.7))
        };
        let (from, to) = (place(a, ends.0), place(b, ends.1));
        let found = way(&ground, from, to);
        if a != b {
            let mut used = vec![false; ground.crossings.len()];
            match by_trying_everything(&ground, &mut used, (from, BANKS[a]), (to, BANKS[b])) {
                Some(best) => prop_assert!((found.metres.0 - best).abs() < 1e-6, "{found:?} {best}"),
                None => prop_assert!(!found.on_foot),
            }
        }
        if !ground.crossings.is_empty() {
            let mut closed = ground.clone();
            closed.crossings[seed.index(ground.crossings.len())].open = false;
            let longer = way(&closed, from, to);
            prop_assert!(!longer.on_foot || longer.metres.0 >= found.metres.0 - 1e-6);
            prop_assert!(found.on_foot || !longer.on_foot);
        }
    }
}
