//! How much is said at once. Kept in memory, by the place it is about alone: who says it is not known here.

use std::{
    collections::VecDeque,
    sync::{Mutex, PoisonError},
};

use jiff::{SignedDuration, Timestamp};
use signpost_domain::SiteSlug;

/// How long something counts.
const WHILE: SignedDuration = SignedDuration::from_hours(1);
/// How much may be said of one place in that time.
const MOST_OF_ONE: usize = 12;
/// How much may be said of all places in that time.
const MOST: usize = 240;

/// What was said lately: of which place, and when.
#[derive(Debug, Default)]
pub struct Feedback(Mutex<VecDeque<(Timestamp, SiteSlug)>>);

impl Feedback {
    /// Whether one more may be said of this place now; then it counts.
    pub(super) fn admits(&self, site: &SiteSlug, at: Timestamp) -> bool {
        let mut said = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        // A clock that was set back holds up nobody for longer than that.
        said.retain(|(when, _)| at.duration_since(*when).abs() < WHILE);
        let of_this = said.iter().filter(|(_, own)| own == site).count();
        if said.len() >= MOST || of_this >= MOST_OF_ONE {
            return false;
        }
        said.push_back((at, site.clone()));
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_place_is_full_before_all_are_and_an_hour_later_there_is_room() {
        let feedback = Feedback::default();
        let at: Timestamp = "2026-11-25T19:15:00Z".parse().unwrap();
        let site = |name: &str| name.parse::<SiteSlug>().unwrap();
        for _ in 0..MOST_OF_ONE {
            assert!(feedback.admits(&site("one"), at));
        }
        assert!(!feedback.admits(&site("one"), at));
        assert!(feedback.admits(&site("two"), at));
        for n in 0..MOST {
            feedback.admits(&site(&format!("place-{n}")), at);
        }
        assert!(!feedback.admits(&site("last"), at));
        assert!(feedback.admits(&site("one"), at + WHILE));
        assert!(
            feedback.admits(&site("one"), at - WHILE),
            "a clock set back"
        );
    }
}
