//! The exact answers held against trying everything.

use std::time::Duration;

use proptest::prelude::*;
use signpost_coverage::{Problem, Proof, fewest, most};

const LIMIT: Duration = Duration::from_secs(20);

/// Twelve places, some demands, whoever reaches whom.
fn problems() -> impl Strategy<Value = Problem> {
    (1_usize..40).prop_flat_map(|demands| {
        let reaches = prop::collection::vec(
            prop::collection::btree_set(0..demands, 0..=demands.min(9)),
            12,
        );
        (
            prop::collection::vec(0_u32..20, demands),
            prop::collection::vec(prop::bool::weighted(0.2), demands),
            reaches,
        )
            .prop_map(|(weights, standing, reaches)| Problem {
                weights,
                standing,
                reaches: reaches
                    .into_iter()
                    .map(|set| set.into_iter().collect())
                    .collect(),
            })
    })
}

/// The most that any three of twelve reach.
fn best_of_three(problem: &Problem) -> u64 {
    let mut best = 0;
    for a in 0..12 {
        for b in a + 1..12 {
            for c in b + 1..12 {
                best = best.max(problem.reached_by(&[a, b, c]));
            }
        }
    }
    best
}

/// The least number of twelve that reach all that any reach.
fn least(problem: &Problem) -> usize {
    let all: Vec<usize> = (0..12).collect();
    let aim = problem.reached_by(&all);
    (0_u32..1 << 12)
        .filter(|set| {
            let chosen: Vec<usize> = (0..12).filter(|place| set >> place & 1 == 1).collect();
            problem.reached_by(&chosen) == aim
        })
        .map(|set| set.count_ones() as usize)
        .min()
        .unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn three_of_twelve_reach_what_trying_all_gives(problem in problems()) {
        let found = most(&problem, 3, LIMIT);
        prop_assert_eq!(found.reached, best_of_three(&problem));
        prop_assert_eq!(found.proof, Proof::Exact);
        prop_assert_eq!(found.reached, problem.reached_by(&found.chosen));
        prop_assert!(found.chosen.len() <= 3);
        prop_assert_eq!(found.before, problem.reached_by(&[]));
    }

    #[test]
    fn without_time_the_bound_still_holds(problem in problems()) {
        let found = most(&problem, 3, Duration::ZERO);
        let best = best_of_three(&problem);
        prop_assert_eq!(found.reached, problem.reached_by(&found.chosen));
        match found.proof {
            Proof::Exact => prop_assert_eq!(found.reached, best),
            Proof::AtMost(bound) => prop_assert!(bound >= best, "{bound} < {best}"),
        }
    }

    #[test]
    fn the_fewest_are_as_few_as_trying_all_gives(problem in problems()) {
        let found = fewest(&problem, LIMIT);
        prop_assert!(found.is_proven);
        prop_assert_eq!(found.chosen.len(), least(&problem));
        let all: Vec<usize> = (0..12).collect();
        prop_assert_eq!(problem.reached_by(&found.chosen), problem.reached_by(&all));
        for demand in found.out_of_reach {
            prop_assert!(problem.reaches.iter().all(|reaches| !reaches.contains(&demand)));
        }
    }
}

#[test]
fn a_town_of_a_hundred_places_and_a_thousand_demands_is_proven() {
    // A made-up plane: places and demands on a grid, reach by distance.
    let spot = |ix: u64, most: u64| {
        let mixed = ix.wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(31);
        ((mixed % most) as f64, (mixed / most % most) as f64)
    };
    let demands: Vec<_> = (0..1000).map(|ix| spot(ix + 7, 1000)).collect();
    let problem = Problem {
        weights: vec![1; 1000],
        standing: vec![false; 1000],
        reaches: (0..100)
            .map(|ix| {
                let (x, y) = spot(ix + 5000, 1000);
                let near = |&(a, b): &(f64, f64)| (a - x).hypot(b - y) <= 120.0;
                let all = demands.iter().enumerate();
                all.filter(|(_, demand)| near(demand))
                    .map(|(ix, _)| ix)
                    .collect()
            })
            .collect(),
    };
    let found = most(&problem, 5, LIMIT);
    assert_eq!(found.proof, Proof::Exact);
    assert_eq!(found.chosen.len(), 5);
}

#[test]
fn a_place_that_adds_nothing_is_no_advice() {
    let problem = Problem {
        weights: vec![5, 5],
        standing: vec![true, false],
        reaches: vec![vec![0], vec![1], vec![1]],
    };
    let found = most(&problem, 3, LIMIT);
    assert_eq!((found.before, found.reached, found.of), (5, 10, 10));
    assert_eq!(found.chosen.len(), 1, "{:?}", found.chosen);
    let nothing = most(&Problem::default(), 2, LIMIT);
    assert_eq!((nothing.reached, nothing.proof), (0, Proof::Exact));
}
