//! Places that could be, whom they would reach, and what an answer is.

use signpost_domain::LonLat;

use crate::Town;

/// Places that could be, and who would be reached by each. Who is reached by what stands already does not count any more.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Problem {
    /// How much each demand weighs.
    pub weights: Vec<u32>,
    /// Whether each demand is reached already.
    pub standing: Vec<bool>,
    /// For each place that could be, the demands it reaches.
    pub reaches: Vec<Vec<usize>>,
}

/// How sure an answer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Proof {
    /// No other choice reaches more.
    Exact,
    /// Time ran out. No choice reaches more than this.
    AtMost(u64),
}

/// The places that reach most.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placement {
    /// Which places, by their place among all, sorted.
    pub chosen: Vec<usize>,
    /// The weight that is reached without them.
    pub before: u64,
    /// The weight that is reached with them.
    pub reached: u64,
    /// All weight.
    pub of: u64,
    /// How sure that is.
    pub proof: Proof,
}

/// The fewest places that reach all that can be reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fewest {
    /// Which places, by their place among all, sorted.
    pub chosen: Vec<usize>,
    /// Demands that nothing reaches.
    pub out_of_reach: Vec<usize>,
    /// Whether fewer are proven impossible.
    pub is_proven: bool,
}

impl Problem {
    /// Who would be reached from where within `metres`, and who is already.
    ///
    /// # Units
    /// Metres.
    #[must_use]
    pub fn of(
        town: &Town,
        (demand, weights): (&[LonLat], &[u32]),
        candidates: &[LonLat],
        standing: &[LonLat],
        metres: f64,
    ) -> Self {
        let reach = town.reach.as_ref();
        let mut reached = vec![false; demand.len()];
        for one in reach.within(standing, metres, demand).into_iter().flatten() {
            if let Some(reached) = reached.get_mut(one) {
                *reached = true;
            }
        }
        Self {
            weights: weights.to_vec(),
            standing: reached,
            reaches: reach.within(candidates, metres, demand),
        }
    }

    /// The weight that some places reach together with what stands.
    #[must_use]
    pub fn reached_by(&self, chosen: &[usize]) -> u64 {
        let mut reached = self.standing.clone();
        for one in chosen
            .iter()
            .filter_map(|&place| self.reaches.get(place))
            .flatten()
        {
            if let Some(reached) = reached.get_mut(*one) {
                *reached = true;
            }
        }
        self.weight(|demand| reached.get(demand).copied().unwrap_or_default())
    }

    /// All weight.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.weight(|_| true)
    }

    fn weight(&self, counts: impl Fn(usize) -> bool) -> u64 {
        let weights = self.weights.iter().enumerate();
        weights
            .filter(|&(demand, _)| counts(demand))
            .map(|(_, &weight)| u64::from(weight))
            .sum()
    }

    /// Demands that nothing reaches yet and somebody weighs, joined where exactly the same places reach them: the places, and the weight.
    pub(super) fn groups(&self) -> Vec<(Vec<usize>, u64)> {
        let mut places: Vec<Vec<usize>> = vec![Vec::new(); self.weights.len()];
        for (place, reaches) in self.reaches.iter().enumerate() {
            for &demand in reaches {
                if let Some(places) = places.get_mut(demand) {
                    places.push(place);
                }
            }
        }
        let mut groups = std::collections::BTreeMap::new();
        let demands = places.into_iter().zip(&self.weights).zip(&self.standing);
        for ((mut places, &weight), &standing) in demands {
            if !standing && weight > 0 && !places.is_empty() {
                places.dedup();
                *groups.entry(places).or_insert(0) += u64::from(weight);
            }
        }
        groups.into_iter().collect()
    }
}
