//! How long the walk is, and when one would be served at its end.

use jiff::{SignedDuration, Timestamp};
use signpost_domain::Metres;
use signpost_locate::Served;

/// What "call first" counts as.
const CALL_FIRST: SignedDuration = SignedDuration::from_hours(2);
/// The same where nobody ever said that it is offered: whoever goes there may well have to go on.
const NOBODY_SAID: SignedDuration = SignedDuration::from_hours(3);
const HALF_HOUR_S: i64 = 30 * 60;
/// Along streets, at 4 km/h.
const SECONDS_A_METRE: f64 = STREET * 3600.0 / 4000.0;

/// The half hour of something that does not happen within 14 days.
pub(crate) const NEVER: i64 = i64::MAX;

/// Metres of street for each straight metre.
const STREET: f64 = 1.3;

/// How long a way may be, as it is measured here, for a range along streets.
#[must_use]
pub const fn walkable(Metres(range): Metres) -> Metres {
    Metres(range / STREET)
}

/// When one gets there.
pub(crate) fn arrival(at: Timestamp, Metres(metres): Metres) -> Timestamp {
    // Up to the whole second, so that a shorter way is never later.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "casts of floats saturate, and half the Earth is 23 million seconds"
    )]
    let seconds = (metres.max(0.0) * SECONDS_A_METRE).ceil() as i64;
    later(at, SignedDuration::from_secs(seconds))
}

/// The half hour, from 0 at the instant asked for, that an instant is in.
pub(crate) fn half_hour(at: Timestamp, then: Timestamp) -> i64 {
    then.duration_since(at).as_secs().div_euclid(HALF_HOUR_S)
}

/// When somebody is served, as far as it orders answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ServiceTime {
    /// The half hour it counts for.
    pub half_hour: i64,
    /// When one is served for certain; `None` when nothing is certain, or not soon.
    pub served_at: Option<Timestamp>,
    /// Whether it counts for what it does because nobody knows the hours.
    pub guessed: bool,
    /// Whether nobody knows if it is open when one gets there.
    pub unknown_on_arrival: bool,
}

impl ServiceTime {
    /// Nothing within 14 days, or no way to get there.
    pub const NONE: Self = Self {
        half_hour: NEVER,
        served_at: None,
        guessed: false,
        unknown_on_arrival: false,
    };

    /// From what a service says to one who asks at `at` and is there at `arrival`.
    ///
    /// What is unknown on arrival counts as served 2 hours after one is there, so that of two such places the nearer one is sooner; what
    /// becomes unknown later, as 2 hours after it does. What nobody ever said is offered counts as 3 hours. A certain opening no later than that
    /// counts instead.
    pub fn new(
        (at, arrival): (Timestamp, Timestamp),
        served: Option<Served>,
        somebody_said: bool,
    ) -> Self {
        let Some(served) = served else {
            return Self::NONE;
        };
        let doubt = if somebody_said {
            CALL_FIRST
        } else {
            NOBODY_SAID
        };
        let unknown_on_arrival = served.unknown.is_some_and(|start| start <= arrival);
        let guess = served.unknown.map(|start| {
            if unknown_on_arrival {
                later(arrival, doubt)
            } else {
                later(start, doubt)
            }
        });
        let (counts, served_at) = match (served.open, guess) {
            (Some(open), Some(guess)) if guess < open => (guess, None),
            (Some(open), _) => (open, Some(open)),
            (None, Some(guess)) => (guess, None),
            (None, None) => return Self::NONE,
        };
        Self {
            half_hour: half_hour(at, counts),
            served_at,
            guessed: served_at.is_none(),
            unknown_on_arrival,
        }
    }
}

/// `at` moved on, staying in jiff's range.
pub(crate) fn later(at: Timestamp, by: SignedDuration) -> Timestamp {
    at.checked_add(by).unwrap_or(Timestamp::MAX)
}
