//! Where the next places would reach most.

mod exact;
mod greedy;
mod problem;

use std::time::Duration;

pub use problem::{Fewest, Placement, Problem, Proof};

/// The `count` places that reach most beside what stands: proven within the time, else the best that was found and a bound.
#[must_use]
pub fn most(problem: &Problem, count: usize, limit: Duration) -> Placement {
    let count = count.min(problem.reaches.len());
    let mut chosen = greedy::most(problem, count);
    let mut proof = Proof::AtMost(greedy::bound(problem, &chosen, count));
    let groups = problem.groups();
    let found = exact::most(problem, &groups, count, &chosen, limit);
    if let Some((better, optimal)) = found
        && problem.reached_by(&better) >= problem.reached_by(&chosen)
    {
        chosen = better;
        if optimal {
            proof = Proof::Exact;
        }
    }
    let reached = problem.reached_by(&chosen);
    if let Proof::AtMost(bound) = proof {
        let relaxed = exact::relaxed(problem, &groups, count, limit);
        let bound = relaxed
            .map_or(bound, |relaxed| relaxed.min(bound))
            .max(reached);
        proof = if bound == reached {
            Proof::Exact
        } else {
            Proof::AtMost(bound)
        };
    }
    // A place that adds nothing only looks like advice.
    let mut useful = chosen.clone();
    for place in chosen {
        let without: Vec<usize> = useful.iter().copied().filter(|&one| one != place).collect();
        if problem.reached_by(&without) == reached {
            useful = without;
        }
    }
    useful.sort_unstable();
    Placement {
        chosen: useful,
        before: problem.reached_by(&[]),
        reached,
        of: problem.total(),
        proof,
    }
}

/// The fewest places that reach every demand that any reaches, beside what stands.
#[must_use]
pub fn fewest(problem: &Problem, limit: Duration) -> Fewest {
    let groups = problem.groups();
    let all: Vec<usize> = (0..problem.reaches.len()).collect();
    let mut reached = problem.standing.clone();
    for one in all
        .iter()
        .filter_map(|&place| problem.reaches.get(place))
        .flatten()
    {
        if let Some(reached) = reached.get_mut(*one) {
            *reached = true;
        }
    }
    let missing = reached.iter().zip(&problem.weights).enumerate();
    let out_of_reach = missing
        .filter(|(_, (reached, weight))| !**reached && **weight > 0)
        .map(|(demand, _)| demand)
        .collect();
    let by_steps = greedy::fewest(problem, problem.reached_by(&all));
    let found = exact::fewest(problem, &groups, &by_steps, limit);
    let (mut chosen, is_proven) = match found {
        Some((chosen, optimal))
            if chosen.len() <= by_steps.len()
                && problem.reached_by(&chosen) == problem.reached_by(&all) =>
        {
            (chosen, optimal)
        }
        _ => (by_steps, false),
    };
    chosen.sort_unstable();
    Fewest {
        chosen,
        out_of_reach,
        is_proven,
    }
}
