//! Whether somebody picks up.

use jiff::Timestamp;
use signpost_hours::{Moment, OpenState, Schedule};

use crate::Snapshot;

impl Snapshot {
    /// Whether a phone line is answered at an instant, and until when; by its place in `directory().lines`. `None` when nobody said its
    /// hours, or there is no such line.
    #[must_use]
    pub fn line_moment(&self, line: usize, at: Timestamp) -> Option<Moment> {
        Some(self.line_schedule(line)?.at(at))
    }

    /// When a phone line is answered.
    #[must_use]
    pub fn line_schedule(&self, line: usize) -> Option<&Schedule> {
        self.lines.get(line)?.as_ref()
    }

    /// The state of a phone line at an instant; unknown when nobody said its hours.
    #[must_use]
    pub fn line_state(&self, line: usize, at: Timestamp) -> OpenState {
        self.line_moment(line, at)
            .map_or(OpenState::Unknown, |moment| moment.state)
    }
}
