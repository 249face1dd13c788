//! How much came lately: in memory, for ten minutes, and of a sender only a mark that is made under a key of this start.

use std::{
    collections::{VecDeque, hash_map::RandomState},
    hash::BuildHasher as _,
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

use actix_web::{
    HttpResponse,
    http::{StatusCode, header},
};

/// How long something counts.
const WHILE: Duration = Duration::from_mins(10);
/// How much one sender may ask in that time.
const MOST_OF_ONE: usize = 10;
/// How many digits one caller may press in that time.
const MOST_DIGITS: usize = 40;
/// How much one gateway may ask in that time.
const MOST_OF_ALL: usize = 600;

/// A door.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Door {
    Kannel,
    Gammu,
    Twilio,
    Voice,
    /// A digit that is pressed during a call.
    Digit,
}

impl Door {
    const fn most_of_one(self) -> usize {
        match self {
            Self::Digit => MOST_DIGITS,
            Self::Kannel | Self::Gammu | Self::Twilio | Self::Voice => MOST_OF_ONE,
        }
    }
}

/// What came, by door and by a mark of the sender.
#[derive(Debug, Default)]
pub struct Lately {
    came: Mutex<VecDeque<Came>>,
    /// Made at random at each start, so that a mark says nothing to anybody else.
    key: RandomState,
}

#[derive(Debug)]
struct Came {
    at: Instant,
    door: Door,
    mark: Option<u64>,
}

impl Lately {
    /// Whether one more may be answered; it counts then.
    pub(crate) fn admits(&self, door: Door, sender: Option<&str>, now: Instant) -> bool {
        let mark = sender.map(|sender| self.key.hash_one(sender));
        let mut came = self.came.lock().unwrap_or_else(PoisonError::into_inner);
        while came
            .front()
            .is_some_and(|one| now.saturating_duration_since(one.at) >= WHILE)
        {
            came.pop_front();
        }
        let here = came.iter().filter(|one| one.door == door);
        let own = here
            .clone()
            .filter(|one| mark.is_some() && one.mark == mark);
        if own.count() >= door.most_of_one() || here.count() >= MOST_OF_ALL {
            return false;
        }
        came.push_back(Came {
            at: now,
            door,
            mark,
        });
        true
    }
}

/// 429, without a word: what a gateway is told it might send on.
pub(crate) fn too_many() -> HttpResponse {
    HttpResponse::build(StatusCode::TOO_MANY_REQUESTS)
        .insert_header((header::RETRY_AFTER, WHILE.as_secs().to_string()))
        .finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_sender_waits_and_others_do_not() {
        let (lately, now) = (Lately::default(), Instant::now());
        for _ in 0..MOST_OF_ONE {
            assert!(lately.admits(Door::Twilio, Some("one"), now));
        }
        assert!(!lately.admits(Door::Twilio, Some("one"), now));
        assert!(lately.admits(Door::Twilio, Some("two"), now));
        assert!(lately.admits(Door::Voice, Some("one"), now));
        for _ in 0..MOST_DIGITS {
            assert!(lately.admits(Door::Digit, Some("one"), now));
        }
        assert!(!lately.admits(Door::Digit, Some("one"), now));
        assert!(lately.admits(Door::Twilio, Some("one"), now + WHILE));
        lately.admits(Door::Twilio, Some("+18075550177"), now);
        assert!(!format!("{lately:?}").contains("5550177"));
    }

    #[test]
    fn a_gateway_that_says_no_sender_has_a_limit_of_its_own_and_nothing_is_kept_after_ten_minutes()
    {
        let (lately, now) = (Lately::default(), Instant::now());
        for _ in 0..MOST_OF_ALL {
            assert!(lately.admits(Door::Kannel, None, now));
        }
        assert!(!lately.admits(Door::Kannel, None, now));
        assert!(lately.admits(Door::Gammu, None, now));
        assert!(lately.admits(Door::Kannel, None, now + WHILE));
        assert_eq!(lately.came.lock().unwrap().len(), 1);
    }
}
