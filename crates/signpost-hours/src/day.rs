//! One civil day cut into ranges of minutes.

use crate::OpenState;

/// Minutes in a civil day, as hours texts count them.
pub(crate) const DAY: u16 = 24 * 60;

/// A range of minutes of one civil day, in one state.
///
/// # Units
/// Minutes of wall time from midnight; `end` is not included and is at most [`DAY`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct MinuteRange<T = OpenState> {
    pub(crate) start: u16,
    pub(crate) end: u16,
    pub(crate) state: T,
}

/// A day cut into ranges, in order. What no range covers is closed.
pub(crate) type MinuteRanges<T = OpenState> = Vec<MinuteRange<T>>;

/// The whole day in one state.
pub(crate) fn whole_day<T>(state: T) -> MinuteRanges<T> {
    vec![MinuteRange {
        start: 0,
        end: DAY,
        state,
    }]
}

/// What holds at a minute, if a range covers it.
pub(crate) fn at<T: Copy>(day: &[MinuteRange<T>], minute: u16) -> Option<T> {
    day.iter()
        .find(|range| (range.start..range.end).contains(&minute))
        .map(|range| range.state)
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

/// The two ends of every range.
pub(crate) fn ends<T>(day: &[MinuteRange<T>]) -> impl Iterator<Item = u16> {
    day.iter().flat_map(|range| [range.start, range.end])
}

/// Puts a day together from a rule for each piece between two edges; pieces for which the rule has nothing are left out.
pub(crate) fn pieces<T: PartialEq>(
    edges: &[u16],
    mut rule: impl FnMut(u16) -> Option<T>,
) -> MinuteRanges<T> {
    let mut day: MinuteRanges<T> = Vec::new();
    for (&start, &end) in edges.iter().zip(edges.iter().skip(1)) {
        let Some(state) = rule(start) else { continue };
        match day.last_mut() {
            Some(last) if last.end == start && last.state == state => last.end = end,
            _ => day.push(MinuteRange { start, end, state }),
        }
    }
    day
}
