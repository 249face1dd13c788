//! The lines to call that come before the places, where no place is known to be open.

use signpost_answers::LineView;

/// How many at most.
const MOST: usize = 3;

/// Takes them out of all lines.
pub(crate) fn lines_first(lines: &mut Vec<LineView>) -> Vec<LineView> {
    // Nobody is told first of all to call into silence, as long as somebody picks up; nobody asks 911 who has what.
    let answered = lines
        .iter()
        .filter(|line| !line.is_silent() && !line.is_emergency());
    let many = match answered.count() {
        0 => 1,
        answered => answered.min(MOST),
    };
    let rest = lines.split_off(lines.len().min(many));
    std::mem::replace(lines, rest)
}
