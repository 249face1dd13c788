//! How much is said at once. Kept in memory, by the place it is about alone: who says it is not known here.

use std::{
    collections::VecDeque,
    sync::{Mutex, PoisonError},
};

use jiff::{SignedDuration, Timestamp};
use signpost_domain::{FeedbackKind, SiteSlug};

/// How long something counts.
const WHILE: SignedDuration = SignedDuration::from_hours(1);
/// How much may be said of one place in that time.
const MOST_OF_ONE: usize = 12;
/// How much may be said of all places in that time.
const MOST: usize = 240;

/// How long the same complaint of one place counts as one: nobody knows whether it was one hand, and one hand alone shall mark no place.
const AT_ONCE: SignedDuration = SignedDuration::from_mins(30);

/// What was said lately: of which place, and when.
#[derive(Debug, Default)]
pub struct Feedback(Mutex<VecDeque<Said>>);

#[derive(Debug)]
struct Said {
    at: Timestamp,
    site: SiteSlug,
    kind: FeedbackKind,
}

/// What becomes of something that is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Admitted {
    /// It counts.
    New,
    /// The same was said a moment ago: that counts.
    Again,
    /// Too much was said lately.
    TooMany,
}

impl Feedback {
    /// What becomes of one more word on this place.
    pub(super) fn admits(&self, site: &SiteSlug, said: FeedbackKind, at: Timestamp) -> Admitted {
        let mut lately = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        // A clock that was set back holds up nobody for longer than that.
        lately.retain(|one| at.duration_since(one.at).abs() < WHILE);
        let of_this = lately.iter().filter(|one| one.site == *site).count();
        if lately.len() >= MOST || of_this >= MOST_OF_ONE {
            return Admitted::TooMany;
        }
        let marks = !matches!(said, FeedbackKind::Right | FeedbackKind::Other);
        let again = marks
            && lately.iter().any(|one| {
                one.site == *site && one.kind == said && at.duration_since(one.at).abs() < AT_ONCE
            });
        lately.push_back(Said {
            at,
            site: site.clone(),
            kind: said,
        });
        if again {
            Admitted::Again
        } else {
            Admitted::New
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(name: &str) -> SiteSlug {
        name.parse().unwrap()
    }

    fn noon() -> Timestamp {
        "2026-11-25T19:15:00Z".parse().unwrap()
    }

    #[test]
    fn one_place_is_full_before_all_are_and_an_hour_later_there_is_room() {
        let (feedback, at) = (Feedback::default(), noon());
        let says = |name: &str, at| feedback.admits(&site(name), FeedbackKind::Other, at);
        for _ in 0..MOST_OF_ONE {
            assert_eq!(says("one", at), Admitted::New);
        }
        assert_eq!(says("one", at), Admitted::TooMany);
        assert_eq!(says("two", at), Admitted::New);
        for n in 0..MOST {
            says(&format!("place-{n}"), at);
        }
        assert_eq!(says("last", at), Admitted::TooMany);
        assert_eq!(says("one", at + WHILE), Admitted::New);
        assert_eq!(says("one", at - WHILE), Admitted::New, "a clock set back");
    }

    #[test]
    fn the_same_of_one_place_counts_once_in_half_an_hour() {
        let (feedback, at) = (Feedback::default(), noon());
        let says = |name: &str, said, at| feedback.admits(&site(name), said, at);
        assert_eq!(says("one", FeedbackKind::Closed, at), Admitted::New);
        assert_eq!(says("one", FeedbackKind::Closed, at), Admitted::Again);
        assert_eq!(says("one", FeedbackKind::Moved, at), Admitted::New);
        assert_eq!(says("two", FeedbackKind::Closed, at), Admitted::New);
        let later = at + AT_ONCE;
        assert_eq!(says("one", FeedbackKind::Closed, later), Admitted::New);
    }
}
