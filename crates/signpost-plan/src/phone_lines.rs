//! Whom to call, which is left when every door is shut.

use signpost_domain::{NeedCode, PhoneLine};
use signpost_locate::Snapshot;

/// Phone lines for the need, in their order, as indexes into `directory().lines`; all of them when none is for it, so that nobody is left
/// without one.
#[must_use]
pub fn phone_lines(snapshot: &Snapshot, need: &NeedCode) -> Vec<usize> {
    let lines = &snapshot.directory().lines;
    let mut found: Vec<usize> = Vec::new();
    let mut all: Vec<(u16, usize)> = lines.iter().map(|line| line.order).zip(0..).collect();
    all.sort_unstable();
    for &(_, ix) in &all {
        let helps = |line: &PhoneLine| line.needs.is_empty() || line.needs.contains(need);
        if lines.get(ix).is_some_and(helps) {
            found.push(ix);
        }
    }
    if found.is_empty() {
        found.extend(all.iter().map(|&(_, ix)| ix));
    }
    found
}
