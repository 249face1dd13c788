//! One place at a time: quick, and never far off.

use super::problem::Problem;

/// The place that adds most, and how much; the first of equals.
fn best(problem: &Problem, reached: &[bool]) -> Option<(usize, u64)> {
    gains(problem, reached)
        .into_iter()
        .enumerate()
        .filter(|&(_, gain)| gain > 0)
        .max_by(|a, b| a.1.cmp(&b.1).then(b.0.cmp(&a.0)))
}

/// What each place would add.
fn gains(problem: &Problem, reached: &[bool]) -> Vec<u64> {
    let new = |demand: &usize| !reached.get(*demand).copied().unwrap_or(true);
    let weight = |demand: &usize| {
        problem
            .weights
            .get(*demand)
            .map_or(0, |&one| u64::from(one))
    };
    problem
        .reaches
        .iter()
        .map(|reaches| reaches.iter().filter(|one| new(one)).map(weight).sum())
        .collect()
}

fn add(problem: &Problem, place: usize, reached: &mut [bool]) {
    for &demand in problem.reaches.get(place).into_iter().flatten() {
        if let Some(reached) = reached.get_mut(demand) {
            *reached = true;
        }
    }
}

/// At most `count` places, each the one that adds most to those before.
pub(super) fn most(problem: &Problem, count: usize) -> Vec<usize> {
    let mut reached = problem.standing.clone();
    let mut chosen = Vec::new();
    while chosen.len() < count
        && let Some((place, _)) = best(problem, &reached)
    {
        add(problem, place, &mut reached);
        chosen.push(place);
    }
    chosen
}

/// Places until as much is reached as all of them reach together.
pub(super) fn fewest(problem: &Problem, all: u64) -> Vec<usize> {
    let chosen = most(problem, problem.reaches.len());
    debug_assert_eq!(problem.reached_by(&chosen), all, "greedy stopped early");
    chosen
}

/// What no choice of `count` places can pass. Whatever is chosen, it adds to some chosen places at most what each of its own would add
/// alone: reach has diminishing returns.
pub(super) fn bound(problem: &Problem, chosen: &[usize], count: usize) -> u64 {
    let mut reached = problem.standing.clone();
    for &place in chosen {
        add(problem, place, &mut reached);
    }
    let mut gains = gains(problem, &reached);
    gains.sort_unstable_by(|a, b| b.cmp(a));
    let more: u64 = gains.into_iter().take(count).sum();
    (problem.reached_by(chosen) + more).min(problem.total())
}
