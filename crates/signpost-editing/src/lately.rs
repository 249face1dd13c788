//! How many reports of passers-by are taken.

use std::collections::VecDeque;

use jiff::{SignedDuration, Timestamp};

/// How many reports are taken in [`WITHIN`], of all places together. A town has some ten boxes.
const MOST: usize = 30;
const WITHIN: SignedDuration = SignedDuration::from_hours(1);

/// When reports came lately: instants and nothing else, in memory only.
#[derive(Debug, Default)]
pub struct Lately(VecDeque<Timestamp>);

impl Lately {
    /// Whether one more may come now; it is counted then.
    pub(crate) fn admit(&mut self, now: Timestamp) -> bool {
        let old = |at: &Timestamp| now.duration_since(*at) >= WITHIN;
        while self.0.front().is_some_and(old) {
            self.0.pop_front();
        }
        let free = self.0.len() < MOST;
        if free {
            self.0.push_back(now);
        }
        free
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn so_many_an_hour_and_no_more() {
        let mut lately = Lately::default();
        let start: Timestamp = "2026-11-25T19:15:00Z".parse().unwrap();
        for _ in 0..MOST {
            assert!(lately.admit(start));
        }
        assert!(!lately.admit(start + SignedDuration::from_mins(59)));
        assert!(lately.admit(start + SignedDuration::from_mins(60)));
    }
}
