//! Whom to call, which is left when every door is shut.

use jiff::Timestamp;
use signpost_domain::{NeedCode, PhoneLine};
use signpost_hours::OpenState;
use signpost_locate::Snapshot;

/// Phone lines for the need, as indexes into `directory().lines`; all of them when none is for it, so that nobody is left without one.
///
/// Those that are answered at `at` come first, then those whose hours nobody said, then those that are silent now; a line for this need
/// comes before a general one; then their own order holds.
#[must_use]
pub fn phone_lines(snapshot: &Snapshot, need: &NeedCode, at: Timestamp) -> Vec<usize> {
    let lines = &snapshot.directory().lines;
    let helps = |line: &PhoneLine| line.needs.is_empty() || line.needs.contains(need);
    let nobody_helps = !lines.iter().any(helps);
    let silence = |ix| match snapshot.line_state(ix, at) {
        OpenState::Open => 0_u8,
        OpenState::Unknown => 1,
        OpenState::Closed => 2,
    };
    let mut found: Vec<_> = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| nobody_helps || helps(line))
        .map(|(ix, line)| (silence(ix), line.needs.is_empty(), line.order, ix))
        .collect();
    found.sort_unstable();
    found.into_iter().map(|(.., ix)| ix).collect()
}
