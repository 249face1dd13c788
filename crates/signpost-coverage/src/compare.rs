//! Before and after.

use crate::{Area, Coverage, area::without, square_metres};

/// What differs between two coverages of one town.
#[derive(Debug, Clone)]
pub struct Comparison {
    /// The ground that is reached only after.
    pub gained: Area,
    /// How much that is.
    ///
    /// # Units
    /// Square metres.
    pub gained_square_metres: f64,
    /// The ground that is reached only before.
    pub lost: Area,
    /// How much that is.
    ///
    /// # Units
    /// Square metres.
    pub lost_square_metres: f64,
    /// Neighbourhoods, in their order.
    pub neighbourhoods: Vec<NeighbourhoodChange>,
    /// Landmarks with a point within the distance only after, by their place among the town's.
    pub landmarks_gained: Vec<usize>,
    /// The same only before.
    pub landmarks_lost: Vec<usize>,
}

/// The share of a neighbourhood that is reached.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NeighbourhoodChange {
    /// Its place among the town's.
    pub neighbourhood: usize,
    /// From 0 to 1.
    pub before: f64,
    /// From 0 to 1.
    pub after: f64,
}

/// Splinters along the same circle, worked out twice, are no difference.
///
/// # Units
/// Square metres.
const LEAST: f64 = 100.0;

/// What is in the first and not in the second, without splinters.
fn more(area: &Area, other: &Area) -> Area {
    let pieces = without(area, other).into_iter();
    let pieces = pieces.map(|piece| Area::new(vec![piece]));
    let large = pieces.filter(|piece| square_metres(piece) >= LEAST);
    Area::new(large.flatten().collect())
}

/// What differs.
#[must_use]
pub fn compare(before: &Coverage, after: &Coverage) -> Comparison {
    let gained = more(&after.area, &before.area);
    let lost = more(&before.area, &after.area);
    let both = before.shares.iter().zip(&after.shares);
    let landmarks = || before.landmarks.iter().zip(&after.landmarks);
    let reached = |(was, is): (&crate::LandmarkReach, &crate::LandmarkReach)| {
        (was.is_reached(before.metres), is.is_reached(after.metres))
    };
    let those = |wanted: (bool, bool)| {
        landmarks()
            .filter(|&pair| reached(pair) == wanted)
            .map(|(was, _)| was.landmark)
            .collect()
    };
    Comparison {
        gained_square_metres: square_metres(&gained),
        gained,
        lost_square_metres: square_metres(&lost),
        lost,
        neighbourhoods: both
            .map(|(before, after)| NeighbourhoodChange {
                neighbourhood: before.neighbourhood,
                before: before.share(),
                after: after.share(),
            })
            .collect(),
        landmarks_gained: those((false, true)),
        landmarks_lost: those((true, false)),
    }
}
