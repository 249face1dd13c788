//! One civil day cut into stretches.

use crate::OpenState;

/// Minutes in a civil day, as hours texts count them.
pub(crate) const DAY: u16 = 24 * 60;

/// A stretch of one civil day in one state.
///
/// # Units
/// Minutes of wall time from midnight; `end` is not included and is at most [`DAY`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stretch<T = OpenState> {
    pub(crate) start: u16,
    pub(crate) end: u16,
    pub(crate) state: T,
}

/// A day cut into stretches in order. What no stretch covers is closed.
pub(crate) type Stretches<T = OpenState> = Vec<Stretch<T>>;

/// The whole day in one state.
pub(crate) fn whole_day<T>(state: T) -> Stretches<T> {
    vec![Stretch {
        start: 0,
        end: DAY,
        state,
    }]
}

/// What holds at a minute, if a stretch covers it.
pub(crate) fn at<T: Copy>(day: &[Stretch<T>], minute: u16) -> Option<T> {
    day.iter()
        .find(|stretch| (stretch.start..stretch.end).contains(&minute))
        .map(|stretch| stretch.state)
}

/// Every minute at which something may change, from midnight to midnight, in order and without repeats.
pub(crate) fn edges(minutes: impl Iterator<Item = u16>) -> Vec<u16> {
    let mut edges: Vec<u16> = minutes
        .map(|minute| minute.min(DAY))
        .chain([0, DAY])
        .collect();
    edges.sort_unstable();
    edges.dedup();
    edges
}

/// The two ends of every stretch.
pub(crate) fn ends<T>(day: &[Stretch<T>]) -> impl Iterator<Item = u16> {
    day.iter().flat_map(|stretch| [stretch.start, stretch.end])
}

/// Puts a day together from a rule for each piece between two edges; pieces for which the rule has nothing are left out.
pub(crate) fn pieces<T: PartialEq>(
    edges: &[u16],
    mut rule: impl FnMut(u16) -> Option<T>,
) -> Stretches<T> {
    let mut day: Stretches<T> = Vec::new();
    for (&start, &end) in edges.iter().zip(edges.iter().skip(1)) {
        let Some(state) = rule(start) else { continue };
        match day.last_mut() {
            Some(last) if last.end == start && last.state == state => last.end = end,
            _ => day.push(Stretch { start, end, state }),
        }
    }
    day
}
