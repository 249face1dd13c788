//! The same as integer programs, with a solver that proves its answer.

use std::time::Duration;

use good_lp::{
    Expression, ProblemVariables, Solution as _, SolutionStatus, SolverModel as _, Variable,
    WithInitialSolution as _, WithTimeLimit as _, constraint, solvers::microlp::microlp, variable,
    variables,
};

use super::problem::Problem;

/// A place is taken when its variable is nearer to 1.
const TAKEN: f64 = 0.5;

/// Demands that the same places reach, and what they weigh together.
type Groups = [(Vec<usize>, u64)];

/// Weights of a town are far below 2⁵³.
#[expect(clippy::cast_precision_loss)]
const fn real(weight: u64) -> f64 {
    weight as f64
}

/// One variable a place: whole, or anything between 0 and 1.
fn places(vars: &mut ProblemVariables, count: usize, whole: bool) -> Vec<Variable> {
    let one = if whole {
        variable().binary()
    } else {
        variable().clamp(0, 1)
    };
    vars.add_vector(one, count)
}

fn sum(places: &[Variable], of: &[usize]) -> Expression {
    of.iter().filter_map(|&place| places.get(place)).sum()
}

/// Which places a choice of the solver takes.
fn taken(places: &[Variable], value: impl Fn(Variable) -> f64) -> Vec<usize> {
    let places = places.iter().enumerate();
    places
        .filter(|&(_, &place)| value(place) > TAKEN)
        .map(|(ix, _)| ix)
        .collect()
}

/// The program of the places that reach most, without its solver's settings.
fn covering(
    problem: &Problem,
    groups: &Groups,
    count: usize,
    whole: bool,
) -> (
    impl good_lp::SolverModel<Solution = impl good_lp::Solution, Error = good_lp::ResolutionError>
    + good_lp::WithTimeLimit
    + good_lp::WithInitialSolution,
    Vec<Variable>,
    Vec<Variable>,
    Expression,
) {
    let mut vars = variables!();
    let places = places(&mut vars, problem.reaches.len(), whole);
    let reached = vars.add_vector(variable().clamp(0, 1), groups.len());
    let weighed: Expression = reached
        .iter()
        .zip(groups)
        .map(|(&reached, (_, weight))| real(*weight) * reached)
        .sum();
    let mut model = vars.maximise(weighed.clone()).using(microlp);
    for (&reached, (by, _)) in reached.iter().zip(groups) {
        model.add_constraint(constraint!(reached <= sum(&places, by)));
    }
    let all: Expression = places.iter().sum();
    #[expect(clippy::cast_precision_loss)]
    model.add_constraint(constraint!(all <= count as f64));
    (model, places, reached, weighed)
}

/// The places that reach most, and whether that is proven; `None` when the solver has nothing in time.
pub(super) fn most(
    problem: &Problem,
    groups: &Groups,
    count: usize,
    start: &[usize],
    limit: Duration,
) -> Option<(Vec<usize>, bool)> {
    let (model, places, reached, _) = covering(problem, groups, count, true);
    let begin = first(&places, start);
    let covered = reached.iter().zip(groups).map(|(&one, (by, _))| {
        let is_reached = by.iter().any(|place| start.contains(place));
        (one, f64::from(u8::from(is_reached)))
    });
    let begin: Vec<(Variable, f64)> = begin.chain(covered).collect();
    let solved = model
        .with_initial_solution(begin)
        .with_time_limit(limit.as_secs_f64())
        .solve()
        .ok()?;
    let optimal = matches!(solved.status(), SolutionStatus::Optimal);
    let chosen = taken(&places, |place| solved.value(place));
    (chosen.len() <= count).then_some((chosen, optimal))
}

fn first<'a>(
    places: &'a [Variable],
    start: &'a [usize],
) -> impl Iterator<Item = (Variable, f64)> + 'a {
    let places = places.iter().enumerate();
    places.map(|(ix, &place)| (place, f64::from(u8::from(start.contains(&ix)))))
}

/// What no choice can pass: as if a place could stand in part. `None` when that is not known in time.
pub(super) fn relaxed(
    problem: &Problem,
    groups: &Groups,
    count: usize,
    limit: Duration,
) -> Option<u64> {
    let (model, _, _, weighed) = covering(problem, groups, count, false);
    let solved = model.with_time_limit(limit.as_secs_f64()).solve().ok()?;
    if !matches!(solved.status(), SolutionStatus::Optimal) {
        return None;
    }
    let more = weighed.eval_with(&solved);
    // Up to the next whole weight, and not a weight further for the last bit of a sum.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let more = (more - 1e-6).ceil().max(0.0) as u64;
    Some(problem.reached_by(&[]) + more)
}

/// The fewest places, and whether that is proven.
pub(super) fn fewest(
    problem: &Problem,
    groups: &Groups,
    start: &[usize],
    limit: Duration,
) -> Option<(Vec<usize>, bool)> {
    if groups.is_empty() {
        return Some((Vec::new(), true));
    }
    let mut vars = variables!();
    let places = places(&mut vars, problem.reaches.len(), true);
    let all: Expression = places.iter().sum();
    let mut model = vars.minimise(all).using(microlp);
    for (by, _) in groups {
        model.add_constraint(constraint!(sum(&places, by) >= 1));
    }
    let solved = model
        .with_initial_solution(first(&places, start).collect::<Vec<_>>())
        .with_time_limit(limit.as_secs_f64())
        .solve()
        .ok()?;
    let optimal = matches!(solved.status(), SolutionStatus::Optimal);
    Some((taken(&places, |place| solved.value(place)), optimal))
}
